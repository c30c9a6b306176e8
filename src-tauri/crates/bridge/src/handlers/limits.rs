//! Limits: those of the reading in force and the analyst's own, what is left of them, and what a refused edit says of one.

use engine::{ReadingResidual, Residual, reading_residuals};
use model::{Attempt, Edit, Limit, LimitKind, Plan, Share, Slice, Total};

use crate::handlers::telling::Tongue;
use crate::handlers::{View, events};
use crate::wire::{Amount, LimitKindWire, LimitLine, LimitSource};
use crate::{Problem, Words};

/// The limits of the reading in force, then the analyst's own.
pub(crate) fn limits(view: &View) -> Vec<LimitLine> {
    let reading = reading_residuals(view.plan);
    reading.iter().map(|residual| of_reading(view, residual)).chain(own(view)).collect()
}

/// The analyst's own limits.
pub(crate) fn own(view: &View) -> Vec<LimitLine> {
    engine::residuals(view.plan).iter().map(|residual| limit(view, residual)).collect()
}

fn of_reading(view: &View, residual: &ReadingResidual) -> LimitLine {
    let ReadingResidual { part, slice, kind, held, bound, left } = residual;
    let tongue = Tongue::from(view);
    let reading = view.plan.reading();
    let missed = missed_by(*kind, *held, *bound);
    LimitLine {
        id: format!("reading:{part}"),
        source: LimitSource::Reading,
        name: view.words.label("limit-of-reading", part),
        slice: events::slice_wire(slice),
        slice_label: events::slice_text(tongue, slice),
        kind: kind_wire(*kind),
        amount: Some(Amount(*bound)),
        share: None,
        of: Vec::new(),
        of_label: String::new(),
        bound: Amount(*bound),
        bound_label: plain_bound(view.words, *kind, *bound),
        held: Amount(*held),
        left: Amount(*left),
        missed: missed > Total::ZERO,
        missed_by: Amount(missed),
        refuses: false,
        rows: rows(view.plan, slice),
        sources: reading.map(|reading| reading.sources.iter().map(ToString::to_string).collect()).unwrap_or_default(),
        note: reading.map(|reading| view.words.name(&reading.label).to_owned()).unwrap_or_default(),
    }
}

fn limit(view: &View, residual: &Residual) -> LimitLine {
    let Limit { id, name, slice, kind, amount, share, of, refuses, sources, note } = &residual.limit;
    let tongue = Tongue::from(view);
    LimitLine {
        id: id.to_string(),
        source: LimitSource::Own,
        name: view.words.name(name).to_owned(),
        slice: events::slice_wire(slice),
        slice_label: events::slice_text(tongue, slice),
        kind: kind_wire(*kind),
        amount: share.is_none().then(|| Amount::from(*amount)),
        share: share.map(|share| share.to_string()),
        of: events::slice_wire(of),
        of_label: share.map_or_else(String::new, |_| events::slice_text(tongue, of)),
        bound: Amount(residual.bound),
        bound_label: bound_text(tongue, &residual.limit, residual.bound),
        held: Amount(residual.held),
        left: Amount(residual.left),
        missed: residual.missed() > Total::ZERO,
        missed_by: Amount(residual.missed()),
        refuses: *refuses,
        rows: rows(view.plan, slice),
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
    }
}

const fn kind_wire(kind: LimitKind) -> LimitKindWire {
    match kind {
        LimitKind::Ceiling => LimitKindWire::Ceiling,
        LimitKind::Floor => LimitKindWire::Floor,
        LimitKind::Exact => LimitKindWire::Exact,
    }
}

/// How far `held` lies on the wrong side of a bound.
fn missed_by(kind: LimitKind, held: Total, bound: Total) -> Total {
    let (over, under) = ((held - bound).max(Total::ZERO), (bound - held).max(Total::ZERO));
    match kind {
        LimitKind::Ceiling => over,
        LimitKind::Floor => under,
        LimitKind::Exact => over.max(under),
    }
}

fn rows(plan: &Plan, slice: &Slice) -> u32 {
    let count = plan.allocations.iter().filter(|row| slice.holds(row, plan)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// `at most 40 % of all allocations (320 bn)`.
pub(crate) fn bound_text(tongue: Tongue, limit: &Limit, bound: Total) -> String {
    let words = tongue.words;
    let Some(share) = limit.share else { return plain_bound(words, limit.kind, bound) };
    let (kind, amount) = (words.label("limit-kind", limit.kind.key()), words.money(bound));
    let share = share_text(tongue, share, &limit.of);
    words.say("limit-told-share", &[("kind-text", &kind), ("share-text", &share), ("amount-text", &amount)])
}

fn plain_bound(words: Words, kind: LimitKind, bound: Total) -> String {
    let kind = words.label("limit-kind", kind.key());
    words.say("limit-told", &[("kind-text", &kind), ("amount-text", &words.money(bound))])
}

/// `40 % of all allocations`.
pub(crate) fn share_text(tongue: Tongue, share: Share, of: &Slice) -> String {
    let (share, of_text) = (per_cent(tongue.words, share), events::slice_text(tongue, of));
    let all = if of.0.is_empty() { "yes" } else { "no" };
    tongue.words.say("limit-share-of", &[("share-text", &share), ("all", all), ("of-text", &of_text)])
}

/// A share as its author wrote it: 0.125 is 12.5 %.
fn per_cent(words: Words, share: Share) -> String {
    let number =
        charts::Words::number(&words, &(share.decimal() * model::Decimal::ONE_HUNDRED).normalize().to_string());
    words.say("limit-per-cent", &[("number-text", &number)])
}

/// The limits that are missed in one plan by another amount than in another: what they are called, and by how much in each.
pub(crate) fn moved(words: Words, before: &Plan, after: &Plan) -> Vec<(String, [Total; 2])> {
    let own = |plan: &Plan| -> Vec<(String, String, Total)> {
        let told = |residual: &Residual| {
            let name = words.name(&residual.limit.name).to_owned();
            (residual.limit.id.to_string(), name, residual.missed())
        };
        engine::residuals(plan).iter().map(told).collect()
    };
    let of_reading = |plan: &Plan| -> Vec<(String, String, Total)> {
        let told = |residual: &ReadingResidual| {
            let ReadingResidual { part, kind, held, bound, .. } = residual;
            ((*part).to_owned(), words.label("limit-of-reading", part), missed_by(*kind, *held, *bound))
        };
        reading_residuals(plan).iter().map(told).collect()
    };
    let all = |plan: &Plan| [of_reading(plan), own(plan)].concat();
    let was = all(before);
    let missed_before = |id: &str| was.iter().find(|(known, ..)| known == id).map_or(Total::ZERO, |(_, _, by)| *by);
    let moved = all(after).into_iter().map(|(id, name, by)| (name, [missed_before(&id), by]));
    moved.filter(|(_, [before, after])| before != after).collect()
}

/// What a limit says that refuses edits of `plan`: its name for the reader, and what it is, as the edits would have left the
/// plan.
pub(crate) fn refused(problem: Problem, plan: &Plan, edits: &[&Edit], words: Words) -> Problem {
    let Some(named) = problem.args.get("limit").cloned() else { return problem };
    let mut attempt = Attempt::on(plan.clone());
    for edit in edits {
        if attempt.make(&edit.change).is_err() {
            return problem;
        }
    }
    let plan = attempt.plan();
    let Some(limit) = plan.limits.iter().find(|limit| limit.refuses && limit.name.en == named) else { return problem };
    let bound = bound_text(Tongue { plan, words }, limit, limit.bound(plan));
    problem.with("limit", words.name(&limit.name)).with("bounded", "yes").with("bound_text", bound)
}
