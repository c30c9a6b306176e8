//! The sentences that every figure carries: context, note, source.

use crate::frame::Wording;
use crate::subject::{Facts, date_parts};
use crate::text::clean;
use crate::words::Words;

/// The end of every subtitle: reading and scenario.
pub(crate) fn context(facts: &Facts, words: &dyn Words) -> String {
    words.say("chart-context", &[("reading", &facts.reading), ("scenario", &facts.scenario)])
}

/// The source line: where the figures come from, how much is assumed, and that it is a target.
pub(crate) fn source(facts: &Facts, words: &dyn Words) -> String {
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

/// What was paid and what is planned, told apart by the plan's "today".
pub(crate) fn as_of(facts: &Facts, words: &dyn Words) -> Option<String> {
    let date = date(&facts.as_of, words)?;
    Some(words.say("chart-as-of-note", &[("date", &date)]))
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
        let Self { title, subtitle, note, source, fingerprint } = self;
        Self {
            title: clean(&title),
            subtitle: clean(&subtitle),
            note: clean(&note),
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
