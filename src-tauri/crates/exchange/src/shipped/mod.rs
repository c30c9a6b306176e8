//! The plan that ships: built from the data of `assets/baseline`, which is part of the program.
//!
//! Its ids are fixed, so that two machines build one and the same plan: the first eight bytes are `Tranche` and a zero, then
//! four bytes say what kind of row it is (1: allocation, 2: step, 3: event, 4: scenario), the last four are the row's number:
//! in its file, from 1, or of the step's chapter.

mod additions;
mod scenarios;
mod steps;

pub use additions::{shipped_conditions, shipped_events};
pub use scenarios::shipped_scenarios;
pub use steps::shipped_step_id;

use model::{Id, Key, Money, OutputYear, Plan, Table};

use crate::columns::reference::{self, File};
use crate::columns::{allocations, conditions, readings, scenarios as scenario_columns};
use crate::finding::{Finding, Findings, Reason};
use crate::yardsticks::{self, Yardstick};

macro_rules! shipped_file {
    ($name:literal) => {
        File { name: $name, text: include_str!(concat!("../../../../../assets/baseline/", $name)) }
    };
}

const PACKAGE: File<'_> = shipped_file!("package.csv");
const READINGS: File<'_> = shipped_file!("readings.csv");
const FUNDERS: File<'_> = shipped_file!("funders.csv");
const PROGRAMMES: File<'_> = shipped_file!("programmes.csv");
const SECTORS: File<'_> = shipped_file!("sectors.csv");
const NEEDS: File<'_> = shipped_file!("needs.csv");
const CLUSTERS: File<'_> = shipped_file!("clusters.csv");
const ALLOCATIONS: File<'_> = shipped_file!("allocations.csv");
const SOURCES: File<'_> = shipped_file!("sources.csv");
const RULES: File<'_> = shipped_file!("rules.csv");
const OUTPUT: File<'_> = shipped_file!("macro.csv");
const CHAPTERS: File<'_> = shipped_file!("chapters.csv");
const TERMS: File<'_> = shipped_file!("terms.csv");
const EVENTS: File<'_> = shipped_file!("events.csv");
const SCENARIOS: File<'_> = shipped_file!("scenarios.csv");
const OVERRIDES: File<'_> = shipped_file!("scenario_overrides.csv");
const YARDSTICKS: File<'_> = shipped_file!("yardsticks.csv");
const PORTFOLIOS: File<'_> = shipped_file!("wb_disbursement_profile.csv");

/// `Tranche` and a zero byte, the upper half of every shipped id.
const ID_PREFIX: u128 = 0x5472_616e_6368_6500;
/// The kind of row that an allocation's id names.
const ALLOCATION_KIND: u128 = 1;
/// The kind of row that a step's id names.
const STEP_KIND: u128 = 2;
/// The kind of row that an event's id names.
const EVENT_KIND: u128 = 3;
/// The kind of row that a scenario's id names.
const SCENARIO_KIND: u128 = 4;

/// Yearly growth of the gross domestic product in current dollars after the last year that a source states, in percent.
/// A visible extrapolation (`assets/baseline/NOTES.md`); rows made by it say so.
pub const OUTPUT_GROWTH_PERCENT: i64 = 7;

/// The id of the shipped row of this kind and number.
const fn shipped_id(kind: u128, number: u32) -> Id {
    Id::from_bits(ID_PREFIX << 64 | kind << 32 | number as u128)
}

/// The id of the shipped allocation with this number.
#[must_use]
pub const fn shipped_allocation_id(number: u32) -> Id {
    shipped_id(ALLOCATION_KIND, number)
}

/// The id of the shipped event with this number.
#[must_use]
pub const fn shipped_event_id(number: u32) -> Id {
    shipped_id(EVENT_KIND, number)
}

/// The id of the shipped scenario with this number.
#[must_use]
pub const fn shipped_scenario_id(number: u32) -> Id {
    shipped_id(SCENARIO_KIND, number)
}

/// The number of the row in a place of its file.
fn number(place: u64) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// How fast other large programmes paid out: figures to hold the plan's payments against. They are no part of the plan.
///
/// # Errors
/// Everything found wrong in the data, as [`shipped_plan`].
pub fn yardsticks() -> Result<Vec<Yardstick>, Findings> {
    yardsticks::read(YARDSTICKS, &reference::sources(SOURCES)?)
}

/// How fast the World Bank's portfolios paid out, by the age of the loans: yardsticks as well.
///
/// # Errors
/// As [`yardsticks`].
pub fn portfolios() -> Result<Vec<Yardstick>, Findings> {
    crate::portfolios::read(PORTFOLIOS, &reference::sources(SOURCES)?)
}

/// The plan that ships: 99 allocations that add to exactly 800,000,000,000.00 US dollars, the reform steps that its booster
/// waits for, a calendar of events, the scenarios of the talks, of accession and of the other readings, and their sources. No
/// probability is among it. Always the same.
///
/// # Errors
/// Everything found wrong in the data. The data is part of the program and tested, so a caller meets this only after it was
/// changed.
pub fn shipped_plan() -> Result<Plan, Findings> {
    let sources = reference::sources(SOURCES)?;
    let readings = readings::readings(READINGS, &sources)?;
    let sectors = reference::sectors(SECTORS)?;
    let needs = reference::needs(NEEDS, &sectors, &sources)?;
    let is_reading = |key: &Key| readings.get(key).is_some();
    let package = reference::package(PACKAGE, needs.published_total, is_reading, &sources)?;
    let last_year = package.last.year();
    let mut plan = Plan::of(package);
    plan.funders = reference::funders(FUNDERS)?;
    plan.programmes = reference::programmes(PROGRAMMES, &plan.funders, &sources)?;
    plan.clusters = conditions::with_terms(TERMS, &reference::clusters(CLUSTERS)?, &sources)?;
    plan.chapters = conditions::chapters(CHAPTERS, &plan.clusters, &sources)?;
    plan.steps = steps::steps(&plan.chapters)?;
    plan.events = conditions::events(EVENTS, &sources, |place| shipped_event_id(number(place)))?;
    plan.rules = reference::rules(RULES)?;
    plan.output = carried_forward(reference::output(OUTPUT, &sources)?, last_year)?;
    plan.readings = readings;
    plan.sectors = sectors;
    plan.needs = needs.by_sector;
    plan.sources = sources;
    let rows = allocations::allocations(ALLOCATIONS, &plan, |place| shipped_allocation_id(number(place)))?;
    plan.allocations = Table::from_rows(rows);
    let found = scenario_columns::scenarios(SCENARIOS, &plan.sources, |place| shipped_scenario_id(number(place)))?;
    plan.overrides = scenario_columns::overrides(OVERRIDES, &plan, &found.ids)?;
    plan.scenarios = found.rows;
    Ok(plan)
}

/// The stated years, and after them further ones until `last_year` by a fixed growth, marked as extrapolated.
fn carried_forward(stated: Vec<OutputYear>, last_year: i32) -> Result<Table<OutputYear>, Findings> {
    let mut years = stated;
    years.sort_by_key(|row| row.year);
    while let Some(last) = years.last().filter(|last| last.year < last_year).cloned() {
        let year = last.year + 1;
        let grown = grown(last.gdp).ok_or_else(|| {
            Finding::new(OUTPUT.name, 0, "gdp_usd_bn", &last.gdp.to_string(), Reason::TooLarge(year.to_string()))
        })?;
        years.push(OutputYear { year, gdp: grown, extrapolated: true, sources: last.sources });
    }
    Ok(Table::from_rows(years))
}

/// One more year of growth, rounded half-even to the cent.
fn grown(gdp: Money) -> Option<Money> {
    let product = i128::from(gdp.cents()) * i128::from(100 + OUTPUT_GROWTH_PERCENT);
    i64::try_from(half_even(product, 100)).ok().map(Money::from_cents)
}

/// `value ÷ by` rounded half to even; `by` is above nought.
fn half_even(value: i128, by: i128) -> i128 {
    let (down, rest) = (value.div_euclid(by), value.rem_euclid(by));
    let up = 2 * rest > by || (2 * rest == by && down % 2 != 0);
    down + i128::from(up)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use model::{Capital, Dimension, EventKind, EventState, Grade, OnLoss, ReleaseRule, Share, Total};
    use std::collections::BTreeMap;

    fn totals(plan: &Plan, dimension: Dimension) -> BTreeMap<String, String> {
        let mut totals: BTreeMap<String, Total> = BTreeMap::new();
        for row in plan.allocations.iter() {
            totals.entry(dimension.of(row, plan).to_owned()).or_default().add(row.amount);
        }
        totals.into_iter().map(|(key, total)| (key, total.to_string())).collect()
    }

    fn pairs(list: &[(&str, &str)]) -> BTreeMap<String, String> {
        list.iter().map(|(key, amount)| ((*key).to_owned(), (*amount).to_owned())).collect()
    }

    #[test]
    fn adds_to_the_package_to_the_cent() {
        let plan = shipped_plan().unwrap();
        assert_eq!(plan.allocations.len(), 99);
        let total: Total = plan.allocations.iter().map(|row| row.amount).sum();
        assert_eq!(total.to_string(), "800000000000.00");
        assert_eq!(total, Total::from(plan.package.total));
        assert_eq!(
            totals(&plan, Dimension::Capital),
            pairs(&[("private", "300000000000.00"), ("public", "500000000000.00")])
        );
        assert_eq!(totals(&plan, Dimension::Booster), pairs(&[("no", "600000000000.00"), ("yes", "200000000000.00")]));
        let grades = [
            ("running", "52178000000.00"),
            ("announced", "5500000000.00"),
            ("proposed", "116700000000.00"),
            ("assumption", "625622000000.00"),
        ];
        assert_eq!(totals(&plan, Dimension::AmountGrade), pairs(&grades));
        assert!(plan.allocations.iter().all(|row| row.split_grade == Grade::Assumption));
    }

    #[test]
    fn each_programme_adds_to_its_own_amount() {
        let plan = shipped_plan().unwrap();
        let found = totals(&plan, Dimension::Programme);
        // Those that contain others, and the one that takes back more than it gives, have no rows.
        let idle = |row: &model::Programme| {
            row.owed.is_some() || plan.programmes.iter().any(|part| part.part_of.as_ref() == Some(&row.key))
        };
        let stated = plan.programmes.iter().filter(|row| !idle(row));
        assert_eq!(found, stated.map(|row| (row.key.to_string(), row.amount.unwrap().to_string())).collect());
        assert_eq!(plan.programmes.iter().filter(|row| idle(row)).count(), 4);
        for row in plan.allocations.iter() {
            assert_eq!(row.amount_grade, plan.programmes.get(&row.programme).unwrap().grade, "{}", row.code);
            assert_eq!(row.capital, row.instrument.capital(), "{}", row.code);
        }
    }

    #[test]
    fn has_no_flaw_and_is_always_the_same() {
        let plan = shipped_plan().unwrap();
        assert_eq!(plan.flaws(), []);
        assert_eq!(plan, shipped_plan().unwrap());
        let first = plan.allocations.iter().next().unwrap();
        assert_eq!(first.id.to_string(), "5472616e636865000000000100000001");
        assert_eq!(first.code.as_str(), "A001");
        let codes: Vec<_> = plan.allocations.iter().map(|row| row.code.number().unwrap()).collect();
        assert_eq!(codes, (1..=99).collect::<Vec<_>>(), "ids follow the codes");
    }

    #[test]
    fn what_was_paid_is_typed() {
        let plan = shipped_plan().unwrap();
        let paid: Vec<_> =
            plan.allocations.iter().flat_map(|row| row.paid.iter().map(|paid| (row.code.as_str(), paid))).collect();
        assert_eq!(paid.len(), 1);
        let (code, actual) = paid[0];
        assert_eq!(
            (code, actual.quarter.to_string(), actual.amount.to_string()),
            ("A001", "2026-Q2".to_owned(), "3734400000.00".to_owned())
        );
    }

    #[test]
    fn the_default_reading_is_kept_and_blanks_are_no_limits() {
        let plan = shipped_plan().unwrap();
        let overlay = plan.reading().unwrap();
        assert_eq!(overlay.key.as_str(), "overlay");
        assert!(!overlay.booster_is_block());
        assert_eq!(overlay.booster().unwrap().to_string(), "200000000000.00");
        assert_eq!(plan.readings.len(), 5);
        let fund = plan.readings.iter().find(|row| row.key.as_str() == "fund").unwrap();
        assert_eq!((fund.public, fund.private), (None, None));
        assert!(
            plan.readings.iter().all(|row| !row.sources.is_empty() && !row.date.is_empty() && !row.label.uk.is_empty())
        );
    }

    #[test]
    fn needs_keep_their_rounding_difference() {
        let plan = shipped_plan().unwrap();
        let sum: Total = plan.needs.iter().map(|need| need.amount).sum();
        assert_eq!(sum.to_string(), "587600000000.00");
        assert_eq!(plan.package.needs_total.to_string(), "587700000000.00");
        assert_eq!((plan.needs.len(), plan.sectors.len()), (13, 16));
    }

    #[test]
    fn output_is_stated_to_2030_and_carried_forward_visibly() {
        let plan = shipped_plan().unwrap();
        let years: Vec<_> = plan.output.iter().map(|row| (row.year, row.extrapolated)).collect();
        assert_eq!(years, (2026..=2035).map(|year| (year, year > 2030)).collect::<Vec<_>>());
        assert_eq!(plan.output.get(&2030).unwrap().gdp.to_string(), "288846000000.00");
        assert_eq!(plan.output.get(&2031).unwrap().gdp.to_string(), "309065220000.00");
    }

    #[test]
    fn the_rules_quote_the_plan_rightly() {
        let plan = shipped_plan().unwrap();
        let share = |total: i128| total * 1000 / Total::from(plan.package.total).cents();
        let sum_of = |wanted: &dyn Fn(&model::Allocation) -> bool| -> i128 {
            plan.allocations.iter().filter(|row| wanted(row)).map(|row| row.amount).sum::<Total>().cents()
        };
        // "78 % rests on an assumed amount, and 76 % has no named payer"
        assert_eq!(share(sum_of(&|row| row.amount_grade == Grade::Assumption)), 782);
        let nobody =
            |row: &model::Allocation| matches!(Dimension::Funder.of(row, &plan), "private" | "public_to_mobilise");
        assert_eq!(share(sum_of(&nobody)), 755);
        let booster = |row: &model::Allocation, capital| row.booster.is_some() && row.capital == capital;
        assert_eq!(sum_of(&|row| booster(row, Capital::Public)), 6_000_000_000_000);
        assert_eq!(sum_of(&|row| booster(row, Capital::Private)), 14_000_000_000_000);
        assert_eq!(sum_of(&|row| row.purpose == model::Purpose::Stability), 4_969_400_000_000);
        assert_eq!(sum_of(&|row| row.purpose == model::Purpose::Reconstruction), 55_030_600_000_000);
        assert_eq!(sum_of(&|row| row.purpose == model::Purpose::Compensation), 0);
        assert!(plan.rules.iter().all(|rule| !rule.text.en.is_empty() && !rule.text.uk.is_empty()));
        let headings: Vec<_> = plan.rules.iter().map(|rule| rule.heading.en.as_str()).collect();
        assert_eq!(headings.len(), 14);
        assert_eq!((headings[0], headings[3], headings[11]), ("Stability", "Reform steps", "What a sceptic sees"));
        // "33 ... steps", "the first in 2027-Q1, the last in 2033-Q4", "no cap and no lapse"
        let due = || plan.steps.iter().map(|step| step.due.to_string());
        assert_eq!(
            (plan.steps.len(), due().min().unwrap(), due().max().unwrap()),
            (33, "2027-Q1".to_owned(), "2033-Q4".to_owned())
        );
        assert!(plan.caps.is_empty() && plan.programmes.iter().all(|row| row.lapse_years.is_none()));
    }

    #[test]
    fn every_cluster_releases_on_the_same_terms_and_waits_for_the_fundamentals() {
        let plan = shipped_plan().unwrap();
        for cluster in plan.clusters.iter() {
            let [terms] = cluster.terms.as_slice() else { panic!("{}: one entry", cluster.key) };
            assert_eq!(terms.from.to_string(), "2026-Q1");
            assert_eq!((terms.rule, terms.level), (ReleaseRule::Proportional, None));
            assert_eq!((terms.window_quarters, terms.lag_quarters, terms.extension_quarters), (4, 2, 0));
            assert_eq!((terms.on_loss, terms.clawback, terms.grade), (OnLoss::Lost, Share::ONE, Grade::Assumption));
            assert_eq!(terms.fundamentals_first, (!cluster.is_fundamentals()).then_some(Share::ZERO));
            assert!(terms.note.contains("Assumed") && !terms.sources.is_empty());
        }
    }

    #[test]
    fn events_are_dated_sourced_and_do_nothing_to_money() {
        let plan = shipped_plan().unwrap();
        assert_eq!(plan.events.len(), 38);
        let as_of = plan.package.as_of;
        for (place, event) in plan.events.iter().enumerate() {
            assert_eq!(event.code.as_str(), format!("E{:02}", place + 1), "ids follow the codes");
            assert_eq!(event.id, shipped_event_id(number(place as u64 + 1)));
            assert!(event.effects.is_empty() || event.state == EventState::Excluded, "{}", event.code);
            assert!(!event.sources.is_empty(), "{}", event.code);
            assert!(event.name.uk != event.name.en, "{}", event.code);
            // Nothing has happened that is not past, and a day that we put is an assumption that does not count.
            assert!(event.state != EventState::Happened || event.date <= as_of, "{}", event.code);
            assert_eq!(event.state == EventState::Excluded, event.grade == Grade::Assumption, "{}", event.code);
        }
        // Those that only scenarios use stand after the others, in the order of the file.
        let of_base = |code: &model::Code| code.as_str() <= "E30";
        let calendar = plan.calendar().into_iter().map(|(_, event)| event.code.clone()).filter(of_base);
        let codes = plan.events.iter().map(|event| event.code.clone()).filter(of_base);
        assert!(calendar.eq(codes), "the file is in the order of the days");
        let tiers: Vec<_> = plan
            .events
            .iter()
            .filter(|event| event.kind == EventKind::Guarantee)
            .map(|event| (event.state, event.until.unwrap().to_string()))
            .collect();
        let until = |day: &str| (EventState::Excluded, day.to_owned());
        assert_eq!(tiers, [until("2041-12-31"), until("2041-12-31"), until("2041-12-31"), until("2076-12-31")]);
        assert_eq!(plan.events.iter().next().unwrap().id.to_string(), "5472616e636865000000000300000001");
    }

    #[test]
    fn yardsticks_keep_what_their_sources_say() {
        let all = yardsticks().unwrap();
        assert_eq!(all.len(), 48);
        let facility: Vec<_> = all.iter().filter(|row| row.programme == "EU RRF" && row.as_of == "2025-10").collect();
        let [row] = facility.as_slice() else { panic!("one figure") };
        assert_eq!((row.value.to_string(), row.unit.as_str()), ("367".to_owned(), "EUR bn"));
        assert_eq!(row.share_of_total_pct.unwrap().to_string(), "56.5");
        assert_eq!(row.years_since_start.unwrap().to_string(), "4.6");
        assert_eq!((row.sources[0].as_str(), row.verification.as_str()), ("H08", "stored_text"));
        let remembered = all.iter().filter(|row| row.verification == "memory_unverified").count();
        assert_eq!(remembered, 5, "what is only remembered says so");
    }

    #[test]
    fn portfolios_are_told_in_the_middle_of_each_year_of_age() {
        let all = portfolios().unwrap();
        assert_eq!(all.len(), 16);
        let [first, second] = [&all[8], &all[9]];
        assert_eq!(first.programme, "World Bank investment lending");
        assert_eq!(first.years_since_start.unwrap().to_string(), "0.5");
        assert_eq!(second.share_of_total_pct.unwrap().to_string(), "24.48");
        assert_eq!(second.sources.iter().map(ToString::to_string).collect::<Vec<_>>(), ["H01", "H02"]);
        assert!(all.iter().all(|row| !row.as_of.is_empty() && row.measure.starts_with("disbursed")));
    }

    /// The shares that the model's measured curves are made of, at mid-bucket ages, against the shipped data.
    #[test]
    fn measured_profiles_are_those_of_the_data() {
        let data = include_str!("../../../../../assets/baseline/wb_disbursement_profile.csv");
        for (profile, portfolio) in
            [("empirical_wb_investment", "IBRD_IDA_investment_pooled"), ("empirical_wb_policy", "IBRD_policy_all")]
        {
            let of_portfolio =
                data.lines().map(|line| line.split(',').collect::<Vec<_>>()).filter(|cells| cells[0] == portfolio);
            let shares: Vec<i64> =
                of_portfolio.take(8).map(|cells| cells[10].replace("0.", "").parse().unwrap()).collect();
            let reached = model::Profile::new(profile, model::Parameters::new()).unwrap().cumulative(15);
            for (bucket, share) in shares.iter().enumerate() {
                let expected = f_of(*share, shares[7]);
                assert_eq!(reached[2 * bucket], expected, "{profile}, bucket {bucket}");
            }
        }
    }

    /// `share / last` in units of 10⁻¹², half-even.
    fn f_of(share: i64, last: i64) -> i64 {
        let (down, rest) = (share * model::SHARE_UNITS / last, share * model::SHARE_UNITS % last);
        down + i64::from(2 * rest > last || (2 * rest == last && down % 2 != 0))
    }

    #[test]
    fn growth_rounds_half_to_even() {
        assert_eq!(grown(Money::from_cents(100)), Some(Money::from_cents(107)));
        assert_eq!(grown(Money::from_cents(50)), Some(Money::from_cents(54)));
        assert_eq!(grown(Money::from_cents(150)), Some(Money::from_cents(160)));
        assert_eq!(grown(Money::from_cents(i64::MAX)), None);
    }
}
