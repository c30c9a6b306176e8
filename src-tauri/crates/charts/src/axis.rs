//! Axes: where the ticks of a value axis lie.
//!
//! Heckbert, "Nice numbers for graph labels", Graphics Gems (1990): a step is 1, 2 or 5 times a power of ten, and the
//! axis ends on a tick at or beyond the data.

/// The ticks of one axis: evenly spaced, rising, finite, the first at or below and the last at or above the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The ticks' values, at least two of them.
    pub values: Vec<f64>,
    /// How many decimals a label needs to tell neighbours apart.
    pub decimals: usize,
}

impl Ticks {
    /// The ticks from `low` to `high`, about `target` of them (at least two). What is not finite, or no range at all,
    /// becomes the range from nought to one: an axis must never be infinite.
    ///
    /// ```
    /// assert_eq!(charts::Ticks::between(0.0, 151.0, 5).values, [0.0, 50.0, 100.0, 150.0, 200.0]);
    /// ```
    #[must_use]
    pub fn between(low: f64, high: f64, target: usize) -> Self {
        let (low, high) = if low.is_finite() && high.is_finite() && high > low { (low, high) } else { (0.0, 1.0) };
        let intervals = target.clamp(2, 20) - 1;
        let step = nice(nice(high - low, Rounding::Up) / intervals as f64, Rounding::Nearest);
        let exponent = step.log10().floor();
        let first = (low / step).floor() as i64;
        let last = (high / step).ceil() as i64;
        let values = (first..=last).map(|count| multiple(count, step, exponent)).collect();
        let decimals = if exponent < 0.0 { (-exponent) as usize } else { 0 };
        Self { values, decimals }
    }

    /// The ticks from nought to `high` that leave the least room above the data, at most `most` of them.
    #[must_use]
    pub fn from_zero(high: f64, most: usize) -> Self {
        let most = most.max(3);
        let fits = (3..=most + 2).map(|target| Self::between(0.0, high, target)).filter(|it| it.values.len() <= most);
        fits.min_by(|a, b| a.top().total_cmp(&b.top()).then(b.values.len().cmp(&a.values.len())))
            .unwrap_or_else(|| Self::between(0.0, high, 2))
    }

    /// The highest tick.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.values.last().copied().unwrap_or(1.0)
    }

    /// A tick as a canonical decimal text: a point, no grouping, the same decimals on every tick.
    #[must_use]
    pub fn text(&self, value: f64) -> String {
        format!("{value:.*}", self.decimals)
    }
}

#[derive(Clone, Copy)]
enum Rounding {
    Up,
    Nearest,
}

/// 1, 2, 5 or 10 times the power of ten of `span`.
fn nice(span: f64, rounding: Rounding) -> f64 {
    let power = 10_f64.powi(span.log10().floor() as i32);
    let fraction = span / power;
    let bounds = match rounding {
        Rounding::Up => [1.0 + 1e-9, 2.0 + 1e-9, 5.0 + 1e-9],
        Rounding::Nearest => [1.5, 3.0, 7.0],
    };
    let [one, two, five] = bounds.map(|bound| fraction < bound);
    let digit = match (one, two, five) {
        (true, _, _) => 1.0,
        (_, true, _) => 2.0,
        (_, _, true) => 5.0,
        _ => 10.0,
    };
    digit * power
}

/// `count` steps, rounded back to the step's own decimals (3 x 0.02 is 0.06, not 0.060000000000000005).
fn multiple(count: i64, step: f64, exponent: f64) -> f64 {
    let value = count as f64 * step;
    if exponent >= 0.0 {
        return value;
    }
    let scale = 10_f64.powi(-exponent as i32);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The ticks of vectors/09_charts.json.
    #[test]
    fn agrees_with_the_vectors() {
        let cases: [(f64, f64, usize, &[f64]); 5] = [
            (0.0, 151.0, 5, &[0.0, 50.0, 100.0, 150.0, 200.0]),
            (0.0, 800.0, 5, &[0.0, 200.0, 400.0, 600.0, 800.0]),
            (-12.4, 37.1, 5, &[-20.0, -10.0, 0.0, 10.0, 20.0, 30.0, 40.0]),
            (0.0, 0.083, 5, &[0.0, 0.02, 0.04, 0.06, 0.08, 0.1]),
            (0.0, 47.0, 6, &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0]),
        ];
        for (low, high, target, expected) in cases {
            assert_eq!(Ticks::between(low, high, target).values, expected, "{low} to {high}");
        }
    }

    #[test]
    fn leaves_little_room_above_the_data() {
        assert_eq!(Ticks::from_zero(111.9, 7).values, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0, 120.0]);
        assert_eq!(Ticks::from_zero(111.9, 4).values, [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(Ticks::from_zero(800.0, 5).values, [0.0, 200.0, 400.0, 600.0, 800.0]);
    }

    #[test]
    fn writes_the_same_decimals_on_every_tick() {
        let ticks = Ticks::between(0.0, 0.083, 5);
        let texts: Vec<_> = ticks.values.iter().map(|value| ticks.text(*value)).collect();
        assert_eq!(texts, ["0.00", "0.02", "0.04", "0.06", "0.08", "0.10"]);
    }

    #[test]
    fn never_becomes_infinite() {
        for (low, high) in [(f64::NAN, 1.0), (0.0, f64::INFINITY), (0.0, 0.0), (5.0, -5.0), (f64::NEG_INFINITY, 0.0)] {
            assert_eq!(Ticks::between(low, high, 5).top().to_bits(), 1.0_f64.to_bits(), "{low} to {high}");
        }
    }

    proptest! {
        #[test]
        fn holds_the_data_between_few_even_ticks(high in 1e-6_f64..1e15, most in 3_usize..9) {
            let ticks = Ticks::from_zero(high, most);
            prop_assert!(ticks.top() >= high * (1.0 - 1e-12));
            prop_assert!((2..=most.max(3)).contains(&ticks.values.len()), "{:?}", ticks.values);
            let step = ticks.values[1] - ticks.values[0];
            for pair in ticks.values.windows(2) {
                prop_assert!(((pair[1] - pair[0]) / step - 1.0).abs() < 1e-6);
            }
        }
    }
}
