//! Laws of outcomes: the weighted path adds exactly, and is told only where somebody has entered the odds.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use engine::{Leaf, Outcomes, Schedule, Side, deviation, outcomes, schedule, shortfall, weighted};
use model::{Id, Odds, Outcome, Plan, Question, SHARE_UNITS, Share, Total, leaves, sketch};
use proptest::prelude::*;

/// Shares that add to exactly one.
fn shares() -> impl Strategy<Value = Vec<Share>> {
    prop::collection::vec(0..=SHARE_UNITS, 0..5).prop_map(|mut cuts| {
        cuts.extend([0, SHARE_UNITS]);
        cuts.sort_unstable();
        cuts.windows(2).map(|pair| share(pair[1] - pair[0])).collect()
    })
}

fn share(units: i64) -> Share {
    Share::quantised(model::Decimal::new(units, 12))
}

fn cents(cents: i128) -> Total {
    Total::from_cents(cents)
}

/// Paths of up to ten years with probabilities that add to one.
fn paths() -> impl Strategy<Value = Vec<(Share, Vec<Total>)>> {
    (shares(), 1..10_usize).prop_flat_map(|(shares, years)| {
        let cell = prop_oneof![-1_000_000_000_000_000..1_000_000_000_000_000_i64, -5..5_i64];
        let path = prop::collection::vec(cell.prop_map(|sum| cents(sum.into())), years);
        prop::collection::vec(path, shares.len()).prop_map(move |paths| shares.iter().copied().zip(paths).collect())
    })
}

fn sum(path: &[Total]) -> Total {
    path.iter().copied().sum()
}

proptest! {
    #[test]
    fn a_weighted_path_adds_to_the_weighted_sum(paths in paths()) {
        let told = weighted(&paths);
        let sums: Vec<(Share, Vec<Total>)> = paths.iter().map(|(share, path)| (*share, vec![sum(path)])).collect();
        prop_assert_eq!(sum(&told), weighted(&sums)[0]);
        // Within half a cent of the mean up to each year, and so within a cent in each of them.
        let mut reached = 0;
        for (at, cell) in told.iter().enumerate() {
            reached += cell.cents();
            let exact: i128 = paths.iter().map(|(share, path)| i128::from(share.units()) * sum(&path[..=at]).cents()).sum();
            prop_assert!((reached * i128::from(SHARE_UNITS) - exact).abs() * 2 <= i128::from(SHARE_UNITS));
        }
    }

    #[test]
    fn a_certain_outcome_is_its_own_mean(path in prop::collection::vec(-1_000_000_i128..1_000_000_000_000_000, 1..12)) {
        let path: Vec<Total> = path.into_iter().map(cents).collect();
        let total = sum(&path);
        prop_assert_eq!(weighted(&[(Share::ONE, path.clone())]), path);
        prop_assert_eq!(deviation(&[(Share::ONE, total)]), Total::ZERO);
    }

    #[test]
    fn two_even_outcomes_deviate_by_half_their_distance(low in 0..1_000_000_000_000_000_i128, half in 0..1_000_000_000_000_000_i128) {
        let even = [(share(SHARE_UNITS / 2), cents(low)), (share(SHARE_UNITS / 2), cents(low + 2 * half))];
        prop_assert_eq!(deviation(&even), cents(half));
    }

    #[test]
    fn worse_tails_miss_more_and_the_whole_misses_the_mean(paths in paths()) {
        let totals: Vec<(Share, Total)> = paths.iter().map(|(share, path)| (*share, sum(path))).collect();
        let best = totals.iter().map(|(_, sum)| *sum).max().unwrap();
        let told: Vec<Total> = (0..10).map(|tenth| shortfall(&totals, best, share(tenth * SHARE_UNITS / 10))).collect();
        prop_assert!(told.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", told);
        prop_assert!(told[0] >= Total::ZERO);
        // Of all outcomes the best one misses nothing, so that on average the mean is missing.
        let sums: Vec<(Share, Vec<Total>)> = totals.iter().map(|(share, total)| (*share, vec![*total])).collect();
        let mean = weighted(&sums)[0];
        prop_assert!((told[0] - (best - mean)).cents().abs() <= 1);
    }
}

#[test]
fn sums_larger_than_any_package_neither_overflow_nor_panic() {
    let most = i128::from(i64::MAX) * 2_000_000;
    let half = share(SHARE_UNITS / 2);
    let told = deviation(&[(half, cents(-most)), (half, cents(most))]).cents();
    assert!((told - most).abs() <= most >> 60, "{told}");
    assert_eq!(weighted(&[(half, vec![cents(most)]), (half, vec![cents(most)])]), [cents(most)]);
    assert_eq!(shortfall(&[(half, cents(0)), (half, cents(most))], cents(most), half), cents(most));
    assert_eq!((deviation(&[]), shortfall(&[], cents(5), half), weighted(&[])), (Total::ZERO, Total::ZERO, vec![]));
}

/// A plan that pays so much in each year of its package.
fn paying(package: &str, billions: u32, odds: bool) -> (Plan, Schedule) {
    let mut plan = sketch::plan(&format!(
        "package 800bn {package} as-of 2026-01-01\nA001 eu grant energy {billions}bn {package} uniform"
    ))
    .unwrap();
    let entered = [(Question::Signed, "0.5"), (Question::Accepted, "0.5"), (Question::Holds, "1")];
    for (question, share) in entered.into_iter().filter(|_| odds) {
        let (share, day) = (share.parse().unwrap(), plan.package.as_of);
        plan.odds.put(Arc::new(Odds { question, share, author: "A".to_owned(), day, note: String::new() }));
    }
    let told = schedule(&plan);
    (plan, told)
}

/// The outcomes where these are pictured, with the odds entered or not.
fn pictured(outcomes_of: &[Outcome], odds: bool) -> Outcomes {
    let (long, short) = (paying("2026-Q1..2035-Q4", 100, odds), paying("2027-Q1..2030-Q4", 40, odds));
    let leaf = |(at, outcome): (usize, &Outcome)| {
        let (plan, schedule) = if at == 0 { &long } else { &short };
        Leaf { outcome: *outcome, scenario: Id::from_bits(at as u128), side: Side { plan, schedule } }
    };
    let told: Vec<Leaf<'_>> = outcomes_of.iter().enumerate().map(leaf).collect();
    outcomes(&told, leaves(&long.0).as_deref(), cents(10_000_000_000_000))
}

#[test]
fn the_weighted_path_is_told_only_with_odds_and_one_scenario_for_each_outcome() {
    use Outcome::{CollapseEarly, CollapseLate, Deal, ReferendumRejects, Rejected};
    let three = [Deal, Rejected, ReferendumRejects];
    let without = pictured(&three, false);
    assert_eq!((&without.weighted, without.paths.iter().all(|path| path.share.is_none())), (&None, true));
    let with = pictured(&three, true);
    // A deal that holds for certain never collapses: nothing needs to picture that.
    assert_eq!((&with.missing[..], &with.doubled[..]), (&[CollapseEarly, CollapseLate][..], &[][..]));
    let mean = with.weighted.unwrap();
    assert_eq!(with.years, (2026..=2035).collect::<Vec<_>>());
    assert_eq!(mean.years.iter().copied().sum::<Total>(), mean.total);
    // A quarter of 100 and three quarters of 40 billion.
    assert_eq!((mean.total, mean.after), (cents(5_500_000_000_000), Total::ZERO));
    assert_eq!(with.paths[1].years[0], Total::ZERO, "the shorter package pays nothing before it begins");
    let amounts: Vec<Total> = mean.shortfalls.iter().map(|shortfall| shortfall.amount).collect();
    assert_eq!(amounts, [cents(6_000_000_000_000); 3]);
    let missing = pictured(&[Deal, Rejected], true);
    assert_eq!((missing.weighted, missing.missing), (None, vec![CollapseEarly, CollapseLate, ReferendumRejects]));
    let doubled = pictured(&[Deal, Rejected, Rejected, ReferendumRejects], true);
    assert_eq!((doubled.weighted, doubled.doubled), (None, vec![Rejected]));
}
