//! Reading amounts as people type them: one strict parser.
//!
//! It understands grouping and units under the reader's own number format, and refuses whatever could mean two things or
//! would have to be rounded. Nothing is guessed: a wrong guess would silently change a figure.

use crate::Money;

/// How the reader writes numbers: which sign marks the decimals, which may group the thousands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// `45,000,000.50`: a point before the decimals, commas or spaces between thousands.
    #[default]
    Point,
    /// `45.000.000,50`: a comma before the decimals, points or spaces between thousands.
    Comma,
}

impl NumberFormat {
    /// The sign before the decimals.
    #[must_use]
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The sign, besides a space, that may stand between thousands.
    #[must_use]
    pub const fn group_mark(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// Why a typed amount was not understood. Each variant carries the text as typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountRefusal {
    /// Nothing was typed.
    #[error("the amount is empty")]
    Empty,
    /// Not a number with an optional unit (`bn`, `mn`, `k`).
    #[error("{text:?} is not an amount")]
    NotANumber {
        /// As typed.
        text: String,
    },
    /// Thousands are not grouped in threes, or two kinds of grouping are mixed.
    #[error("the thousands in {text:?} are not grouped in threes")]
    BadGrouping {
        /// As typed.
        text: String,
    },
    /// Could be a whole number or one with decimals, depending on who wrote it.
    #[error("{text:?} can be read in two ways")]
    Ambiguous {
        /// As typed.
        text: String,
    },
    /// Written in the other number format.
    #[error("{text:?} uses a decimal mark other than {expected:?}")]
    OtherFormat {
        /// As typed.
        text: String,
        /// The reader's decimal mark.
        expected: char,
    },
    /// Finer than a cent.
    #[error("{text:?} is finer than a cent and would be rounded")]
    FinerThanCent {
        /// As typed.
        text: String,
    },
    /// More than an amount can hold.
    #[error("{text:?} is too large")]
    TooLarge {
        /// As typed.
        text: String,
    },
}

/// The units that may follow a number, with their power of ten. Longer spellings stand before their own beginnings.
const UNITS: &[(&str, u32)] = &[
    ("trillion", 12),
    ("трлн", 12),
    ("tn", 12),
    ("billion", 9),
    ("млрд", 9),
    ("bn", 9),
    ("b", 9),
    ("million", 6),
    ("млн", 6),
    ("mn", 6),
    ("m", 6),
    ("thousand", 3),
    ("тис", 3),
    ("k", 3),
];

/// Reads `text` as an amount under the reader's number `format`.
///
/// ```
/// use model::{read_amount, Money, NumberFormat};
/// let amount = Money::from_cents(4_500_000_000_000);
/// for text in ["45bn", "45 000 000 000", "45,000,000,000.00", "$45.0 bn"] {
///     assert_eq!(read_amount(text, NumberFormat::Point), Ok(amount));
/// }
/// assert_eq!(read_amount("45.000.000.000,00", NumberFormat::Comma), Ok(amount));
/// assert!(read_amount("45.000", NumberFormat::Point).is_err()); // forty-five, or forty-five thousand?
/// ```
///
/// # Errors
/// [`AmountRefusal`] where the text is empty, not a number, ambiguous, finer than a cent or too large.
pub fn read_amount(text: &str, format: NumberFormat) -> Result<Money, AmountRefusal> {
    let typed = || text.trim().to_owned();
    let mut body = text.trim();
    if body.is_empty() {
        return Err(AmountRefusal::Empty);
    }
    let negative = ['-', '\u{2212}'].iter().any(|sign| body.starts_with(*sign));
    if negative {
        body = body.trim_start_matches(['-', '\u{2212}']).trim_start();
        if text.trim().chars().filter(|sign| matches!(sign, '-' | '\u{2212}')).count() > 1 {
            return Err(AmountRefusal::NotANumber { text: typed() });
        }
    }
    for currency in ["USD", "usd", "$"] {
        body = body.strip_prefix(currency).or_else(|| body.strip_suffix(currency)).unwrap_or(body).trim();
    }
    let (number, power) = split_unit(body);
    if !number.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(AmountRefusal::NotANumber { text: typed() });
    }
    let (whole, decimals) = split_marks(number, power > 0, format, text)?;
    let cents = to_cents(&whole, &decimals, power, text)?;
    Ok(Money::from_cents(if negative { -cents } else { cents }))
}

/// Takes a trailing unit off; the power of ten is zero where there is none.
fn split_unit(body: &str) -> (&str, u32) {
    let lower = body.to_lowercase();
    let trimmed = lower.strip_suffix('.').unwrap_or(&lower);
    for (unit, power) in UNITS {
        if let Some(rest) = trimmed.strip_suffix(unit) {
            // Lower-casing keeps the byte length of every sign that can stand before a unit.
            return (body.get(..rest.len()).unwrap_or(body).trim_end(), *power);
        }
    }
    (body, 0)
}

/// Splits digits before and after the decimal mark and takes the grouping out.
fn split_marks(
    number: &str,
    has_unit: bool,
    format: NumberFormat,
    text: &str,
) -> Result<(String, String), AmountRefusal> {
    let typed = || text.trim().to_owned();
    let mark = format.decimal_mark();
    let group = format.group_mark();
    if number
        .chars()
        .any(|sign| !(sign.is_ascii_digit() || sign == mark || sign == group || is_blank(sign) || sign == '\''))
    {
        return Err(AmountRefusal::NotANumber { text: typed() });
    }
    let marks = number.chars().filter(|sign| *sign == mark).count();
    let group_after_mark = number.find(mark).is_some_and(|at| number[at..].contains(group));
    if marks > 1 || group_after_mark {
        return Err(AmountRefusal::OtherFormat { text: typed(), expected: mark });
    }
    let (whole, decimals) = number.split_once(mark).unwrap_or((number, ""));
    if marks == 1 && (decimals.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(AmountRefusal::NotANumber { text: typed() });
    }
    let grouped = whole.chars().any(|sign| !sign.is_ascii_digit());
    // "45.000": a decimal mark followed by exactly three digits is how the other half of the world groups thousands.
    if !has_unit && !grouped && decimals.len() == 3 && whole.len() <= 3 && whole != "0" {
        return Err(AmountRefusal::Ambiguous { text: typed() });
    }
    Ok((ungroup(whole).ok_or_else(|| AmountRefusal::BadGrouping { text: typed() })?, decimals.to_owned()))
}

/// Whether a sign is a blank between groups of digits, of whatever width.
const fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Digits without their grouping, where they are grouped in threes by one and the same sign. Blanks of different widths look
/// the same and are one sign.
fn ungroup(whole: &str) -> Option<String> {
    let whole = &whole.replace(is_blank, " ");
    let mut signs = whole.chars().filter(|sign| !sign.is_ascii_digit());
    let Some(sign) = signs.next() else { return Some(whole.to_owned()) };
    if signs.any(|other| other != sign) {
        return None;
    }
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let threes = groups.clone().all(|group| group.len() == 3);
    if first.is_empty() || first.len() > 3 || !threes {
        return None;
    }
    Some(whole.chars().filter(char::is_ascii_digit).collect())
}

/// Digits and a power of ten to cents, refusing what is finer than a cent.
fn to_cents(whole: &str, decimals: &str, power: u32, text: &str) -> Result<i64, AmountRefusal> {
    let typed = || text.trim().to_owned();
    let decimals = decimals.trim_end_matches('0');
    let shift = power as usize + 2;
    if decimals.len() > shift {
        return Err(AmountRefusal::FinerThanCent { text: typed() });
    }
    let mut digits = String::with_capacity(whole.len() + shift);
    digits.push_str(whole);
    digits.push_str(decimals);
    digits.extend(std::iter::repeat_n('0', shift - decimals.len()));
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Ok(0);
    }
    digits.parse().map_err(|_| AmountRefusal::TooLarge { text: typed() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn point(text: &str) -> Result<i64, AmountRefusal> {
        read_amount(text, NumberFormat::Point).map(Money::cents)
    }

    fn comma(text: &str) -> Result<i64, AmountRefusal> {
        read_amount(text, NumberFormat::Comma).map(Money::cents)
    }

    #[test]
    fn understands_what_people_type() {
        for text in [
            "45bn",
            "45 bn",
            "45BN",
            "$45bn",
            "45 млрд",
            "45 000 000 000",
            "45,000,000,000.00",
            "45000000000",
            "45\u{a0}000\u{a0}000\u{a0}000",
            "45\u{2009}000\u{202f}000 000",
            "45,000 mn",
        ] {
            assert_eq!(point(text), Ok(4_500_000_000_000), "{text:?}");
        }
        for text in ["45bn", "45,0 млрд", "45.000.000.000,00", "45 000 000 000,00"] {
            assert_eq!(comma(text), Ok(4_500_000_000_000), "{text:?}");
        }
        assert_eq!(point("1.125bn"), Ok(112_500_000_000));
        assert_eq!(point("-3.5k"), Ok(-350_000));
        assert_eq!(point("\u{2212}3.50"), Ok(-350));
        assert_eq!(point("0.5"), Ok(50));
        assert_eq!(point("0.500"), Ok(50));
        assert_eq!(point("1.10000"), Ok(110));
    }

    #[test]
    fn refuses_what_is_ambiguous_or_would_round() {
        assert!(matches!(point("45.000"), Err(AmountRefusal::Ambiguous { .. })));
        assert!(matches!(comma("45,000"), Err(AmountRefusal::Ambiguous { .. })));
        assert!(matches!(point("45.000.000.000,00"), Err(AmountRefusal::OtherFormat { .. })));
        assert!(matches!(comma("45,000,000,000.00"), Err(AmountRefusal::OtherFormat { .. })));
        assert!(matches!(point("1234.567"), Err(AmountRefusal::FinerThanCent { .. })));
        assert!(matches!(point("1.0000000000001bn"), Err(AmountRefusal::FinerThanCent { .. })));
        assert!(matches!(point("45,00,000"), Err(AmountRefusal::BadGrouping { .. })));
        assert!(matches!(point("45,000 000"), Err(AmountRefusal::BadGrouping { .. })));
        assert!(matches!(point("1,5"), Err(AmountRefusal::BadGrouping { .. })));
        assert!(matches!(point(""), Err(AmountRefusal::Empty)));
        assert!(matches!(point("  "), Err(AmountRefusal::Empty)));
        for text in
            ["NaN", "inf", "1e999", "abc", "bn", "--5", "5-", "1.2.", "1.", ".5", "4 5b n", "٤٥", "0x10", "5%", "=1+1"]
        {
            assert!(point(text).is_err(), "{text:?} was taken as {:?}", point(text));
        }
        assert!(matches!(point(&"9".repeat(30)), Err(AmountRefusal::TooLarge { .. })));
        assert!(matches!(point("99999999999tn"), Err(AmountRefusal::TooLarge { .. })));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,24}") {
            let _ = point(&text);
            let _ = comma(&text);
        }

        #[test]
        fn canonical_text_reads_the_same_in_its_format(cents in 0..i64::MAX) {
            let canonical = Money::from_cents(cents).to_string();
            prop_assert_eq!(point(&canonical), Ok(cents));
            prop_assert_eq!(comma(&canonical.replace('.', ",")), Ok(cents));
        }
    }
}
