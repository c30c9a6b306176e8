//! World Bank portfolios: how much of what was lent has been paid out, by the age of the loans. They belong to no plan.
//!
//! The same data is what the measured profiles of the model are made of (`assets/baseline/NOTES.md`).

use model::{Decimal, Share, Source, Table};

use crate::columns::reference::{File, sources_of};
use crate::columns::share;
use crate::finding::Findings;
use crate::sheet::{Cells, Columns, Sheet};
use crate::yardsticks::Yardstick;

/// Columns of `wb_disbursement_profile.csv`.
const PORTFOLIOS: Columns = Columns {
    needed: &[
        "portfolio",
        "age_from_years",
        "age_to_years",
        "operations",
        "committed_usd_bn",
        "disbursed_usd_bn",
        "committed_net_of_cancelled_usd_bn",
        "disbursed_share_of_original",
        "disbursed_share_of_net",
        "cumulative_share_of_original_monotone",
        "cumulative_share_of_net_monotone",
        "source_id",
        "verification",
    ],
    allowed: &[],
};

/// Loans older than this are left out, as they are from the model's measured curves: what is still unpaid of them comes in
/// drops or never.
const OLDEST_YEARS: i64 = 8;

/// Reads the portfolios as yardsticks, in the order of the file: one for each year of age, in its middle.
///
/// # Errors
/// Everything found wrong in the file, unknown sources among it.
pub(crate) fn read(file: File<'_>, sources: &Table<Source>) -> Result<Vec<Yardstick>, Findings> {
    let all = Sheet::open(file.name, file.text, PORTFOLIOS)?.rows(|cells| bucket(cells, sources))?;
    Ok(all.into_iter().flatten().collect())
}

/// One year of age; nothing where the loans are too old.
fn bucket(cells: &mut Cells<'_>, sources: &Table<Source>) -> Option<Option<Yardstick>> {
    let portfolio = cells.text("portfolio")?;
    let (from, to) = (cells.read("age_from_years", share)?, cells.read("age_to_years", share)?);
    let paid = cells.read("cumulative_share_of_net_monotone", share)?;
    let value = cells.read("disbursed_usd_bn", share)?;
    let sources_of_row = sources_of(cells, sources)?;
    let verification = cells.text("verification")?;
    if to.decimal() > Decimal::from(OLDEST_YEARS) {
        return Some(None);
    }
    let (programme, as_of) = told(&portfolio);
    Some(Some(Yardstick {
        programme: programme.to_owned(),
        measure: "disbursed of what was committed, net of cancellation".to_owned(),
        as_of: as_of.to_owned(),
        years_since_start: Some(Share::quantised((from.decimal() + to.decimal()) / Decimal::TWO)),
        value,
        unit: "USD bn".to_owned(),
        share_of_total_pct: Some(Share::quantised(paid.decimal() * Decimal::ONE_HUNDRED)),
        sources: sources_of_row,
        verification,
        note: format!("loans {from} to {to} years old; a cross-section of vintages and not one cohort"),
    }))
}

/// What a portfolio of the data is called, and the days of the statements that it was read from; one that is not known keeps
/// its name.
fn told(portfolio: &str) -> (&str, &'static str) {
    match portfolio {
        "IBRD_IDA_investment_pooled" => ("World Bank investment lending", "2023-05-31 (IBRD) and 2024-07-31 (IDA)"),
        "IBRD_policy_all" => ("World Bank policy lending", "2023-05-31 (IBRD)"),
        other => (other, ""),
    }
}
