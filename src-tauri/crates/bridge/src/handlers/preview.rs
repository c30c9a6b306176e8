//! What edits would do, told before they are made.

use std::sync::Arc;

use document::Snapshot;
use engine::{Every, Measure, Schedule, schedule_after};
use model::{
    Diff, DifferenceKind, Dimension, FieldKind, FieldName, Money, Plan, Resolved, RowDifference, ScenarioId, TableName,
    Total, differences,
};

use crate::handlers::compare::lines;
use crate::handlers::differences::Told;
use crate::handlers::edit_list::ReadEdits;
use crate::handlers::edit_rows::Note;
use crate::handlers::{View, grid, label, limits, row};
use crate::wire::{Amount, DifferenceLine, LimitMoved, Preview, PreviewLine, YearMoved};
use crate::{Problem, Words};

/// The most differences that are told one by one.
const MOST: usize = 1000;

/// What a list of edits would make of `state`; `whole` is the plan with its scenarios after them.
///
/// # Errors
/// Where the plan has no such scenario.
pub(crate) fn preview(state: &Arc<Snapshot>, whole: &Plan, read: &ReadEdits, words: Words) -> Result<Preview, Problem> {
    let scenario = seen_in(state, whole, read);
    let before = state.in_scenario(scenario)?;
    let Resolved { plan, .. } = whole.resolve(scenario)?;
    let view = View {
        plan: &plan,
        whole,
        scenario,
        // What is told rests on the plan alone.
        schedule: before.schedule(),
        fingerprint: before.fingerprint(),
        words,
    };
    let diff = Diff::between(state.whole(), whole);
    let told = Told { before: before.plan(), after: &plan, words };
    let rows = differences(&Diff::between(before.plan(), &plan));
    let (changes, more) = changes(&told, &rows);
    let touched = rows.iter().filter(|row| row.table == TableName::Allocations).count();
    let of_each = |of: fn(&Plan) -> Total| [Amount(of(before.plan())), Amount(of(&plan))];
    Ok(Preview {
        sentence: if diff.is_empty() {
            words.plain("edit-nothing")
        } else {
            label::label(&view, &read.edits, Some(&diff))
        },
        changes,
        more,
        rows: count(touched),
        held: count(read.read.held.len()),
        allocated: of_each(allocated),
        unallocated: of_each(|plan| Total::from(plan.package.total) - allocated(plan)),
        limits: limits::moved(words, before.plan(), &plan)
            .into_iter()
            .map(|(name, [before, after])| LimitMoved { name, before: Amount(before), after: Amount(after) })
            .collect(),
        notes: read.read.notes.iter().map(|note| note_text(&view, note)).collect(),
        years: if touched == 1 { years(&view, before.plan(), &rows) } else { Vec::new() },
    })
}

/// The planned years that would be others in the one allocation that changes; none where it comes or goes.
fn years(view: &View, before: &Plan, rows: &[RowDifference]) -> Vec<YearMoved> {
    let Some(row) = rows.iter().find(|row| row.table == TableName::Allocations) else { return Vec::new() };
    let after = schedule_after(before, view.schedule, view.plan);
    let (Some(now), Some(then)) = (planned(before, view.schedule, &row.row), planned(view.plan, &after, &row.row))
    else {
        return Vec::new();
    };
    let moved = grid::periods(view).into_iter().zip(now.into_iter().zip(then)).filter(|(_, (now, then))| now != then);
    moved
        .map(|(period, (now, then))| YearMoved {
            period,
            before: now.into(),
            after: then.into(),
            by: Amount(Total::from(then) - Total::from(now)),
        })
        .collect()
}

/// What an allocation has planned per year, and past the package.
fn planned(plan: &Plan, schedule: &Schedule, id: &str) -> Option<Vec<Money>> {
    let at = plan.allocations.iter().position(|row| row.id.to_string() == id)?;
    let (mut years, after) = schedule.row(at).told(Measure::Planned, Every::Year);
    years.push(after);
    Some(years)
}

/// The scenario in which the edits are looked at: that in which all of them are made, or else the one that is looked at
/// already, as long as they leave it.
fn seen_in(state: &Snapshot, whole: &Plan, read: &ReadEdits) -> ScenarioId {
    let mut scenarios = read.edits.iter().map(|edit| edit.scenario);
    let first = scenarios.next().unwrap_or(state.scenario());
    let wanted = if scenarios.all(|scenario| scenario == first) { first } else { state.scenario() };
    let in_both = |plan: &Plan| wanted.id().is_none_or(|id| plan.scenarios.get(&id).is_some());
    if in_both(state.whole()) && in_both(whole) { wanted } else { ScenarioId::Base }
}

fn allocated(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.amount).sum()
}

/// The first differences, and how many more there are.
fn changes(told: &Told, rows: &[RowDifference]) -> (Vec<PreviewLine>, u32) {
    let (mut changes, mut all): (Vec<PreviewLine>, usize) = (Vec::new(), 0);
    for row in rows {
        all += match &row.kind {
            DifferenceKind::Changed(fields) => fields.len(),
            DifferenceKind::Added | DifferenceKind::Removed => 1,
        };
        if changes.len() < MOST {
            changes.extend(lines(told, row).into_iter().map(|line| previewed(told, row, line)));
        }
    }
    changes.truncate(MOST);
    let more = all - changes.len();
    (changes, count(more))
}

fn previewed(told: &Told, row: &RowDifference, line: DifferenceLine) -> PreviewLine {
    let whole = |plan: &Plan| held(plan, row);
    match row.kind {
        DifferenceKind::Added => return PreviewLine { by: whole(told.after).map(Amount), line },
        DifferenceKind::Removed => {
            return PreviewLine { by: whole(told.before).map(|amount| Amount(Total::ZERO - amount)), line };
        }
        DifferenceKind::Changed(_) => {}
    }
    let field = line.field.as_deref().and_then(|name| FieldName::of(row.table, name));
    let amount = |text: &str| if text.is_empty() { Some(Money::ZERO) } else { text.parse::<Money>().ok() };
    let is_amount = field.is_some_and(|field| field.kind(row.table) == FieldKind::Money);
    let grown = is_amount.then(|| Some(Total::from(amount(&line.after)?) - Total::from(amount(&line.before)?)));
    PreviewLine { by: grown.flatten().map(Amount), line }
}

/// What an allocation holds in a plan.
fn held(plan: &Plan, row: &RowDifference) -> Option<Total> {
    let id = row.row.parse().ok().filter(|_| row.table == TableName::Allocations)?;
    plan.allocations.get(&id).map(|allocation| allocation.amount.into())
}

fn note_text(view: &View, note: &Note) -> String {
    let sector = |sector: &str| row::place_label(view, Dimension::Sector, sector);
    match note {
        Note::NeedsAlike { sector: key } => view.words.say("preview-needs-alike", &[("sector-text", &sector(key))]),
        Note::NoNeed { sector: key } => view.words.say("preview-no-need", &[("sector-text", &sector(key))]),
        Note::Together { rows, held, total } => view.words.say(
            "preview-together",
            &[
                ("rows", &rows.to_string()),
                ("held", &held.to_string()),
                ("amount-text", &view.words.money((*total).into())),
            ],
        ),
        Note::LikeAlike => view.words.plain("preview-like-alike"),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
