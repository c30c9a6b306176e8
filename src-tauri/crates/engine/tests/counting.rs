//! What is counted twice, what no source states, and how the plan stands against its reading and its needs.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use engine::{
    Concern, ConcernKind, Covered, Severity, concerns, coverage, overview, overview_and_concerns, reading_residuals,
    schedule, schedule_after,
};
use model::{
    Allocation, Change, Cited, Edit, FieldName, Grade, Id, Key, LimitKind, Money, Need, Plan, Programme, Reading,
    ScenarioId, Share, TableName, Total, sketch,
};

const HEAD: &str = "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\n";

fn plan_of(rows: &str) -> Plan {
    sketch::plan(&format!("{HEAD}{rows}")).unwrap()
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

const fn bn(billions: i64) -> Money {
    Money::from_cents(billions * 100_000_000_000)
}

fn total(billions: i64) -> Total {
    bn(billions).into()
}

/// The concerns of one kind.
fn told(plan: &Plan, kind: &str) -> Vec<Concern> {
    concerns(plan, &schedule(plan)).into_iter().filter(|concern| concern.kind.key() == kind).collect()
}

fn programme(plan: &mut Plan, name: &str, change: impl Fn(&mut Programme)) {
    let known = plan.programmes.iter().find(|row| row.key == key(name)).or_else(|| plan.programmes.iter().next());
    let mut row = Programme { key: key(name), name: model::Name::same(name), ..known.unwrap().as_ref().clone() };
    change(&mut row);
    plan.programmes.put(Arc::new(row));
}

fn reading(plan: &mut Plan, change: impl Fn(&mut Reading)) {
    let mut row = plan.reading().unwrap().as_ref().clone();
    change(&mut row);
    plan.readings.put(Arc::new(row));
}

fn overlay(reading: &mut Reading) {
    reading.public = Some(bn(500));
    reading.private = Some(bn(300));
    reading.booster_mark = Some(bn(200));
    reading.sources = vec![key("S01")];
}

fn ids(rows: &[u128]) -> Vec<Id> {
    rows.iter().map(|bits| Id::from_bits(*bits)).collect()
}

#[test]
fn a_programme_and_what_contains_it_are_not_both_to_be_counted() {
    let mut plan = plan_of(
        "A001 budget grant energy 10bn 2027-Q1..2028-Q4 uniform
        A002 whole grant energy 20bn 2027-Q1..2028-Q4 uniform
        A003 other grant energy 5bn 2027-Q1..2028-Q4 uniform\n",
    );
    programme(&mut plan, "between", |row| row.part_of = Some(key("whole")));
    programme(&mut plan, "budget", |row| {
        (row.part_of, row.sources) = (Some(key("between")), vec![key("I10"), key("I12")]);
    });
    programme(&mut plan, "whole", |row| row.sources = vec![key("I12"), key("I13")]);
    let found = told(&plan, "programme_and_parent");
    let [Concern { severity: Severity::Warning, kind, rows, sources }] = &found[..] else { panic!("{found:?}") };
    let ConcernKind::ProgrammeAndParent { programme: part, amount, parent, contains } = kind else {
        panic!("{kind:?}")
    };
    assert_eq!((&*part.en, *amount, &*parent.en, *contains), ("budget", total(10), "whole", total(20)));
    assert_eq!((&rows[..], &sources[..]), (&ids(&[1, 2])[..], &[key("I10"), key("I12"), key("I13")][..]));
    // A row that holds nothing counts nothing twice.
    let edit = Edit::base(Change::SetAmount { allocation: Id::from_bits(2), amount: Money::ZERO });
    assert_eq!(told(&plan.apply(&edit).unwrap(), "programme_and_parent"), []);
}

#[test]
fn the_booster_is_no_addend_where_it_is_a_mark() {
    let rows = |public: i64, boosted: i64| {
        let mut plan = plan_of(&format!(
            "A001 eu grant energy {public}bn 2027-Q1..2028-Q4 uniform
            A002 fund loan_private energy 300bn 2027-Q1..2028-Q4 uniform
            A003 eu grant energy {boosted}bn 2027-Q1..2028-Q4 uniform fundamentals\n"
        ));
        reading(&mut plan, overlay);
        plan
    };
    let found = told(&rows(500, 200), "booster_added");
    let [Concern { severity: Severity::Warning, kind, rows: about, sources }] = &found[..] else { panic!("{found:?}") };
    assert!(
        matches!(kind, ConcernKind::BoosterAdded { amount, by, .. } if (*amount, *by) == (total(200), Some(total(200))))
    );
    assert_eq!((&about[..], &sources[..]), (&ids(&[3])[..], &[key("S01")][..]));
    assert_eq!(told(&rows(300, 200), "booster_added"), [], "a mark on public money");
    // However little the other rows leave of the package, the booster does not fit beside them.
    for (public, boosted, over) in [(499, 200, 199), (490, 200, 190), (301, 200, 1), (500, 1, 1), (0, 600, 100)] {
        let found = told(&rows(public, boosted), "booster_added");
        let [Concern { kind: ConcernKind::BoosterAdded { by, .. }, .. }] = &found[..] else { panic!("{found:?}") };
        assert_eq!(*by, Some(total(over)), "{public} and {boosted}");
    }
    let of = |mut plan: Plan, package: i64| {
        plan.package = model::Package { total: bn(package), ..(*plan.package).clone() }.into();
        told(&plan, "booster_added")
    };
    // In a larger package the figures of the reading tell, though the sum does not.
    let found = of(rows(500, 1), 900);
    let [Concern { kind: ConcernKind::BoosterAdded { by: None, .. }, sources, .. }] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(sources[..], [key("S01")]);
    assert_eq!(of(rows(300, 200), 599), [], "a package too small for what is no booster");
    assert_eq!(of(rows(300, 200), 600).len(), 1);
    let mut block = rows(500, 200);
    reading(&mut block, |row| (row.booster_mark, row.booster_block) = (None, Some(bn(200))));
    assert_eq!(told(&block, "booster_added"), []);
    reading(&mut block, |row| (row.booster_mark, row.booster_block) = (None, None));
    assert_eq!(told(&block, "booster_added"), [], "a reading that says nothing of it");
}

#[test]
fn drawings_that_are_paid_back_within_the_programme_are_no_new_money() {
    let mut plan = plan_of("A001 imf loan_concessional energy 1bn 2027-Q1..2028-Q4 uniform\n");
    programme(&mut plan, "imf", |row| {
        (row.amount, row.owed, row.sources) = (Some(bn(8)), Some(bn(9)), vec![key("I24")]);
    });
    let found = told(&plan, "negative_net_flow");
    let [Concern { severity: Severity::Warning, kind, rows, sources }] = &found[..] else { panic!("{found:?}") };
    let ConcernKind::NegativeNetFlow { amount, owed, by, .. } = kind else { panic!("{kind:?}") };
    assert_eq!((*amount, *owed, *by), (bn(8), bn(9), total(1)));
    assert_eq!((&rows[..], &sources[..]), (&ids(&[1])[..], &[key("I24")][..]));
    programme(&mut plan, "imf", |row| row.owed = Some(bn(8)));
    assert_eq!(told(&plan, "negative_net_flow"), []);
    programme(&mut plan, "imf", |row| row.owed = Some(bn(9)));
    let gone = Change::RemoveAllocation { allocation: Id::from_bits(1) };
    assert_eq!(told(&plan.apply(&Edit::base(gone)).unwrap(), "negative_net_flow"), []);
}

#[test]
fn only_amounts_without_any_source_are_unsourced() {
    let mut plan = plan_of(
        "A001 eu grant energy 1bn 2027-Q1..2028-Q4 uniform
        A002 eu grant energy 2bn 2027-Q1..2028-Q4 uniform
        A003 eu grant energy 4bn 2027-Q1..2028-Q4 uniform
        A004 eu grant energy 8bn 2027-Q1..2028-Q4 uniform\n",
    );
    let cited = |field| {
        let field = FieldName::of(TableName::Allocations, field).unwrap();
        vec![Cited { field, sources: vec![key("I10")] }]
    };
    let rows: Vec<Allocation> =
        plan.allocations.iter().map(|row| Allocation { amount_grade: Grade::Running, ..(**row).clone() }).collect();
    plan.allocations.put(Arc::new(Allocation { sources: vec![key("I10")], ..rows[0].clone() }));
    plan.allocations.put(Arc::new(Allocation { cited: cited("amount"), ..rows[1].clone() }));
    plan.allocations.put(Arc::new(Allocation { cited: cited("start"), ..rows[2].clone() }));
    plan.allocations.put(Arc::new(rows[3].clone()));
    let found = told(&plan, "unsourced");
    assert!(matches!(&found[0].kind, ConcernKind::Unsourced { count: 2, first } if first.as_str() == "A003"));
    assert_eq!(found[0].rows, ids(&[3, 4]));
    assert_eq!(overview(&plan, &schedule(&plan)).assumed, total(12), "whatever the row's grade says");
    // What is funded is what a source says is signed or running.
    plan.needs.put(Arc::new(Need { sector: key("energy"), amount: bn(10), sources: Vec::new(), note: String::new() }));
    let energy = coverage(&plan).remove(0);
    assert_eq!((energy.allocated, energy.funded), (total(15), total(3)));
    let share = |text: &str| Some(text.parse::<Share>().unwrap());
    let gross = Covered { need: Some(total(10)), held: total(15), gap: Some(total(-5)), share: share("1.5") };
    assert_eq!(energy.covered(false), gross);
    let net = Covered { need: Some(total(7)), held: total(12), gap: Some(total(-5)), share: share("1.714285714286") };
    assert_eq!(energy.covered(true), net);
    let met = engine::Coverage { need: Some(bn(2)), ..energy.clone() }.covered(true);
    assert_eq!(met, Covered { need: Some(Total::ZERO), held: total(12), gap: Some(total(-12)), share: None });
    let unknown = engine::Coverage { need: None, ..energy }.covered(true);
    assert_eq!(unknown, Covered { need: None, held: total(12), gap: None, share: None });
}

#[test]
fn each_figure_of_the_reading_is_held_against_its_rows() {
    let mut plan = plan_of(
        "A001 eu grant energy 400bn 2027-Q1..2028-Q4 uniform
        A002 eu grant energy 150bn 2027-Q1..2028-Q4 uniform fundamentals
        A003 fund loan_private energy 90bn 2027-Q1..2028-Q4 uniform
        A004 fund loan_private energy 30bn 2027-Q1..2028-Q4 uniform green\n",
    );
    let figures = |plan: &Plan| -> Vec<(&'static str, [Total; 3])> {
        let residual = |row: &engine::ReadingResidual| {
            assert_eq!(row.kind, LimitKind::Exact);
            let held =
                plan.allocations.iter().filter(|of| row.slice.holds(of, plan)).map(|of| of.amount).sum::<Total>();
            assert_eq!((row.held, row.left), (held, row.bound - held));
            (row.part, [row.held, row.bound, row.left])
        };
        reading_residuals(plan).iter().map(residual).collect()
    };
    reading(&mut plan, overlay);
    let all = ("total", [total(670), total(800), total(130)]);
    let booster = ("booster", [total(180), total(200), total(20)]);
    let public = ("public", [total(550), total(500), total(-50)]);
    assert_eq!(figures(&plan), [public, ("private", [total(120), total(300), total(180)]), booster, all]);
    // As a block of its own the booster counts against that alone.
    reading(&mut plan, |row| (row.booster_mark, row.booster_block, row.private) = (None, Some(bn(200)), Some(bn(100))));
    let public = ("public", [total(400), total(500), total(100)]);
    assert_eq!(figures(&plan), [public, ("private", [total(90), total(100), total(10)]), booster, all]);
    // What the reading leaves blank is no limit.
    reading(&mut plan, |row| (row.public, row.private, row.booster_block) = (None, None, Some(Money::ZERO)));
    assert_eq!(figures(&plan), [all]);
    let told = concerns(&plan, &schedule(&plan));
    assert!(told.iter().all(|concern| !concern.kind.key().starts_with("reading")), "{told:?}");
}

#[test]
fn rows_found_sound_are_looked_at_again_when_the_rules_turn_against_them() {
    let plan = plan_of(
        "A001 eu grant energy 1bn 2027-Q1..2028-Q4 uniform\nA002 eu grant health 1bn 2027-Q1..2028-Q4 uniform\n",
    );
    let flawed = |plan: &Plan, schedule: &engine::Schedule| {
        let (told, found) = overview_and_concerns(plan, schedule, ScenarioId::Base, &[]);
        assert_eq!(told, overview(plan, schedule));
        found.iter().filter(|concern| concern.severity == Severity::Error).count()
    };
    let told = schedule(&plan);
    assert_eq!((flawed(&plan, &told), flawed(&plan, &told)), (0, 0));
    let mut next = plan.clone();
    next.sectors.remove(&key("health"));
    let after = schedule_after(&plan, &told, &next);
    assert_eq!((flawed(&next, &after), flawed(&next, &after)), (1, 1));
    assert_eq!(flawed(&plan, &schedule_after(&next, &after, &plan)), 0);
    let mut same_code = plan.clone();
    let first = plan.allocations.iter().next().unwrap();
    same_code.allocations.put(Arc::new(Allocation { id: Id::from_bits(9), ..(**first).clone() }));
    assert_eq!(flawed(&same_code, &schedule_after(&plan, &told, &same_code)), 1);
}
