//! What is committed and not paid, in words: the same in every chart.

use crate::amount::Unit;
use crate::conditions::Unpaid;
use crate::subject::Subject;
use crate::words::Words;
use model::Total;

/// The reason in the reader's language.
pub(crate) fn name(subject: &Subject, reason: Unpaid, words: &dyn Words) -> String {
    let id = match reason {
        Unpaid::AtRisk => "chart-at-risk",
        Unpaid::NotYetDue => "chart-not-yet-due",
        Unpaid::Backlog => "chart-backlog",
        Unpaid::ToCome => "chart-to-come",
        Unpaid::After => "chart-after-horizon",
        Unpaid::Lost => "chart-lost",
        Unpaid::Stopped => "chart-stopped",
    };
    words.say(id, &[("year", &subject.year(subject.quarters - 1).to_string())])
}

/// The reasons for which anything is unpaid at the end of any quarter.
pub(crate) fn reasons(subject: &Subject) -> Vec<Unpaid> {
    let used = |reason: &Unpaid| (0..subject.quarters).any(|at| subject.unpaid(*reason, at) != Total::ZERO);
    Unpaid::ALL.into_iter().filter(used).collect()
}

/// What is not paid when the plan's years end, and why; so that nothing vanishes.
pub(crate) fn note(subject: &Subject, words: &dyn Words) -> Option<String> {
    let end = subject.quarters - 1;
    let last = subject.year(end).to_string();
    if subject.conditions.unpaid.is_empty() {
        let after = subject.after();
        let amount = Unit::for_largest(after).with_name(after, words);
        return (after > Total::ZERO).then(|| words.say("chart-after-note", &[("amount", &amount), ("year", &last)]));
    }
    let part = |reason: Unpaid| {
        let amount = subject.unpaid(reason, end);
        let told = Unit::for_largest(amount).with_name(amount, words);
        let id = format!("chart-unpaid-{}", reason.key().replace('_', "-"));
        (amount != Total::ZERO).then(|| words.say(&id, &[("amount", &told), ("year", &last)]))
    };
    let parts: Vec<String> = Unpaid::ALL.into_iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| words.say("chart-unpaid-note", &[("year", &last), ("parts", &parts.join(", "))]))
}
