//! Totals of the rows and columns of a table, as a file states them.

use std::collections::BTreeSet;

use model::{Dimension, Money};

use crate::columns::money;
use crate::columns::reference::{File, first_time};
use crate::finding::{Findings, Reason};
use crate::sheet::{Columns, Sheet};

/// Columns of a file of margins: which dimension, which place in it, and its total.
const MARGINS: Columns = Columns { needed: &["dimension", "key", "amount_usd"], allowed: &["label"] };

/// The total of one place in a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The dimension.
    pub dimension: Dimension,
    /// The place: `energy`.
    pub key: String,
    /// Its total.
    pub amount: Money,
}

/// Reads margins. Whether the places are in a plan is the plan's to say.
///
/// # Errors
/// Everything found wrong in the file: shape, unknown dimensions, amounts, places named twice.
pub fn margins(file: File<'_>) -> Result<Vec<Margin>, Findings> {
    let mut named = BTreeSet::new();
    let allowed = || Dimension::ALL.map(Dimension::key).join(", ");
    Sheet::open(file.name, file.text, MARGINS)?.rows(|cells| {
        let dimension = cells.read("dimension", |text| {
            Dimension::from_key(text).ok_or_else(|| Reason::UnknownWord { word: text.to_owned(), allowed: allowed() })
        })?;
        let key = cells.text("key")?;
        let amount = cells.read("amount_usd", money)?;
        first_time(&mut named, cells, "key", &format!("{} {key}", dimension.key()))?;
        Some(Margin { dimension, key, amount })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> Result<Vec<Margin>, Findings> {
        margins(File { name: "margins.csv", text })
    }

    #[test]
    fn margins_are_read_or_refused_at_their_cell() {
        let good = "dimension,key,amount_usd\nsector,energy,1.5\ninstrument,grant,2.00\n";
        let told: Vec<_> =
            read(good).unwrap().into_iter().map(|m| (m.dimension.key(), m.key, m.amount.cents())).collect();
        assert_eq!(told, [("sector", "energy".to_owned(), 150), ("instrument", "grant".to_owned(), 200)]);
        for (text, row, column) in [
            ("sector,energy,1\nsectors,energy,2\n", 3, "dimension"),
            ("sector,energy,1bn\n", 2, "amount_usd"),
            ("sector,energy,-1\n", 2, "amount_usd"),
            ("sector,energy,1\nsector,energy,2\n", 3, "key"),
        ] {
            let refused = read(&format!("dimension,key,amount_usd\n{text}")).unwrap_err();
            let finding = &refused.as_slice()[0];
            assert_eq!((finding.row, finding.column.as_str()), (row, column), "{finding}");
        }
    }
}
