//! The test vectors of tables whose rows and columns add up, reproduced digit by digit.

#![allow(clippy::unwrap_used)]

use model::{Decimal, Profile, controlled_rounding, ipf};
use serde_json::Value;

fn vector(name: &str) -> Value {
    let path = format!("{}/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Every number of these files has at most nine places, and is written by its shortest digits.
fn decimal(number: &Value) -> Decimal {
    Decimal::from_str_exact(&number.to_string()).unwrap()
}

fn line(numbers: &Value) -> Vec<Decimal> {
    numbers.as_array().unwrap().iter().map(decimal).collect()
}

fn table(lines: &Value) -> Vec<Vec<Decimal>> {
    lines.as_array().unwrap().iter().map(line).collect()
}

/// The tolerance of the vector: 10⁻¹³.
const TOLERANCE: (i64, u32) = (1, 13);

#[test]
fn a_table_is_filled_from_its_totals_in_proportion() {
    let vector = vector("01_ipf.json");
    let (seed, rows, columns) = (table(&vector["seed"]), line(&vector["row_targets"]), line(&vector["col_targets"]));
    let fitted = ipf(&seed, &rows, &columns, Decimal::new(TOLERANCE.0, TOLERANCE.1));
    let places = |places: u32| -> Vec<Vec<Decimal>> {
        fitted.cells.iter().map(|row| row.iter().map(|cell| cell.round_dp(places)).collect()).collect()
    };
    assert_eq!(places(9), table(&vector["expected"]));
    assert_eq!(u64::from(fitted.sweeps), vector["iterations_row_then_col"].as_u64().unwrap());
    // The table that Wikipedia prints is the one after three sweeps: its first row is off by less than this, and not by
    // less after two.
    let (name, printed) = vector.as_object().unwrap().iter().find(|(name, _)| name.starts_with("after_3_")).unwrap();
    let third = (1..20)
        .map(|tenths| ipf(&seed, &rows, &columns, Decimal::new(tenths, 1)))
        .find(|fitted| fitted.sweeps == 3)
        .unwrap();
    let told: Vec<Vec<Decimal>> =
        third.cells.iter().map(|row| row.iter().map(|cell| cell.round_dp(2)).collect()).collect();
    assert_eq!(told, table(printed), "{name}");
}

/// What rounding costs: 1 - 2 x its fraction for each number that is rounded up. The vector counts the cells and the sums
/// of rows and columns alike.
fn objective<'a>(exact: impl Iterator<Item = &'a Decimal>, rounded: impl Iterator<Item = &'a i128>) -> Decimal {
    let up = exact.zip(rounded).filter(|(exact, whole)| Decimal::from(**whole) > **exact);
    up.map(|(exact, _)| Decimal::ONE - (exact - exact.floor()) * Decimal::TWO).sum()
}

/// The sums of the rows and of the columns.
fn sums<T: Copy + std::iter::Sum>(table: &[Vec<T>]) -> (Vec<T>, Vec<T>) {
    let columns = (0..table[0].len()).map(|at| table.iter().map(|line| line[at]).sum());
    (table.iter().map(|line| line.iter().copied().sum()).collect(), columns.collect())
}

/// Rounds a table, holds it against the properties of the vector and its sums, and tells the objective.
fn checked(cells: &[Vec<Decimal>], case: &Value, name: &str) -> Decimal {
    let rounded = controlled_rounding(cells);
    let (exact_rows, exact_columns) = sums(cells);
    let (rows, columns) = sums(&rounded);
    let exact = || cells.iter().flatten().chain(&exact_rows).chain(&exact_columns);
    let whole = || rounded.iter().flatten().chain(&rows).chain(&columns);
    for (exact, whole) in exact().zip(whole()) {
        let whole = Decimal::from(*whole);
        assert!(whole == exact.floor() || whole == exact.ceil(), "{name}: {exact} became {whole}");
    }
    let expected = |key: &str| -> Vec<i128> {
        case[key].as_array().unwrap().iter().map(|sum| i128::from(sum.as_i64().unwrap())).collect()
    };
    assert_eq!((rows.clone(), columns.clone()), (expected("row_sums"), expected("col_sums")), "{name}");
    objective(exact(), whole())
}

#[test]
fn a_small_table_is_rounded_so_that_its_lines_add() {
    let vector = vector("01_controlled_rounding.json");
    let case = &vector["small"];
    assert_eq!(checked(&table(&case["X"]), case, "small"), decimal(&case["objective"]));
}

/// A profile and its parameters.
type Curve = (&'static str, &'static [(&'static str, &'static str)]);

/// The table of the package is printed to six places, of which its rows do not add; it was computed on the curves that the
/// model has too, to twelve.
#[test]
fn the_package_is_rounded_so_that_its_lines_add() {
    let vector = vector("01_controlled_rounding.json");
    let case = &vector["package_usd_bn"];
    let curves: [Curve; 4] = [
        ("beta", &[("alpha", "2"), ("beta", "3")]),
        ("logistic", &[("k", "10"), ("m", "0.5")]),
        ("front_linear", &[("s", "1")]),
        ("logistic", &[("k", "8"), ("m", "0.4")]),
    ];
    let totals = line(&case["row_totals"]);
    let spread = |((key, parameters), total): (&Curve, &Decimal)| -> Vec<Decimal> {
        let parameters = parameters.iter().map(|(name, value)| ((*name).to_owned(), value.parse().unwrap()));
        let until = Profile::new(key, parameters.collect()).unwrap().cumulative(10);
        let before = std::iter::once(0).chain(until.iter().copied());
        before.zip(&until).map(|(before, until)| total * Decimal::new(until - before, 12)).collect()
    };
    let cells: Vec<Vec<Decimal>> = curves.iter().zip(&totals).map(spread).collect();
    let six_places: Vec<Vec<Decimal>> =
        cells.iter().map(|line| line.iter().map(|cell| cell.round_dp(6)).collect()).collect();
    assert_eq!(six_places, table(&case["X"]));
    let objective = checked(&cells, case, "package");
    // As many places as the file gives.
    assert_eq!(objective.round_dp(8), decimal(&case["objective"]));
}
