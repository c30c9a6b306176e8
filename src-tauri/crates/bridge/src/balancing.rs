//! Why a table cannot have its totals, as problems.

use model::{BalanceRefusal, Capital, Dimension, Grade, Instrument, Purpose, TableName, Total};

use crate::Problem;
use crate::handlers::row::place_text;
use crate::handlers::telling::Tongue;

/// The problem, with the places by their names.
pub(crate) fn refused(refusal: BalanceRefusal, tongue: Tongue) -> Problem {
    let name = |dimension, key: &str| place_text(tongue, dimension, key);
    let new = Problem::refused;
    match refusal {
        BalanceRefusal::SameDimension(dimension) => new("one-dimension-twice").with("dimension", dimension.key()),
        BalanceRefusal::UnknownKey { dimension, key } => unknown(dimension, &key),
        BalanceRefusal::NamedTwice { dimension, key } => new("named-twice").with("wanted", name(dimension, &key)),
        BalanceRefusal::NegativeTotal { dimension, key, total } => {
            new("balance-negative").with("wanted", name(dimension, &key)).with("total_usd", total)
        }
        BalanceRefusal::TotalsDiffer { rows, of_rows, columns, of_columns } => new("balance-totals-differ")
            .with("rows", rows.key())
            .with("rows_usd", of_rows)
            .with("columns", columns.key())
            .with("columns_usd", of_columns)
            .with("by_usd", apart(of_rows, of_columns)),
        BalanceRefusal::HoldsMore { dimension, key, held, total } => {
            new("balance-held").with("wanted", name(dimension, &key)).with("held_usd", held).with("total_usd", total)
        }
        BalanceRefusal::NothingToFill { dimension, key, held, total } => {
            new("balance-nothing").with("wanted", name(dimension, &key)).with("held_usd", held).with("total_usd", total)
        }
        BalanceRefusal::Conflict { dimension, keys, need, across, open, room } => {
            let names = |dimension: Dimension, keys: &[String]| {
                let quoted = |key: &String| tongue.words.say("balance-place", &[("name-text", &name(dimension, key))]);
                keys.iter().map(quoted).collect::<Vec<_>>().join(", ")
            };
            new("balance-conflict")
                .with("wanted", names(dimension, &keys))
                .with("need_usd", need)
                .with("open", names(across, &open))
                .with("room_usd", room)
                .with("by_usd", apart(need, room))
        }
        BalanceRefusal::TooLarge => new("balance-too-large"),
    }
}

fn apart(left: Total, right: Total) -> Total {
    if left > right { left - right } else { right - left }
}

/// That the plan has no such place.
fn unknown(dimension: Dimension, key: &str) -> Problem {
    let row = |table: TableName| Problem::refused("unknown-row").with("table", table.key()).with("wanted", key);
    let option = |known: &[&str]| {
        Problem::refused("unknown-option")
            .with("option", dimension.key())
            .with("wanted", key)
            .with("known", known.join(", "))
    };
    match dimension {
        Dimension::Funder => row(TableName::Funders),
        Dimension::Programme => row(TableName::Programmes),
        Dimension::Sector => row(TableName::Sectors),
        Dimension::Cluster => row(TableName::Clusters),
        Dimension::Instrument => option(&Instrument::ALL.map(Instrument::key)),
        Dimension::Capital => option(&Capital::ALL.map(Capital::key)),
        Dimension::Purpose => option(&Purpose::ALL.map(Purpose::key)),
        Dimension::Booster => option(&["yes", "no"]),
        Dimension::AmountGrade | Dimension::SplitGrade => option(&Grade::ALL.map(Grade::key)),
    }
}
