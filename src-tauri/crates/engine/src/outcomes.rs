//! How it could end: what is paid in each outcome, and what the probabilities that somebody has entered make of it.
//!
//! The weighted path belongs beside its leaves and never stands for them: no outcome looks like it (methods/06, 6.1).

use model::{Decimal, Id, Outcome, SHARE_UNITS, Share, Total};
use rust_decimal::RoundingStrategy;

use crate::common_years::CommonYears;
use crate::{Measure, Side};

/// A scenario that pictures an outcome.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<'a> {
    /// Which outcome.
    pub outcome: Outcome,
    /// The scenario.
    pub scenario: Id,
    /// Its plan and schedule.
    pub side: Side<'a>,
}

/// What is paid in an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomePath {
    /// Which outcome.
    pub outcome: Outcome,
    /// The scenario that pictures it.
    pub scenario: Id,
    /// Its probability, where the odds are entered.
    pub share: Option<Share>,
    /// What is paid in each year.
    pub years: Vec<Total>,
    /// What is planned past the package.
    pub after: Total,
    /// What is paid within the package: the sum of the years.
    pub total: Total,
}

/// Every outcome that a scenario pictures, and their weighted path where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes {
    /// The years for which paths are told.
    pub years: Vec<i32>,
    /// The paths, in the order of the leaves.
    pub paths: Vec<OutcomePath>,
    /// The outcomes that no scenario pictures.
    pub missing: Vec<Outcome>,
    /// The outcomes that more than one scenario pictures.
    pub doubled: Vec<Outcome>,
    /// The weighted path: only where the odds are entered, and every outcome that can happen has one scenario.
    pub weighted: Option<Weighted>,
}

/// The outcomes weighted by their probabilities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighted {
    /// What is paid in each year.
    pub years: Vec<Total>,
    /// What is planned past the package.
    pub after: Total,
    /// What is paid within the package: the sum of the years.
    pub total: Total,
    /// The standard deviation of what is paid within the package.
    pub deviation: Total,
    /// By how much the worst outcomes miss the aim.
    pub shortfalls: Vec<Shortfall>,
}

/// What is missing on average in the worst outcomes (conditional value at risk).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The share of outcomes that are better and left out: at 0.9 the worst tenth is told.
    pub level: Share,
    /// What is missing.
    pub amount: Total,
}

/// The levels at which shortfalls are told, in hundredths.
const LEVELS: [i64; 3] = [50, 75, 90];

/// What is paid in each of the leaves and, with the probabilities of the outcomes, on average. `aim` is what shortfalls are
/// counted from.
#[must_use]
pub fn outcomes(leaves: &[Leaf<'_>], shares: Option<&[(Outcome, Share)]>, aim: Total) -> Outcomes {
    let years = CommonYears::of(leaves.iter().map(|leaf| leaf.side.plan));
    let share_of = |outcome: Outcome| {
        let entered = shares?.iter().find(|(of, _)| *of == outcome);
        Some(entered.map_or(Share::ZERO, |(_, share)| *share))
    };
    let path = |leaf: &Leaf<'_>| {
        let Leaf { outcome, scenario, side } = *leaf;
        let (years, after) = years.course(side.plan, side.schedule, Measure::Paid).parts();
        let total = years.iter().copied().sum();
        OutcomePath { outcome, scenario, share: share_of(outcome), years, after, total }
    };
    let paths: Vec<OutcomePath> = leaves.iter().map(path).collect();
    let pictured = |outcome: Outcome| leaves.iter().filter(|leaf| leaf.outcome == outcome).count();
    let of = |wanted: &dyn Fn(usize) -> bool| -> Vec<Outcome> {
        Outcome::ALL.iter().copied().filter(|outcome| wanted(pictured(*outcome))).collect()
    };
    let whole = |shares: &[(Outcome, Share)]| {
        let mut possible = shares.iter().filter(|(_, share)| *share > Share::ZERO);
        possible.all(|(outcome, _)| pictured(*outcome) == 1)
    };
    let weighted = shares.filter(|shares| whole(shares)).map(|_| weigh(&paths, aim));
    Outcomes {
        years: years.iter().collect(),
        missing: of(&|count| count == 0),
        doubled: of(&|count| count > 1),
        weighted,
        paths,
    }
}

fn weigh(paths: &[OutcomePath], aim: Total) -> Weighted {
    let share = |path: &OutcomePath| path.share.unwrap_or(Share::ZERO);
    let whole = |path: &OutcomePath| (share(path), path.years.iter().copied().chain([path.after]).collect());
    let mut years = weighted(&paths.iter().map(whole).collect::<Vec<(Share, Vec<Total>)>>());
    let after = years.pop().unwrap_or_default();
    let totals: Vec<(Share, Total)> = paths.iter().map(|path| (share(path), path.total)).collect();
    let told = |hundredths: i64| {
        let level = Share::quantised(Decimal::new(hundredths, 2));
        Shortfall { level, amount: shortfall(&totals, aim, level) }
    };
    Weighted {
        total: years.iter().copied().sum(),
        after,
        years,
        deviation: deviation(&totals),
        shortfalls: LEVELS.into_iter().map(told).collect(),
    }
}

/// The mean of paths whose probabilities add to one. It is rounded half-even cumulatively, so that up to each cell its cells
/// add to the rounded mean of the sums up to there.
#[must_use]
pub fn weighted(paths: &[(Share, Vec<Total>)]) -> Vec<Total> {
    let length = paths.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let (mut sum, mut before) = (0_i128, 0_i128);
    let mut cell = |at: usize| {
        sum += paths
            .iter()
            .map(|(share, cells)| i128::from(share.units()) * cells.get(at).map_or(0, |cell| cell.cents()))
            .sum::<i128>();
        let reached = half_even(sum, i128::from(SHARE_UNITS));
        Total::from_cents(reached - std::mem::replace(&mut before, reached))
    };
    (0..length).map(&mut cell).collect()
}

/// `part / whole`, rounded half-even; `whole` is above nought.
fn half_even(part: i128, whole: i128) -> i128 {
    let (floor, rest) = (part.div_euclid(whole), part.rem_euclid(whole));
    let up = match (rest * 2).cmp(&whole) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => floor % 2 != 0,
        std::cmp::Ordering::Greater => true,
    };
    floor + i128::from(up)
}

/// The standard deviation of sums whose probabilities add to one, to the cent: `√(Σ pᵢ (xᵢ − x̄)²)`.
#[must_use]
pub fn deviation(totals: &[(Share, Total)]) -> Total {
    // Deviations from the mean as parts of the largest one, so that squares neither overflow nor lose places.
    let units = |share: &Share| i128::from(share.units());
    let from_mean = |of: i128| -> i128 { totals.iter().map(|(share, sum)| units(share) * (of - sum.cents())).sum() };
    let deviations: Vec<i128> = totals.iter().map(|(_, sum)| from_mean(sum.cents())).collect();
    let largest = deviations.iter().map(|deviation| deviation.unsigned_abs()).max().unwrap_or(0);
    // What 28 places hold; only sums beyond any package lose bits here.
    let bits = (u128::BITS - largest.leading_zeros()).saturating_sub(95);
    let decimal = |units: i128| Decimal::try_from_i128_with_scale(units >> bits, 0).unwrap_or(Decimal::MAX);
    let Ok(largest) = i128::try_from(largest) else { return Total::ZERO };
    if largest == 0 {
        return Total::ZERO;
    }
    let whole = decimal(largest);
    let square = |((share, _), deviation): (&(Share, Total), &i128)| {
        let part = decimal(*deviation) / whole;
        share.decimal() * part * part
    };
    let variance: Decimal = totals.iter().zip(&deviations).map(square).sum();
    let size = whole / Decimal::from(SHARE_UNITS) * root(variance);
    let cents = size.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven);
    Total::from_cents(i128::try_from(cents).unwrap_or(0) << bits)
}

/// The square root of a number from nought to one, by Newton's rule from above: it falls until it can fall no more.
fn root(square: Decimal) -> Decimal {
    if square <= Decimal::ZERO {
        return Decimal::ZERO;
    }
    let mut root = Decimal::ONE;
    loop {
        let next = (root + square / root) / Decimal::TWO;
        if next >= root {
            return root;
        }
        root = next;
    }
}

/// What is missing from `aim` on average in the worst `1 − level` of outcomes whose probabilities add to one, the last of
/// them by the part that is needed; what passes the aim is not missing.
#[must_use]
pub fn shortfall(totals: &[(Share, Total)], aim: Total, level: Share) -> Total {
    let mut missing: Vec<(i128, i128)> =
        totals.iter().map(|(share, sum)| ((aim.cents() - sum.cents()).max(0), i128::from(share.units()))).collect();
    missing.sort_unstable_by(|left, right| right.cmp(left));
    let tail = i128::from(SHARE_UNITS - level.units());
    let (mut left, mut sum) = (tail, 0);
    for (cents, units) in missing {
        let taken = units.min(left);
        sum += taken * cents;
        left -= taken;
    }
    if tail == left { Total::ZERO } else { Total::from_cents(half_even(sum, tail - left)) }
}
