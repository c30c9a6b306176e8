//! What is told of a merge: what the other copy brings, each conflict with both values, and what either does to sums.

use std::str::FromStr;
use std::sync::Arc;

use engine::Schedule;
use model::{Conflict, Fields, OverrideKey, Pick, Plan, ScenarioId, TableName, Total};

use crate::Words;
use crate::handlers::details::{called_by, override_of, says};
use crate::handlers::merging::{Found, Outcome, authors, key_text, last_touch, merged, settled};
use crate::handlers::telling::{Tongue, field_label, table_label};
use crate::handlers::{compare, versions};
use crate::place;
use crate::wire::{
    CommonLine, ConflictLine, DifferenceLine, MergeAuthors, MergeReply, MergeTotal, PickWire, RecodedLine,
};

/// What is told of a merge; without what was done, which the caller knows.
pub(crate) fn reply(found: &Found, outcome: &Outcome, common: Option<String>, words: Words) -> MergeReply {
    let sums = Sums::of(found, outcome);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let renamed = outcome.merged.renamed.iter().cloned().map(|(from, to)| RecodedLine { from, to });
    MergeReply {
        common: found.common.as_ref().map(|entry| CommonLine {
            seq: entry.seq,
            time: entry.time.clone(),
            label: common.unwrap_or_default(),
        }),
        ours_edits: count(found.ours.since.len()),
        theirs_edits: count(found.theirs.since.len()),
        authors: MergeAuthors { ours: authors(&found.ours.since), theirs: authors(&found.theirs.since) },
        taken: taken(found, outcome, words),
        conflicts: outcome
            .merged
            .conflicts
            .iter()
            .map(|conflict| line(found, outcome, &sums, conflict, words))
            .collect(),
        recoded: renamed.collect(),
        changed: None,
        totals: totals(found, outcome, &sums, words),
    }
}

fn taken(found: &Found, outcome: &Outcome, words: Words) -> Vec<DifferenceLine> {
    let told = compare::Told { before: found.ours.state.whole(), after: outcome.plan(), words };
    outcome.merged.taken.iter().flat_map(|row| compare::lines(&told, row)).collect()
}

fn totals(found: &Found, outcome: &Outcome, sums: &Sums, words: Words) -> Vec<MergeTotal> {
    let total = |id: &str, ours: Total, merged: Total| MergeTotal {
        label: words.plain(id),
        ours: ours.into(),
        merged: merged.into(),
    };
    let ours = &found.ours.state;
    vec![
        total("merge-total-allocated", versions::allocated(ours.whole()), versions::allocated(outcome.plan())),
        total("merge-total-paid", paid(ours.whole(), ours.schedule()), sums.paid),
    ]
}

/// What is paid within the package.
fn paid(plan: &Plan, schedule: &Schedule) -> Total {
    engine::overview(plan, schedule).paid
}

/// The merged plan's schedule, from which that of either choice follows sooner than from nothing.
struct Sums {
    schedule: Schedule,
    paid: Total,
}

impl Sums {
    fn of(found: &Found, outcome: &Outcome) -> Self {
        let ours = &found.ours.state;
        let schedule = engine::schedule_after(ours.whole(), ours.schedule(), outcome.plan());
        let paid = paid(outcome.plan(), &schedule);
        Self { schedule, paid }
    }

    /// What is paid within the package if a conflict is settled so, and all others stay as they are.
    fn if_settled(&self, found: &Found, outcome: &Outcome, conflict: &Conflict, pick: Pick) -> Total {
        let stands = conflict.picked.unwrap_or(Pick::Ours);
        if pick == stands || !moves_money(conflict) {
            return self.paid;
        }
        let other = other_field(outcome.plan(), conflict, pick)
            .or_else(|| Some(merged(found, &settled(&outcome.picks, conflict, pick)).ok()?.plan));
        // What cannot stand together has no sum of its own.
        other.map_or(self.paid, |plan| paid(&plan, &engine::schedule_after(outcome.plan(), &self.schedule, &plan)))
    }
}

/// Whether payments of the base plan can follow from what is in conflict.
fn moves_money(conflict: &Conflict) -> bool {
    const SAID: [&str; 14] = [
        "name",
        "name_uk",
        "sources",
        "note",
        "locked",
        "amount_grade",
        "split_grade",
        "grade",
        "trigger",
        "trigger_uk",
        "probability",
        "currency",
        "price_basis",
        "needs_total",
    ];
    let moving = matches!(
        conflict.at.table,
        TableName::Package
            | TableName::Programmes
            | TableName::Clusters
            | TableName::Steps
            | TableName::Allocations
            | TableName::Events
            | TableName::Caps
            | TableName::Output
    );
    moving && conflict.at.field.is_none_or(|field| !SAID.contains(&field.as_str()))
}

/// The merged plan with another value in one field of an allocation, where that is all that is in conflict.
fn other_field(plan: &Plan, conflict: &Conflict, pick: Pick) -> Option<Plan> {
    let (TableName::Allocations, Some(field)) = (conflict.at.table, conflict.at.field) else { return None };
    let text = if pick == Pick::Ours { conflict.ours.as_ref()? } else { conflict.theirs.as_ref()? };
    let mut row = (**plan.allocations.get(&conflict.at.row.parse().ok()?)?).clone();
    row.put(field, text).ok()?;
    plan.check_allocation(&row).ok()?;
    let mut other = plan.clone();
    other.allocations.put(Arc::new(row));
    Some(other)
}

fn line(found: &Found, outcome: &Outcome, sums: &Sums, conflict: &Conflict, words: Words) -> ConflictLine {
    let plans = [found.base.whole(), found.ours.state.whole(), found.theirs.state.whole()];
    let texts = [&conflict.base, &conflict.ours, &conflict.theirs];
    let mut labels =
        plans.iter().zip(texts).map(|(plan, text)| side_label(Tongue { plan, words }, conflict, text.as_deref()));
    let mut next = || labels.next().unwrap_or_default();
    let (base_label, ours_label, theirs_label) = (next(), next(), next());
    let about = about(Tongue { plan: outcome.plan(), words }, conflict);
    let touch = |since| {
        last_touch(since, &conflict.at)
            .map_or_else(Default::default, |entry| (entry.author.clone(), entry.time.clone()))
    };
    let ((ours_author, ours_time), (theirs_author, theirs_time)) =
        (touch(&found.ours.since), touch(&found.theirs.since));
    let sentence = words.say(
        if about.field_label.is_empty() { "merge-conflict-row" } else { "merge-conflict" },
        &[
            ("row-text", &about.text),
            ("field-text", &about.field_label),
            ("base-text", &base_label),
            ("ours-text", &ours_label),
            ("theirs-text", &theirs_label),
        ],
    );
    ConflictLine {
        key: key_text(&conflict.at),
        called: about.called,
        label: about.label,
        table_label: about.table_label,
        field_label: about.field_label,
        base_label,
        ours_label,
        theirs_label,
        ours_author,
        ours_time,
        theirs_author,
        theirs_time,
        effect_ours: sums.if_settled(found, outcome, conflict, Pick::Ours).into(),
        effect_theirs: sums.if_settled(found, outcome, conflict, Pick::Theirs).into(),
        sentence,
        pick: conflict.picked.map(|pick| if pick == Pick::Ours { PickWire::Ours } else { PickWire::Theirs }),
    }
}

/// What a conflict is about, for people.
struct About {
    called: String,
    label: String,
    table_label: String,
    field_label: String,
    /// How the row is named in a sentence.
    text: String,
}

fn about(tongue: Tongue<'_>, conflict: &Conflict) -> About {
    let words = tongue.words;
    if let Some(at) = overridden(conflict) {
        // A conflict between overrides is about the field that they override.
        let scenario = place::scenario_label(tongue.plan, ScenarioId::Of(at.scenario), words);
        let added = override_of(tongue.plan, &conflict.at.row).and_then(called_by);
        let called = tongue.plan.called(at.table, &at.row).or(added).unwrap_or_else(|| at.row.to_string());
        let text = tongue.row_text(at.table, &at.row, &called);
        return About {
            label: tongue.row_label(at.table, &at.row),
            table_label: format!("{} \u{b7} {scenario}", table_label(words, at.table)),
            field_label: field_label(words, at.table, at.field),
            text: words.say("merge-in-scenario", &[("row-text", &text), ("name-text", &scenario)]),
            called,
        };
    }
    let (table, row) = (conflict.at.table, conflict.at.row.as_str());
    About {
        called: conflict.called.clone(),
        label: tongue.row_label(table, row),
        table_label: table_label(words, table),
        field_label: field_label(words, table, conflict.at.field),
        text: tongue.row_text(table, row, &conflict.called),
    }
}

fn overridden(conflict: &Conflict) -> Option<OverrideKey> {
    if conflict.at.table == TableName::Overrides { OverrideKey::from_str(&conflict.at.row).ok() } else { None }
}

/// What one side says; where it has no such row, that it is not there.
fn side_label(tongue: Tongue<'_>, conflict: &Conflict, text: Option<&str>) -> String {
    if let Some(at) = overridden(conflict) {
        return says(tongue, &at, override_of(tongue.plan, &conflict.at.row));
    }
    match (text, conflict.at.field) {
        (None, _) => tongue.words.plain("merge-not-there"),
        (Some(text), Some(field)) => tongue.value(conflict.at.table, &conflict.at.row, field, text),
        (Some(called), None) => tongue.row_text(conflict.at.table, &conflict.at.row, called),
    }
}
