//! Laws of spreading a total over rows: sums are exact, what is locked or paid stays, and nothing moves that was not asked.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Arc;

use model::{
    Allocation, Change, Diff, Dimension, Edit, Gives, How, Id, Money, Need, NoRoom, Part, Plan, Refusal, RowsRefusal,
    Slice, Total, apply_all, apportion, sketch, spread_over, waterfill,
};
use proptest::prelude::*;

const SECTORS: [&str; 4] = ["energy", "transport", "health", "culture"];

/// What a random row is made of: its sector, its cents, what of them was paid in ten thousandths, and whether it is locked.
type Maker = (usize, i64, i64, bool);

/// A plan of such rows. Three sectors state a need, the fourth states none.
fn plan_of(makers: &[Maker]) -> Plan {
    let lines = makers.iter().zip(1..).map(|((sector, cents, paid, _), number)| {
        let (amount, sector) = (Money::from_cents(*cents), SECTORS[*sector]);
        let paid = Money::from_cents(i64::try_from(i128::from(*cents) * i128::from(*paid) / 10_000).unwrap());
        let paid = if paid.is_zero() { String::new() } else { format!("paid 2026-Q2={paid}") };
        format!("A{number:03} eu grant {sector} {amount} 2026-Q1..2028-Q4 uniform {paid}\n")
    });
    let head = "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\n".to_owned();
    let mut plan = sketch::plan(&(head + &lines.collect::<String>())).unwrap();
    for (sector, billions) in [("energy", 91), ("transport", 78), ("health", 23)] {
        let Some(sector) = plan.sectors.get(&sector.parse().unwrap()) else { continue };
        let (sector, amount) = (sector.key.clone(), Money::from_cents(billions * 100_000_000_000));
        plan.needs.put(Arc::new(need(sector, amount)));
    }
    let locks = makers.iter().zip(1..).filter(|((.., locked), _)| *locked);
    let edits: Vec<Edit> = locks.map(|(_, at)| edit(Change::SetLocked { allocation: id(at), locked: true })).collect();
    apply_all(&plan, &edits).unwrap()
}

fn need(sector: model::Key, amount: Money) -> Need {
    Need { sector, amount, sources: Vec::new(), note: String::new() }
}

fn id(at: u128) -> Id {
    Id::from_bits(at)
}

fn edit(change: Change) -> Edit {
    Edit::base(change)
}

fn applied(plan: &Plan, changes: &[Change]) -> Plan {
    let edits: Vec<Edit> = changes.iter().cloned().map(edit).collect();
    apply_all(plan, &edits).unwrap()
}

fn row(plan: &Plan, at: u128) -> &Allocation {
    plan.allocations.get(&id(at)).unwrap()
}

fn held(plan: &Plan, rows: &[Id]) -> Total {
    plan.allocations.iter().filter(|row| rows.contains(&row.id)).map(|row| row.amount).sum()
}

fn held_in_all(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.amount).sum()
}

fn makers() -> impl Strategy<Value = Vec<Maker>> {
    let cents = prop_oneof![Just(0), 1..1000_i64, 0..10_000_000_000_000_i64];
    let paid = prop_oneof![Just(0), 0..=10_000_i64];
    prop::collection::vec((0..4_usize, cents, paid, prop::bool::weighted(0.2)), 1..14)
}

fn how() -> impl Strategy<Value = How> {
    let slice = Slice(vec![(Dimension::Sector, vec!["energy".to_owned(), "health".to_owned()])]);
    let like = |by| How::Like { slice: slice.clone(), by };
    prop::sample::select(vec![
        How::Rescale,
        How::Equal,
        How::Needs,
        like(Dimension::Sector),
        like(Dimension::Programme),
        How::Like { slice: Slice::default(), by: Dimension::Sector },
    ])
}

fn gives() -> impl Strategy<Value = Gives> {
    prop_oneof![Just(Gives::Unallocated), Just(Gives::Others), (1..15_u128).prop_map(|at| Gives::Row(id(at)))]
}

/// A total near what the rows hold, or any.
fn total() -> impl Strategy<Value = (bool, i64)> {
    (any::<bool>(), -100_000..100_000_i64, 0..40_000_000_000_000_i64)
        .prop_map(|(near, little, much)| (near, if near { little } else { much }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_slice_comes_to_hold_its_total_and_nothing_else_moves(
        makers in makers(), chosen: u16, (near, cents) in total(), how in how(), gives in gives(),
    ) {
        let plan = plan_of(&makers);
        let rows: Vec<Id> = (0..makers.len()).filter(|at| chosen >> at & 1 == 1).map(|at| id(at as u128 + 1)).collect();
        let before = held(&plan, &rows);
        let total = Money::from_cents(if near { before.to_money().unwrap().cents() + cents } else { cents });
        let Ok(changes) = spread_over(&plan, &rows, total, &how, gives) else { return Ok(()) };
        let next = applied(&plan, &changes);
        prop_assert_eq!(held(&next, &rows), Total::from(total));
        if gives != Gives::Unallocated {
            prop_assert_eq!(held_in_all(&next), held_in_all(&plan));
        }
        let mut moved = 0;
        for (before, after) in plan.allocations.iter().zip(next.allocations.iter()) {
            prop_assert_eq!(&Allocation { amount: before.amount, ..Allocation::clone(after) }, &**before);
            prop_assert!(after.amount >= after.paid_total());
            if before.amount != after.amount {
                moved += 1;
                prop_assert!(!before.locked);
                let may_give = match gives {
                    Gives::Unallocated => false,
                    Gives::Others => true,
                    Gives::Row(giver) => before.id == giver,
                };
                prop_assert!(may_give || rows.contains(&before.id));
            }
        }
        // No change that changes nothing.
        prop_assert_eq!(moved, changes.len());
        let diff = Diff::between(&plan, &next);
        prop_assert_eq!(&diff.reversed().apply_to(&next).unwrap(), &plan);
    }

    #[test]
    fn what_leaves_room_for_what_is_locked_and_paid_is_never_refused(makers in makers(), more in 0..10_000_000_000_i64) {
        let plan = plan_of(&makers);
        let rows: Vec<Id> = plan.allocations.iter().map(|row| row.id).collect();
        let fixed: Total = plan
            .allocations
            .iter()
            .map(|row| if row.locked { row.amount } else { row.paid_total() })
            .sum();
        let total = Money::from_cents(fixed.to_money().unwrap().cents() + more);
        let spread = spread_over(&plan, &rows, total, &How::Equal, Gives::Unallocated);
        let all_locked = plan.allocations.iter().all(|row| row.locked);
        prop_assert_eq!(spread.is_err(), all_locked && more > 0, "{:?}", spread);
        if more > 0 {
            let less = Money::from_cents(fixed.to_money().unwrap().cents() - more);
            let refused = spread_over(&plan, &rows, less, &How::Equal, Gives::Unallocated).unwrap_err();
            let is_so = match &refused {
                Refusal::NegativeAmount(_) => true,
                Refusal::Rows(refusal) => {
                    matches!(**refusal, RowsRefusal::SpreadLocked { .. } | RowsRefusal::SpreadPaid { .. })
                }
                _ => false,
            };
            prop_assert!(is_so, "{:?}", refused);
        }
    }

    #[test]
    fn to_rescale_there_and_back_ends_within_a_cent_for_each_row(makers in makers(), cents in 1..40_000_000_000_000_i64) {
        let makers: Vec<Maker> = makers.into_iter().map(|(sector, cents, ..)| (sector, cents + 1, 0, false)).collect();
        let plan = plan_of(&makers);
        let rows: Vec<Id> = plan.allocations.iter().map(|row| row.id).collect();
        let before = held(&plan, &rows).to_money().unwrap();
        let larger = Money::from_cents(before.cents() + cents);
        let there = applied(&plan, &spread_over(&plan, &rows, larger, &How::Rescale, Gives::Unallocated).unwrap());
        let back = applied(&there, &spread_over(&there, &rows, before, &How::Rescale, Gives::Unallocated).unwrap());
        for (one, other) in plan.allocations.iter().zip(back.allocations.iter()) {
            prop_assert!((one.amount.cents() - other.amount.cents()).abs() <= 1);
        }
    }

    #[test]
    fn parts_lie_between_their_bounds_at_one_ratio(
        bounds in prop::collection::vec((0..1000_u64, 0..2000_i64, prop::option::of(0..5000_i64)), 1..12),
        total in 0..20_000_i64,
    ) {
        let part = |(weight, floor, cap): &(u64, i64, Option<i64>)| Part {
            weight: *weight,
            floor: Money::from_cents(*floor),
            cap: cap.map(|more| Money::from_cents(floor + more)),
        };
        let parts: Vec<Part> = bounds.iter().map(part).collect();
        let floors: i64 = parts.iter().map(|part| part.floor.cents()).sum();
        let most = |part: &Part| match part.cap {
            _ if part.weight == 0 => Some(part.floor.cents()),
            cap => cap.map(Money::cents),
        };
        let caps: Option<i64> = parts.iter().map(most).sum();
        let found = match waterfill(Money::from_cents(total), &parts) {
            Err(refusal) => {
                let is_so = match refusal {
                    NoRoom::TooLittle { .. } => total < floors,
                    NoRoom::TooMuch { .. } => caps.is_some_and(|caps| total > caps),
                    NoRoom::FloorAboveCap { .. } => false,
                };
                prop_assert!(is_so, "{:?}", refusal);
                return Ok(());
            }
            Ok(found) => found,
        };
        prop_assert_eq!(found.iter().map(|part| part.cents()).sum::<i64>(), total);
        // Of two parts that are not at a bound neither is more than a cent from its share of both.
        for (part, amount) in parts.iter().zip(&found) {
            prop_assert!(*amount >= part.floor && part.cap.is_none_or(|cap| *amount <= cap));
        }
        let free = parts.iter().zip(&found).filter(|(part, amount)| {
            part.weight > 0 && **amount > part.floor && part.cap.is_none_or(|cap| **amount < cap)
        });
        let free: Vec<(i64, i64)> = free.map(|(part, amount)| (part.weight.cast_signed(), amount.cents())).collect();
        for ((weight, amount), (other, its)) in free.iter().zip(free.iter().skip(1)) {
            // |amount / weight − its / other| is below 1 / weight + 1 / other.
            prop_assert!((amount * other - its * weight).abs() <= weight + other);
        }
    }

    #[test]
    fn without_bounds_parts_are_apportioned(weights in prop::collection::vec(0..u64::MAX, 1..12), cents in 0..i64::MAX) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let part = |weight: &u64| Part { weight: *weight, floor: Money::ZERO, cap: None };
        let parts: Vec<Part> = weights.iter().map(part).collect();
        let total = Money::from_cents(cents);
        prop_assert_eq!(waterfill(total, &parts).unwrap(), apportion(total, &weights).unwrap());
    }
}

fn small() -> Plan {
    // 10, 30 and 60 of energy, the last of which 20 is paid; 100 of transport, 50 of culture.
    plan_of(&[
        (0, 1000, 0, false),
        (0, 3000, 0, false),
        (0, 6000, 3334, false),
        (1, 10_000, 0, false),
        (3, 5000, 0, false),
    ])
}

fn cents(plan: &Plan, changes: &[Change]) -> Vec<i64> {
    applied(plan, changes).allocations.iter().map(|row| row.amount.cents()).collect()
}

fn spread(plan: &Plan, rows: &[u128], total: i64, how: &How, gives: Gives) -> Result<Vec<i64>, Refusal> {
    let rows: Vec<Id> = rows.iter().copied().map(id).collect();
    spread_over(plan, &rows, Money::from_cents(total), how, gives).map(|changes| cents(plan, &changes))
}

#[test]
fn each_way_of_spreading_does_what_it_says() {
    let plan = small();
    assert_eq!(row(&plan, 3).paid_total().cents(), 2000);
    let energy = [1, 2, 3];
    // Unpaid are 10, 30 and 40 of 80; another 80 doubles them.
    assert_eq!(
        spread(&plan, &energy, 18_000, &How::Rescale, Gives::Unallocated).unwrap(),
        [2000, 6000, 10_000, 10_000, 5000]
    );
    assert_eq!(
        spread(&plan, &energy, 9000, &How::Equal, Gives::Unallocated).unwrap(),
        [3000, 3000, 3000, 10_000, 5000]
    );
    // Twenty of the third row are paid, more than a third of thirty.
    assert_eq!(spread(&plan, &energy, 3001, &How::Equal, Gives::Unallocated).unwrap(), [501, 500, 2000, 10_000, 5000]);
    // Energy needs 91 and transport 78; culture states no need.
    let needs = spread(&plan, &[1, 2, 3, 4, 5], 16_900, &How::Needs, Gives::Unallocated).unwrap();
    assert_eq!((needs[..3].iter().sum::<i64>(), needs[3], needs[4]), (9100, 7800, 0));
    // Like the plan as it is by sector: 100 to 100 to 50.
    let like = How::Like { slice: Slice::default(), by: Dimension::Sector };
    let parts = spread(&plan, &[1, 4, 5], 5000, &like, Gives::Unallocated).unwrap();
    assert_eq!(parts, [2000, 3000, 6000, 2000, 1000]);
}

#[test]
fn the_difference_comes_from_where_it_was_said() {
    let plan = small();
    // 30 more for energy: of 150 outside, two thirds are transport's.
    assert_eq!(spread(&plan, &[1], 4000, &How::Rescale, Gives::Row(id(5))).unwrap(), [4000, 3000, 6000, 10_000, 2000]);
    assert_eq!(spread(&plan, &[1, 2, 3], 13_000, &How::Equal, Gives::Others).unwrap(), [4334, 4333, 4333, 8000, 4000]);
    // What is given back goes the same way.
    assert_eq!(spread(&plan, &[4], 4000, &How::Rescale, Gives::Row(id(5))).unwrap(), [1000, 3000, 6000, 4000, 11_000]);
}

#[test]
fn a_cent_that_is_left_over_goes_to_the_first_of_equals_by_code_whatever_their_ids() {
    let one = plan_of(&[(0, 1000, 0, false), (0, 1000, 0, false), (0, 1000, 0, false), (1, 1000, 0, false)]);
    // The same rows, the last of which was made first.
    let mut other = one.clone();
    for at in 1..=4 {
        let same = Allocation { code: row(&one, 5 - at).code.clone(), ..row(&one, at).clone() };
        let same = Allocation { sector: row(&one, 5 - at).sector.clone(), ..same };
        other.allocations.put(Arc::new(same));
    }
    let by_code = |plan: &Plan| plan.by_code().iter().map(|row| row.amount.cents()).collect::<Vec<_>>();
    let like = || How::Like { slice: Slice::default(), by: Dimension::Programme };
    for how in [How::Rescale, How::Equal, How::Needs, like()] {
        for gives in [Gives::Unallocated, Gives::Others] {
            let left = if gives == Gives::Others { 999 } else { 1000 };
            for (plan, rows) in [(&one, [id(3), id(1), id(2)]), (&other, [id(2), id(3), id(4)])] {
                let changes = spread_over(plan, &rows, Money::from_cents(3001), &how, gives).unwrap();
                assert_eq!(by_code(&applied(plan, &changes)), [1001, 1000, 1000, left], "{how:?} {gives:?}");
            }
        }
    }
    for (plan, first) in [(&one, 1), (&other, 4)] {
        let edits = model::balanced(plan, id(first), Money::from_cents(999), Gives::Others).unwrap();
        assert_eq!(by_code(&apply_all(plan, &edits).unwrap()), [999, 1001, 1000, 1000]);
        let sectors =
            [("energy", 3001), ("transport", 999)].map(|(key, cents)| (key.to_owned(), Money::from_cents(cents)));
        let margins = model::Margins { rows: Vec::new(), columns: sectors.to_vec() };
        let changes = model::balance_table(plan, Dimension::Programme, Dimension::Sector, &margins).unwrap();
        assert_eq!(by_code(&applied(plan, &changes)), [1001, 1000, 1000, 999]);
    }
}

#[test]
fn a_row_does_not_come_to_hold_more_than_an_amount_can() {
    let plan = plan_of(&[(0, 9_000_000_000_000_000_000, 0, false), (1, 400_000_000_000_000_000, 7500, false)]);
    for gives in [Gives::Row(id(2)), Gives::Others] {
        let refused = spread_over(&plan, &[id(1)], Money::ZERO, &How::Rescale, gives).unwrap_err();
        let Refusal::Rows(rows) = &refused else { panic!("{refused:?}") };
        assert!(matches!(**rows, RowsRefusal::SumTooLarge { .. }), "{refused:?}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_facts() {
    let mut plan = small();
    let refused = |plan: &Plan, rows: &[u128], total, how, gives| spread(plan, rows, total, how, gives).unwrap_err();
    let money = Money::from_cents;
    assert_eq!(
        refused(&plan, &[3], 1999, &How::Rescale, Gives::Unallocated),
        RowsRefusal::SpreadPaid { paid: Total::from_cents(2000), locked: Total::ZERO, total: money(1999) }.into()
    );
    assert_eq!(
        refused(&plan, &[], 1, &How::Equal, Gives::Unallocated),
        RowsRefusal::NothingToSpread { locked: 0 }.into()
    );
    assert_eq!(
        refused(&plan, &[5], 1, &How::Needs, Gives::Unallocated),
        RowsRefusal::NothingToSpreadBy { how: "needs" }.into()
    );
    assert_eq!(
        refused(&plan, &[1], 7000, &How::Equal, Gives::Row(id(5))),
        Refusal::CannotGive { by: money(6000), has: money(5000) }
    );
    assert_eq!(
        refused(&plan, &[1], 5, &How::Equal, Gives::Row(id(1))),
        Refusal::GivesToItself("A001".parse().unwrap())
    );
    assert_eq!(refused(&plan, &[1], -5, &How::Equal, Gives::Unallocated), Refusal::NegativeAmount(money(-5)));
    let lock = |at| edit(Change::SetLocked { allocation: id(at), locked: true });
    plan = apply_all(&plan, &[lock(1), lock(5)]).unwrap();
    assert_eq!(
        refused(&plan, &[1, 2], 999, &How::Rescale, Gives::Unallocated),
        RowsRefusal::SpreadLocked { locked: Total::from_cents(1000), total: money(999) }.into()
    );
    assert_eq!(
        refused(&plan, &[1, 3], 2999, &How::Equal, Gives::Unallocated),
        RowsRefusal::SpreadPaid { paid: Total::from_cents(2000), locked: Total::from_cents(1000), total: money(2999) }
            .into()
    );
    assert_eq!(
        refused(&plan, &[1, 5], 7000, &How::Rescale, Gives::Unallocated),
        RowsRefusal::NothingToSpread { locked: 2 }.into()
    );
    assert_eq!(refused(&plan, &[2], 4000, &How::Rescale, Gives::Row(id(5))), Refusal::Locked("A005".parse().unwrap()));
    plan = apply_all(&plan, &[edit(Change::SetAmount { allocation: id(2), amount: Money::ZERO })]).unwrap();
    assert_eq!(
        refused(&plan, &[2], 1, &How::Rescale, Gives::Unallocated),
        RowsRefusal::NothingToSpreadBy { how: "rescale" }.into()
    );
    assert!(matches!(refused(&plan, &[77], 1, &How::Equal, Gives::Unallocated), Refusal::Unknown { .. }));
}

#[test]
fn floors_and_caps_that_leave_no_room_are_told() {
    let part =
        |floor, cap: Option<i64>| Part { weight: 1, floor: Money::from_cents(floor), cap: cap.map(Money::from_cents) };
    let filled = |total, parts: &[Part]| waterfill(Money::from_cents(total), parts);
    let money = Money::from_cents;
    assert_eq!(
        filled(9, &[part(5, None), part(5, Some(7))]),
        Err(NoRoom::TooLittle { floors: Total::from_cents(10), total: money(9) })
    );
    assert_eq!(
        filled(13, &[part(0, Some(5)), part(5, Some(7))]),
        Err(NoRoom::TooMuch { caps: Total::from_cents(12), total: money(13) })
    );
    assert_eq!(
        filled(13, &[part(0, None), part(5, Some(4))]),
        Err(NoRoom::FloorAboveCap { at: 1, floor: money(5), cap: money(4) })
    );
    assert_eq!(filled(12, &[part(0, Some(5)), part(5, Some(7))]), Ok(vec![money(5), money(7)]));
    assert_eq!(filled(0, &[]), Ok(Vec::new()));
}

/// Numbers that look random and are the same each time (Knuth's MMIX generator, its upper bits).
fn numbers(mut state: u64) -> impl FnMut() -> u64 {
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 24
    }
}

#[test]
fn ten_thousand_random_share_sets_of_eight_hundred_billion_leave_nothing_over() {
    let total = Money::from_cents(80_000_000_000_000);
    let mut number = numbers(2026);
    let (mut added, mut rounded_one_by_one) = (0, 0);
    for _ in 0..10_000 {
        let shares: Vec<u64> = (0..72).map(|_| number()).collect();
        let whole: u128 = shares.iter().map(|share| u128::from(*share)).sum();
        let parts = apportion(total, &shares).unwrap();
        added += usize::from(parts.iter().copied().sum::<Total>() == Total::from(total));
        // Rounding each share to the cent, as a spreadsheet does, mostly leaves some cents over or wants some.
        let nearest = |share: &u64| (u128::from(*share) * total.cents() as u128 * 2 + whole) / (whole * 2);
        rounded_one_by_one += usize::from(shares.iter().map(nearest).sum::<u128>() == total.cents() as u128);
    }
    assert_eq!(added, 10_000);
    assert!(rounded_one_by_one < 2500, "rounded one by one, {rounded_one_by_one} add up as well");
}
