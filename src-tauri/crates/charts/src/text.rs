//! Text: measured in the bundled font, broken to a width, cleaned of what would break a picture.
//!
//! plotters draws the shapes; the words are written beside them as SVG text, because plotters knows two weights only,
//! divides sizes by 1.24 and places text by the em and ex of whatever font the viewer has.

use crate::figure::{ChartError, Setting};
use crate::palette::Colour;
use crate::shapes::{Region, Sheet};
use ab_glyph::{Font, FontRef};
use std::sync::OnceLock;

/// The bundled family's name, the same in CSS.
pub const FONT_FAMILY: &str = "Inter";

/// The bundled font's regular weight as a TrueType file (OFL, Latin and Cyrillic).
pub const FONT_REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");

/// The bundled font's semi-bold weight (600) as a TrueType file.
pub const FONT_SEMI_BOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");

/// How much wider than the sum of its letters a line may be set.
const KERNING_MARGIN: f64 = 1.01;

/// The two weights a chart is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
}

/// A size in pixels and a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub size: f64,
    pub weight: Weight,
}

/// Which end of a line of text its x names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text in its place: x by `anchor`, y of the baseline, in pixels.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub x: f64,
    pub baseline: f64,
    pub anchor: Anchor,
    pub style: Style,
    pub colour: Colour,
    pub content: String,
}

impl Label {
    /// Clears the hairlines behind the text, so that none runs through its figures.
    pub(crate) fn clear_behind(&self, sheet: &Sheet<'_>, setting: &Setting<'_>) -> Result<(), ChartError> {
        let width = self.style.width(&self.content) + self.style.size * 0.3;
        let left = match self.anchor {
            Anchor::Start => self.x - self.style.size * 0.15,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x + self.style.size * 0.15 - width,
        };
        let (top, bottom) = (self.baseline - self.style.size * 0.82, self.baseline + self.style.size * 0.12);
        sheet.rectangle(Region { left, top, right: left + width, bottom }, setting.palette.canvas)
    }
}

impl Style {
    pub(crate) const fn regular(size: f64) -> Self {
        Self { size, weight: Weight::Regular }
    }

    pub(crate) const fn semi_bold(size: f64) -> Self {
        Self { size, weight: Weight::SemiBold }
    }

    /// The width of a line in pixels, at most: kerning, which mostly draws letters of this font together but now and
    /// then apart, is covered by a margin.
    pub(crate) fn width(self, line: &str) -> f64 {
        self.unkerned(line) * KERNING_MARGIN
    }

    fn unkerned(self, line: &str) -> f64 {
        let Some(font) = font(self.weight) else {
            return line.chars().count() as f64 * self.size * 0.6;
        };
        let per_em = f64::from(font.units_per_em().unwrap_or(2048.0));
        line.chars().map(|letter| self.size * advance(font, letter) / per_em).sum()
    }

    /// The text in lines no wider than `width`, at most `most` of them; what is left over ends in an ellipsis.
    pub(crate) fn wrap(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => self.begin_lines(&mut lines, word, width),
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.shorten(&format!("{last}…"), width);
            }
        }
        lines
    }

    /// Puts `word` on a new line, and on further ones where a single word is wider than the line.
    fn begin_lines(self, lines: &mut Vec<String>, word: &str, width: f64) {
        let mut line = String::new();
        for letter in word.chars() {
            line.push(letter);
            if self.width(&line) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
        lines.push(line);
    }

    /// The line itself where it fits, else as much of it as fits before an ellipsis.
    pub(crate) fn shorten(self, line: &str, width: f64) -> String {
        if self.width(line) <= width {
            return line.to_owned();
        }
        let mut kept: String = line.trim_end_matches('…').to_owned();
        while !kept.is_empty() && self.width(&kept) + self.width("…") > width {
            kept.pop();
        }
        format!("{}…", kept.trim_end_matches([' ', ',', ';', '·', '.']))
    }
}

/// The text without what breaks a picture or misleads its reader: control characters, marks that turn the direction of
/// writing or have no width, code points that XML forbids. Line breaks and tabs become spaces.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => {}
            '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => {}
            other if other.is_control() || (u32::from(other) & 0xFFFE) == 0xFFFE => {}
            other => out.push(other),
        }
    }
    out
}

/// The text as XML character data or an attribute's value.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// A letter's advance in font units; letters the font lacks count as a whole em.
fn advance(font: &FontRef<'static>, letter: char) -> f64 {
    let glyph = font.glyph_id(letter);
    if glyph.0 == 0 {
        return f64::from(font.units_per_em().unwrap_or(2048.0));
    }
    f64::from(font.h_advance_unscaled(glyph))
}

/// The parsed font: parsed once, for a chart must be drawn in about a millisecond.
fn font(weight: Weight) -> Option<&'static FontRef<'static>> {
    static REGULAR: OnceLock<Option<FontRef<'static>>> = OnceLock::new();
    static SEMI_BOLD: OnceLock<Option<FontRef<'static>>> = OnceLock::new();
    let (cell, bytes) = match weight {
        Weight::Regular => (&REGULAR, FONT_REGULAR),
        Weight::SemiBold => (&SEMI_BOLD, FONT_SEMI_BOLD),
    };
    cell.get_or_init(|| FontRef::try_from_slice(bytes).ok()).as_ref()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const STYLE: Style = Style::regular(12.0);

    #[test]
    fn the_bundled_font_is_read() {
        assert!(font(Weight::Regular).is_some() && font(Weight::SemiBold).is_some());
        assert!(Style::semi_bold(12.0).width("Payments") > STYLE.width("Payments"));
        assert!((STYLE.width("mm") - 2.0 * STYLE.width("m")).abs() < 1e-6);
    }

    #[test]
    fn breaks_between_words_and_says_when_it_cuts() {
        let lines = STYLE.wrap("one two three four five six", 60.0, 9);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), "one two three four five six");
        let cut = STYLE.wrap("one two three four five six", 60.0, 1);
        assert!(cut.len() == 1 && cut[0].ends_with('…'), "{cut:?}");
    }

    #[test]
    fn removes_what_breaks_a_picture() {
        let hostile = "a\u{0}b\u{1b}c\u{202e}d\u{2066}e\u{feff}f\ng\u{fffe}h\u{200b}i\u{1fffe}";
        assert_eq!(clean(hostile), "abcdef ghi");
        assert_eq!(escape("<b a=\"1\">&"), "&lt;b a=&quot;1&quot;&gt;&amp;");
        assert_eq!(clean("Відбудова\u{a0}– 5 %"), "Відбудова\u{a0}– 5 %");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,200}", width in 30.0_f64..400.0, most in 1_usize..5) {
            let lines = STYLE.wrap(&text, width, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                prop_assert!(STYLE.width(&line) <= width + 1e-6, "{line:?}");
            }
        }
    }
}
