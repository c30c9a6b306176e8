//! What it does to money when a step comes later, in one sentence.

use engine::Shift;
use model::{Step, Total};

use crate::Words;
use crate::handlers::{View, steps};
use crate::wire::{Changed, PeriodAmount, Slip};

/// The effect of letting `step` come `quarters` later, told from the state before.
pub(crate) fn slip(view: &View, step: &Step, quarters: u32, shift: &Shift, changed: Option<Changed>) -> Slip {
    let Shift { years, after, lost, backlog, withheld, at_risk_peak, at_risk_peak_in, at_risk_until, .. } = shift;
    let differing = years.iter().filter(|(_, change)| *change != Total::ZERO);
    Slip {
        sentence: sentence(view, step, quarters, shift),
        years: differing
            .map(|(year, change)| PeriodAmount { period: year.to_string(), amount: (*change).into() })
            .collect(),
        after: (*after).into(),
        lost: (*lost).into(),
        withheld: (*withheld).into(),
        backlog: (*backlog).into(),
        at_risk_peak: (*at_risk_peak).into(),
        at_risk_peak_in: at_risk_peak_in.map(|quarter| quarter.to_string()),
        at_risk_until: at_risk_until.map(|quarter| quarter.to_string()),
        changed,
    }
}

/// What is worst comes first: what is lost, then what falls past the package, then what only moves.
fn sentence(view: &View, step: &Step, quarters: u32, shift: &Shift) -> String {
    let words = view.words;
    let last = view.plan.package.last.year().to_string();
    let mut parts = Vec::new();
    let mut part = |amount: Total, id: &str, args: &[(&str, &str)]| {
        if amount > Total::ZERO {
            let amount = words.short(amount);
            let args: Vec<(&str, &str)> =
                std::iter::once(("amount-text", amount.as_str())).chain(args.iter().copied()).collect();
            parts.push(words.say(id, &args));
        }
    };
    let last_text = [("last-text", last.as_str())];
    part(shift.lost, "slip-lost", &[]);
    part(shift.after, "slip-after", &last_text);
    part(shift.withheld, "slip-withheld", &last_text);
    part(shift.backlog, "slip-backlog", &last_text);
    parts.extend(moved(words, shift).or_else(|| moved_within(words, shift)));
    let until = shift.at_risk_until.map(|quarter| quarter.to_string()).unwrap_or_default();
    if shift.at_risk_peak > Total::ZERO {
        let amount = words.short(shift.at_risk_peak);
        parts.push(words.say("slip-at-risk", &[("amount-text", &amount), ("until-text", &until)]));
    }
    if shift.lost < Total::ZERO {
        let amount = words.short(Total::ZERO - shift.lost);
        parts.push(words.say("slip-less-lost", &[("amount-text", &amount)]));
    }
    if parts.is_empty() {
        parts.push(words.plain("slip-nothing"));
    }
    if shift.lost == Total::ZERO {
        parts.push(words.plain("slip-none-lost"));
    }
    if sets_the_pace(view, step) && shift.at_risk_peak > Total::ZERO {
        parts.push(words.plain("slip-pace"));
    }
    let later = match quarters % 4 {
        0 => words.say("slip-years-later", &[("years", &(quarters / 4).to_string())]),
        _ => words.say("slip-quarters-later", &[("quarters", &quarters.to_string())]),
    };
    let text = steps::step_text(view, step);
    words.say("slip-sentence", &[("step-text", &text), ("later-text", &later), ("parts-text", &parts.join("; "))])
}

/// Whether other groups may not run ahead of the one that the step belongs to: then more waits than its own money.
fn sets_the_pace(view: &View, step: &Step) -> bool {
    let fundamentals = view.plan.clusters.get(&step.cluster).is_some_and(|cluster| cluster.is_fundamentals());
    let waits = |cluster: &model::Cluster| cluster.terms.iter().any(|terms| terms.fundamentals_first.is_some());
    fundamentals && view.plan.clusters.iter().any(|cluster| !cluster.is_fundamentals() && waits(cluster))
}

/// What leaves the years in which it was paid, and for which it leaves them.
fn moved(words: Words, shift: &Shift) -> Option<String> {
    let picked = |wanted: fn(Total) -> bool| -> Vec<i32> {
        shift.years.iter().filter(|(_, change)| wanted(*change)).map(|(year, _)| *year).collect()
    };
    let (from, to) = (spans(&picked(|change| change < Total::ZERO)), spans(&picked(|change| change > Total::ZERO)));
    let gained: Total = shift.years.iter().map(|(_, change)| (*change).max(Total::ZERO)).sum();
    let (moved, part) = (words.short(shift.moved), words.short(gained));
    let args = [("amount-text", moved.as_str()), ("part-text", &part), ("from-text", &from), ("to-text", &to)];
    let id = match (from.is_empty(), to.is_empty()) {
        (true, true) => return None,
        (false, true) => "slip-leaves",
        (true, false) => "slip-gains",
        (false, false) if gained == shift.moved => "slip-leaves-for",
        (false, false) => "slip-leaves-partly-for",
    };
    Some(words.say(id, &args))
}

/// What leaves the quarters in which it was paid where no year is paid more or less than before.
fn moved_within(words: Words, shift: &Shift) -> Option<String> {
    let amount = words.short(shift.moved_in_quarters);
    let args = [("amount-text", amount.as_str()), ("in-text", &spans(&shift.within))];
    (shift.moved_in_quarters > Total::ZERO).then(|| words.say("slip-within-years", &args))
}

/// Years as people write them: `2027–2029, 2031`.
pub(super) fn spans(years: &[i32]) -> String {
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let text = |(first, last): &(i32, i32)| {
        if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") }
    };
    spans.iter().map(text).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_told_in_spans() {
        assert_eq!(spans(&[]), "");
        assert_eq!(spans(&[2027]), "2027");
        assert_eq!(spans(&[2027, 2028, 2030, 2032, 2033]), "2027\u{2013}2028, 2030, 2032\u{2013}2033");
    }
}
