//! What is told of a merge: what the other copy brings, each conflict with both values, and what either does to sums.

use std::sync::Arc;

use engine::Schedule;
use model::{Conflict, Fields, Pick, Plan, TableName, Total};

use crate::Words;
use crate::handlers::merge_sides::overridden;
use crate::handlers::merging::{Found, Outcome, authors, key_text, last_touch, merged, settled};
use crate::handlers::named::{overridden_called, overridden_row, scenario_text};
use crate::handlers::telling::{Tongue, field_label, table_label};
use crate::handlers::{compare, merge_sides, versions};
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
        ours_edits: found.ours.told.then(|| count(found.ours.since.len())),
        theirs_edits: found.theirs.told.then(|| count(found.theirs.since.len())),
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
    fn if_settled(&self, (found, outcome): (&Found, &Outcome), conflict: &Conflict, pick: Pick, words: Words) -> Total {
        let stands = conflict.picked.unwrap_or(Pick::Ours);
        if pick == stands || !moves_money(conflict) {
            return self.paid;
        }
        let other = other_field(outcome.plan(), conflict, pick)
            .or_else(|| Some(merged(found, &settled(&outcome.picks, conflict, pick), words).ok()?.plan));
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
    let [base_label, ours_label, theirs_label] = merge_sides::labels(found, conflict, words);
    let about = about(found, outcome.plan(), conflict, words);
    let touch = |since| {
        last_touch(since, &conflict.at)
            .map_or_else(Default::default, |entry| (entry.author.clone(), entry.time.clone()))
    };
    let ((ours_author, ours_time), (theirs_author, theirs_time)) =
        (touch(&found.ours.since), touch(&found.theirs.since));
    let settled = |pick: Pick| sums.if_settled((found, outcome), conflict, pick, words);
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
        effect_ours: settled(Pick::Ours).into(),
        effect_theirs: settled(Pick::Theirs).into(),
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

fn about(found: &Found, merged: &Plan, conflict: &Conflict, words: Words) -> About {
    // What is gone from the one is called what the other calls it.
    let plans = [merged, found.theirs.state.whole(), found.ours.state.whole(), found.base.whole()];
    let tongues = plans.map(|plan| Tongue { plan, words });
    let having = |has: &dyn Fn(&Plan) -> bool| *tongues.iter().find(|tongue| has(tongue.plan)).unwrap_or(&tongues[0]);
    if let Some(at) = overridden(conflict) {
        // A conflict between overrides is about the field that they override.
        let scenario = scenario_text(having(&|plan| plan.scenarios.get(&at.scenario).is_some()), at.scenario);
        let tongue = having(&|plan| overridden_called(plan, &at).is_some());
        let text = overridden_row(tongue, &at);
        return About {
            label: tongue.row_label(at.table, &at.row),
            table_label: format!("{} \u{b7} {scenario}", table_label(words, at.table)),
            field_label: field_label(words, at.table, at.field),
            called: overridden_called(tongue.plan, &at).unwrap_or_else(|| text.clone()),
            text: words.say("merge-in-scenario", &[("row-text", &text), ("name-text", &scenario)]),
        };
    }
    let (table, row) = (conflict.at.table, conflict.at.row.as_str());
    let tongue = having(&|plan| plan.has_row(table, row));
    About {
        called: tongue.called(table, row, &conflict.called),
        label: tongue.row_label(table, row),
        table_label: table_label(words, table),
        field_label: if merge_sides::is_bound(conflict) {
            words.plain("merge-limit-bound")
        } else {
            field_label(words, table, conflict.at.field)
        },
        text: tongue.row_text(table, row, &conflict.called),
    }
}
