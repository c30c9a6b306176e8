//! Probabilities as charts place and write them.

use crate::words::Words;
use model::Share;

/// A share has twelve decimals.
const UNITS: i128 = 1_000_000_000_000;

/// The share in units of 1e-12, bounded by nought and one.
fn units(share: Share) -> i128 {
    let text = share.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = format!("{whole}{decimals:0<12}");
    digits.parse::<i128>().unwrap_or(0).clamp(0, UNITS)
}

/// The share as a place on an axis of percent. Only for drawing; no figure is written from it.
pub(crate) fn place(share: Share) -> f64 {
    units(share) as f64 / UNITS as f64 * 100.0
}

/// Whether the share is at least one half.
pub(crate) fn is_half(share: Share) -> bool {
    units(share) * 2 >= UNITS
}

/// Whether every outcome has its share and they add to one.
pub(crate) fn are_whole(shares: impl IntoIterator<Item = Option<Share>>) -> bool {
    let sum = shares.into_iter().try_fold(0_i128, |sum, share| share.map(|share| sum + units(share)));
    sum == Some(UNITS)
}

/// The share in percent with its sign, to one decimal; what is above nought never reads 0, what is below all never 100.
pub(crate) fn percent(share: Share, words: &dyn Words) -> String {
    let units = units(share);
    // In tenths of a percent.
    let tenths = (units * 1000 + UNITS / 2) / UNITS;
    let figure = match (units, tenths) {
        (0, _) => words.number("0"),
        (UNITS, _) => words.number("100"),
        (_, 0) => format!("<{}", words.number("0.1")),
        (_, 1000..) => format!(">{}", words.number("99.9")),
        _ => words.number(&format!("{}.{}", tenths / 10, tenths % 10)),
    };
    words.say("chart-percent", &[("percent", &figure)])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    struct Plain;
    impl Words for Plain {
        fn say(&self, _: &str, args: &[(&str, &str)]) -> String {
            args[0].1.to_owned()
        }
        fn number(&self, canonical: &str) -> String {
            canonical.to_owned()
        }
        fn language(&self) -> &str {
            "en"
        }
    }

    #[test]
    fn a_chance_is_neither_rounded_away_nor_made_certain() {
        for (share, text) in [
            ("0", "0"),
            ("0.000000000001", "<0.1"),
            ("0.0005", "0.1"),
            ("0.1234", "12.3"),
            ("0.5", "50.0"),
            ("0.9994", "99.9"),
            ("0.999999999999", ">99.9"),
            ("1", "100"),
        ] {
            assert_eq!(percent(share.parse().unwrap(), &Plain), text, "{share}");
        }
        assert!(is_half("0.5".parse().unwrap()) && !is_half("0.499999999999".parse().unwrap()));
        assert!((place("0.25".parse().unwrap()) - 25.0).abs() < 1e-12);
    }
}
