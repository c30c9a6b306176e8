//! The plan that ships: built from the data of `assets/baseline`, which is part of the program.
//!
//! Its ids are fixed, so that two machines build one and the same plan: the first eight bytes are `Tranche` and a zero, then
//! four bytes say what kind of row it is (1: allocation), the last four are the row's number in its file, from 1.

use model::{Id, Key, Money, OutputYear, Plan, Table};

use crate::columns::reference::{self, File};
use crate::columns::{allocations, readings};
use crate::finding::{Finding, Findings, Reason};

macro_rules! shipped_file {
    ($name:literal) => {
        File { name: $name, text: include_str!(concat!("../../../../assets/baseline/", $name)) }
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

/// `Tranche` and a zero byte, the upper half of every shipped id.
const ID_PREFIX: u128 = 0x5472_616e_6368_6500;
/// The kind of row that an allocation's id names.
const ALLOCATION_KIND: u128 = 1;

/// Yearly growth of the gross domestic product in current dollars after the last year that a source states, in percent.
/// A visible extrapolation (`assets/baseline/NOTES.md`); rows made by it say so.
pub const OUTPUT_GROWTH_PERCENT: i64 = 7;

/// The id of the shipped allocation with this number.
#[must_use]
pub const fn shipped_allocation_id(number: u32) -> Id {
    Id::from_bits(ID_PREFIX << 64 | ALLOCATION_KIND << 32 | number as u128)
}

/// The plan that ships: 99 allocations that add to exactly 800,000,000,000.00 US dollars, with their sources. Always the same.
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
    plan.clusters = reference::clusters(CLUSTERS)?;
    plan.rules = reference::rules(RULES)?;
    plan.output = carried_forward(reference::output(OUTPUT, &sources)?, last_year)?;
    plan.readings = readings;
    plan.sectors = sectors;
    plan.needs = needs.by_sector;
    plan.sources = sources;
    let rows = allocations::allocations(ALLOCATIONS, &plan, |place| {
        shipped_allocation_id(u32::try_from(place).unwrap_or(u32::MAX))
    })?;
    plan.allocations = Table::from_rows(rows);
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
    let (down, rest) = (product.div_euclid(100), product.rem_euclid(100));
    let up = rest > 50 || (rest == 50 && down % 2 != 0);
    i64::try_from(down + i128::from(up)).ok().map(Money::from_cents)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::{Capital, Dimension, Grade, Total};
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
        let stated = plan.programmes.iter().map(|row| (row.key.to_string(), row.amount.unwrap().to_string())).collect();
        assert_eq!(found, stated);
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
        assert_eq!(plan.rules.len(), 9);
        assert!(plan.rules.iter().all(|rule| !rule.text.en.is_empty() && !rule.text.uk.is_empty()));
    }

    /// The shares that the model's measured curves are made of, at mid-bucket ages, against the shipped data.
    #[test]
    fn measured_profiles_are_those_of_the_data() {
        let data = include_str!("../../../../assets/baseline/wb_disbursement_profile.csv");
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
