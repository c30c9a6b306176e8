//! The finished SVG: plotters' shapes, the words, the text alternative.

use crate::palette::Colour;
use crate::shapes::{GRID, grid};
use crate::text::{Anchor, FONT_FAMILY, Label, Weight, escape};
use std::fmt::Write;

/// What an SVG says about itself.
pub(crate) struct About<'a> {
    pub name: &'a str,
    pub language: &'a str,
    pub title: &'a str,
    pub alt: &'a str,
    pub width: u32,
    pub height: u32,
}

/// Puts the root element, the text alternative and the words around what plotters drew. Size in pixels, viewBox ten
/// times finer, text as text.
pub(crate) fn finish(drawn: &str, about: &About<'_>, labels: &[Label]) -> String {
    let shapes = inside(drawn);
    let mut svg = String::with_capacity(shapes.len() + labels.len() * 160 + 1024);
    let About { name, language, title, alt, width, height } = about;
    let (wide, high) = (grid(f64::from(*width)), grid(f64::from(*height)));
    let (title, alt, language) = (escape(title), escape(alt), escape(language));
    // Writing to a String cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\" \
         role=\"img\" xml:lang=\"{language}\" aria-labelledby=\"{name}-title {name}-desc\">\n\
         <title id=\"{name}-title\">{title}</title>\n<desc id=\"{name}-desc\">{alt}</desc>\n<g>\n"
    );
    push_shapes(&mut svg, shapes);
    let _ = writeln!(svg, "</g>\n<g font-family=\"{FONT_FAMILY}, sans-serif\">");
    for label in labels.iter().filter(|label| !label.content.is_empty()) {
        push_label(&mut svg, label);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// What plotters wrote between its root element's tags.
fn inside(drawn: &str) -> &str {
    let body = drawn.split_once(">\n").map_or("", |(_, body)| body);
    body.trim_end().strip_suffix("</svg>").unwrap_or(body)
}

/// Copies the shapes without the attributes that only repeat what SVG assumes anyway.
fn push_shapes(svg: &mut String, shapes: &str) {
    let mut rest = shapes;
    while let Some(at) = rest.find(" opacity=\"1\"") {
        svg.push_str(&rest[..at]);
        rest = &rest[at + " opacity=\"1\"".len()..];
    }
    svg.push_str(rest);
}

fn push_label(svg: &mut String, label: &Label) {
    let Label { x, baseline, anchor, style, colour, content } = label;
    let Colour(red, green, blue) = colour;
    let _ = write!(svg, "<text x=\"{}\" y=\"{}\" font-size=\"{}\"", grid(*x), grid(*baseline), size(style.size));
    if style.weight == Weight::SemiBold {
        svg.push_str(" font-weight=\"600\"");
    }
    match anchor {
        Anchor::Start => {}
        Anchor::Middle => svg.push_str(" text-anchor=\"middle\""),
        Anchor::End => svg.push_str(" text-anchor=\"end\""),
    }
    let _ = writeln!(svg, " fill=\"#{red:02X}{green:02X}{blue:02X}\">{}</text>", escape(content));
}

/// A font size in grid units with at most one decimal.
fn size(pixels: f64) -> f64 {
    (pixels * GRID * 10.0).round() / 10.0
}
