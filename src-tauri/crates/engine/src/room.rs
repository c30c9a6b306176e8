//! The room that caps leave in each year, and how room that is too small is shared.

use model::{Cap, CapKind, Decimal, Money, Plan};
use rust_decimal::RoundingStrategy;

/// The room of one cap in each year of the package; nothing where it is not bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub years: Vec<Option<i64>>,
}

/// The room of every cap.
pub(crate) fn rooms(plan: &Plan) -> Vec<Room> {
    let room = |cap: &Cap| Room { years: plan.package.years().map(|year| room_in(cap, plan, year)).collect() };
    plan.caps.iter().map(|cap| room(cap)).collect()
}

/// The room of a cap in `year`, rounded down to the cent, so that it is never passed. A share of an unknown product is no
/// bound.
fn room_in(cap: &Cap, plan: &Plan, year: i32) -> Option<i64> {
    let scaled = |amount: Money, factor: Decimal| {
        let cents = Decimal::from(amount.cents()).checked_mul(factor).unwrap_or(Decimal::MAX);
        let whole = cents.round_dp_with_strategy(0, RoundingStrategy::ToZero);
        i64::try_from(whole).unwrap_or(i64::MAX)
    };
    match cap.kind {
        CapKind::Fixed => Some(cap.amount.cents()),
        CapKind::Growing => {
            let factor = Decimal::ONE + cap.rate.decimal();
            let years = year - plan.package.first.year();
            let grown = (0..years).try_fold(Decimal::ONE, |grown, _| grown.checked_mul(factor));
            Some(scaled(cap.amount, grown.unwrap_or(Decimal::MAX)))
        }
        CapKind::GdpShare => plan.output.get(&year).map(|output| scaled(output.gdp, cap.rate.decimal())),
    }
}

/// Whether `one.0 / one.1` is less than, equal to or greater than `other.0 / other.1`; rooms are below what is wanted of
/// them, and sums of 64-bit amounts, so that the products fit where both are below 2⁶³; larger ones are halved first.
pub(crate) fn compare_ratios(one: (i128, i128), other: (i128, i128)) -> std::cmp::Ordering {
    let product = |left: i128, right: i128| left.checked_mul(right);
    match (product(one.0, other.1), product(other.0, one.1)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => compare_ratios((one.0 >> 1, one.1 >> 1), (other.0 >> 1, other.1 >> 1)),
    }
}

/// `room`, which is less than the claims' sum, in proportion to them by largest remainders; of equal ones the
/// `earlier` gets the cent.
pub(crate) fn proportional(
    claims: &[i64],
    room: i128,
    earlier: impl Fn(usize, usize) -> std::cmp::Ordering,
) -> Vec<i64> {
    let sum: i128 = claims.iter().copied().map(i128::from).sum();
    if sum == 0 || room <= 0 {
        return vec![0; claims.len()];
    }
    let mut parts: Vec<i64> = Vec::with_capacity(claims.len());
    let mut rests: Vec<(i128, usize)> = Vec::with_capacity(claims.len());
    let mut given = 0;
    for (at, claim) in claims.iter().enumerate() {
        let product = i128::from(*claim) * room;
        let part = product / sum;
        given += part;
        parts.push(i64::try_from(part).unwrap_or(*claim));
        rests.push((product - part * sum, at));
    }
    let missing = usize::try_from(room - given).unwrap_or(0).min(rests.len());
    if missing > 0 {
        let larger =
            |left: &(i128, usize), right: &(i128, usize)| right.0.cmp(&left.0).then_with(|| earlier(left.1, right.1));
        if missing < rests.len() {
            rests.select_nth_unstable_by(missing - 1, larger);
        }
        for (_, at) in &rests[..missing] {
            parts[*at] += 1;
        }
    }
    parts
}
