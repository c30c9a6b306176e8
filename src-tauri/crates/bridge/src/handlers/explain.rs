//! Why a figure is what it is: the chain from what is committed to what is paid, in sentences.

use std::collections::BTreeSet;

use engine::{LinkKind, Period};
use model::{Allocation, Key, Package, Quarter, Refusal, Total};

use crate::Problem;
use crate::handlers::explain_links::Chain;
use crate::handlers::{View, grid, row, steps};
use crate::wire::{ExplainLink, ExplainRequest, ExplainRow, ExplainStanding, Explanation};

/// The most rows that are listed; sums are of all of them.
const MOST_ROWS: usize = 500;

/// The chain for the rows and the period that are asked for.
///
/// # Errors
/// Where a row or a place is not in the plan, or the period is none or lies outside the package.
pub(crate) fn explain(view: &View, request: &ExplainRequest) -> Result<Explanation, Problem> {
    let period = period(&request.period, &view.plan.package)?;
    let places = places(view, request)?;
    let told = engine::explain(view.plan, view.schedule, &places, period);
    let rows: Vec<&Allocation> = places.iter().map(|at| &*view.plan.allocations.as_slice()[*at]).collect();
    let chain = Chain { view, rows: &rows, told: &told };
    let links: Vec<ExplainLink> = told.links.iter().map(|link| chain.link(link)).collect();
    let keys: BTreeSet<Key> = links.iter().flat_map(|link| &link.sources).filter_map(|key| key.parse().ok()).collect();
    let standing = told.standing.iter().map(|(measure, amount)| ExplainStanding {
        measure: measure.key().to_owned(),
        label: view.words.label("measure", measure.key()),
        amount: (*amount).into(),
    });
    Ok(Explanation {
        period: period.to_string(),
        of: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows: listed(view, &told),
        actual: told.actual.into(),
        moved: told.moved.into(),
        standing: standing.collect(),
        sources: steps::sources(view.plan, &keys.into_iter().collect::<Vec<_>>()),
        links,
    })
}

/// The rows with a part in the period, the largest payment first.
fn listed(view: &View, told: &engine::Explanation) -> Vec<ExplainRow> {
    let single = told.rows.len() == 1;
    let has_part = |row: &&engine::RowPart| single || row.planned != Total::ZERO || row.paid != Total::ZERO;
    let mut parts: Vec<(&engine::RowPart, &Allocation)> = told
        .rows
        .iter()
        .filter(has_part)
        .filter_map(|part| view.plan.allocations.get(&part.row).map(|row| (part, &**row)))
        .collect();
    parts
        .sort_by(|(left, a), (right, b)| (right.paid, right.planned, &a.code).cmp(&(left.paid, left.planned, &b.code)));
    let row = |(part, row): (&engine::RowPart, &Allocation)| ExplainRow {
        id: row.id.to_string(),
        code: row.code.to_string(),
        label: steps::row_label(view, row),
        planned: part.planned.into(),
        paid: part.paid.into(),
    };
    parts.into_iter().take(MOST_ROWS).map(row).collect()
}

/// The places of the rows that are asked for among the plan's allocations.
fn places(view: &View, request: &ExplainRequest) -> Result<Vec<usize>, Problem> {
    for (at, filter) in request.filters.iter().enumerate() {
        let dimension = filter.dimension.dimension();
        if request.filters[..at].iter().any(|before| before.dimension == filter.dimension) {
            return Err(Refusal::DimensionTwice { dimension: dimension.key() }.into());
        }
        filter.keys.iter().try_for_each(|place| row::check_place(view.plan, dimension, place))?;
    }
    let all = view.plan.allocations.as_slice();
    let passes = |at: &usize| grid::passes(view, &all[*at], &request.filters);
    if request.rows.is_empty() {
        return Ok((0..all.len()).filter(passes).collect());
    }
    let mut places = BTreeSet::new();
    for name in &request.rows {
        let id = view.plan.allocation_named(name)?.id;
        places.extend(all.binary_search_by(|row| row.id.cmp(&id)).ok());
    }
    Ok(places.into_iter().filter(passes).collect())
}

/// Reads a period of the package: `2029`, `2029-Q3` or `after`.
///
/// # Errors
/// Where the text is no period, or one outside the package.
pub(crate) fn period(text: &str, package: &Package) -> Result<Period, Problem> {
    let not_one = || Problem::usage("not-a-period").with("text", text);
    if text == Period::After.to_string() {
        return Ok(Period::After);
    }
    let (year, part) = text.split_once("-Q").map_or((text, None), |(year, part)| (year, Some(part)));
    if year.len() != 4 || !year.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(not_one());
    }
    let year: i32 = year.parse().map_err(|_| not_one())?;
    let found = match part {
        None => Some(Period::Year(year)).filter(|_| package.years().contains(&year)),
        Some("1" | "2" | "3" | "4") => {
            let quarter = text.parse::<Quarter>().ok();
            quarter.filter(|quarter| (package.first..=package.last).contains(quarter)).map(Period::Quarter)
        }
        Some(_) => return Err(not_one()),
    };
    let outside = || {
        Problem::refused("period-outside").with("text", text).with("first", package.first).with("last", package.last)
    };
    found.ok_or_else(outside)
}

/// When a period is, within a sentence: "in 2029", "in 2029-Q3", "after 2035".
pub(crate) fn when(view: &View, period: Period) -> String {
    let id = match period {
        Period::Year(_) => "when-year",
        Period::Quarter(_) => "when-quarter",
        Period::After => "when-after",
    };
    let text = match period {
        Period::After => view.plan.package.last.year().to_string(),
        Period::Year(_) | Period::Quarter(_) => period.to_string(),
    };
    view.words.say(id, &[("period-text", &text)])
}

/// The word for what happens in a link.
pub(crate) fn link_label(view: &View, kind: LinkKind) -> String {
    view.words.label("link", kind.key())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_period_is_read_or_refused_for_what_it_is() {
        let plan = exchange::shipped_plan().unwrap();
        let read = |text: &str| period(text, &plan.package).map_err(|problem| problem.code);
        for text in ["2026", "2035", "2029-Q3", "after"] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
        for text in ["1776", "1776-Q1", "2036", "2025-Q4", "2036-Q1", "9999"] {
            assert_eq!(read(text), Err("period-outside".to_owned()), "{text}");
        }
        for text in [
            "",
            "29",
            "2029-Q5",
            "2029-Q",
            "2029-q1",
            "After",
            "20290",
            "-2029",
            "2029-Q11",
            "\u{662}\u{660}\u{662}\u{669}",
        ] {
            assert_eq!(read(text), Err("not-a-period".to_owned()), "{text}");
        }
    }
}
