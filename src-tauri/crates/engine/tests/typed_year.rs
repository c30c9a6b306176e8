//! What a row plans after a year of it was typed: exactly what was typed, and all else as what gives for it says.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use engine::{Every, Measure, YearGives, YearRefusal, schedule, typed_year};
use model::{
    Allocation, Change, Edit, Grade, Id, Money, Name, Plan, Quarter, Refusal, Scenario, ScenarioId, apportion, sketch,
};
use proptest::prelude::*;

const ROW: Id = Id::from_bits(1);
const USUAL: &str = "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20";

fn plan_of(package: &str, row: &str) -> Plan {
    sketch::plan(&format!("{package}\nA001 eu {row}\n")).unwrap()
}

fn row_of(plan: &Plan) -> &Allocation {
    plan.allocations.get(&ROW).unwrap()
}

/// What the row plans in each quarter, however far off, and what was paid in it.
fn cells(plan: &Plan) -> BTreeMap<Quarter, i64> {
    let mut endless = plan.clone();
    let last = Quarter::new(2199, 4).unwrap();
    endless.package = model::Package { last, ..(*plan.package).clone() }.into();
    let told = schedule(&endless);
    assert!(told.row(0).after().is_zero());
    let quarters = (0..endless.package.quarters()).map(|at| told.row(0).planned(at).cents());
    (0..).map(|at| plan.package.first.plus(at)).zip(quarters).filter(|(_, cents)| *cents != 0).collect()
}

fn after(plan: &Plan, changes: &[Change]) -> Plan {
    let edits: Vec<Edit> = changes.iter().cloned().map(Edit::base).collect();
    let next = model::apply_all(plan, &edits).unwrap();
    assert_eq!(next.flaws(), []);
    next
}

/// What the grid shows of a year.
fn year_cell(plan: &Plan, year: i32) -> i64 {
    let (years, _) = schedule(plan).row(0).told(Measure::Planned, Every::Year);
    years[(year - plan.package.first.year()) as usize].cents()
}

/// The quarters in which the row may plan, of which a rule holds.
type Keep<'a> = Box<dyn Fn(Quarter) -> bool + 'a>;

/// Those of a year.
fn open_in(plan: &Plan, year: i32) -> Keep<'_> {
    Box::new(move |quarter| is_open(plan, quarter) && quarter.year() == year && quarter <= plan.package.last)
}

fn is_open(plan: &Plan, quarter: Quarter) -> bool {
    quarter >= plan.package.open_quarter() && row_of(plan).paid.last().is_none_or(|paid| quarter > paid.quarter)
}

fn sum(cells: &BTreeMap<Quarter, i64>, keep: &Keep<'_>) -> i64 {
    cells.iter().filter(|(quarter, _)| keep(**quarter)).map(|(_, cents)| cents).sum()
}

/// Makes `cells` what they should be where some quarters come to hold `more`: what they had in proportion, and where they
/// had nothing what is found in `is`, if it is even and adds up.
fn give(cells: &mut BTreeMap<Quarter, i64>, keep: &Keep<'_>, more: i64, is: &BTreeMap<Quarter, i64>) {
    let had = sum(cells, keep);
    if had == 0 && more > 0 {
        let even: BTreeMap<Quarter, i64> = is.clone().into_iter().filter(|(quarter, _)| keep(*quarter)).collect();
        assert_eq!(even.values().sum::<i64>(), more);
        assert!(even.values().max().unwrap() - even.values().min().unwrap() <= 1);
        cells.extend(even);
        return;
    }
    let places: Vec<Quarter> = cells.keys().copied().filter(|quarter| keep(*quarter)).collect();
    let weights: Vec<u64> = places.iter().map(|quarter| cells[quarter].unsigned_abs()).collect();
    for (quarter, part) in places.into_iter().zip(apportion(Money::from_cents(had + more), &weights).unwrap()) {
        cells.insert(quarter, part.cents());
    }
}

/// A row of any span, curve and timing, some of it paid or overdue.
fn row() -> impl Strategy<Value = String> {
    let shape = prop::sample::select(vec![
        ("uniform", ""),
        ("trapezoid", "u=0.2,d=0.3,"),
        ("beta", "alpha=2,beta=3,"),
        ("typed", "s001=0.5,s002=0.1,s003=0.4,"),
        ("outlay_rates", "years=3,r001=0.2,r002=0.5,r003=0.3,"),
        ("empirical_wb_investment", ""),
    ]);
    let paid =
        prop::sample::select(vec!["", "paid 2026-Q1=0.01", "paid 2026-Q2=0.01 2026-Q3=0.02", "paid 2026-Q4=0.02"]);
    let timing = prop_oneof![
        Just("delay=0,stretch=1".to_owned()),
        (0..30_u32, 1..40_u32)
            .prop_map(|(delay, tenths)| { format!("delay={delay},stretch={}.{}", tenths / 10, tenths % 10) })
    ];
    let amount =
        prop_oneof![0..1000_i64, 0..80_000_000_000_000_i64, Just(80_000_000_000_000), 0..900_000_000_000_000_000_i64];
    (amount, 2024..2039_i32, 1..5_i32, 0..50_i32, shape, timing, paid).prop_map(
        |(cents, year, part, length, (key, shape), timing, paid)| {
            let start = Quarter::new(year, part).unwrap();
            let end = Quarter::from_ordinal(start.ordinal() + length).unwrap();
            format!("grant energy {} {start}..{end} {key}({shape}{timing}) {paid}", Money::from_cents(cents + 3))
        },
    )
}

fn package() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![USUAL, USUAL, "package 800bn 2026-Q1..2034-Q2 as-of 2026-10-01"])
}

fn gives() -> impl Strategy<Value = YearGives> {
    prop_oneof![Just(YearGives::Others), Just(YearGives::Total), (2026..2035_i32).prop_map(YearGives::Year)]
}

/// Parts of a whole of what the year and what gives have together, or any amount.
fn typed(before: &Plan, year: i32, gives: YearGives, parts: i64, free: i64) -> Money {
    let rest = row_of(before).amount.cents() - row_of(before).paid_total().cents();
    let paid: i64 =
        row_of(before).paid.iter().filter(|paid| paid.quarter.year() == year).map(|paid| paid.amount.cents()).sum();
    let most = match gives {
        YearGives::Total => free,
        YearGives::Others => rest,
        YearGives::Year(giver) => year_cell(before, year) + year_cell(before, giver),
    };
    Money::from_cents(paid + (i128::from(most) * i128::from(parts) / 1000) as i64)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn the_planned_cells_are_the_wanted_ones(
        package in package(), row in row(), year in 2026..2035_i32, gives in gives(),
        parts in 0..=1000_i64, free in 0..90_000_000_000_000_i64,
    ) {
        let plan = plan_of(package, &row);
        let amount = typed(&plan, year, gives, parts, free);
        let changes = match typed_year(&plan, ROW, year, amount, gives) {
            Ok(changes) => changes,
            Err(refusal) => {
                let known = matches!(refusal,
                    YearRefusal::Closed { .. } | YearRefusal::GivesToItself { .. } | YearRefusal::OthersLack { .. }
                    | YearRefusal::YearLacks { .. } | YearRefusal::NoOtherYear { .. });
                prop_assert!(known, "{refusal}");
                return Ok(());
            }
        };
        let next = after(&plan, &changes);
        let (was, is) = (cells(&plan), cells(&next));
        prop_assert_eq!(year_cell(&next, year), amount.cents());
        prop_assert_eq!(is.values().sum::<i64>(), row_of(&next).amount.cents());
        let by = amount.cents() - year_cell(&plan, year);
        let mut wanted = was;
        give(&mut wanted, &open_in(&plan, year), by, &is);
        match gives {
            YearGives::Total => {}
            YearGives::Others => {
                let in_year = open_in(&plan, year);
                give(&mut wanted, &(Box::new(|quarter| is_open(&plan, quarter) && !in_year(quarter)) as Keep<'_>), -by, &is);
            }
            YearGives::Year(giver) => give(&mut wanted, &open_in(&plan, giver), -by, &is),
        }
        wanted.retain(|_, cents| *cents != 0);
        prop_assert_eq!(&is, &wanted);
        // Typing the same again changes nothing.
        prop_assert_eq!(typed_year(&next, ROW, year, amount, gives), Ok(vec![]));
        // A scenario that changes the row so plans the same.
        prop_assert_eq!(cells(&within_scenario(&plan, &changes)), is);
    }
}

fn within_scenario(plan: &Plan, changes: &[Change]) -> Plan {
    let scenario = Scenario {
        id: Id::from_bits(7),
        name: Name::same("Case"),
        parent: ScenarioId::Base,
        place: 1,
        outcome: None,
        trigger: Name::default(),
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    };
    let place = ScenarioId::Of(scenario.id);
    let mut edits = vec![Edit::base(Change::AddScenario { scenario: Box::new(scenario) })];
    edits.extend(changes.iter().map(|change| Edit { scenario: place, change: change.clone() }));
    let next = model::apply_all(plan, &edits).unwrap();
    let resolved = next.resolve(place).unwrap();
    assert_eq!(resolved.unapplied, []);
    resolved.plan
}

/// Billions of each quarter of the row after the year was typed, with the span, amount and curve it has then.
fn told(package: &str, row: &str, year: i32, billions: i64, gives: YearGives) -> Result<(String, String), YearRefusal> {
    let plan = plan_of(package, row);
    let next = after(&plan, &typed_year(&plan, ROW, year, bn(billions), gives)?);
    let said =
        |(quarter, cents): (&Quarter, &i64)| format!("{quarter}={}", model::Decimal::new(*cents, 11).normalize());
    let row = row_of(&next);
    let amount = model::Decimal::new(row.amount.cents(), 11).normalize();
    let cells = cells(&next).iter().map(said).collect::<Vec<_>>().join(" ");
    Ok((cells, format!("{}..{} {amount} {}", row.start, row.end, row.profile.key())))
}

const fn bn(billions: i64) -> Money {
    Money::from_cents(billions * 100_000_000_000)
}

fn cells_of(row: &str, year: i32, billions: i64, gives: YearGives) -> (String, String) {
    let (cells, row) = told(USUAL, row, year, billions, gives).unwrap();
    (cells, row)
}

#[test]
fn each_choice_moves_only_what_gives() {
    let row = "grant energy 8bn 2028-Q3..2029-Q2 uniform";
    let (cells, rest) = cells_of(row, 2028, 6, YearGives::Others);
    assert_eq!((&*cells, &*rest), ("2028-Q3=3 2028-Q4=3 2029-Q1=1 2029-Q2=1", "2028-Q3..2029-Q2 8 typed"));
    let (cells, rest) = cells_of(row, 2028, 6, YearGives::Total);
    assert_eq!((&*cells, &*rest), ("2028-Q3=3 2028-Q4=3 2029-Q1=2 2029-Q2=2", "2028-Q3..2029-Q2 10 typed"));
    // A year beyond the row's end takes evenly, and the row ends with it.
    let (cells, rest) = cells_of(row, 2028, 2, YearGives::Year(2030));
    let wanted = "2028-Q3=1 2028-Q4=1 2029-Q1=2 2029-Q2=2 2030-Q1=0.5 2030-Q2=0.5 2030-Q3=0.5 2030-Q4=0.5";
    assert_eq!((&*cells, &*rest), (wanted, "2028-Q3..2030-Q4 8 typed"));
}

#[test]
fn a_year_before_the_start_lets_the_row_begin_with_it() {
    let (cells, rest) = cells_of("grant energy 4bn 2028-Q1..2028-Q2 uniform", 2026, 1, YearGives::Others);
    assert_eq!((&*cells, &*rest), ("2026-Q4=1 2028-Q1=1.5 2028-Q2=1.5", "2026-Q4..2028-Q2 4 typed"));
}

#[test]
fn an_empty_row_is_filled_year_by_year() {
    let (cells, rest) = cells_of("grant energy 0 2027-Q1..2030-Q4 uniform", 2028, 8, YearGives::Total);
    assert_eq!((&*cells, &*rest), ("2028-Q1=2 2028-Q2=2 2028-Q3=2 2028-Q4=2", "2027-Q1..2030-Q4 8 typed"));
}

#[test]
fn what_was_overdue_is_planned_and_what_was_delayed_keeps_its_start() {
    // Of three quarters two have passed unpaid: all that is planned of 2026 stands in its last quarter.
    let (cells, rest) = cells_of("grant energy 6bn 2026-Q2..2027-Q3 uniform", 2027, 6, YearGives::Total);
    assert_eq!((&*cells, &*rest), ("2026-Q4=3 2027-Q1=2 2027-Q2=2 2027-Q3=2", "2026-Q4..2027-Q3 9 typed"));
    let (cells, rest) =
        cells_of("grant energy 2bn 2027-Q1..2027-Q2 uniform(delay=4,stretch=2)", 2028, 4, YearGives::Total);
    assert_eq!((&*cells, &*rest), ("2028-Q1=1 2028-Q2=1 2028-Q3=1 2028-Q4=1", "2027-Q1..2028-Q4 4 typed"));
    // What was paid stays, and so does the start of a row that was paid from then on.
    let row = "grant energy 4bn 2026-Q3..2027-Q1 uniform paid 2026-Q3=1bn";
    let (cells, rest) = cells_of(row, 2026, 3, YearGives::Others);
    assert_eq!((&*cells, &*rest), ("2026-Q3=1 2026-Q4=2 2027-Q1=1", "2026-Q3..2027-Q1 4 typed"));
}

#[test]
fn a_year_is_what_of_it_lies_in_the_package() {
    let package = "package 800bn 2026-Q1..2028-Q2 as-of 2026-11-20";
    let row = "grant energy 4bn 2028-Q1..2028-Q4 uniform";
    let (cells, _) = told(package, row, 2028, 1, YearGives::Others).unwrap();
    assert_eq!(cells, "2028-Q1=0.5 2028-Q2=0.5 2028-Q3=1.5 2028-Q4=1.5");
    let (cells, _) = told(package, row, 2028, 4, YearGives::Others).unwrap();
    assert_eq!(cells, "2028-Q1=2 2028-Q2=2");
}

#[test]
fn what_cannot_be_typed_is_refused_with_the_facts() {
    let row = "grant energy 8bn 2026-Q3..2027-Q4 uniform paid 2026-Q3=3bn";
    let refused = |row, year, billions, gives| told(USUAL, row, year, billions, gives).unwrap_err();
    let others = YearGives::Others;
    assert_eq!(refused(row, 2025, 1, others), YearRefusal::Outside { year: 2025, first: 2026, last: 2035 });
    assert_eq!(refused(row, 2036, 1, others), YearRefusal::Outside { year: 2036, first: 2026, last: 2035 });
    assert_eq!(refused(row, 2026, 2, others), YearRefusal::LessThanPaid { year: 2026, paid: bn(3), amount: bn(2) });
    assert_eq!(refused(row, 2026, 9, others), YearRefusal::OthersLack { by: bn(5), has: bn(4) });
    assert_eq!(
        refused(row, 2026, 8, YearGives::Year(2028)),
        YearRefusal::YearLacks { year: 2028, by: bn(4), has: bn(0) }
    );
    assert_eq!(refused(row, 2027, 1, YearGives::Year(2027)), YearRefusal::GivesToItself { year: 2027 });
    assert_eq!(refused(row, 2026, -1, others), Refusal::NegativeAmount(bn(-1)).into());
    let one_year = "grant energy 8bn 2027-Q1..2027-Q4 uniform";
    assert_eq!(refused(one_year, 2027, 6, others), YearRefusal::NoOtherYear { year: 2027, by: bn(2) });
    let paid = "grant energy 8bn 2026-Q1..2027-Q4 uniform paid 2026-Q4=1bn";
    let open = Quarter::new(2027, 1).unwrap();
    assert_eq!(refused(paid, 2026, 5, others), YearRefusal::Closed { year: 2026, open });
    let long = "grant energy 8bn 2026-Q4..2150-Q4 uniform";
    assert_eq!(refused(long, 2027, 1, others), YearRefusal::TooManyQuarters { quarters: 497, most: 400 });
    let late = "grant energy 8bn 2150-Q1..2199-Q4 uniform(delay=4)";
    assert!(matches!(refused(late, 2027, 1, others), YearRefusal::TooManyQuarters { .. }));
    let huge = "grant energy 90000000bn 2027-Q1..2030-Q4 uniform";
    assert!(matches!(refused(huge, 2027, 1, YearGives::Total), YearRefusal::TooLarge { .. }));
    assert_eq!(cells_of(row, 2027, 4, others).1, "2026-Q3..2027-Q4 8 uniform", "nothing to do");
}

#[test]
fn a_locked_row_does_not_change() {
    let mut plan = plan_of(USUAL, "grant energy 8bn 2027-Q1..2028-Q4 uniform");
    let locked = Allocation { locked: true, ..row_of(&plan).clone() };
    plan.allocations.put(locked.into());
    let refusal = typed_year(&plan, ROW, 2027, bn(1), YearGives::Others).unwrap_err();
    assert!(matches!(refusal, YearRefusal::Plan(Refusal::Locked(_))));
    let unknown = typed_year(&plan, Id::from_bits(9), 2027, bn(1), YearGives::Others).unwrap_err();
    assert!(matches!(unknown, YearRefusal::Plan(Refusal::Unknown { .. })));
}
