//! What the shipped scenarios make of the shipped plan's money.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use engine::{Every, Measure, schedule};
use model::{Event, Money, Plan, Table, Total};

/// What is paid in each year of the package.
fn paid(plan: &Plan) -> Vec<Total> {
    schedule(plan).totals(Measure::Paid, Every::Year).0
}

fn sum(years: &[Total]) -> Total {
    years.iter().copied().sum()
}

/// What events have stopped by the end of the package.
fn stopped(plan: &Plan) -> Total {
    let at = Measure::STOCKS.iter().position(|stock| *stock == Measure::Stopped).unwrap();
    schedule(plan).stocks(Every::Year).last().unwrap()[at]
}

fn resolved(plan: &Plan, name: &str) -> Plan {
    plan.resolve(plan.scenario_named(name).unwrap()).unwrap().plan
}

/// The sums of all years up to each.
fn reached(years: &[Total]) -> Vec<i128> {
    let add = |sum: &mut i128, year: &Total| {
        *sum += year.cents();
        Some(*sum)
    };
    years.iter().scan(0, add).collect()
}

const OUTCOMES: [&str; 5] = [
    "Deal with European enforcement",
    "The deal collapses in 2030",
    "The deal collapses in 2028",
    "Russia rejects the deal",
    "The referendum rejects the deal",
];

#[test]
fn the_base_pays_what_it_would_without_scenarios_and_their_events() {
    let plan = exchange::shipped_plan().unwrap();
    let mut bare = plan.clone();
    bare.scenarios = Table::default();
    bare.overrides = Table::default();
    bare.events = Table::default();
    for measure in [Measure::Planned, Measure::Paid] {
        let of = |plan: &Plan| schedule(plan).totals(measure, Every::Quarter);
        assert_eq!(of(&plan), of(&bare));
    }
}

#[test]
fn no_outcome_loses_a_cent_without_saying_so() {
    let plan = exchange::shipped_plan().unwrap();
    for name in OUTCOMES {
        let scenario = resolved(&plan, name);
        let accounted = sum(&paid(&scenario)) + stopped(&scenario);
        assert_eq!(accounted, Total::from(plan.package.total), "{name}");
    }
}

#[test]
fn the_later_peace_ends_the_more_is_paid() {
    let plan = exchange::shipped_plan().unwrap();
    let base = paid(&plan);
    let [deal, late, early, rejected, referendum] = OUTCOMES.map(|name| paid(&resolved(&plan, name)));
    assert_eq!(deal, base, "what the package's authors hope for is the deal");
    assert_eq!(rejected, referendum, "no source tells their money apart");
    // "USD 604.616 bn" of the rule on outcomes: what nobody has promised.
    assert_eq!(sum(&rejected), Total::from(plan.package.total) - Total::from_cents(60_461_600_000_000));
    assert!(sum(&deal) > sum(&late) && sum(&late) > sum(&early) && sum(&early) > sum(&rejected));
    // A collapse is the deal until its year, and after it as if there had never been one: in its year, what was planned
    // before and waited for a reform step may still come.
    for (collapse, years) in [(&early, 2), (&late, 4)] {
        assert_eq!(collapse[..years], deal[..years]);
        assert!(collapse[years].cents() >= rejected[years].cents() && collapse[years].cents() < deal[years].cents());
        assert_eq!(collapse[years + 1..], rejected[years + 1..]);
    }
}

#[test]
fn a_deal_that_comes_later_moves_the_money_in_every_outcome_that_has_one() {
    let mut plan = exchange::shipped_plan().unwrap();
    let before = OUTCOMES.map(|name| paid(&resolved(&plan, name)));
    let signed = plan.events.iter().find(|event| event.code.as_str() == "E31").unwrap().clone();
    let a_year_on = Event { date: "2028-01-01".parse().unwrap(), ..Event::clone(&signed) };
    plan.events.put(Arc::new(a_year_on));
    let after = OUTCOMES.map(|name| paid(&resolved(&plan, name)));
    let of = |all: &[Vec<Total>; 5], outcome: usize, year: usize| all[outcome][year];
    assert_eq!(of(&after, 0, 1), of(&after, 3, 1), "nothing of it is paid in 2027");
    assert!(sum(&after[0]) < sum(&before[0]) && stopped(&resolved(&plan, OUTCOMES[0])) == Total::from(Money::ZERO));
    assert!(sum(&after[1]) < sum(&before[1]));
    assert_eq!(after[3..], before[3..], "what is never accepted never begins");
}

#[test]
fn accession_moves_the_booster_and_nothing_else() {
    let plan = exchange::shipped_plan().unwrap();
    let base = reached(&paid(&plan));
    let of = |name| reached(&paid(&resolved(&plan, name)));
    let (early, phased, late) = (of("Accession in January 2027"), of("Phased integration"), of("Late accession"));
    let never_below = |left: &[i128], right: &[i128]| left.iter().zip(right).all(|(left, right)| left >= right);
    assert!(never_below(&early, &phased) && never_below(&phased, &base) && never_below(&base, &late));
    assert!(early[2] > base[2] && phased[3] > base[3] && base[2] > late[2]);
    // No step comes too late to be paid within the package, so all of it is paid in the end.
    for reached in [early, phased, late] {
        assert_eq!(reached.last(), base.last());
    }
}

#[test]
fn a_reading_changes_no_payment() {
    let plan = exchange::shipped_plan().unwrap();
    let base = paid(&plan);
    let readings: Vec<_> = plan.scenarios.iter().filter(|row| row.name.en.starts_with("Reading: ")).collect();
    assert_eq!(readings.len(), plan.readings.len() - 1);
    for row in readings {
        let scenario = resolved(&plan, &row.name.en);
        assert_ne!(scenario.package.reading, plan.package.reading);
        assert_eq!(paid(&scenario), base, "{}", row.name.en);
    }
}
