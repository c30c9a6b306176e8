//! What stands beside the rows: sources, rules, needs, limits.

use model::Total;

use crate::handlers::{View, events};
use crate::wire::{Amount, LimitKindWire, LimitLine, NeedLine, Rule, Source};

/// Every source, in the order of their keys.
pub(crate) fn sources(view: &View) -> Vec<Source> {
    view.plan.sources.iter().map(|row| source(row)).collect()
}

pub(crate) fn source(row: &model::Source) -> Source {
    let model::Source { key, title, publisher, date, url, how_verified } = row.clone();
    Source { id: key.to_string(), title, publisher, date, url, how_verified }
}

/// The rules by which unsplit figures were split, in their order.
pub(crate) fn rules(view: &View) -> Vec<Rule> {
    let name = |name: &model::Name| view.words.name(name).to_owned();
    view.plan.rules.iter().map(|rule| Rule { heading: name(&rule.heading), text: name(&rule.text) }).collect()
}

/// The sectors against their needs, the largest need first, and the sum of all.
pub(crate) fn needs(view: &View) -> Vec<NeedLine> {
    let mut covered = engine::coverage(view.plan);
    covered.sort_by(|left, right| (right.need, &left.sector).cmp(&(left.need, &right.sector)));
    let mut lines: Vec<NeedLine> = covered.iter().map(|row| need(view, row)).collect();
    let stated = Total::from(view.plan.package.needs_total);
    let sum: Total = covered.iter().filter_map(|row| row.need).sum();
    let allocated: Total = covered.iter().map(|row| row.allocated).sum();
    let against_needs: Total = covered.iter().filter(|row| row.need.is_some()).map(|row| row.allocated).sum();
    let mut notes = Vec::new();
    if against_needs != allocated {
        let left_out = view.words.money(allocated - against_needs);
        notes.push(view.words.say("needs-left-out", &[("amount", &left_out)]));
    }
    if sum != stated {
        let args = [("stated", view.words.money(stated)), ("sum", view.words.money(sum))];
        notes.push(view.words.say("needs-rounding", &args.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    lines.push(NeedLine {
        sector: String::new(),
        label: view.words.plain("needs-total"),
        need: Some(Amount(sum)),
        allocated: Amount(allocated),
        gap: Some(Amount(sum - against_needs)),
        note: notes.join(" "),
        sources: Vec::new(),
    });
    lines
}

fn need(view: &View, row: &engine::Coverage) -> NeedLine {
    let sector = view.plan.sectors.get(&row.sector);
    let need = view.plan.needs.get(&row.sector);
    let note = need.map(|need| &need.note).filter(|note| !note.is_empty()).or(sector.map(|sector| &sector.note));
    NeedLine {
        sector: row.sector.to_string(),
        label: sector.map_or_else(|| row.sector.to_string(), |sector| view.words.name(&sector.name).to_owned()),
        need: row.need.map(Amount::from),
        allocated: Amount(row.allocated),
        gap: row.need.map(|need| Amount(Total::from(need) - row.allocated)),
        note: note.cloned().unwrap_or_default(),
        sources: need.map(|need| need.sources.iter().map(ToString::to_string).collect()).unwrap_or_default(),
    }
}

/// The analyst's limits and how the plan stands against them.
pub(crate) fn limits(view: &View) -> Vec<LimitLine> {
    engine::residuals(view.plan).into_iter().map(|residual| limit(view, &residual)).collect()
}

fn limit(view: &View, residual: &engine::Residual) -> LimitLine {
    let model::Limit { id, name, slice, kind, amount, share, of, refuses, sources, note } = &residual.limit;
    LimitLine {
        id: id.to_string(),
        name: view.words.name(name).to_owned(),
        slice: events::slice_wire(slice),
        kind: match kind {
            model::LimitKind::Ceiling => LimitKindWire::Ceiling,
            model::LimitKind::Floor => LimitKindWire::Floor,
            model::LimitKind::Exact => LimitKindWire::Exact,
        },
        amount: share.is_none().then(|| Amount::from(*amount)),
        share: share.map(|share| share.to_string()),
        of: events::slice_wire(of),
        bound: Amount(residual.bound),
        held: Amount(residual.held),
        left: Amount(residual.left),
        missed: residual.missed() > Total::ZERO,
        refuses: *refuses,
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
    }
}
