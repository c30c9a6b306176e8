//! What the model refuses, as problems.

use engine::YearRefusal;
use model::{
    AmountRefusal, Code, DateRefusal, KeyRefusal, MoneyRefusal, PROFILES, ProfileRefusal, QuarterRefusal, Refusal,
    RowsRefusal, ShareRefusal, Total,
};

use crate::Problem;

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let new = Self::refused;
        match refusal {
            Refusal::Unknown { table, wanted } => new("unknown-row").with("table", table.key()).with("wanted", wanted),
            Refusal::UnknownScenario(name) => new("unknown-scenario").with("wanted", name),
            Refusal::NegativeAmount(amount) => new("negative-amount").with("amount_usd", amount),
            Refusal::PaymentNotPositive(amount) => new("payment-not-positive").with("amount_usd", amount),
            Refusal::EndBeforeStart { start, end } => new("end-before-start").with("start", start).with("end", end),
            Refusal::LessThanPaid { paid, amount } => {
                new("less-than-paid").with("paid_usd", paid).with("amount_usd", amount)
            }
            Refusal::PaidInFuture { quarter, as_of } => {
                new("paid-in-future").with("quarter", quarter).with("as_of", as_of)
            }
            Refusal::PaidBeforePackage { quarter, first } => {
                new("paid-before-package").with("quarter", quarter).with("first", first)
            }
            Refusal::Locked(code) => new("locked").with("allocation", code),
            Refusal::CodeTaken(code) => new("code-taken").with("allocation", code),
            Refusal::IdTaken(id) => new("id-taken").with("id", id),
            Refusal::EmptyName => new("empty-name"),
            Refusal::TooLong { field, length, most } => {
                new("too-long").with("field", field).with("length", length).with("most", most)
            }
            Refusal::Unprintable { field } => new("unprintable").with("field", field),
            Refusal::Profile(refusal) => Self::from(refusal),
            Refusal::LimitMissed { limit, by } => new("limit-missed").with("limit", limit).with("by_usd", by),
            Refusal::TooManyRows { most } => new("too-many-rows").with("most", most),
            Refusal::EmptyPackage => new("empty-package"),
            Refusal::GivesToItself(code) => new("gives-to-itself").with("allocation", code),
            Refusal::CannotGive { by, .. } if Total::from(by) < Total::ZERO => {
                new("cannot-take").with("by_usd", Total::ZERO - Total::from(by))
            }
            Refusal::CannotGive { by, has } => new("cannot-give").with("by_usd", by).with("has_usd", has),
            Refusal::NotCitable { field } => new("not-citable").with("field", field),
            Refusal::LimitTwofold => new("limit-twofold"),
            Refusal::ProgrammesInCircle(key) => new("programmes-in-circle").with("wanted", key),
            Refusal::Rows(refusal) => Self::from(*refusal),
            Refusal::NotSettable { field } => new("not-settable").with("field", field),
            Refusal::NamedTwice(key) => new("named-twice").with("wanted", key),
            Refusal::PriorityOutOfRange => new("priority-out-of-range"),
            Refusal::WeightOutOfRange { weight } => new("weight-out-of-range").with("weight", weight),
            Refusal::ShareOutOfRange { field, share } => {
                new("share-out-of-range").with("field", field).with("share", share)
            }
            Refusal::TooMany { field, count, most } => {
                new("too-many").with("field", field).with("number", count).with("most", most)
            }
            Refusal::TooManyDays { days, most } => new("too-many-days").with("days", days).with("most", most),
            Refusal::StepNotDue { step, state } => new("step-not-due").with("step", step).with("state", state),
            Refusal::LevelMissing { rule } => new("level-missing").with("rule", rule),
            Refusal::LevelUnused { rule } => new("level-unused").with("rule", rule),
            Refusal::EventsInCircle { chain } => new("events-in-circle").with("chain", chain.join(" \u{2192} ")),
            Refusal::EventFollowed { by } => new("event-followed").with("event", by),
            Refusal::EndsBeforeItBegins { begins, ends } => {
                new("ends-before-it-begins").with("begins", begins).with("ends", ends)
            }
            Refusal::UndoneTooEarly { met, undone } => new("undone-too-early").with("met", met).with("undone", undone),
            Refusal::NoTerms { cluster, from } => new("no-terms").with("cluster", cluster).with("from", from),
            Refusal::TermsTaken { cluster, from } => new("terms-taken").with("cluster", cluster).with("from", from),
            Refusal::ExtensionUnused { on_loss } => new("extension-unused").with("on_loss", on_loss),
            Refusal::ExtensionMissing => new("extension-missing"),
            Refusal::LagUnused { days } => new("lag-unused").with("days", days),
            Refusal::BeyondCalendar { follows, lag_days } => {
                new("beyond-calendar").with("event", follows).with("days", lag_days)
            }
            Refusal::OfFollower { event, refusal } => Self::from(*refusal).with("follower", event),
            Refusal::EffectUnused { verb, field } => new("effect-unused").with("verb", verb).with("field", field),
            Refusal::DimensionTwice { dimension } => new("dimension-twice").with("dimension", dimension),
            Refusal::CapUnused { kind, field } => new("cap-unused").with("kind", kind).with("field", field),
            Refusal::EmptySlice { dimension } => new("empty-slice").with("dimension", dimension),
            Refusal::CapOfNothing { cap } => new("cap-of-nothing").with("cap", cap),
            Refusal::ScenarioNameTaken(name) => new("scenario-name-taken").with("name", name),
            Refusal::ScenariosInCircle { chain } => new("scenarios-in-circle").with("chain", chain.join(" \u{2192} ")),
            Refusal::ScenariosTooDeep { most } => new("scenarios-too-deep").with("most", most),
            Refusal::ScenarioFollowed { by } => new("scenario-followed").with("by", by),
            Refusal::OutcomeTaken { outcome, by } => new("outcome-taken").with("outcome", outcome).with("by", by),
            Refusal::BaseOnly { change } => new("base-only").with("change", change),
            Refusal::NotOverridden { at } => {
                new("not-overridden").with("at", at.field.map_or_else(|| "*".to_owned(), |field| field.to_string()))
            }
            Refusal::NotOverridable { what } => new("not-overridable").with("what", what),
            Refusal::Value(bad) => new("not-a-value").with("field", bad.field).with("text", bad.value),
            Refusal::Unapplied { count } => new("overrides-unapplied").with("number", count),
        }
    }
}

impl From<RowsRefusal> for Problem {
    fn from(refusal: RowsRefusal) -> Self {
        let new = Self::refused;
        match refusal {
            RowsRefusal::SpreadLocked { locked, total } => {
                new("spread-locked").with("locked_usd", locked).with("total_usd", total)
            }
            RowsRefusal::SpreadPaid { paid, locked, total } if locked == Total::ZERO => {
                new("spread-paid").with("paid_usd", paid).with("total_usd", total)
            }
            RowsRefusal::SpreadPaid { paid, locked, total } => {
                new("spread-paid-and-locked").with("paid_usd", paid).with("locked_usd", locked).with("total_usd", total)
            }
            RowsRefusal::NothingToSpread { locked } => new("nothing-to-spread").with("number", locked),
            RowsRefusal::NothingToSpreadBy { how } => new("nothing-to-spread-by").with("how", how),
            RowsRefusal::SplitDoesNotAdd { sum, amount } => {
                new("split-does-not-add").with("sum_usd", sum).with("amount_usd", amount)
            }
            RowsRefusal::TooFewParts { count } => new("too-few-parts").with("number", count),
            RowsRefusal::TooFewRows { count } => new("too-few-rows").with("number", count),
            RowsRefusal::RowsDiffer { field, row, others } => {
                let others: Vec<&str> = others.iter().map(Code::as_str).collect();
                new("rows-differ").with("field", field).with("allocation", row).with("others", others.join(", "))
            }
            RowsRefusal::SumTooLarge { sum } => new("sum-too-large").with("sum", sum),
        }
    }
}

impl From<YearRefusal> for Problem {
    fn from(refusal: YearRefusal) -> Self {
        // Years are names, not counts.
        let new = |code, year: i32| Self::refused(code).with("year_text", year);
        match refusal {
            YearRefusal::Plan(refusal) => Self::from(refusal),
            YearRefusal::Outside { year, first, last } => {
                new("year-outside", year).with("first_text", first).with("last_text", last)
            }
            YearRefusal::Closed { year, open } => new("year-closed", year).with("open", open),
            YearRefusal::LessThanPaid { year, paid, amount } => {
                new("year-less-than-paid", year).with("paid_usd", paid).with("amount_usd", amount)
            }
            YearRefusal::OthersLack { by, has } => {
                Self::refused("year-others-lack").with("by_usd", by).with("has_usd", has)
            }
            YearRefusal::NoOtherYear { year, by } => new("year-no-other", year).with("by_usd", by),
            YearRefusal::YearLacks { year, by, has } => new("year-lacks", year).with("by_usd", by).with("has_usd", has),
            YearRefusal::GivesToItself { year } => new("year-gives-to-itself", year),
            YearRefusal::TooManyQuarters { quarters, most } => {
                Self::refused("year-too-many-quarters").with("quarters", quarters).with("most", most)
            }
            YearRefusal::TooLarge { amount } => Self::refused("year-too-large").with("amount_usd", amount),
        }
    }
}

impl From<ProfileRefusal> for Problem {
    fn from(refusal: ProfileRefusal) -> Self {
        let new = Self::refused;
        match refusal {
            ProfileRefusal::Unknown(key) => {
                let known: Vec<&str> = PROFILES.iter().map(|curve| curve.key).collect();
                new("unknown-profile").with("wanted", key).with("known", known.join(", "))
            }
            ProfileRefusal::UnknownParameter { profile, parameter } => {
                new("unknown-parameter").with("profile", profile).with("parameter", parameter)
            }
            ProfileRefusal::MissingParameter { profile, parameter } => {
                new("missing-parameter").with("profile", profile).with("parameter", parameter)
            }
            ProfileRefusal::OutOfRange { profile, parameter, value, least, greatest } => new("parameter-out-of-range")
                .with("profile", profile)
                .with("parameter", parameter)
                .with("value", value)
                .with("least", least)
                .with("greatest", greatest),
            ProfileRefusal::NotWhole { profile, parameter, value } => {
                new("parameter-not-whole").with("profile", profile).with("parameter", parameter).with("value", value)
            }
            ProfileRefusal::TooFine { profile, parameter, value } => {
                new("parameter-too-fine").with("profile", profile).with("parameter", parameter).with("value", value)
            }
            ProfileRefusal::RampsOverlap { u, d } => new("ramps-overlap").with("u", u).with("d", d),
            ProfileRefusal::MoreThanWhole { profile, parameters, sum } => {
                new("parameters-above-one").with("profile", profile).with("parameters", parameters).with("sum", sum)
            }
            ProfileRefusal::EmptyList { profile, parameter } => {
                new("list-empty").with("profile", profile).with("parameter", parameter)
            }
            ProfileRefusal::TooMany { profile, parameter, count, most } => new("list-too-long")
                .with("profile", profile)
                .with("parameter", parameter)
                .with("entries", count)
                .with("most", most),
            ProfileRefusal::WrongCount { profile, parameter, count, wanted } => new("list-wrong-count")
                .with("profile", profile)
                .with("parameter", parameter)
                .with("entries", count)
                .with("wanted", wanted),
            ProfileRefusal::NegativeShare { profile, parameter, value } => {
                new("share-negative").with("profile", profile).with("parameter", parameter).with("value", value)
            }
            ProfileRefusal::SharesDoNotAdd { profile, parameter, sum, off } => new("shares-do-not-add")
                .with("profile", profile)
                .with("parameter", parameter)
                .with("sum", sum)
                .with("off", off),
            ProfileRefusal::Falls { point, share, before } => {
                new("curve-falls").with("point", point).with("share", share).with("before", before)
            }
            ProfileRefusal::OutOfOrder { point, time, before } => {
                new("curve-out-of-order").with("point", point).with("time", time).with("before", before)
            }
            ProfileRefusal::EndsElsewhere { time, share } => {
                new("curve-ends-elsewhere").with("time", time).with("share", share)
            }
        }
    }
}

impl From<AmountRefusal> for Problem {
    fn from(refusal: AmountRefusal) -> Self {
        let new = |code, text: String| Self::refused(code).with("text", text);
        match refusal {
            AmountRefusal::Empty => Self::refused("amount-empty"),
            AmountRefusal::NotANumber { text } => new("amount-not-a-number", text),
            AmountRefusal::BadGrouping { text } => new("amount-bad-grouping", text),
            AmountRefusal::Ambiguous { text } => new("amount-ambiguous", text),
            AmountRefusal::OtherFormat { text, expected } => {
                new("amount-other-format", text).with("expected", expected)
            }
            AmountRefusal::FinerThanCent { text } => new("amount-finer-than-cent", text),
            AmountRefusal::TooLarge { text } => new("amount-too-large", text),
        }
    }
}

impl From<MoneyRefusal> for Problem {
    fn from(refusal: MoneyRefusal) -> Self {
        match refusal {
            MoneyRefusal::Empty => Self::refused("amount-empty"),
            MoneyRefusal::NotCanonical(text) => Self::refused("amount-not-canonical").with("text", text),
            MoneyRefusal::TooLarge(text) => Self::refused("amount-too-large").with("text", text),
        }
    }
}

impl From<KeyRefusal> for Problem {
    fn from(refusal: KeyRefusal) -> Self {
        let (KeyRefusal::NotAnId(text) | KeyRefusal::NotAKey(text)) = refusal;
        Self::refused("not-a-key").with("text", text)
    }
}

impl From<QuarterRefusal> for Problem {
    fn from(QuarterRefusal(text): QuarterRefusal) -> Self {
        Self::refused("not-a-quarter").with("text", text)
    }
}

impl From<ShareRefusal> for Problem {
    fn from(ShareRefusal(text): ShareRefusal) -> Self {
        Self::refused("not-a-share").with("text", text)
    }
}

impl From<DateRefusal> for Problem {
    fn from(DateRefusal(text): DateRefusal) -> Self {
        Self::refused("not-a-date").with("text", text)
    }
}
