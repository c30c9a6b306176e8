//! The sentences that every figure carries: context, note, source.

use crate::conditions::Steps;
use crate::events::Told;
use crate::frame::Wording;
use crate::subject::{Facts, Subject, date_parts};
use crate::text::clean;
use crate::words::Words;
use model::{Quarter, ScenarioId};

/// As much of a name stands in a line that has other things to say.
const LONGEST_NAME: usize = 60;

/// The end of every subtitle: reading and scenario.
pub(crate) fn context(facts: &Facts, words: &dyn Words) -> String {
    let scenario = facts.scenario.as_deref().unwrap_or(ScenarioId::BASE);
    words.say("chart-context", &[("reading", &facts.reading), ("scenario", scenario)])
}

/// The source line: which state of the plan it is where that is not the base as it stands now, where the figures come from,
/// how much is assumed, and that it is a target.
pub(crate) fn source(facts: &Facts, words: &dyn Words) -> String {
    let scenario = facts.scenario.as_ref().map(|name| ("chart-scenario-source", "scenario", name));
    let frozen = facts.frozen.as_ref().map(|state| ("chart-frozen-source", "frozen", state));
    let place = scenario.into_iter().chain(frozen);
    let place = place.map(|(id, arg, name)| words.say(id, &[(arg, &shortened(name, LONGEST_NAME))]));
    joined(place.chain([origin(facts, words)]).collect())
}

/// A name of at most this many letters; what is left over ends in an ellipsis.
pub(crate) fn shortened(name: &str, longest: usize) -> String {
    let name = clean(name);
    let name = name.trim();
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let kept: String = name.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end_matches([' ', ',', ';', '·', '.']))
}

fn origin(facts: &Facts, words: &dyn Words) -> String {
    let mut sources = facts.sources.clone();
    if facts.assumed_per_mille > 0 {
        let share = percent(facts.assumed_per_mille);
        sources.push(words.say("chart-assumptions", &[("percent", &words.number(&share))]));
    }
    if sources.is_empty() {
        return words.say("chart-target", &[]);
    }
    let sources = sources.join("; ");
    words.say("chart-source", &[("sources", &sources), ("target", &words.say("chart-target", &[]))])
}

/// The note as the text alternative has it: with the events that the picture names.
pub(crate) fn note_and_events(wording: &Wording) -> String {
    joined(vec![wording.note.clone(), wording.events.first.clone()])
}

/// The note that travels with a figure: with all its events.
pub(crate) fn whole_note(wording: &Wording) -> String {
    joined(vec![wording.note.clone(), wording.events.all.clone()])
}

/// Sentences as one text, without those that are empty.
pub(crate) fn joined(sentences: Vec<String>) -> String {
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What was paid and what is planned, told apart by the plan's "today".
pub(crate) fn as_of(facts: &Facts, words: &dyn Words) -> Option<String> {
    let date = date(&facts.as_of, words)?;
    Some(words.say("chart-as-of-note", &[("date", &date)]))
}

/// The same where not all is paid as planned.
pub(crate) fn as_let_through(facts: &Facts, words: &dyn Words) -> Option<String> {
    let date = date(&facts.as_of, words)?;
    Some(words.say("chart-as-of-conditions-note", &[("date", &date)]))
}

/// What is known and what is expected, told apart by the plan's "today".
pub(crate) fn expected_from(facts: &Facts, words: &dyn Words) -> Option<String> {
    let date = date(&facts.as_of, words)?;
    Some(words.say("chart-as-of-expected-note", &[("date", &date)]))
}

/// How many steps rest on assumptions, where any do.
pub(crate) fn assumed_steps(subject: &Subject, words: &dyn Words) -> Option<String> {
    let Steps { all, assumed } = subject.conditions.steps;
    let (all, told) = (all.to_string(), assumed.to_string());
    (assumed > 0).then(|| words.say("chart-assumed-steps-note", &[("assumed", &told), ("steps", &all)]))
}

/// A quarter in words: `Q3 2031`.
pub(crate) fn quarter(quarter: Quarter, words: &dyn Words) -> String {
    words.say("chart-quarter", &[("part", &quarter.part().to_string()), ("year", &quarter.year().to_string())])
}

/// The years a figure spans: `2026–2035`, or the only one.
pub(crate) fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// A date in words: `20 Nov 2026`.
pub(crate) fn date(text: &str, words: &dyn Words) -> Option<String> {
    let (year, month, day) = date_parts(text)?;
    let month = words.say(&format!("chart-month-{month}"), &[]);
    Some(words.say("chart-date", &[("day", &day.to_string()), ("month", &month), ("year", &year.to_string())]))
}

/// Whole percent of thousandths, halves up; what is above nought never reads 0, what is below all never 100.
fn percent(per_mille: u16) -> String {
    let rounded = (u32::from(per_mille) + 5) / 10;
    match per_mille {
        0 | 1000.. => rounded.to_string(),
        _ => rounded.clamp(1, 99).to_string(),
    }
}

impl Wording {
    /// The same words without what would break a picture.
    pub(crate) fn cleaned(self) -> Self {
        let Self { title, subtitle, note, events, source, fingerprint } = self;
        Self {
            title: clean(&title),
            subtitle: clean(&subtitle),
            note: clean(&note),
            events: Told { all: clean(&events.all), first: clean(&events.first) },
            source: clean(&source),
            fingerprint: clean(&fingerprint),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_share_never_rounds_to_none_or_all() {
        for (per_mille, text) in [(0, "0"), (1, "1"), (4, "1"), (782, "78"), (785, "79"), (999, "99"), (1000, "100")] {
            assert_eq!(percent(per_mille), text);
        }
    }
}
