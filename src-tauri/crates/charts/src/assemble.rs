//! The last step of every chart: what was drawn and what was worded become a figure.

use crate::caption;
use crate::events::Told;
use crate::figure::{ChartError, Figure, FigureTable, Hover, Setting};
use crate::frame::{Frame, Wording};
use crate::render::svg::{About, finish};
use crate::shapes;
use crate::subject::Subject;
use crate::text::{Anchor, Label, Style, clean};
use crate::words::Words;

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

/// The words of a figure that has nothing to show.
pub(crate) fn bare(subject: &Subject, title: String, words: &dyn Words) -> Wording {
    let facts = &subject.facts;
    let wording = Wording {
        title,
        subtitle: String::new(),
        note: String::new(),
        events: Told::default(),
        source: caption::source(facts, words),
        fingerprint: facts.fingerprint.clone(),
    };
    wording.cleaned()
}

/// A figure that has nothing to show: instead of a plot it says what belongs there.
pub(crate) fn empty(
    name: &'static str,
    setting: &Setting<'_>,
    wording: Wording,
    hint: &str,
    header: Vec<String>,
) -> Result<Figure, ChartError> {
    let frame = Frame::compose(setting, &wording, &[], 0.0);
    let (room, scale) = (frame.room, frame.scale);
    let mut labels = frame.labels.clone();
    let style = Style::regular(13.0 * scale);
    let hint = clean(hint);
    let mut baseline = f64::midpoint(room.top, room.bottom);
    // Lines of about one length: no word stands alone in the last one.
    let widest = (room.width() * 0.8).min(460.0 * scale);
    let even = style.width(&hint) / style.wrap(&hint, widest, 4).len().max(1) as f64 * 1.12;
    for content in style.wrap(&hint, even.min(widest), 5) {
        let x = f64::midpoint(room.left, room.right);
        labels.push(Label { x, baseline, anchor: Anchor::Middle, style, colour: setting.palette.text_muted, content });
        baseline += style.size * 1.35;
    }
    let drawn = shapes::draw(setting.width, setting.height, |sheet| frame.draw(sheet, setting))?;
    let title = format!("{}.", wording.title.trim_end_matches('.'));
    let alt = caption::joined(vec![title, hint, wording.source.clone()]);
    let table = FigureTable { header, rows: Vec::new() };
    Ok(figure(name, setting, wording, Parts { drawn, labels, alt, table, hover: Vec::new() }))
}
