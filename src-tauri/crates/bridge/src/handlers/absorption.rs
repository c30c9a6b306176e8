//! What can be absorbed, what waits, and how a year's payments compare with what others reached.

use std::collections::{BTreeMap, BTreeSet};

use engine::{CapYear, SANE_PER_MILLE};
use exchange::Yardstick;
use model::{Cap, Dimension, Total};

use crate::Problem;
use crate::handlers::figure::per_mille;
use crate::handlers::{View, events, row, steps};
use crate::wire::{
    BacklogReply, BacklogRequest, BacklogRow, CapLine, CapYearLine, Caps, LapseLine, PacePoint, Sanity, SanityYearLine,
    YardstickLine,
};

/// The caps with their years, and when programmes' commitments lapse.
pub(crate) fn caps(view: &View) -> Caps {
    let years = engine::cap_years(view.plan, view.schedule);
    let mut caps: Vec<CapLine> = view.plan.caps.iter().map(|cap| line(view, cap, &years)).collect();
    caps.sort_by(|left, right| (&left.label, &left.id).cmp(&(&right.label, &right.id)));
    Caps { caps, lapses: lapses(view) }
}

fn line(view: &View, cap: &Cap, years: &[CapYear]) -> CapLine {
    let words = &view.words;
    let Cap { id, name, slice, kind, amount, rate, carry_years, sources, note } = cap;
    let year = |told: &CapYear| CapYearLine {
        year: told.year,
        room: told.room.map(Into::into),
        extrapolated: told.extrapolated,
        paid: told.paid.into(),
        waiting: told.waiting.into(),
    };
    CapLine {
        id: id.to_string(),
        label: words.name(name).to_owned(),
        name: steps::names(name),
        slice: events::slice_wire(slice),
        slice_label: events::slice_label(view, slice),
        kind: kind.key().to_owned(),
        kind_label: words.label("cap-kind", kind.key()),
        amount: (*amount).into(),
        rate: rate.to_string(),
        carry_years: *carry_years,
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
        years: years.iter().filter(|told| told.cap == *id).map(year).collect(),
    }
}

/// The programmes that have rows or a term of their own, in the order of their words.
fn lapses(view: &View) -> Vec<LapseLine> {
    let used: BTreeSet<_> = view.plan.allocations.iter().map(|row| &row.programme).collect();
    let programmes = view.plan.programmes.iter();
    let mut lines: Vec<LapseLine> = programmes
        .filter(|programme| programme.lapse_years.is_some() || used.contains(&programme.key))
        .map(|programme| LapseLine {
            programme: programme.key.to_string(),
            label: row::place_label(view, Dimension::Programme, programme.key.as_str()),
            years: programme.lapse_years,
        })
        .collect();
    lines.sort_by_key(|line| line.label.to_lowercase());
    lines
}

/// Each year beside the product, and the plan's pace beside what others reached.
///
/// # Errors
/// Where the shipped yardsticks are broken, which their tests rule out.
pub(crate) fn sanity(view: &View) -> Result<Sanity, Problem> {
    let told = engine::sanity(view.plan, view.schedule);
    let package = Total::from(view.plan.package.total);
    let mut paid = Total::ZERO;
    let pace = told.iter().zip(1..).map(|(year, years_since_start)| {
        paid += year.paid;
        PacePoint { years_since_start, share_per_mille: per_mille(paid, package) }
    });
    let broken = |findings| Problem::new(crate::ProblemKind::Internal, "shipped-broken").with("reason", findings);
    let mut yardsticks = exchange::yardsticks().map_err(broken)?;
    yardsticks.extend(exchange::portfolios().map_err(broken)?);
    Ok(Sanity {
        plan: pace.collect(),
        bound_per_mille: SANE_PER_MILLE,
        yardsticks: yardsticks.into_iter().map(yardstick).collect(),
        years: told
            .into_iter()
            .map(|year| SanityYearLine {
                year: year.year,
                paid: year.paid.into(),
                gdp: year.gdp.map(Into::into),
                extrapolated: year.extrapolated,
                share_per_mille: year.per_mille,
                over: year.over,
            })
            .collect(),
    })
}

fn yardstick(row: Yardstick) -> YardstickLine {
    let Yardstick {
        programme,
        measure,
        as_of,
        years_since_start,
        value,
        unit,
        share_of_total_pct,
        sources,
        verification,
        note,
    } = row;
    YardstickLine {
        programme,
        measure,
        as_of,
        years_since_start: years_since_start.map(|years| years.to_string()),
        share_pct: share_of_total_pct.map(|share| share.to_string()),
        value: value.to_string(),
        unit,
        sources: sources.iter().map(ToString::to_string).collect(),
        verification,
        note,
    }
}

/// What waits and what lapsed, row by row.
///
/// # Errors
/// Where the fineness is not known.
pub(crate) fn backlog(view: &View, request: &BacklogRequest) -> Result<BacklogReply, Problem> {
    let told = engine::backlog(view.plan, view.schedule, steps::every(&request.every)?);
    let rows: BTreeMap<_, _> = view.plan.allocations.iter().map(|row| (row.id, row)).collect();
    let lines = told.iter().filter_map(|line| {
        rows.get(&line.row).map(|row| BacklogRow {
            allocation_code: row.code.to_string(),
            id: row.id.to_string(),
            label: steps::row_label(view, row),
            period: line.period.to_string(),
            backlog: line.backlog.into(),
            lapsed: line.lapsed.into(),
        })
    });
    Ok(BacklogReply { lines: lines.collect() })
}

/// The same as CSV.
///
/// # Errors
/// As [`backlog`].
pub(crate) fn backlog_csv(view: &View, request: &BacklogRequest) -> Result<String, Problem> {
    let told = engine::backlog(view.plan, view.schedule, steps::every(&request.every)?);
    let lines: Vec<exchange::BacklogLine> = told
        .into_iter()
        .filter_map(|line| {
            let row = view.plan.allocations.get(&line.row)?;
            Some(exchange::BacklogLine {
                period: line.period.to_string(),
                allocation: row.code.clone(),
                programme: row.programme.clone(),
                sector: row.sector.clone(),
                backlog: line.backlog.into(),
                lapsed: line.lapsed.into(),
            })
        })
        .collect();
    Ok(exchange::backlog_csv(&lines))
}
