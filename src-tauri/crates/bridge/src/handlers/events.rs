//! Events, and what they do to money, in sentences.

use model::{Dimension, Effect, EffectVerb, Event, Slice};

use crate::handlers::telling::Tongue;
use crate::handlers::{View, row, steps};
use crate::wire::{Dim, EffectLine, EventLine, SliceWire};

/// The calendar, in the order of the days.
pub(crate) fn events(view: &View) -> Vec<EventLine> {
    view.plan.calendar().into_iter().map(|(_, event)| line(view, event)).collect()
}

fn line(view: &View, event: &Event) -> EventLine {
    let words = &view.words;
    let day = view.plan.day_of(event);
    let Event { id, code, name, date, until, follows, lag_days, kind, state, grade, effects, sources, note } = event;
    let followed = follows.and_then(|id| view.plan.events.get(&id));
    EventLine {
        id: id.to_string(),
        code: code.to_string(),
        label: words.name(name).to_owned(),
        name: steps::names(name),
        date: day.to_string(),
        own_date: date.to_string(),
        until: until.map(|day| day.to_string()),
        follows: followed.map(|other| other.code.to_string()),
        lag_days: *lag_days,
        kind: kind.key().to_owned(),
        kind_label: words.label("event-kind", kind.key()),
        state: state.key().to_owned(),
        state_label: words.label("event-state", state.key()),
        grade: grade.key().to_owned(),
        grade_label: words.label("grade", grade.key()),
        quarter: day.quarter().to_string(),
        effects: effects.iter().map(|effect| self::effect(view, event, effect)).collect(),
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
    }
}

fn effect(view: &View, event: &Event, effect: &Effect) -> EffectLine {
    let Effect { verb, slice, except, quarters, share } = effect;
    EffectLine {
        verb: verb.key().to_owned(),
        verb_label: view.words.label("effect-verb", verb.key()),
        slice: slice_wire(slice),
        except: slice_wire(except),
        quarters: *quarters,
        share: share.to_string(),
        sentence: sentence(view, event, effect),
    }
}

/// What an effect does, in one sentence.
pub(crate) fn sentence(view: &View, event: &Event, effect: &Effect) -> String {
    effect_text(view.into(), event, effect)
}

/// What an effect does, in one sentence, as `tongue` knows it.
pub(crate) fn effect_text(tongue: Tongue, event: &Event, effect: &Effect) -> String {
    let words = tongue.words;
    let mut rows = slice_text(tongue, &effect.slice);
    if !effect.except.0.is_empty() {
        let except = slice_text(tongue, &effect.except);
        rows = words.say("slice-except", &[("slice-text", &rows), ("except-text", &except)]);
    }
    let day = tongue.plan.day_of(event).to_string();
    let until = event.until.map(|day| day.to_string());
    let share = words.per_cent(effect.share);
    let id = match (effect.verb, &until) {
        // What lasts without a last day only opens.
        (EffectVerb::While, None) => "effect-sentence-open".to_owned(),
        (verb, _) => format!("effect-sentence-{}", verb.key()),
    };
    words.say(
        &id,
        &[
            ("slice-text", &rows),
            ("day-text", &day),
            ("until-text", until.as_deref().unwrap_or_default()),
            ("quarters", &effect.quarters.to_string()),
            ("share-text", &share),
        ],
    )
}

/// How an event is named in sentences: its code and what happens.
pub(crate) fn event_text(view: &View, event: &Event) -> String {
    let name = view.words.name(&event.name);
    view.words.say("code-and-name", &[("code-text", event.code.as_str()), ("name-text", name)])
}

/// A slice as it crosses the door.
pub(crate) fn slice_wire(slice: &Slice) -> Vec<SliceWire> {
    let part =
        |(dimension, keys): &(Dimension, Vec<String>)| SliceWire { dimension: Dim::of(*dimension), keys: keys.clone() };
    slice.0.iter().map(part).collect()
}

/// A slice in words: each dimension with its places; all rows where there is no condition.
pub(crate) fn slice_label(view: &View, slice: &Slice) -> String {
    slice_text(view.into(), slice)
}

/// A slice in words, as `tongue` knows them.
pub(crate) fn slice_text(tongue: Tongue, slice: &Slice) -> String {
    let words = tongue.words;
    if slice.0.is_empty() {
        return words.plain("slice-all");
    }
    let part = |(dimension, keys): &(Dimension, Vec<String>)| {
        let places: Vec<String> = keys.iter().map(|key| row::place_text(tongue, *dimension, key)).collect();
        let dimension = words.label("dimension", dimension.key());
        words.say("slice-part", &[("dimension-text", &dimension), ("places-text", &places.join(", "))])
    };
    slice.0.iter().map(part).collect::<Vec<_>>().join("; ")
}
