//! The reference tables: sources, funders, programmes, sectors, needs, clusters, rules, gross domestic product, package.

use model::{
    Cluster, Funder, FunderKind, Grade, Key, Money, Name, Need, OutputYear, Package, Programme, Rule, Sector, Source,
    Table,
};

use super::{all_known, billions, date, key, known, money, quarter, share, whole, word};
use crate::finding::{Findings, Reason};
use crate::sheet::{Cells, Columns, Sheet};

/// Columns of `sources.csv`.
pub const SOURCES: Columns =
    Columns { needed: &["source_id", "title", "publisher", "date", "url", "how_verified"], allowed: &[] };
/// Columns of `funders.csv`.
pub const FUNDERS: Columns = Columns { needed: &["funder_id", "name_en", "name_uk", "kind", "note"], allowed: &[] };
/// Columns of `programmes.csv`.
pub const PROGRAMMES: Columns = Columns {
    needed: &[
        "programme_id",
        "funder_id",
        "name_en",
        "name_uk",
        "amount_original",
        "currency",
        "usd_per_unit",
        "amount_usd_bn",
        "grade",
        "source_id",
    ],
    allowed: &["part_of", "owed_usd_bn"],
};
/// Columns of `sectors.csv`.
pub const SECTORS: Columns = Columns { needed: &["sector_id", "name_en", "name_uk", "note"], allowed: &[] };
/// Columns of `needs.csv`. Damage and losses are kept for the reader of the file; the plan counts needs.
pub const NEEDS: Columns = Columns {
    needed: &["sector_id", "needs_2026_2035_usd_bn", "source_id", "note"],
    allowed: &["sector_as_published", "group", "damage_usd_bn", "losses_usd_bn", "verification"],
};
/// Columns of `clusters.csv`.
pub const CLUSTERS: Columns = Columns { needed: &["cluster_id", "cluster_number", "name_en", "name_uk"], allowed: &[] };
/// Columns of `rules.csv`.
pub const RULES: Columns =
    Columns { needed: &["rule_id", "heading_en", "heading_uk", "text_en", "text_uk"], allowed: &[] };
/// Columns of `macro.csv`.
pub const OUTPUT: Columns =
    Columns { needed: &["year", "gdp_usd_bn", "source_id"], allowed: &["status", "verification"] };
/// Columns of `package.csv`.
pub const PACKAGE: Columns = Columns {
    needed: &[
        "name_en",
        "name_uk",
        "total_usd",
        "currency",
        "price_basis",
        "as_of",
        "first_quarter",
        "last_quarter",
        "reading_id",
        "source_id",
    ],
    allowed: &[],
};

/// The row of `needs.csv` that holds the published total.
const TOTAL_KEY: &str = "total";

/// A file that is read: its name and its text.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name, without a folder.
    pub name: &'a str,
    /// The content.
    pub text: &'a str,
}

/// Needs by sector, and the total as published, which differs from their sum by rounding.
#[derive(Clone, Debug)]
pub struct Needs {
    /// One row for each sector that has a need of its own.
    pub by_sector: Table<Need>,
    /// The published total.
    pub published_total: Money,
}

/// Refuses a key that an earlier row has.
pub(crate) fn first_time<K: Ord + Clone + ToString>(
    seen: &mut std::collections::BTreeSet<K>,
    cells: &mut Cells<'_>,
    column: &'static str,
    key: &K,
) -> Option<()> {
    if seen.insert(key.clone()) {
        return Some(());
    }
    let text = key.to_string();
    cells.refuse(column, &text, Reason::Twice(text.clone()))
}

/// Rows whose `column` holds a key of their own, each key once.
fn keyed<T: model::Row<Key = Key>>(
    file: File<'_>,
    columns: Columns,
    column: &'static str,
    mut take: impl FnMut(Key, &mut Cells<'_>) -> Option<T>,
) -> Result<Table<T>, Findings> {
    let mut seen = std::collections::BTreeSet::new();
    let rows = Sheet::open(file.name, file.text, columns)?.rows(|cells| {
        let key = cells.read(column, key)?;
        first_time(&mut seen, cells, column, &key)?;
        take(key, cells)
    })?;
    Ok(Table::from_rows(rows))
}

/// A name in the two languages, both of which must be there.
pub(crate) fn name(cells: &mut Cells<'_>, en: &'static str, uk: &'static str) -> Option<Name> {
    cells.filled(en)?;
    cells.filled(uk)?;
    Some(Name { en: cells.text(en)?, uk: cells.text(uk)? })
}

/// Sources of a row, all of which must be in the table of sources.
pub(crate) fn sources_of(cells: &mut Cells<'_>, sources: &Table<Source>) -> Option<Vec<Key>> {
    cells
        .read_optional("source_id", |text| all_known(text, "sources", |key| sources.get(key).is_some()))
        .map(Option::unwrap_or_default)
}

/// Reads `sources.csv`.
///
/// # Errors
/// Everything found wrong in the file.
pub fn sources(file: File<'_>) -> Result<Table<Source>, Findings> {
    keyed(file, SOURCES, "source_id", |key, cells| {
        Some(Source {
            key,
            title: cells.text("title")?,
            publisher: cells.text("publisher")?,
            date: cells.text("date")?,
            url: cells.text("url")?,
            how_verified: cells.text("how_verified")?,
        })
    })
}

/// Reads `funders.csv`.
///
/// # Errors
/// Everything found wrong in the file.
pub fn funders(file: File<'_>) -> Result<Table<Funder>, Findings> {
    keyed(file, FUNDERS, "funder_id", |key, cells| {
        Some(Funder {
            key,
            name: name(cells, "name_en", "name_uk")?,
            kind: cells.read("kind", |text| word(text, &FunderKind::ALL, FunderKind::key))?,
            note: cells.text("note")?,
        })
    })
}

/// Reads `programmes.csv`.
///
/// # Errors
/// Everything found wrong in the file, unknown funders and sources among it.
pub fn programmes(
    file: File<'_>,
    funders: &Table<Funder>,
    sources: &Table<Source>,
) -> Result<Table<Programme>, Findings> {
    keyed(file, PROGRAMMES, "programme_id", |key, cells| {
        Some(Programme {
            key,
            funder: cells.read("funder_id", |text| known(text, "funders", |key| funders.get(key).is_some()))?,
            name: name(cells, "name_en", "name_uk")?,
            original_amount: cells.text("amount_original")?,
            original_unit: cells.text("currency")?,
            usd_per_unit: cells.read_optional("usd_per_unit", share)?,
            amount: cells.read_optional("amount_usd_bn", billions)?,
            grade: cells.read("grade", |text| word(text, &Grade::ALL, Grade::key))?,
            sources: sources_of(cells, sources)?,
            lapse_years: None,
            part_of: cells
                .read_optional("part_of", |text| text.parse().map_err(|_| Reason::NotAKey(text.to_owned())))?,
            owed: cells.read_optional("owed_usd_bn", billions)?,
        })
    })
}

/// Reads `sectors.csv`.
///
/// # Errors
/// Everything found wrong in the file.
pub fn sectors(file: File<'_>) -> Result<Table<Sector>, Findings> {
    keyed(file, SECTORS, "sector_id", |key, cells| {
        Some(Sector { key, name: name(cells, "name_en", "name_uk")?, note: cells.text("note")? })
    })
}

/// Reads `needs.csv`. The row `total` holds what is published for all sectors together.
///
/// # Errors
/// Everything found wrong in the file, unknown sectors and sources and a missing total among it.
pub fn needs(file: File<'_>, sectors: &Table<Sector>, sources: &Table<Source>) -> Result<Needs, Findings> {
    let mut published_total = None;
    let is_sector = |key: &Key| sectors.get(key).is_some() || key.as_str() == TOTAL_KEY;
    let rows = keyed(file, NEEDS, "sector_id", |key, cells| {
        let sector = cells.read("sector_id", |text| known(text, "sectors", is_sector))?;
        let amount = cells.read("needs_2026_2035_usd_bn", billions)?;
        if key.as_str() == TOTAL_KEY {
            published_total = Some(amount);
        }
        Some(Need { sector, amount, sources: sources_of(cells, sources)?, note: cells.text("note")? })
    })?;
    let missing = || crate::Finding::new(file.name, 0, "sector_id", TOTAL_KEY, Reason::Missing);
    let published_total = published_total.ok_or_else(missing)?;
    let by_sector =
        rows.iter().filter(|need| need.sector.as_str() != TOTAL_KEY).map(|need| Need::clone(need)).collect();
    Ok(Needs { by_sector, published_total })
}

/// Reads `clusters.csv`. The clusters have no terms of release yet ([`super::conditions::with_terms`]).
///
/// # Errors
/// Everything found wrong in the file.
pub fn clusters(file: File<'_>) -> Result<Table<Cluster>, Findings> {
    keyed(file, CLUSTERS, "cluster_id", |key, cells| {
        let number = cells.read("cluster_number", whole)?;
        Some(Cluster { key, name: name(cells, "name_en", "name_uk")?, number, terms: Vec::new() })
    })
}

/// Reads `rules.csv`.
///
/// # Errors
/// Everything found wrong in the file.
pub fn rules(file: File<'_>) -> Result<Table<Rule>, Findings> {
    keyed(file, RULES, "rule_id", |key, cells| {
        Some(Rule { key, heading: name(cells, "heading_en", "heading_uk")?, text: name(cells, "text_en", "text_uk")? })
    })
}

/// Reads `macro.csv`: the years that a source states.
///
/// # Errors
/// Everything found wrong in the file.
pub fn output(file: File<'_>, sources: &Table<Source>) -> Result<Vec<OutputYear>, Findings> {
    let mut seen = std::collections::BTreeSet::new();
    Sheet::open(file.name, file.text, OUTPUT)?.rows(|cells| {
        let year: i32 = cells.read("year", whole)?;
        first_time(&mut seen, cells, "year", &year)?;
        let gdp = cells.read("gdp_usd_bn", billions)?;
        Some(OutputYear { year, gdp, extrapolated: false, sources: sources_of(cells, sources)? })
    })
}

/// Reads `package.csv`: one row. `is_reading` says whether there is a reading of that key.
///
/// # Errors
/// Everything found wrong in the file, an end before the start and more than one row among it.
pub fn package(
    file: File<'_>,
    needs_total: Money,
    is_reading: impl Fn(&Key) -> bool,
    sources: &Table<Source>,
) -> Result<Package, Findings> {
    let rows = Sheet::open(file.name, file.text, PACKAGE)?.rows(|cells| {
        if cells.row() > 2 {
            return cells.refuse("", "", Reason::TooManyRows(1));
        }
        let first = cells.read("first_quarter", quarter)?;
        let last = cells.read("last_quarter", quarter)?;
        if last < first {
            let reason = Reason::EndBeforeStart { start: first.to_string(), end: last.to_string() };
            return cells.refuse("last_quarter", &last.to_string(), reason);
        }
        Some(Package {
            name: name(cells, "name_en", "name_uk")?,
            total: cells.read("total_usd", money)?,
            currency: cells.filled("currency")?.to_owned(),
            price_basis: cells.text("price_basis")?,
            as_of: cells.read("as_of", date)?,
            first,
            last,
            reading: cells.read("reading_id", |text| known(text, "readings", &is_reading))?,
            needs_total,
            sources: sources_of(cells, sources)?,
        })
    })?;
    rows.into_iter().next().ok_or_else(|| crate::Finding::new(file.name, 0, "", "", Reason::Empty).into())
}
