//! From a place as it crosses the door to the state that is looked at, and what is said of it over the screen.

use std::sync::Arc;

use document::{At, Document, Snapshot, Version, When};
use model::ScenarioId;

use crate::wire::{Place, PlaceShown, VersionShown};
use crate::{Problem, Words};

/// The state at a place of a document.
///
/// # Errors
/// Where there is no such scenario, version or moment, or the history does not lead there.
pub(crate) fn state(document: &Document, place: &Place) -> Result<Arc<Snapshot>, Problem> {
    let state = document.snapshot_at(At::then(when(document, place)?))?;
    let Some(name) = &place.scenario else { return Ok(state) };
    match state.whole().scenario_named(name)? {
        ScenarioId::Base => Ok(state),
        scenario => Ok(state.in_scenario(scenario)?),
    }
}

/// The time of a place.
///
/// # Errors
/// Where it names both a version and a moment, or there is no such version.
pub(crate) fn when(document: &Document, place: &Place) -> Result<When, Problem> {
    match (&place.version, place.moment) {
        (None, None) => Ok(When::Now),
        (Some(name), None) => Ok(When::Version(version(document, name)?.id)),
        (None, Some(seq)) => Ok(When::Moment(seq)),
        (Some(_), Some(_)) => Err(Problem::usage("two-times")),
    }
}

/// The version with this id, or this name whatever its case.
///
/// # Errors
/// Where there is none.
pub(crate) fn version(document: &Document, named: &str) -> Result<Arc<Version>, Problem> {
    let by_id = named.parse().ok().and_then(|id| document.version(id));
    let wanted = named.trim().to_lowercase();
    let by_name = || document.versions().into_iter().find(|version| version.name.to_lowercase() == wanted);
    by_id.or_else(by_name).ok_or_else(|| Problem::refused("unknown-version").with("wanted", named))
}

/// Refuses a place that cannot be changed.
///
/// # Errors
/// Where it is a version or a moment.
pub(crate) fn check_changeable(place: &Place) -> Result<(), Problem> {
    if place.is_present() { Ok(()) } else { Err(Problem::refused("read-only-place")) }
}

/// The name of a scenario in the reader's language.
pub(crate) fn scenario_label(plan: &model::Plan, scenario: ScenarioId, words: Words) -> String {
    let named = |id: model::Id| plan.scenarios.get(&id).map(|row| words.name(&row.name).to_owned());
    match scenario {
        ScenarioId::Base => words.plain("scenario-base"),
        ScenarioId::Of(id) => named(id).unwrap_or_else(|| id.to_string()),
    }
}

/// What is shown of the place, from the state that is there.
pub(crate) fn shown(document: &Document, place: &Place, state: &Snapshot, words: Words) -> PlaceShown {
    let when = when(document, place).unwrap_or_default();
    let version = match when {
        When::Version(id) => document.version(id),
        When::Now | When::Moment(_) => None,
    };
    let scenario = state.scenario();
    let label = scenario_label(state.whole(), scenario, words);
    let mut notes = Vec::new();
    match (when, &version) {
        (When::Version(_), Some(version)) => notes.push(version_note(version, words)),
        (When::Moment(seq), _) => notes.push(words.say("looked-at-moment", &[("number-text", &seq.to_string())])),
        _ => {}
    }
    if !state.sound() {
        notes.push(words.plain("looked-at-unsound"));
    }
    if !scenario.is_base() {
        notes.push(words.say("looked-at-scenario", &[("name-text", &label)]));
    }
    PlaceShown {
        scenario: scenario.to_string(),
        scenario_label: label,
        version: version.map(|version| VersionShown { id: version.id.to_string(), name: version.name.clone() }),
        moment: match when {
            When::Moment(seq) => Some(seq),
            When::Now | When::Version(_) => None,
        },
        frozen: when != When::Now,
        sound: state.sound(),
        note: notes.join(" "),
    }
}

/// What the version or moment of a place is called; nothing where it is the present.
pub(crate) fn when_label(document: &Document, place: &Place, words: Words) -> Option<String> {
    match when(document, place).ok()? {
        When::Now => None,
        When::Version(id) => {
            let version = document.version(id)?;
            Some(words.say("version-named", &[("name-text", &version.name)]))
        }
        When::Moment(seq) => Some(words.say("moment-named", &[("number-text", &seq.to_string())])),
    }
}

fn version_note(version: &Version, words: Words) -> String {
    let Version { name, author, time, .. } = version;
    let id = if author.is_empty() { "looked-at-version-unsigned" } else { "looked-at-version" };
    words.say(id, &[("name-text", name), ("author-text", author), ("time-text", time)])
}
