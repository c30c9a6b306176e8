//! The strip: the headline sums against the reading.

use engine::Overview;
use model::{Money, Total};

use crate::handlers::View;
use crate::handlers::concerns::counts;
use crate::handlers::figure::per_mille;
use crate::wire::{Amount, ConcernCounts, Reading, StripItem, StripKey};

/// The figures of the strip, in their order, and how many concerns there are.
pub(crate) fn strip(view: &View, told: &Overview, found: &[engine::Concern]) -> (Vec<StripItem>, ConcernCounts) {
    let concerns = counts(found);
    let reading = view.plan.reading();
    let figure = |part: Option<Money>| part.map(Total::from);
    let Overview { package, allocated, unallocated, public, private, booster, paid, assumed, unnamed: _ } = *told;
    let package = Total::from(package);
    let held = [
        (StripKey::Package, package, None, "allocate"),
        (StripKey::Allocated, allocated, Some(package), "allocate"),
        (StripKey::Unallocated, unallocated, None, "allocate"),
        (StripKey::Public, public, figure(reading.and_then(|reading| reading.public)), "allocate"),
        (StripKey::Private, private, figure(reading.and_then(|reading| reading.private)), "allocate"),
        (StripKey::Booster, booster, figure(reading.and_then(|reading| reading.booster())), "booster"),
        (StripKey::Paid, paid, Some(allocated), "disburse"),
        (StripKey::Assumption, assumed, Some(allocated), "sources"),
    ];
    let mut strip: Vec<StripItem> =
        held.into_iter().map(|(key, amount, limit, screen)| item(key, amount, limit, screen)).collect();
    strip.push(StripItem {
        key: StripKey::Concerns,
        amount: None,
        count: Some(concerns.error + concerns.warning + concerns.note),
        limit: None,
        used_per_mille: None,
        over: None,
        screen: "concerns".to_owned(),
    });
    (strip, concerns)
}

fn item(key: StripKey, amount: Total, limit: Option<Total>, screen: &str) -> StripItem {
    let over = limit.map(|limit| amount - limit).filter(|over| *over > Total::ZERO);
    StripItem {
        key,
        amount: Some(Amount(amount)),
        count: None,
        limit: limit.map(Amount),
        used_per_mille: limit.map(|limit| per_mille(amount, limit)),
        over: over.map(Amount),
        screen: screen.to_owned(),
    }
}

/// A reading in the reader's language.
pub(crate) fn reading(view: &View, reading: &model::Reading) -> Reading {
    let name = |name: &model::Name| view.words.name(name).to_owned();
    let model::Reading {
        key,
        label,
        date,
        public: _,
        booster_block: _,
        private: _,
        booster_mark: _,
        total: _,
        arithmetic,
        evidence_for,
        evidence_against,
        judgement,
        sources,
    } = reading;
    Reading {
        id: key.to_string(),
        label: name(label),
        date: (!date.is_empty()).then(|| date.clone()),
        arithmetic: name(arithmetic),
        evidence_for: name(evidence_for),
        evidence_against: name(evidence_against),
        judgement: name(judgement),
        sources: sources.iter().map(ToString::to_string).collect(),
    }
}
