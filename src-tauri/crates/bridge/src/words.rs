//! The program's words in the reader's language, from the Fluent catalogues in `assets/words`.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use model::{Money, Name, NumberFormat, Share, Total};
use unic_langid::LanguageIdentifier;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// Its code: `en`, `uk`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Ukrainian => "uk",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::English, Self::Ukrainian].into_iter().find(|language| language.code() == code)
    }
}

macro_rules! catalogues {
    ($($file:literal),+) => {
        /// The catalogues that Rust speaks from; the window's own (`ui.ftl`) is read by the window.
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../../../../assets/words/en/", $file))),+];
        const UKRAINIAN: &[&str] = &[$(include_str!(concat!("../../../../assets/words/uk/", $file))),+];
    };
}

catalogues![
    "common.ftl",
    "model.ftl",
    "charts.ftl",
    "edits.ftl",
    "explain.ftl",
    "past.ftl",
    "problems.ftl",
    "concerns.ftl",
    "differences.ftl",
    "allocate.ftl",
    "app.ftl"
];

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 2] = [OnceLock::new(), OnceLock::new()];
    let (at, texts) = match language {
        Language::English => (0, ENGLISH),
        Language::Ukrainian => (1, UKRAINIAN),
    };
    BUNDLES[at].get_or_init(|| {
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Invisible direction marks have no place in files and charts.
        bundle.set_use_isolating(false);
        for text in texts {
            // A catalogue with a mistake still gives its other messages; a test refuses it.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// Words in one language, and numbers as one reader writes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub language: Language,
    /// How numbers are written.
    pub numbers: NumberFormat,
}

impl Words {
    /// The message `id`, with nothing to fill in. An unknown id is given back as it is.
    #[must_use]
    pub fn plain(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The message `id` with its places filled. An unknown id is given back as it is, so that it is seen.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        let bundle = bundle(self.language);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return id.to_owned() };
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            // Whole numbers select the plural form; everything else is text.
            match value.parse::<i32>() {
                Ok(number) if !name.ends_with("text") && number.to_string() == *value => {
                    filled.set(Cow::Borrowed(*name), number);
                }
                _ => filled.set(Cow::Borrowed(*name), (*value).to_owned()),
            }
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
    }

    /// Whether the catalogues have a message `id`.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        bundle(self.language).has_message(id)
    }

    /// The word for a member of a closed set or list: `instrument`, `loan_private` → "Private loan".
    #[must_use]
    pub fn label(&self, kind: &str, key: &str) -> String {
        self.plain(&format!("{kind}-{}", key.replace('_', "-")))
    }

    /// A name in the reader's language; in English where it has no other.
    #[must_use]
    pub fn name<'a>(&self, name: &'a Name) -> &'a str {
        match self.language {
            Language::Ukrainian if !name.uk.is_empty() => &name.uk,
            Language::English | Language::Ukrainian => &name.en,
        }
    }

    /// An exact amount for a sentence: in billions or millions where that takes at most three decimals, else in full.
    #[must_use]
    pub fn money(&self, amount: Total) -> String {
        let size = amount.cents().unsigned_abs();
        let sign = if amount.cents() < 0 { "\u{2212}" } else { "" };
        for (unit, cents) in [("unit-bn", 100_000_000_000_u128), ("unit-mn", 100_000_000)] {
            let thousandth = cents / 1000;
            if size >= cents && size.is_multiple_of(thousandth) {
                let number = self.decimal(size / cents, size % cents / thousandth, 3);
                return self.say(unit, &[("number-text", &format!("{sign}{number}"))]);
            }
        }
        let number = format!("{}{}{:02}", self.grouped(size / 100), self.numbers.decimal_mark(), size % 100);
        self.say("unit-one", &[("number-text", &format!("{sign}{number}"))])
    }

    /// An amount in billions with one decimal, halves away from nought, as charts round it.
    #[must_use]
    pub fn rounded(&self, amount: Total) -> String {
        let tenths = divided(amount.cents(), 10_000_000_000);
        self.say("unit-bn", &[("number-text", &self.tenths(tenths))])
    }

    /// An amount in short, with one decimal, halves away from nought: in billions, or in millions below one of them. Less
    /// than a million stands exactly.
    #[must_use]
    pub fn short(&self, amount: Total) -> String {
        let size = amount.cents().unsigned_abs();
        let (unit, tenth) = match size {
            100_000_000_000.. => ("unit-bn", 10_000_000_000),
            100_000_000.. => ("unit-mn", 10_000_000),
            _ => return self.money(amount),
        };
        self.say(unit, &[("number-text", &self.tenths(divided(amount.cents(), tenth)))])
    }

    /// A share in per cent with one decimal, halves away from nought.
    #[must_use]
    pub fn per_cent(&self, share: Share) -> String {
        // Shares have twelve places, so this many units are exact.
        let units = share.decimal() * model::Decimal::from(model::SHARE_UNITS);
        let tenths = divided(i128::try_from(units).unwrap_or(i128::MAX / 4), i128::from(model::SHARE_UNITS) / 1000);
        format!("{}\u{a0}%", self.tenths(tenths))
    }

    /// A number of tenths with its decimal.
    fn tenths(&self, tenths: i128) -> String {
        let sign = if tenths < 0 { "\u{2212}" } else { "" };
        let size = tenths.unsigned_abs();
        format!("{sign}{}{}{}", self.grouped(size / 10), self.numbers.decimal_mark(), size % 10)
    }

    /// `whole` and `part` thousandths, without trailing noughts.
    fn decimal(&self, whole: u128, part: u128, places: usize) -> String {
        let decimals = format!("{part:0places$}");
        let decimals = decimals.trim_end_matches('0');
        let whole = self.grouped(whole);
        if decimals.is_empty() { whole } else { format!("{whole}{}{decimals}", self.numbers.decimal_mark()) }
    }

    /// Thousands grouped as the reader groups them.
    pub(crate) fn grouped(&self, number: u128) -> String {
        let digits = number.to_string();
        let group = match self.numbers {
            NumberFormat::Point => ',',
            NumberFormat::Comma => '\u{a0}',
        };
        let mut text = String::with_capacity(digits.len() * 4 / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        text
    }
}

/// `number / by`, halves away from nought.
fn divided(number: i128, by: i128) -> i128 {
    let size = (number.abs() * 2 + by) / (by * 2);
    if number < 0 { -size } else { size }
}

impl From<Money> for crate::wire::Amount {
    fn from(amount: Money) -> Self {
        Self(Total::from(amount))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn amounts_in_sentences_are_exact_or_say_that_they_are_rounded() {
        let words = Words::default();
        let money = |cents| words.money(Total::from_cents(cents));
        assert_eq!(money(4_500_000_000_000), "45 bn");
        assert_eq!(money(62_562_200_000_000), "625.622 bn");
        assert_eq!(money(-240_000_000_000), "\u{2212}2.4 bn");
        assert_eq!(money(15_000_000_000), "150 mn");
        assert_eq!(money(521_260_000_001), "USD 5,212,600,000.01");
        assert_eq!(money(0), "USD 0.00");
        assert_eq!(words.rounded(Total::from_cents(10_965_000_000_000)), "109.7 bn");
        assert_eq!(words.rounded(Total::from_cents(10_964_999_999_999)), "109.6 bn");
        let short = |cents| words.short(Total::from_cents(cents));
        assert_eq!(short(421_260_000_001), "4.2 bn");
        assert_eq!(short(-15_960_000_000), "\u{2212}159.6 mn");
        assert_eq!(short(5_260_001), "USD 52,600.01");
        let share = |text: &str| words.per_cent(text.parse().unwrap());
        assert_eq!(share("0.3794"), "37.9\u{a0}%");
        assert_eq!(share("0.3795"), "38.0\u{a0}%");
        assert_eq!(share("1"), "100.0\u{a0}%");
        let comma = Words { language: Language::Ukrainian, numbers: NumberFormat::Comma };
        assert_eq!(comma.money(Total::from_cents(521_260_000_001)), "5\u{a0}212\u{a0}600\u{a0}000,01 дол. США");
    }
}
