//! The test vectors of scenarios, reproduced digit by digit.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{deviation, shortfall, weighted};
use model::{Decimal, Odds, Outcome, Plan, Question, Share, Total, leaves, sketch};
use serde_json::Value;

fn vector() -> Value {
    let path = format!("{}/vectors/06_scenario_tree.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Cents of a billion.
const BILLION: i128 = 100_000_000_000;

fn decimal(text: &Value) -> Decimal {
    text.as_str().unwrap().parse().unwrap()
}

/// A sum in billions, as the vector writes it.
fn billions(sum: Total) -> Decimal {
    Decimal::try_from_i128_with_scale(sum.cents(), 11).unwrap()
}

/// A plan with the odds of the vector.
fn entered(case: &Value) -> Plan {
    let mut plan = sketch::plan("").unwrap();
    let answers = &case["conditional_probabilities"];
    let questions = [
        (Question::Signed, "signed"),
        (Question::Accepted, "ref_yes_given_signed"),
        (Question::Holds, "hold_given_yes"),
    ];
    for (question, key) in questions {
        let (share, day) = (Share::quantised(decimal(&answers[key])), plan.package.as_of);
        let odds = Odds { question, share, author: "Test vector".to_owned(), day, note: String::new() };
        plan.odds.put(Arc::new(odds));
    }
    plan
}

/// The path of the vector that pictures an outcome; it has one for both times of a collapse.
const fn key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Deal => "deal",
        Outcome::Rejected => "reject_ru",
        Outcome::CollapseEarly | Outcome::CollapseLate => "collapse",
        Outcome::ReferendumRejects => "referendum_no",
    }
}

#[test]
fn the_tree_of_outcomes() {
    let case = vector();
    let told = leaves(&entered(&case)).unwrap();
    let mut shares: BTreeMap<&str, Decimal> = BTreeMap::new();
    for (outcome, share) in &told {
        *shares.entry(key(*outcome)).or_default() += share.decimal();
    }
    let expected: BTreeMap<&str, Decimal> = case["leaf_probabilities"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(key, share)| (key.as_str(), decimal(share)))
        .collect();
    assert_eq!(shares, expected);

    let path = |outcome: Outcome| -> Vec<Total> {
        let years = case["paths_usd_bn"][key(outcome)].as_array().unwrap().iter();
        years.map(|year| Total::from_cents(i128::from(year.as_i64().unwrap()) * BILLION)).collect()
    };
    let paths: Vec<(Share, Vec<Total>)> = told.iter().map(|(outcome, share)| (*share, path(*outcome))).collect();
    let mean = weighted(&paths);
    let expected: Vec<Decimal> = case["expected_path"].as_array().unwrap().iter().map(decimal).collect();
    assert_eq!(mean.iter().copied().map(billions).collect::<Vec<_>>(), expected);
    assert_eq!(billions(mean.into_iter().sum()), decimal(&case["expected_total"]));

    let totals: Vec<(Share, Total)> =
        paths.iter().map(|(share, path)| (*share, path.iter().copied().sum::<Total>())).collect();
    for ((outcome, _), (_, total)) in told.iter().zip(&totals) {
        assert_eq!(billions(*total), Decimal::from(case["totals"][key(*outcome)].as_i64().unwrap()));
    }
    // The vector writes ten places of a billion, which are tens of cents.
    assert_eq!(billions(deviation(&totals)).round_dp(10), decimal(&case["sd_total"]));
    let aim = Total::from_cents(800 * BILLION);
    for (name, hundredths) in [("shortfall_CVaR50", 50), ("shortfall_CVaR75", 75), ("shortfall_vs_800_CVaR90", 90)] {
        let level = Share::quantised(Decimal::new(hundredths, 2));
        assert_eq!(billions(shortfall(&totals, aim, level)), decimal(&case[name]), "{name}");
    }
}
