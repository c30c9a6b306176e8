//! What is paid in each year beside what is planned: bars across the planned columns.

use crate::amount::Unit;
use crate::caption;
use crate::figure::{ChartError, Setting};
use crate::shapes::{Plot, Sheet};
use crate::subject::{Flow, Subject};
use crate::words::Words;
use model::Total;
use std::ops::Range;

/// What is paid in each year of a plan in which that is not what is planned.
pub(crate) struct PaidInYears {
    pub years: Vec<Total>,
}

impl PaidInYears {
    /// Nothing where all is paid as planned.
    pub(crate) fn of(subject: &Subject) -> Option<Self> {
        let in_year = |year: usize, measure: &dyn Fn(&Flow) -> &Vec<Total>| -> Total {
            subject.flows.iter().flat_map(|flow| measure(flow)[year * 4..year * 4 + 4].iter().copied()).sum()
        };
        let places = 0..subject.quarters / 4;
        let years: Vec<Total> = places.clone().map(|year| in_year(year, &|flow| &flow.paid)).collect();
        let planned = places.map(|year| in_year(year, &|flow| &flow.planned));
        if planned.eq(years.iter().copied()) { None } else { Some(Self { years }) }
    }

    pub(crate) fn sum(&self) -> Total {
        self.years.iter().copied().sum()
    }

    /// What the bars show, and how much of `all` they come to.
    pub(crate) fn note(&self, all: Total, last_year: i32, words: &dyn Words) -> String {
        let unit = Unit::for_largest(all);
        let (paid, all) = (unit.figure(self.sum(), words), unit.with_name(all, words));
        let last = last_year.to_string();
        let note = words.say("chart-paid-mark-note", &[("paid", &paid), ("amount", &all), ("last", &last)]);
        let first_year = last_year + 1 - self.years.len() as i32;
        caption::joined([note].into_iter().chain(taken_back(&self.years, first_year, words)).collect())
    }

    /// Draws a bar across each year's column, whose place on the x scale `column` gives; none in a year in which more is taken
    /// back than paid.
    pub(crate) fn draw(
        &self,
        (sheet, plot): (&Sheet<'_>, &Plot<'_>),
        column: impl Fn(usize) -> Range<f64>,
        (unit, scale): (Unit, f64),
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        for (place, paid) in self.years.iter().enumerate().filter(|(_, paid)| **paid >= Total::ZERO) {
            let (x, y) = (column(place), unit.place(*paid));
            let (from, to) = (plot.place(x.start - 0.06, y), plot.place(x.end + 0.06, y));
            sheet.line(from, to, 4.4 * scale, setting.palette.canvas)?;
            sheet.line(from, to, 2.4 * scale, setting.palette.paid)?;
        }
        Ok(())
    }
}

/// In which years more is taken back, after a step was undone, than is paid.
pub(crate) fn taken_back(years: &[Total], first_year: i32, words: &dyn Words) -> Option<String> {
    let below = years.iter().enumerate().filter(|(_, paid)| **paid < Total::ZERO);
    let below: Vec<String> = below.map(|(place, _)| (first_year + place as i32).to_string()).collect();
    (!below.is_empty()).then(|| words.say("chart-taken-back-note", &[("years", &below.join(", "))]))
}
