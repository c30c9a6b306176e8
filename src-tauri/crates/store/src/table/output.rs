//! The table `output`.

use model::OutputYear;

use super::Stored;
use crate::cell::{Cell, Cells, RowReader, flag, keys, money};
use crate::error::Damage;

impl Stored for OutputYear {
    const TABLE: &'static str = "output";
    const COLUMNS: &'static [&'static str] = &["year", "gdp_cents", "extrapolated", "sources"];

    fn cells(&self) -> Cells<'_> {
        let Self { year, gdp, extrapolated, sources } = self;
        vec![Cell::Integer(i64::from(*year)), money(*gdp), flag(*extrapolated), keys(sources)]
    }

    fn read(row: &mut RowReader<'_>) -> Result<Self, Damage> {
        Ok(Self { year: row.number()?, gdp: row.money()?, extrapolated: row.flag()?, sources: row.keys()? })
    }
}
