//! Dividing an amount over a cross-section in proportion, to the cent.
//!
//! For series in time there is [`crate::spread`], which keeps every cumulative point within half a cent. Here the parts
//! stand side by side, and each is its exact share rounded down or up.

use crate::Money;

/// Nothing to divide by: every weight is nought, and the amount is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is nothing to divide in proportion to")]
pub struct NoWeights;

/// Divides `total` in proportion to `weights` by largest remainders (Hamilton): each part is rounded down, and the cents
/// that are left go to the largest fractions; of equal fractions the earlier part gets it. Fractions are compared exactly.
/// A negative total is divided by its size.
///
/// ```
/// use model::{apportion, Money};
/// let parts = apportion(Money::from_cents(100), &[1, 1, 1]).unwrap();
/// assert_eq!(parts.iter().map(|part| part.cents()).collect::<Vec<_>>(), [34, 33, 33]);
/// ```
///
/// # Errors
/// [`NoWeights`] where every weight is nought and the total is not.
pub fn apportion(total: Money, weights: &[u64]) -> Result<Vec<Money>, NoWeights> {
    let size = u128::from(total.cents().unsigned_abs());
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if whole == 0 {
        return if size == 0 { Ok(vec![Money::ZERO; weights.len()]) } else { Err(NoWeights) };
    }
    // Below 2¹²⁷: the size has 63 bits and a weight 64.
    let exact: Vec<(u128, u128)> = weights
        .iter()
        .map(|weight| size * u128::from(*weight))
        .map(|product| (product / whole, product % whole))
        .collect();
    let given: u128 = exact.iter().map(|(down, _)| down).sum();
    let mut by_rest: Vec<usize> = (0..weights.len()).collect();
    by_rest.sort_by_key(|at| std::cmp::Reverse(exact[*at].1));
    let mut parts: Vec<u128> = exact.iter().map(|(down, _)| *down).collect();
    for at in by_rest.into_iter().take(usize::try_from(size - given).unwrap_or(usize::MAX)) {
        parts[at] += 1;
    }
    let signed = |part: u128| {
        let cents = i64::try_from(part).unwrap_or(i64::MAX);
        Money::from_cents(if total < Money::ZERO { -cents } else { cents })
    };
    Ok(parts.into_iter().map(signed).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Total;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_add_to_the_whole_and_are_their_share_up_or_down(cents: i64, weights in prop::collection::vec(0..u64::MAX, 1..12)) {
            prop_assume!(cents > i64::MIN && weights.iter().any(|weight| *weight > 0));
            let total = Money::from_cents(cents);
            let parts = apportion(total, &weights).unwrap();
            prop_assert_eq!(parts.iter().copied().sum::<Total>(), Total::from(total));
            let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
            for (part, weight) in parts.iter().zip(&weights) {
                let down = u128::from(cents.unsigned_abs()) * u128::from(*weight) / whole;
                let size = u128::from(part.cents().unsigned_abs());
                prop_assert!(size == down || size == down + 1);
                prop_assert!(*weight > 0 || size == 0);
            }
        }
    }

    #[test]
    fn nothing_can_be_divided_by_nothing() {
        assert_eq!(apportion(Money::ZERO, &[0, 0]).unwrap(), [Money::ZERO, Money::ZERO]);
        assert_eq!(apportion(Money::from_cents(1), &[0]), Err(NoWeights));
        assert_eq!(apportion(Money::from_cents(1), &[]), Err(NoWeights));
    }
}
