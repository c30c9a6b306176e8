//! The tree of outcomes: from the answers that somebody has entered to the probability of each leaf.

use crate::profile::power;
use crate::{Decimal, Outcome, Plan, Question, Share};

/// The years for which a deal has to hold, over which a breakdown is equally likely at any time unless somebody says
/// otherwise.
const YEARS: u32 = 5;
/// How many of them count as early: a breakdown by the end of 2028 of a deal of 2026.
const EARLY_YEARS: u32 = 3;

/// The probability of each outcome, adding to exactly one: nothing until it has been entered whether a deal is signed,
/// accepted and holds.
///
/// With `s`, `y`, `h` for the three: deal `s·y·h`, rejected `1 − s`, the referendum rejects `s·(1 − y)`, collapse
/// `s·y·(1 − h)`. How the collapse is split into early and late has been entered, or follows from a hazard that is the
/// same in each of five years, the first three of which count as early. Shares have twelve places; what rounding leaves
/// goes to the outcome that the formula names last.
#[must_use]
pub fn leaves(plan: &Plan) -> Option<Vec<(Outcome, Share)>> {
    let of = |question| plan.odds.get(&question).map(|odds| odds.share.decimal());
    let (signed, accepted, holds) = (of(Question::Signed)?, of(Question::Accepted)?, of(Question::Holds)?);
    let early = of(Question::Early).unwrap_or_else(|| early_share(holds));
    let rounded = |value: Decimal| Share::quantised(value).decimal();
    let agreed = rounded(signed * accepted);
    let deal = rounded(agreed * holds);
    let collapse = agreed - deal;
    let collapse_early = rounded(collapse * early);
    let told = [
        (Outcome::Deal, deal),
        (Outcome::Rejected, Decimal::ONE - signed),
        (Outcome::CollapseEarly, collapse_early),
        (Outcome::CollapseLate, collapse - collapse_early),
        (Outcome::ReferendumRejects, signed - agreed),
    ];
    Some(told.map(|(outcome, share)| (outcome, Share::quantised(share))).to_vec())
}

/// The share of breakdowns that come early, where the hazard is the same in each year: with the chance `h` of holding for
/// five years, `(1 − h^(3/5)) / (1 − h)`.
fn early_share(holds: Decimal) -> Decimal {
    if holds >= Decimal::ONE {
        return Decimal::ZERO;
    }
    if holds <= Decimal::ZERO {
        return Decimal::ONE;
    }
    let still = power(holds, Decimal::from(EARLY_YEARS) / Decimal::from(YEARS));
    Share::quantised((Decimal::ONE - still) / (Decimal::ONE - holds)).decimal().clamp(Decimal::ZERO, Decimal::ONE)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::{Odds, sketch};

    fn told(answers: &[(Question, &str)]) -> Option<Vec<(Outcome, Share)>> {
        let mut plan = sketch::plan("").unwrap();
        for (question, share) in answers {
            let (share, day) = (share.parse().unwrap(), plan.package.as_of);
            let odds = Odds { question: *question, share, author: String::new(), day, note: String::new() };
            plan.odds.put(Arc::new(odds));
        }
        leaves(&plan)
    }

    #[test]
    fn nothing_is_told_before_all_three_are_entered() {
        use Question::{Accepted, Early, Holds, Signed};
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[(Signed, "0.5"), (Accepted, "0.5"), (Early, "1")]), None);
        assert!(told(&[(Signed, "0.5"), (Accepted, "0.5"), (Holds, "1")]).is_some());
    }

    #[test]
    fn an_entered_split_stands_in_place_of_the_hazard() {
        use Question::{Accepted, Early, Holds, Signed};
        let three = [(Signed, "1"), (Accepted, "1"), (Holds, "0.5")];
        let share = |told: Option<Vec<(Outcome, Share)>>| told.unwrap()[2].1.to_string();
        // (1 − 0.5^0.6) / 0.5 = 0.680492089..., of the half that breaks down.
        assert!(share(told(&three)).starts_with("0.34024604"));
        assert_eq!(share(told(&[&three[..], &[(Early, "0.25")]].concat())), "0.125");
    }

    proptest! {
        #[test]
        fn the_leaves_add_to_one(s in 0_i64..=1_000_000, y in 0_i64..=1_000_000, h in 0_i64..=1_000_000) {
            let text = |millionths| Decimal::new(millionths, 6).to_string();
            let (s, y, h) = (text(s), text(y), text(h));
            let leaves =
                told(&[(Question::Signed, &s), (Question::Accepted, &y), (Question::Holds, &h)]).unwrap();
            prop_assert_eq!(leaves.iter().map(|(_, share)| share.decimal()).sum::<Decimal>(), Decimal::ONE);
            prop_assert!(leaves.iter().all(|(_, share)| *share >= Share::ZERO));
        }
    }
}
