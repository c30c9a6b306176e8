//! Values as canonical text, and back.

use std::str::FromStr;

use crate::{
    CapKind, Capital, Cited, Code, Date, Dimension, Effect, EffectVerb, EventKind, EventState, Grade, Id, Instrument,
    Key, LimitKind, Money, OnLoss, Outcome, PaidQuarter, Parameters, Priority, Profile, Purpose, Quarter, ReleaseRule,
    ReleaseTerms, ScenarioId, Share, Slice, StepKind, StepPart, StepState,
};

/// A value that has one canonical text.
pub(super) trait FieldText: Sized {
    fn tell(&self) -> String;
    fn read(text: &str) -> Option<Self>;
}

macro_rules! by_display {
    ($($of:ty),+) => {$(
        impl FieldText for $of {
            fn tell(&self) -> String {
                self.to_string()
            }
            fn read(text: &str) -> Option<Self> {
                Self::from_str(text).ok().filter(|value| value.to_string() == text)
            }
        }
    )+};
}

macro_rules! by_key {
    ($($of:ty),+) => {$(
        impl FieldText for $of {
            fn tell(&self) -> String {
                self.key().to_owned()
            }
            fn read(text: &str) -> Option<Self> {
                Self::from_key(text)
            }
        }
    )+};
}

by_display!(Code, Date, Id, Key, Quarter, ScenarioId, i32, u32);
by_key!(
    Capital,
    CapKind,
    EffectVerb,
    EventKind,
    EventState,
    Grade,
    Instrument,
    LimitKind,
    OnLoss,
    Outcome,
    Purpose,
    ReleaseRule,
    StepKind,
    StepPart
);

impl FieldText for Money {
    fn tell(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl FieldText for Share {
    fn tell(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl FieldText for String {
    fn tell(&self) -> String {
        self.clone()
    }
    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl FieldText for bool {
    fn tell(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
    fn read(text: &str) -> Option<Self> {
        match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

impl FieldText for Priority {
    fn tell(&self) -> String {
        self.class().to_string()
    }
    fn read(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::new)
    }
}

impl<T: FieldText> FieldText for Option<T> {
    fn tell(&self) -> String {
        self.as_ref().map_or_else(String::new, T::tell)
    }
    fn read(text: &str) -> Option<Self> {
        if text.is_empty() { Some(None) } else { T::read(text).map(Some) }
    }
}

impl FieldText for Vec<Cited> {
    fn tell(&self) -> String {
        Cited::to_text(self)
    }
    fn read(text: &str) -> Option<Self> {
        Cited::from_text(text)
    }
}

impl FieldText for Vec<Key> {
    fn tell(&self) -> String {
        self.iter().map(Key::as_str).collect::<Vec<_>>().join(",")
    }
    fn read(text: &str) -> Option<Self> {
        text.split(',').filter(|key| !key.is_empty()).map(|key| key.parse().ok()).collect()
    }
}

impl FieldText for Profile {
    fn tell(&self) -> String {
        let parameters = self.parameters().iter().map(|(name, value)| format!(" {name}={value}"));
        std::iter::once(self.key().to_owned()).chain(parameters).collect()
    }
    fn read(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let key = words.next()?;
        Self::new(key, parameters_of(words)?).ok()
    }
}

/// The parameters of a profile from words like `u=0.2`.
pub(super) fn parameters_of<'a>(words: impl Iterator<Item = &'a str>) -> Option<Parameters> {
    let pair = |word: &str| {
        let (name, value) = word.split_once('=')?;
        Some((name.to_owned(), Share::read_fine(value).ok()?))
    };
    words.map(pair).collect()
}

impl FieldText for Slice {
    fn tell(&self) -> String {
        let part = |(dimension, keys): &(Dimension, Vec<String>)| {
            let keys: Vec<String> = keys.iter().map(|key| encoded(key)).collect();
            format!("{}={}", dimension.key(), keys.join(","))
        };
        self.0.iter().map(part).collect::<Vec<_>>().join(" ")
    }
    fn read(text: &str) -> Option<Self> {
        let part = |word: &str| {
            let (dimension, keys) = word.split_once('=')?;
            Some((Dimension::from_key(dimension)?, keys.split(',').map(decoded).collect::<Option<_>>()?))
        };
        text.split_whitespace().map(part).collect::<Option<_>>().map(Self)
    }
}

impl FieldText for Vec<PaidQuarter> {
    fn tell(&self) -> String {
        self.iter().map(|paid| format!("{}={}", paid.quarter, paid.amount)).collect::<Vec<_>>().join(" ")
    }
    fn read(text: &str) -> Option<Self> {
        let paid = |word: &str| {
            let (quarter, amount) = word.split_once('=')?;
            Some(PaidQuarter { quarter: quarter.parse().ok()?, amount: amount.parse().ok()? })
        };
        text.split_whitespace().map(paid).collect()
    }
}

impl FieldText for StepState {
    fn tell(&self) -> String {
        let key = self.key();
        match self {
            Self::Due => key.to_owned(),
            Self::Met { quarter } => format!("{key} {quarter}"),
            Self::PartlyMet { quarter, share } => format!("{key} {quarter} {share}"),
            Self::Reversed { met, quarter } => format!("{key} {met} {quarter}"),
        }
    }
    fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let quarter = |text: &str| text.parse().ok();
        match *words.as_slice() {
            ["due"] => Some(Self::Due),
            ["met", met] => Some(Self::Met { quarter: quarter(met)? }),
            ["partly_met", met, share] => Some(Self::PartlyMet { quarter: quarter(met)?, share: share.parse().ok()? }),
            ["reversed", met, undone] => Some(Self::Reversed { met: quarter(met)?, quarter: quarter(undone)? }),
            _ => None,
        }
    }
}

impl FieldText for Vec<Effect> {
    fn tell(&self) -> String {
        let effect = |effect: &Effect| {
            let Effect { verb, slice, except, quarters, share } = effect;
            let (slice, except) = (encoded(&slice.tell()), encoded(&except.tell()));
            format!("verb={} slice={slice} except={except} quarters={quarters} share={share}", verb.key())
        };
        self.iter().map(effect).collect::<Vec<_>>().join("; ")
    }
    fn read(text: &str) -> Option<Self> {
        let effect = |text: &str| {
            let pairs = Pairs::read(text)?;
            Some(Effect {
                verb: pairs.value("verb")?,
                slice: pairs.value("slice")?,
                except: pairs.value("except")?,
                quarters: pairs.value("quarters")?,
                share: pairs.value("share")?,
            })
        };
        entries(text).map(effect).collect()
    }
}

impl FieldText for Vec<ReleaseTerms> {
    fn tell(&self) -> String {
        let entry = |terms: &ReleaseTerms| {
            let ReleaseTerms {
                from,
                rule,
                level,
                window_quarters,
                lag_quarters,
                on_loss,
                extension_quarters,
                clawback,
                fundamentals_first,
                grade,
                sources,
                note,
            } = terms;
            let pairs = [
                ("from", from.tell()),
                ("rule", rule.tell()),
                ("level", level.tell()),
                ("window_quarters", window_quarters.tell()),
                ("lag_quarters", lag_quarters.tell()),
                ("on_loss", on_loss.tell()),
                ("extension_quarters", extension_quarters.tell()),
                ("clawback", clawback.tell()),
                ("fundamentals_first", fundamentals_first.tell()),
                ("grade", grade.tell()),
                ("sources", sources.tell()),
                ("note", note.tell()),
            ];
            pairs.map(|(name, value)| format!("{name}={}", encoded(&value))).join(" ")
        };
        self.iter().map(entry).collect::<Vec<_>>().join("; ")
    }
    fn read(text: &str) -> Option<Self> {
        let entry = |text: &str| {
            let pairs = Pairs::read(text)?;
            Some(ReleaseTerms {
                from: pairs.value("from")?,
                rule: pairs.value("rule")?,
                level: pairs.value("level")?,
                window_quarters: pairs.value("window_quarters")?,
                lag_quarters: pairs.value("lag_quarters")?,
                on_loss: pairs.value("on_loss")?,
                extension_quarters: pairs.value("extension_quarters")?,
                clawback: pairs.value("clawback")?,
                fundamentals_first: pairs.value("fundamentals_first")?,
                grade: pairs.value("grade")?,
                sources: pairs.value("sources")?,
                note: pairs.value("note")?,
            })
        };
        entries(text).map(entry).collect()
    }
}

/// The entries of a list; no value holds a bare semicolon.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

/// The named values of one entry.
struct Pairs(Vec<(String, String)>);

impl Pairs {
    fn read(text: &str) -> Option<Self> {
        let pair = |word: &str| word.split_once('=').and_then(|(name, value)| Some((name.to_owned(), decoded(value)?)));
        text.split(' ').filter(|word| !word.is_empty()).map(pair).collect::<Option<_>>().map(Self)
    }

    /// The value of that name, which must be there once.
    fn value<T: FieldText>(&self, name: &str) -> Option<T> {
        let mut found = self.0.iter().filter(|(own, _)| own == name).map(|(_, value)| value);
        let value = found.next()?;
        if found.next().is_some() { None } else { T::read(value) }
    }
}

/// A text with the signs escaped that part values: `%` and two hexadecimal digits.
fn encoded(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '%' | ';' | ',' => told.push_str(&format!("%{:02X}", sign as u32)),
            sign if sign.is_ascii_whitespace() => told.push_str(&format!("%{:02X}", sign as u32)),
            sign => told.push(sign),
        }
    }
    told
}

fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut read = parts.next()?.to_owned();
    for part in parts {
        let code = u8::from_str_radix(part.get(..2)?, 16).ok()?;
        read.push(char::from(code));
        read.push_str(part.get(2..)?);
    }
    Some(read)
}
