//! Laws of tables that are filled from their totals, and of plans that are balanced so.

#![allow(clippy::unwrap_used, clippy::panic)]

use model::{
    BalanceRefusal, Change, Decimal, Dimension, Edit, Id, Margins, Misfit, Money, Plan, Total, apply_all,
    balance_table, controlled_rounding, fit, ipf, sketch,
};
use proptest::prelude::*;

type Cents = Vec<Vec<i128>>;

fn totals(cents: &[i128]) -> Vec<Total> {
    cents.iter().copied().map(Total::from_cents).collect()
}

fn table(cents: &[Vec<i128>]) -> Vec<Vec<Total>> {
    cents.iter().map(|line| totals(line)).collect()
}

fn cents(table: &[Vec<Total>]) -> Cents {
    table.iter().map(|line| line.iter().map(|cell| cell.cents()).collect()).collect()
}

/// The sums of the rows and of the columns.
fn sums<T: Copy + std::iter::Sum>(table: &[Vec<T>], columns: usize) -> (Vec<T>, Vec<T>) {
    let column = |at: usize| table.iter().map(|line| line[at]).sum();
    (table.iter().map(|line| line.iter().copied().sum()).collect(), (0..columns).map(column).collect())
}

/// A table of `size`, many of whose cells are empty.
fn cells(rows: usize, columns: usize, most: i128) -> impl Strategy<Value = Cents> {
    let cell = prop_oneof![2 => Just(0_i128), 1 => 1..5_i128, 3 => 0..=most];
    prop::collection::vec(prop::collection::vec(cell, columns), rows)
}

/// A table, and another that holds something only where the first does.
fn pattern_and_goal(most: i128) -> impl Strategy<Value = (Cents, Cents)> {
    (1..7_usize, 1..7_usize).prop_flat_map(move |(rows, columns)| {
        (cells(rows, columns, most), cells(rows, columns, most)).prop_map(|(seed, goal)| {
            let masked = |(held, wanted): (&Vec<i128>, &Vec<i128>)| {
                held.iter().zip(wanted).map(|(held, wanted)| if *held > 0 { *wanted } else { 0 }).collect()
            };
            let goal = seed.iter().zip(&goal).map(masked).collect();
            (seed, goal)
        })
    })
}

/// Whether some table of whole numbers has these sums and is empty where it must be: all are tried.
fn some_table(open: &[Vec<bool>], rows: &[i128], columns: &[i128]) -> bool {
    let Some((line, rest)) = open.split_first() else { return columns.iter().all(|left| *left == 0) };
    fn tried(line: &[bool], left: i128, at: usize, columns: &mut Vec<i128>, rest: &dyn Fn(&[i128]) -> bool) -> bool {
        if at == line.len() {
            return left == 0 && rest(columns);
        }
        let most = if line[at] { left.min(columns[at]) } else { 0 };
        (0..=most).any(|take| {
            columns[at] -= take;
            let found = tried(line, left - take, at + 1, columns, rest);
            columns[at] += take;
            found
        })
    }
    tried(line, rows[0], 0, &mut columns.to_vec(), &|left| some_table(rest, &rows[1..], left))
}

fn decimals(numbers: &[Vec<i128>], places: u32) -> Vec<Vec<Decimal>> {
    let decimal = |number: &i128| Decimal::from_i128_with_scale(*number, places);
    numbers.iter().map(|line| line.iter().map(decimal).collect()).collect()
}

proptest! {
    #[test]
    fn what_can_be_filled_is_filled_to_the_cent((seed, goal) in pattern_and_goal(9_000_000_000_000)) {
        let (rows, columns) = sums(&goal, goal[0].len());
        let filled = cents(&fit(&table(&seed), &totals(&rows), &totals(&columns)).unwrap());
        prop_assert_eq!(sums(&filled, columns.len()), (rows, columns));
        for (held, cell) in seed.iter().flatten().zip(filled.iter().flatten()) {
            prop_assert!(*cell >= 0 && (*held > 0 || *cell == 0));
        }
    }

    #[test]
    fn what_already_adds_up_stays((seed, _) in pattern_and_goal(9_000_000_000_000)) {
        let (rows, columns) = sums(&seed, seed[0].len());
        prop_assert_eq!(cents(&fit(&table(&seed), &totals(&rows), &totals(&columns)).unwrap()), seed);
    }

    #[test]
    fn a_table_without_zeros_is_the_fitted_one_rounded(
        seed in prop::collection::vec(prop::collection::vec(1..1_000_000_i128, 4), 3),
        goal in prop::collection::vec(prop::collection::vec(1..1_000_000_i128, 4), 3),
    ) {
        let (rows, columns) = sums(&goal, 4);
        let decimal = |numbers: &[i128]| decimals(&[numbers.to_vec()], 0).remove(0);
        let exact = ipf(&decimals(&seed, 0), &decimal(&rows), &decimal(&columns), Decimal::new(1, 6));
        prop_assert!(exact.off <= Decimal::new(1, 6));
        // Nearest in proportion: what two rows hold of two columns compares as it did.
        for (row, line) in exact.cells.iter().enumerate().skip(1) {
            for column in 1..4 {
                let held = |row: usize, column: usize| Decimal::from(seed[row][column]);
                let before = held(0, 0) * held(row, column) / held(0, column) / held(row, 0);
                let after = exact.cells[0][0] * line[column] / exact.cells[0][column] / line[0];
                prop_assert!((before - after).abs() <= before * Decimal::new(1, 9));
            }
        }
        let filled = cents(&fit(&table(&seed), &totals(&rows), &totals(&columns)).unwrap());
        for (exact, cell) in exact.cells.iter().flatten().zip(filled.iter().flatten()) {
            prop_assert!((exact - Decimal::from(*cell)).abs() < Decimal::ONE, "{exact} became {cell}");
        }
    }

    #[test]
    fn what_cannot_be_filled_is_refused_and_nothing_else(
        open in prop::collection::vec(prop::collection::vec(any::<bool>(), 3), 3),
        rows in prop::collection::vec(0..5_i128, 3),
        mut columns in prop::collection::vec(0..5_i128, 3),
    ) {
        // Where the sums happen to differ the last column makes up for it, as far as it can.
        columns[2] = (rows.iter().sum::<i128>() - columns[0] - columns[1]).max(0);
        let seed: Cents = open.iter().map(|line| line.iter().map(|open| i128::from(*open) * 7).collect()).collect();
        let filled = fit(&table(&seed), &totals(&rows), &totals(&columns));
        let same = rows.iter().sum::<i128>() == columns.iter().sum::<i128>();
        prop_assert_eq!(filled.is_ok(), same && some_table(&open, &rows, &columns));
        match filled {
            Ok(_) => {}
            Err(Misfit::TotalsDiffer { .. }) => prop_assert!(!same),
            Err(Misfit::Conflict { of_rows, lines, need, open: named, room }) => {
                // The sentence is true: they need more than all that is open to them holds.
                let (own, across) = if of_rows { (&rows, &columns) } else { (&columns, &rows) };
                let is_open = |line: usize, other: usize| if of_rows { open[line][other] } else { open[other][line] };
                let reached: Vec<usize> =
                    (0..3).filter(|other| lines.iter().any(|line| is_open(*line, *other))).collect();
                prop_assert_eq!(&named, &reached);
                prop_assert_eq!(need.cents(), lines.iter().map(|line| own[*line]).sum::<i128>());
                prop_assert_eq!(room.cents(), named.iter().map(|line| across[*line]).sum::<i128>());
                prop_assert!(need > room);
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn rounded_cells_and_sums_are_their_own_down_or_up(
        numbers in (1..6_usize, 1..6_usize)
            .prop_flat_map(|(rows, columns)| prop::collection::vec(prop::collection::vec(-5_000..5_000_i128, columns), rows)),
        places in 0..4_u32,
    ) {
        let exact = decimals(&numbers, places);
        let rounded = controlled_rounding(&exact);
        let columns = exact[0].len();
        let (exact_rows, exact_columns) = sums(&exact, columns);
        let (rows, across) = sums(&rounded, columns);
        let pairs = exact.iter().flatten().zip(rounded.iter().flatten());
        for (exact, whole) in pairs.chain(exact_rows.iter().zip(&rows)).chain(exact_columns.iter().zip(&across)) {
            let whole = Decimal::from(*whole);
            prop_assert!(whole == exact.floor() || whole == exact.ceil(), "{exact} became {whole}");
        }
        prop_assert_eq!(Decimal::from(rows.iter().sum::<i128>()), exact_rows.iter().copied().sum::<Decimal>().round());
    }

    #[test]
    fn no_other_rounding_is_nearer(
        numbers in prop::collection::vec(prop::collection::vec(0..30_i128, 3), 2),
    ) {
        let exact = decimals(&numbers, 1);
        let far = |rounded: &[Vec<i128>]| -> Decimal {
            let (exact_rows, exact_columns) = sums(&exact, 3);
            let (rows, columns) = sums(rounded, 3);
            let pairs = exact.iter().flatten().zip(rounded.iter().flatten());
            let all = pairs.chain(exact_rows.iter().zip(&rows)).chain(exact_columns.iter().zip(&columns));
            all.map(|(exact, whole)| (exact - Decimal::from(*whole)) * (exact - Decimal::from(*whole))).sum()
        };
        let allowed = |rounded: &[Vec<i128>]| {
            let (exact_rows, exact_columns) = sums(&exact, 3);
            let (rows, columns) = sums(rounded, 3);
            let beside = |(exact, whole): (&Decimal, &i128)| (exact - Decimal::from(*whole)).abs() < Decimal::ONE;
            let whole: Decimal = exact_rows.iter().copied().sum();
            exact_rows.iter().zip(&rows).all(beside)
                && exact_columns.iter().zip(&columns).all(beside)
                && Decimal::from(rows.iter().sum::<i128>()) == whole.round()
        };
        let found = far(&controlled_rounding(&exact));
        for ups in 0..64_u32 {
            let fraction = |number: &i128| number % 10 != 0;
            let other: Cents = (0..2)
                .map(|row| {
                    let up = |column: usize| i128::from(ups >> (row * 3 + column) & 1);
                    let rounded = |(column, number): (usize, &i128)| {
                        number / 10 + if fraction(number) { up(column) } else { 0 }
                    };
                    numbers[row].iter().enumerate().map(rounded).collect()
                })
                .collect();
            prop_assert!(!allowed(&other) || far(&other) >= found);
        }
    }
}

/// Totals that force open cells to be empty leave the others to be filled in proportion, not merely somehow.
#[test]
fn what_is_forced_to_be_empty_does_not_keep_the_rest_from_its_proportions() {
    // The second row has the first column only, and takes all of it.
    let seed = [vec![5, 10, 30], vec![5, 0, 0]];
    let filled = fit(&table(&seed), &totals(&[400, 100]), &totals(&[100, 100, 300])).unwrap();
    assert_eq!(cents(&filled), [[0, 100, 300], [100, 0, 0]]);
}

#[test]
fn amounts_at_the_ends_of_their_range_are_filled_too() {
    let most = i128::from(i64::MAX);
    let seed = [vec![1, most], vec![most, 1]];
    for (rows, columns) in [([most, most], [most, most]), ([most, 1], [most, 1]), ([1, most], [most, 1])] {
        let filled = cents(&fit(&table(&seed), &totals(&rows), &totals(&columns)).unwrap());
        assert_eq!(sums(&filled, 2), (rows.to_vec(), columns.to_vec()));
    }
    let huge = i128::MAX / 2;
    assert_eq!(fit(&table(&seed), &totals(&[huge, huge]), &totals(&[huge, huge])), Err(Misfit::OutOfRange));
    assert_eq!(fit(&table(&seed), &totals(&[-1, 1]), &totals(&[0, 0])), Err(Misfit::OutOfRange));
    assert_eq!(fit(&[], &[], &[]), Ok(Vec::new()));
}

fn plan() -> Plan {
    sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform
        A002 eu loan_concessional transport 5bn 2027-Q1..2030-Q4 uniform fundamentals
        A003 private equity_private energy 20bn 2026-Q1..2026-Q4 uniform paid 2026-Q2=1bn
        A004 private loan_private health 1bn 2030-Q1..2036-Q4 uniform
        A005 private loan_private energy 4bn 2030-Q1..2036-Q4 uniform
        A006 ifi loan_concessional health 3bn 2030-Q1..2036-Q4 uniform",
    )
    .unwrap()
}

const BN: i64 = 100_000_000_000;

fn named(totals: &[(&str, i64)]) -> Vec<(String, Money)> {
    totals.iter().map(|(key, cents)| ((*key).to_owned(), Money::from_cents(*cents))).collect()
}

fn balanced(plan: &Plan, rows: &[(&str, i64)], columns: &[(&str, i64)]) -> Result<Vec<Change>, BalanceRefusal> {
    let margins = Margins { rows: named(rows), columns: named(columns) };
    balance_table(plan, Dimension::Programme, Dimension::Sector, &margins)
}

fn held(plan: &Plan, dimension: Dimension, key: &str) -> Total {
    plan.allocations.iter().filter(|row| dimension.of(row, plan) == key).map(|row| row.amount).sum()
}

fn locked(plan: &Plan, row: u128) -> Plan {
    plan.apply(&Edit::base(Change::SetLocked { allocation: Id::from_bits(row), locked: true })).unwrap()
}

proptest! {
    #[test]
    fn a_balanced_plan_holds_its_totals_and_what_is_locked_or_paid(
        amounts in prop::collection::vec(0..3_000_000_000_000_i64, 6),
        wanted in prop::collection::vec(0..3_000_000_000_000_i64, 6),
        locks in prop::collection::vec(any::<bool>(), 6),
    ) {
        let set = |amounts: &[i64]| -> Vec<Edit> {
            let amount = |(allocation, cents): (Id, &i64)| Edit::base(Change::SetAmount {
                allocation,
                amount: Money::from_cents(cents + if allocation == Id::from_bits(3) { BN } else { 0 }),
            });
            (1..7).map(Id::from_bits).zip(amounts).map(amount).collect()
        };
        let plan = apply_all(&plan(), &set(&amounts)).unwrap();
        // What is wanted can be had: it is what the plan held after some other edit of what is not locked.
        let kept = |at: usize| if locks[at] || amounts[at] == 0 { amounts[at] } else { wanted[at] };
        let goal = apply_all(&plan, &set(&(0..6).map(kept).collect::<Vec<_>>())).unwrap();
        let plan = (1..7).filter(|row| locks[*row - 1]).fold(plan, |plan, row| locked(&plan, row as u128));
        let totals = |dimension: Dimension, keys: &[&str]| -> Vec<(String, Money)> {
            keys.iter().map(|key| ((*key).to_owned(), held(&goal, dimension, key).to_money().unwrap())).collect()
        };
        let margins = Margins {
            rows: totals(Dimension::Programme, &["eu", "private", "ifi"]),
            columns: totals(Dimension::Sector, &["energy", "transport", "health"]),
        };
        let changes = balance_table(&plan, Dimension::Programme, Dimension::Sector, &margins).unwrap();
        let edits: Vec<Edit> = changes.into_iter().map(Edit::base).collect();
        // A locked row that was to change would be refused here.
        let next = apply_all(&plan, &edits).unwrap();
        for (dimension, wanted) in [(Dimension::Programme, &margins.rows), (Dimension::Sector, &margins.columns)] {
            for (key, total) in wanted {
                prop_assert_eq!(held(&next, dimension, key), Total::from(*total));
            }
        }
        prop_assert!(next.allocations.iter().all(|row| row.amount >= row.paid_total()));
        // Made twice it changes nothing.
        prop_assert_eq!(
            balance_table(&next, Dimension::Programme, Dimension::Sector, &margins).unwrap(),
            Vec::new()
        );
    }
}

#[test]
fn places_that_are_not_named_keep_their_totals() {
    let plan = plan();
    let changes = balanced(&plan, &[("eu", 16 * BN), ("private", 24 * BN)], &[]).unwrap();
    let next = apply_all(&plan, &changes.into_iter().map(Edit::base).collect::<Vec<_>>()).unwrap();
    for key in ["energy", "transport", "health"] {
        assert_eq!(held(&next, Dimension::Sector, key), held(&plan, Dimension::Sector, key), "{key}");
    }
    // What is gained in energy is shared by the rows there in proportion; the others have nothing to gain it from.
    let amount = |row: u128| next.allocations.get(&Id::from_bits(row)).unwrap().amount.cents();
    assert_eq!([1, 2, 6].map(amount), [11 * BN, 5 * BN, 3 * BN]);
    assert_eq!(amount(3) + amount(5), 23 * BN);
    // 1 bn was paid; 22/23 of the other 19 bn end in .826 of a cent, and those of the 4 bn in .174.
    assert_eq!(amount(3), 1_917_391_304_348);
    assert_eq!(balanced(&plan, &[], &[]), Ok(Vec::new()));
}

#[test]
fn what_cannot_be_balanced_is_refused_with_its_reason() {
    let plan = plan();
    let refused = |rows: &[(&str, i64)], columns: &[(&str, i64)]| balanced(&plan, rows, columns).unwrap_err();
    let (dimension, across) = (Dimension::Programme, Dimension::Sector);
    assert_eq!(refused(&[("who", 0)], &[]), BalanceRefusal::UnknownKey { dimension, key: "who".to_owned() });
    assert_eq!(refused(&[("eu", 0), ("eu", 0)], &[]), BalanceRefusal::NamedTwice { dimension, key: "eu".to_owned() });
    let total = Money::from_cents(-1);
    assert_eq!(refused(&[("eu", -1)], &[]), BalanceRefusal::NegativeTotal { dimension, key: "eu".to_owned(), total });
    let bn = |count: i64| Total::from_cents(i128::from(count * BN));
    assert_eq!(
        refused(&[("eu", 10 * BN)], &[]),
        BalanceRefusal::TotalsDiffer { rows: dimension, of_rows: bn(38), columns: across, of_columns: bn(43) }
    );
    // Only the programme eu builds transport.
    assert_eq!(
        refused(&[("eu", 10 * BN)], &[("transport", 11 * BN), ("energy", 23 * BN)]),
        BalanceRefusal::Conflict {
            dimension: across,
            keys: vec!["transport".to_owned()],
            need: bn(11),
            across: dimension,
            open: vec!["eu".to_owned()],
            room: bn(10),
        }
    );
    assert_eq!(
        balance_table(&plan, dimension, dimension, &Margins::default()),
        Err(BalanceRefusal::SameDimension(dimension))
    );
}

#[test]
fn what_is_locked_or_paid_is_taken_off_first() {
    let plan = locked(&plan(), 1);
    let bn = |count: i64| Total::from_cents(i128::from(count * BN));
    let (dimension, key) = (Dimension::Programme, "eu".to_owned());
    assert_eq!(
        balanced(&plan, &[("eu", 9 * BN), ("private", 31 * BN)], &[]),
        Err(BalanceRefusal::HoldsMore { dimension, key: key.clone(), held: bn(10), total: bn(9) })
    );
    let plan = locked(&plan, 2);
    assert_eq!(
        balanced(&plan, &[("eu", 16 * BN), ("private", 24 * BN)], &[]),
        Err(BalanceRefusal::NothingToFill { dimension, key, held: bn(15), total: bn(16) })
    );
    // One billion of the private row was paid and stays: energy cannot be emptied of it.
    assert_eq!(
        balanced(&plan, &[], &[("energy", 10 * BN), ("health", 28 * BN)]),
        Err(BalanceRefusal::HoldsMore {
            dimension: Dimension::Sector,
            key: "energy".to_owned(),
            held: bn(11),
            total: bn(10)
        })
    );
    let changes = balanced(&plan, &[], &[("energy", 11 * BN), ("health", 27 * BN)]).unwrap();
    let next = apply_all(&plan, &changes.into_iter().map(Edit::base).collect::<Vec<_>>()).unwrap();
    assert_eq!(next.allocations.get(&Id::from_bits(3)).unwrap().amount.cents(), BN);
}
