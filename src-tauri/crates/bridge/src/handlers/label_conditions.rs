//! What was done to steps, terms, events and caps, in words.

use model::{
    Cap, CapKind, Change, Cluster, Diff, Dimension, Event, Id, Key, RowChange, Step, StepState, TableName, Total,
};

use crate::Words;
use crate::handlers::label_scenarios::InScenario;
use crate::handlers::{View, events, label_scenarios, row, steps};

/// What a change of steps, terms, events, caps or lapses did; nothing of other changes.
pub(super) fn label(view: &View, change: &Change, diff: &Diff) -> Option<String> {
    let words = &view.words;
    let name = |id: &str, name: &str| words.say(id, &[("name-text", name)]);
    Some(match change {
        Change::SetStep { step } => set_step(view, step, diff),
        Change::SlipStep { step, quarters } => {
            let text = step_text(view, *step, diff);
            words.say("edit-slip-step", &[("step-text", &text), ("quarters", &quarters.to_string())])
        }
        Change::RemoveStep { step } => words.say("edit-remove-step", &[("step-text", &step_text(view, *step, diff))]),
        Change::SetTerms { cluster, from, terms } => {
            let (id, from) = match terms {
                Some(terms) => ("edit-set-terms", terms.from),
                None => ("edit-clear-terms", *from),
            };
            let rule = terms.as_ref().map(|terms| words.label("release-rule", terms.rule.key()));
            let cluster = cluster_text(view, cluster);
            words.say(
                id,
                &[
                    ("cluster-text", &cluster),
                    ("quarter", &from.to_string()),
                    ("rule-text", rule.as_deref().unwrap_or_default()),
                ],
            )
        }
        Change::SetEvent { event } => set_event(view, event, diff),
        Change::RemoveEvent { event } => {
            let found = of(&diff.events, |row| row.id == *event).and_then(|change| change.before.as_deref());
            let found = found.map(|event| events::event_text(view, event));
            name("edit-remove-event", &found.unwrap_or_else(|| gone(view, diff, TableName::Events, *event)))
        }
        Change::SetCap { cap } => set_cap(view, cap),
        Change::RemoveCap { cap } => {
            let found = of(&diff.caps, |row| row.id == *cap).and_then(|change| change.before.as_deref());
            let found = found.map(|cap| words.name(&cap.name).to_owned());
            name("edit-remove-cap", &found.unwrap_or_else(|| gone(view, diff, TableName::Caps, *cap)))
        }
        Change::SetLapse { programme, years } => {
            let programme = row::place_label(view, Dimension::Programme, programme.as_str());
            match years {
                Some(years) => {
                    words.say("edit-set-lapse", &[("programme-text", &programme), ("years", &years.to_string())])
                }
                None => words.say("edit-clear-lapse", &[("programme-text", &programme)]),
            }
        }
        _ => return None,
    })
}

/// A row that the difference does not show: one that only a scenario has lost.
fn gone(view: &View, diff: &Diff, table: TableName, id: Id) -> String {
    let called = label_scenarios::own_row(view, diff, table, id);
    called.or_else(|| view.whole.called(table, &id.to_string())).unwrap_or_else(|| id.to_string())
}

/// The row of a difference that is meant.
fn of<T>(changes: &[RowChange<T>], meant: impl Fn(&T) -> bool) -> Option<&RowChange<T>> {
    changes.iter().find(|change| change.after.as_deref().or(change.before.as_deref()).is_some_and(&meant))
}

fn step_text(view: &View, id: Id, diff: &Diff) -> String {
    let changed = of(&diff.steps, |step| step.id == id);
    let changed = changed.and_then(|change| change.after.as_deref().or(change.before.as_deref()));
    let found: Option<&Step> = changed.or_else(|| view.plan.steps.get(&id).map(AsRef::as_ref));
    let found = found.map(|step| steps::step_text(view, step));
    found.or_else(|| label_scenarios::own_row(view, diff, TableName::Steps, id)).unwrap_or_else(|| id.to_string())
}

fn cluster_text(view: &View, key: &Key) -> String {
    let cluster: Option<&Cluster> = view.plan.clusters.get(key).map(AsRef::as_ref);
    cluster.map_or_else(|| key.to_string(), |cluster| view.words.name(&cluster.name).to_owned())
}

/// Where a single field changed, the label says which; else only that the step is new or another.
fn set_step(view: &View, step: &Step, diff: &Diff) -> String {
    let words = &view.words;
    let text = steps::step_text(view, step);
    let change = of(&diff.steps, |row| row.id == step.id);
    let say = |id: &str, value: &str| words.say(id, &[("step-text", &text), ("value-text", value)]);
    let Some(change) = change else {
        return match label_scenarios::in_scenario(view, diff, TableName::Steps, step.id) {
            InScenario::Added => say("edit-add-step", ""),
            InScenario::Field(field, value) => {
                words.say("edit-set-field", &[("row-text", &text), ("field-text", &field), ("value-text", &value)])
            }
            InScenario::Other => say("edit-set-step", ""),
        };
    };
    let Some(before) = change.before.as_deref() else { return say("edit-add-step", "") };
    let same_but = |other: Step| other == *before;
    if same_but(Step { due: before.due, ..step.clone() }) {
        return say("edit-step-due", &step.due.to_string());
    }
    if same_but(Step { state: before.state, ..step.clone() }) {
        return say("edit-step-state", &state_text(view.words, step.state));
    }
    if same_but(Step { weight: before.weight, ..step.clone() }) {
        return say("edit-step-weight", &step.weight.to_string());
    }
    if same_but(Step { delay_quarters: before.delay_quarters, ..step.clone() }) {
        let quarters = step.delay_quarters.to_string();
        return words.say("edit-step-delay", &[("step-text", &text), ("quarters", &quarters)]);
    }
    if same_but(Step { probability: before.probability, ..step.clone() }) {
        return match step.probability {
            Some(chance) => say("edit-step-probability", &words.per_cent(chance)),
            None => say("edit-step-no-probability", ""),
        };
    }
    say("edit-set-step", "")
}

/// How far a step has come, with the quarter.
pub(super) fn state_text(words: Words, state: StepState) -> String {
    let label = words.label("step-state", state.key());
    let quarter = match state {
        StepState::Due => return label,
        StepState::Met { quarter } | StepState::PartlyMet { quarter, .. } | StepState::Reversed { quarter, .. } => {
            quarter
        }
    };
    words.say("state-in-quarter", &[("state-text", &label), ("quarter", &quarter.to_string())])
}

fn set_event(view: &View, event: &Event, diff: &Diff) -> String {
    let words = &view.words;
    let text = events::event_text(view, event);
    let change = of(&diff.events, |row| row.id == event.id);
    let say = |id: &str, value: &str| words.say(id, &[("name-text", &text), ("value-text", value)]);
    let Some(change) = change else {
        return match label_scenarios::in_scenario(view, diff, TableName::Events, event.id) {
            InScenario::Added => say("edit-add-event", ""),
            InScenario::Field(field, value) => {
                words.say("edit-set-field", &[("row-text", &text), ("field-text", &field), ("value-text", &value)])
            }
            InScenario::Other => say("edit-set-event", ""),
        };
    };
    let Some(before) = change.before.as_deref() else { return say("edit-add-event", "") };
    if *before == (Event { state: before.state, ..event.clone() }) {
        return say("edit-event-state", &words.label("event-state", event.state.key()));
    }
    if *before == (Event { date: before.date, ..event.clone() }) {
        return say("edit-event-date", &event.date.to_string());
    }
    say("edit-set-event", "")
}

fn set_cap(view: &View, cap: &Cap) -> String {
    let words = &view.words;
    let (name, rate) = (words.name(&cap.name), words.per_cent(cap.rate));
    let amount = words.money(Total::from(cap.amount));
    let id = match cap.kind {
        CapKind::Fixed => "edit-set-cap-fixed",
        CapKind::Growing => "edit-set-cap-growing",
        CapKind::GdpShare => "edit-set-cap-gdp-share",
    };
    words.say(id, &[("name-text", name), ("amount-text", &amount), ("rate-text", &rate)])
}
