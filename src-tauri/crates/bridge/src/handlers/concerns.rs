//! Concerns in sentences.

use engine::{ConcernKind, Severity};
use model::{Id, Total};

use crate::Problem;
use crate::handlers::View;
use crate::handlers::telling::{Tongue, field_label, table_label};
use crate::wire::{Concern, ConcernCounts, Severity as WireSeverity};

/// Every concern that was found about the plan, in words.
pub(crate) fn concerns(view: &View, found: &[engine::Concern]) -> Vec<Concern> {
    found.iter().map(|concern| worded(view, concern)).collect()
}

/// How many there are of each severity.
pub(crate) fn counts(concerns: &[engine::Concern]) -> ConcernCounts {
    let of = |severity| {
        u32::try_from(concerns.iter().filter(|concern| concern.severity == severity).count()).unwrap_or(u32::MAX)
    };
    ConcernCounts { error: of(Severity::Error), warning: of(Severity::Warning), note: of(Severity::Note) }
}

fn worded(view: &View, concern: &engine::Concern) -> Concern {
    Concern {
        severity: match concern.severity {
            Severity::Error => WireSeverity::Error,
            Severity::Warning => WireSeverity::Warning,
            Severity::Note => WireSeverity::Note,
        },
        code: concern.kind.key().to_owned(),
        message: sentence(Tongue { plan: view.plan, words: view.words }, &concern.kind),
        rows: concern.rows.iter().map(ToString::to_string).collect(),
        screen: screen(&concern.kind).to_owned(),
        sources: concern.sources.iter().map(ToString::to_string).collect(),
    }
}

/// The screen on which a concern can be looked into.
fn screen(kind: &ConcernKind) -> &'static str {
    match kind {
        ConcernKind::PaymentsAboveOutput { .. }
        | ConcernKind::AfterHorizon { .. }
        | ConcernKind::Stopped { .. }
        | ConcernKind::Backlog { .. }
        | ConcernKind::OpenedAfterHorizon { .. }
        | ConcernKind::EventsAfterHorizon { .. } => "disburse",
        ConcernKind::StepsAfterHorizon { .. }
        | ConcernKind::StepsOverdue { .. }
        | ConcernKind::StepsLapsed { .. }
        | ConcernKind::StepsTooLate { .. }
        | ConcernKind::StepsAhead { .. }
        | ConcernKind::WeightsOff { .. }
        | ConcernKind::BoosterWithoutSteps { .. }
        | ConcernKind::Lost { .. } => "booster",
        ConcernKind::Assumed { .. } | ConcernKind::Unnamed { .. } => "sources",
        ConcernKind::OverrideRowGone { .. }
        | ConcernKind::OverrideRefused { .. }
        | ConcernKind::OverridesUnreasoned { .. } => "scenarios",
        _ => "allocate",
    }
}

fn sentence(tongue: Tongue<'_>, kind: &ConcernKind) -> String {
    let words = tongue.words;
    let money = |amount: &Total| words.money(*amount);
    let limit = |amount: &model::Money| words.money(Total::from(*amount));
    let say = |args: &[(&str, &str)]| words.say(&format!("concern-{}", kind.key().replace('_', "-")), args);
    match kind {
        ConcernKind::PackageExceeded { by } => say(&[("by", &money(by))]),
        ConcernKind::Flawed { table, row, refusal } => {
            let reason = Problem::from(refusal.clone()).worded(words).message;
            say(&[("table", table.key()), ("row-text", row), ("reason", &reason)])
        }
        ConcernKind::ReadingExceeded { reading, part, limit: figure, by }
        | ConcernKind::ReadingUnfilled { reading, part, limit: figure, by } => {
            let part = words.label("part", part);
            say(&[("reading", words.name(reading)), ("part", &part), ("limit", &limit(figure)), ("by", &money(by))])
        }
        ConcernKind::LimitMissed { limit, by } => say(&[("limit", words.name(limit)), ("by", &money(by))]),
        ConcernKind::PaymentsAboveOutput { year, paid, share, extrapolated, years, bound } => {
            let basis = words.plain(if *extrapolated { "output-extrapolated" } else { "output-stated" });
            say(&[
                ("year-text", &year.to_string()),
                ("paid", &words.rounded(*paid)),
                ("share", &words.per_cent(*share)),
                ("bound", &words.per_cent(*bound)),
                ("basis", &basis),
                ("years", &years.to_string()),
            ])
        }
        ConcernKind::ProgrammeExceeded { programme, amount, by } => {
            say(&[("programme", words.name(programme)), ("amount", &limit(amount)), ("by", &money(by))])
        }
        ConcernKind::ProgrammeAndParent { programme, amount, parent, contains } => say(&[
            ("programme-text", words.name(programme)),
            ("amount", &money(amount)),
            ("parent-text", words.name(parent)),
            ("contains", &money(contains)),
        ]),
        ConcernKind::BoosterAdded { reading, amount, by } => say(&[
            ("reading-text", words.name(reading)),
            ("amount", &money(amount)),
            ("exceeds", if by.is_some() { "yes" } else { "no" }),
            ("by", &by.as_ref().map(money).unwrap_or_default()),
        ]),
        ConcernKind::NegativeNetFlow { programme, amount, owed, by } => say(&[
            ("programme-text", words.name(programme)),
            ("amount", &limit(amount)),
            ("owed", &limit(owed)),
            ("by", &money(by)),
        ]),
        ConcernKind::Overdue { amount }
        | ConcernKind::AfterHorizon { amount }
        | ConcernKind::BoosterWithoutSteps { amount }
        | ConcernKind::Lost { amount }
        | ConcernKind::Stopped { amount } => say(&[("amount", &money(amount))]),
        ConcernKind::Backlog { amount, year } => say(&[("amount", &money(amount)), ("year-text", &year.to_string())]),
        ConcernKind::WeightsOff { cluster, sum } => {
            say(&[("cluster", words.name(cluster)), ("sum-text", &charts::Words::number(&words, &sum.to_string()))])
        }
        ConcernKind::StepsAfterHorizon { count, first }
        | ConcernKind::StepsOverdue { count, first }
        | ConcernKind::StepsLapsed { count, first }
        | ConcernKind::StepsTooLate { count, first }
        | ConcernKind::StepsAhead { count, first }
        | ConcernKind::EventsAfterHorizon { count, first }
        | ConcernKind::Unsourced { count, first } => {
            say(&[("first-text", first.as_str()), ("others", &count.saturating_sub(1).to_string())])
        }
        ConcernKind::OpenedAfterHorizon { count, first, amount } => say(&[
            ("first-text", first.as_str()),
            ("others", &count.saturating_sub(1).to_string()),
            ("amount", &money(amount)),
        ]),
        ConcernKind::Assumed { amount, share } | ConcernKind::Unnamed { amount, share } => {
            say(&[("amount", &money(amount)), ("share", &words.per_cent(*share))])
        }
        ConcernKind::OverrideRowGone { .. } | ConcernKind::OverrideRefused { .. } => unapplied(tongue, kind),
        ConcernKind::OverridesUnreasoned { scenario, count } => {
            say(&[("scenario-text", words.name(scenario)), ("count", &count.to_string())])
        }
        ConcernKind::PurposeEmpty { purpose } => say(&[("purpose", &words.label("purpose", purpose.key()))]),
    }
}

/// What of a scenario is not applied, and why.
fn unapplied(tongue: Tongue<'_>, kind: &ConcernKind) -> String {
    let words = tongue.words;
    let says = |table, field, value: &str| {
        let label = field_label(words, table, Some(field));
        words.say(
            "concern-override-says",
            &[("field-text", &label), ("value-text", &tongue.value(table, "", field, value))],
        )
    };
    match kind {
        ConcernKind::OverrideRowGone { scenario, table, row, says: said } => {
            let said: Vec<String> = said.iter().map(|(field, value)| says(*table, *field, value)).collect();
            let id = if said.is_empty() { "concern-override-row-gone-already" } else { "concern-override-row-gone" };
            // A row that is gone from the whole plan has left no code behind.
            let row = if row.parse::<Id>().is_ok() { words.plain("override-of-gone-now") } else { row.clone() };
            words.say(
                id,
                &[
                    ("scenario-text", words.name(scenario)),
                    ("table-text", &table_label(words, *table)),
                    ("row-text", &row),
                    ("says-text", &said.join("; ")),
                ],
            )
        }
        ConcernKind::OverrideRefused { scenario, table, called, field, value, refusal } => {
            let reason = Problem::from(refusal.clone()).worded(words).message;
            let said = field.map_or_else(|| words.plain("concern-override-whole"), |field| says(*table, field, value));
            words.say(
                "concern-override-refused",
                &[
                    ("scenario-text", words.name(scenario)),
                    ("row-text", called),
                    ("says-text", &said),
                    ("reason-text", &reason),
                ],
            )
        }
        _ => String::new(),
    }
}
