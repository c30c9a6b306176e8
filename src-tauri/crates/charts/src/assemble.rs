//! The last step of every chart: what was drawn and what was worded become a figure.

use crate::caption;
use crate::figure::{Figure, FigureTable, Hover, Setting};
use crate::frame::Wording;
use crate::render::svg::{About, finish};
use crate::text::{Label, clean};

/// A chart's own parts.
pub(crate) struct Parts {
    /// What plotters drew.
    pub drawn: String,
    /// The words in and around the plot.
    pub labels: Vec<Label>,
    /// The text alternative.
    pub alt: String,
    /// The table twin.
    pub table: FigureTable,
    /// What the pointer finds.
    pub hover: Vec<Hover>,
}

/// Puts a figure together.
pub(crate) fn figure(name: &'static str, setting: &Setting<'_>, wording: Wording, parts: Parts) -> Figure {
    let Setting { width, height, words, .. } = *setting;
    let Parts { drawn, labels, alt, table, hover } = parts;
    let alt = clean(&alt);
    let about = About { name, language: words.language(), title: &wording.title, alt: &alt, width, height };
    let svg = finish(&drawn, &about, &labels);
    let note = caption::whole_note(&wording);
    let Wording { title, subtitle, source, fingerprint, .. } = wording;
    Figure { name, title, subtitle, svg, alt, note, source, fingerprint, width, height, table, hover }
}
