//! Finding rows by words that occur in what the reader sees of them.

use std::borrow::Cow;

use model::{Allocation, Dimension, Key};

use super::labels::Labels;
use crate::handlers::View;

/// The dimensions whose words are searched.
const SEARCHED: [Dimension; 7] = [
    Dimension::Programme,
    Dimension::Funder,
    Dimension::Instrument,
    Dimension::Capital,
    Dimension::Sector,
    Dimension::Purpose,
    Dimension::AmountGrade,
];

/// The words that must occur, each of them somewhere.
pub(super) struct Search<'a> {
    needles: Vec<String>,
    labels: &'a Labels,
}

impl<'a> Search<'a> {
    pub(super) fn of(text: &str, labels: &'a Labels) -> Self {
        Self { needles: text.split_whitespace().map(str::to_lowercase).collect(), labels }
    }

    /// Whether each word occurs somewhere in what the reader sees of the row.
    pub(super) fn finds(&self, view: &View, row: &Allocation) -> bool {
        if self.needles.is_empty() {
            return true;
        }
        let mut seen: Vec<Cow<str>> = Vec::with_capacity(SEARCHED.len() + 4);
        seen.extend(SEARCHED.into_iter().map(|dimension| self.word(dimension, dimension.of(row, view.plan))));
        seen.extend(row.booster.as_ref().map(|key| self.word(Dimension::Cluster, key.as_str())));
        seen.push(row.code.as_str().to_lowercase().into());
        seen.push(row.note.to_lowercase().into());
        seen.push(row.sources.iter().map(Key::as_str).collect::<Vec<_>>().join(" ").to_lowercase().into());
        self.needles.iter().all(|needle| seen.iter().any(|text| text.contains(needle.as_str())))
    }

    fn word<'t>(&'t self, dimension: Dimension, key: &'t str) -> Cow<'t, str> {
        self.labels.place(dimension, key).map_or(Cow::Borrowed(key), |place| Cow::Borrowed(&place.lowered))
    }
}
