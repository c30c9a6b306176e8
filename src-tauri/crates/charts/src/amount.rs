//! How an exact amount becomes a short figure on a chart, without leaving the integers.

use crate::words::Words;
use model::Total;

/// The unit in which a chart writes its figures, chosen once per chart from its largest figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    One,
    Million,
    Billion,
    Trillion,
}

impl Unit {
    /// The unit that leaves the largest figure between one and a few thousand.
    pub(crate) fn for_largest(largest: Total) -> Self {
        match largest.cents() / 100 {
            10_000_000_000_000.. => Self::Trillion,
            1_000_000_000.. => Self::Billion,
            1_000_000.. => Self::Million,
            0 => Self::Billion,
            _ => Self::One,
        }
    }

    /// The unit that leaves the largest of several figures of either sign between one and a few thousand.
    pub(crate) fn for_all(amounts: impl IntoIterator<Item = Total>) -> Self {
        Self::for_largest(amounts.into_iter().map(size).max().unwrap_or_default())
    }

    /// Cents in one unit.
    pub(crate) const fn cents(self) -> i128 {
        match self {
            Self::One => 100,
            Self::Million => 100_000_000,
            Self::Billion => 100_000_000_000,
            Self::Trillion => 100_000_000_000_000,
        }
    }

    /// The amount as a place on an axis. Only for drawing; no figure is written from it.
    pub(crate) fn place(self, amount: Total) -> f64 {
        amount.cents() as f64 / self.cents() as f64
    }

    fn id(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Million => "million",
            Self::Billion => "billion",
            Self::Trillion => "trillion",
        }
    }

    /// The unit as the subtitle names it: `USD bn`.
    pub(crate) fn name(self, words: &dyn Words) -> String {
        words.say(&format!("chart-unit-{}", self.id()), &[])
    }

    /// The amount with its unit, as a sentence writes it: `111.9 bn`; nought is a figure there, not a dash.
    pub(crate) fn with_name(self, amount: Total, words: &dyn Words) -> String {
        let figure = if amount.cents() == 0 { words.number("0") } else { self.figure(amount, words) };
        words.say(&format!("chart-amount-{}", self.id()), &[("amount", &figure)])
    }

    /// The amount to one decimal (whole in single dollars) in the reader's way; nought as an en dash, and what would
    /// round to nought as "less than".
    pub(crate) fn figure(self, amount: Total, words: &dyn Words) -> String {
        let decimals = if self == Self::One { 0 } else { 1 };
        if amount.cents() == 0 {
            return "–".to_owned();
        }
        let rounded = rounded(amount.cents(), self.cents(), decimals);
        if rounded.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-')) {
            let least = if decimals == 0 { "1" } else { "0.1" };
            return format!("<{}", words.number(least));
        }
        words.number(&rounded)
    }

    /// The amount as a change: always with its sign, also where it would round to nought.
    pub(crate) fn change(self, amount: Total, words: &dyn Words) -> String {
        match amount.cents() {
            0 => self.figure(amount, words),
            1.. => format!("+{}", self.figure(amount, words)),
            _ => format!("\u{2212}{}", self.figure(size(amount), words)),
        }
    }

    /// The same with its unit, as a sentence writes it: `+8.1 bn`.
    pub(crate) fn change_with_name(self, amount: Total, words: &dyn Words) -> String {
        words.say(&format!("chart-amount-{}", self.id()), &[("amount", &self.change(amount, words))])
    }

    /// The amount to whole units, for columns too narrow for a decimal.
    pub(crate) fn whole(self, amount: Total, words: &dyn Words) -> String {
        match amount.cents() {
            0 => "–".to_owned(),
            cents if cents.abs() * 2 < self.cents() => format!("<{}", words.number("1")),
            cents => words.number(&rounded(cents, self.cents(), 0)),
        }
    }
}

/// The amount without its sign.
pub(crate) fn size(amount: Total) -> Total {
    Total::from_cents(amount.cents().saturating_abs())
}

/// `cents / per` to `decimals` places (0 or 1), halves away from nought, as a canonical decimal text.
fn rounded(cents: i128, per: i128, decimals: u32) -> String {
    let scale = 10_i128.pow(decimals);
    let sign = if cents < 0 { "-" } else { "" };
    let scaled = (cents.abs() * scale + per / 2) / per;
    if decimals == 0 { format!("{sign}{scaled}") } else { format!("{sign}{}.{}", scaled / scale, scaled % scale) }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Plain;
    impl Words for Plain {
        fn say(&self, id: &str, _: &[(&str, &str)]) -> String {
            id.to_owned()
        }
        fn number(&self, canonical: &str) -> String {
            canonical.to_owned()
        }
        fn language(&self) -> &str {
            "en"
        }
    }

    #[test]
    fn rounds_from_exact_cents() {
        let bn = Unit::Billion;
        for (cents, figure) in [
            (11_190_000_000_000, "111.9"),
            (11_194_999_999_999, "111.9"),
            (11_195_000_000_000, "112.0"),
            (0, "–"),
            (1, "<0.1"),
            (4_999_999_999, "<0.1"),
            (5_000_000_000, "0.1"),
            (-11_195_000_000_000, "-112.0"),
        ] {
            assert_eq!(bn.figure(Total::from_cents(cents), &Plain), figure, "{cents}");
        }
        assert_eq!(bn.whole(Total::from_cents(11_150_000_000_000), &Plain), "112");
        assert_eq!(bn.whole(Total::from_cents(49_999_999_999), &Plain), "<1");
    }

    #[test]
    fn a_change_always_has_its_sign() {
        for (cents, figure) in [
            (11_195_000_000_000, "+112.0"),
            (-11_195_000_000_000, "\u{2212}112.0"),
            (1, "+<0.1"),
            (-1, "\u{2212}<0.1"),
            (0, "–"),
        ] {
            assert_eq!(Unit::Billion.change(Total::from_cents(cents), &Plain), figure, "{cents}");
        }
        assert_eq!(Unit::for_all([Total::from_cents(5), Total::from_cents(-300_000_000)]), Unit::Million);
    }

    #[test]
    fn chooses_the_unit_by_the_largest_figure() {
        for (dollars, unit) in [
            (0, Unit::Billion),
            (999_999, Unit::One),
            (1_000_000, Unit::Million),
            (999_999_999, Unit::Million),
            (1_000_000_000, Unit::Billion),
            (800_000_000_000, Unit::Billion),
            (10_000_000_000_000, Unit::Trillion),
        ] {
            assert_eq!(Unit::for_largest(Total::from_cents(dollars * 100)), unit, "{dollars}");
        }
    }
}
