//! How long a profile runs: its span, later and longer or shorter as its timing says.

use rust_decimal::Decimal;

use super::parameter::{self, Parameters};
use super::{Curve, SHARE_UNITS};

/// 10¹² units of a period.
const PERIOD: u64 = SHARE_UNITS.unsigned_abs();

/// The delay and stretch of a profile, and how many of its spans the curve itself takes. Kept small: every row has one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timing {
    /// In units of 10⁻¹².
    stretch: u64,
    delay: u16,
    /// Spans until the curve is at one: numerator and denominator.
    natural: (u16, u16),
}

impl Timing {
    /// The timing of checked parameters.
    pub(super) fn of(curve: &Curve, parameters: &Parameters) -> Self {
        let stretch = parameter::stretch(parameters).decimal() * Decimal::from(SHARE_UNITS);
        Self {
            stretch: u64::try_from(stretch).unwrap_or(PERIOD),
            delay: parameter::delay(parameters),
            natural: (curve.natural)(parameters),
        }
    }

    /// Whether the curve takes just its span.
    const fn is_plain(self) -> bool {
        self.delay == 0 && self.stretch == PERIOD && self.natural.0 == 1 && self.natural.1 == 1
    }

    /// What is left of a span of `span` periods after the first `elapsed` of them.
    pub(super) fn run(self, span: u32, elapsed: u32) -> Run {
        let period = u128::from(PERIOD);
        if self.is_plain() {
            // Most rows; a 128-bit division for each of them would be felt.
            let left = span.saturating_sub(elapsed);
            return Run { idle: 0, periods: left.max(1), length: period * u128::from(left) };
        }
        let (spans, of) = (u128::from(self.natural.0), u128::from(self.natural.1));
        let delay = u32::from(self.delay);
        let whole = u128::from(self.stretch) * u128::from(span) * spans;
        let spent = period * u128::from(elapsed.saturating_sub(delay)) * of;
        let length = whole.saturating_sub(spent);
        let idle = if length == 0 { 0 } else { delay.saturating_sub(elapsed) };
        let periods = u32::try_from(length.div_ceil(period * of)).unwrap_or(u32::MAX);
        Run { idle, periods: idle.saturating_add(periods).max(1), length }
    }

    /// How many periods the paying takes in such a run.
    pub(super) fn paying(self, run: Run) -> Decimal {
        (length_of(run) / Decimal::from(self.natural.1)).normalize()
    }

    /// How many periods the time from 0 to 1 takes in such a run.
    pub(super) fn span(self, run: Run) -> Decimal {
        (length_of(run) / Decimal::from(self.natural.0)).normalize()
    }
}

/// The length of a run by the denominator of the natural length. Even the longest has less than 26 digits.
fn length_of(run: Run) -> Decimal {
    Decimal::from_i128_with_scale(i128::try_from(run.length).unwrap_or(0), 12)
}

/// What of a profile still lies ahead of a row, counted from the period in which its money may next move.
///
/// Two equal runs of one profile have the same shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Periods before anything is paid.
    idle: u32,
    /// Periods until all is paid, at least one.
    periods: u32,
    /// How long the paying takes, in 10⁻¹² of a period by the denominator of the natural length.
    length: u128,
}

impl std::hash::Hash for Run {
    /// By its periods alone: rows are many, and runs of the same length mostly the same.
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.periods.hash(state);
    }
}

impl Run {
    /// How many periods there are until all is paid, at least one.
    #[must_use]
    pub const fn periods(self) -> u32 {
        self.periods
    }

    /// Periods before the curve begins.
    pub(super) const fn idle(self) -> u32 {
        self.idle
    }

    /// Whether the time of the profile has passed, so that what is left is due at once.
    #[must_use]
    pub const fn is_over(self) -> bool {
        self.length == 0
    }
}
