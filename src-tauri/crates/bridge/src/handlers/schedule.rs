//! The schedule by dimensions and periods.

use engine::{Every, Measure};
use model::Dimension;

use crate::Problem;
use crate::handlers::View;
use crate::wire::{Amount, Dim, ScheduleLine, ScheduleReply, ScheduleRequest};

/// The figures asked for, every combination that has money, in order.
///
/// # Errors
/// Where the measure, a dimension or the fineness is not known, or a dimension is named twice.
pub(crate) fn schedule(view: &View, request: &ScheduleRequest) -> Result<ScheduleReply, Problem> {
    let cube = cube(view, request)?;
    let lines = cube.figures().map(|(keys, period, sum)| ScheduleLine {
        keys: keys.to_vec(),
        period: period.to_string(),
        amount: Amount(sum),
    });
    Ok(ScheduleReply {
        measure: request.measure.clone(),
        dimensions: cube.dimensions.iter().map(|dimension| Dim::of(*dimension)).collect(),
        lines: lines.collect(),
    })
}

/// The same as CSV.
///
/// # Errors
/// As [`schedule`].
pub(crate) fn csv(view: &View, request: &ScheduleRequest) -> Result<String, Problem> {
    let cube = cube(view, request)?;
    let mut table = exchange::ScheduleCsv::new(&cube.dimensions);
    for (keys, period, sum) in cube.figures() {
        table.line(keys, &period.to_string(), sum);
    }
    Ok(table.into_text())
}

fn cube(view: &View, request: &ScheduleRequest) -> Result<engine::Cube, Problem> {
    let measure = Measure::from_key(&request.measure)
        .ok_or_else(|| unknown("measure", &request.measure, Measure::ALL.map(Measure::key).as_slice()))?;
    let every =
        Every::from_key(&request.every).ok_or_else(|| unknown("every", &request.every, &["year", "quarter"]))?;
    let mut dimensions = Vec::with_capacity(request.by.len());
    for word in &request.by {
        let dimension = dimension(word)?;
        if dimensions.contains(&dimension) {
            return Err(Problem::usage("repeated-option").with("option", "dimension").with("wanted", word));
        }
        dimensions.push(dimension);
    }
    Ok(engine::cube(view.plan, view.schedule, measure, &dimensions, every))
}

fn dimension(word: &str) -> Result<Dimension, Problem> {
    if matches!(word, "year" | "quarter") {
        return Err(Problem::usage("period-in-by").with("wanted", word));
    }
    Dimension::from_key(word).ok_or_else(|| unknown("dimension", word, Dimension::ALL.map(Dimension::key).as_slice()))
}

/// A word that is none of the known ones.
pub(crate) fn unknown(option: &str, wanted: &str, known: &[&str]) -> Problem {
    Problem::usage("unknown-option").with("option", option).with("wanted", wanted).with("known", known.join(", "))
}
