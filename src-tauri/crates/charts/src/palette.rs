//! Colours by role. A caller lends a palette; the three here are the tested defaults.

/// An opaque colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Every colour a chart uses, by what it stands for.
///
/// What is drawn holds a contrast of 3:1 and what is written 4.5:1 against `canvas` (WCAG 2.2, 1.4.11 and 1.4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything, between the segments of a stack, and the hatching over the booster's part.
    pub canvas: Colour,
    /// Titles, totals, labels of series.
    pub text: Colour,
    /// Subtitles, ticks, notes, sources.
    pub text_muted: Colour,
    /// Grid hairlines: quiet on purpose, so below 3:1.
    pub hairline: Colour,
    /// The line at nought, ticks and markers.
    pub baseline: Colour,
    /// Grants.
    pub grants: Colour,
    /// Loans from public hands.
    pub loans: Colour,
    /// Public equity and guarantees.
    pub other_public: Colour,
    /// Private capital.
    pub private: Colour,
    /// The booster where it stands alone, as in a legend.
    pub booster: Colour,
    /// Cumulative payments.
    pub paid: Colour,
    /// Cumulative commitments and plans.
    pub committed: Colour,
    /// Needs.
    pub needs: Colour,
    /// The booster's part whose steps are not due: a pale fill inside an outline.
    pub pending: Colour,
    /// What is lost.
    pub lost: Colour,
    /// Payments of all kinds together, as columns.
    pub payments: Colour,
    /// The part of them that stands under caps.
    pub capped: Colour,
    /// The fill between the bounds of a probability, inside an outline.
    pub band: Colour,
    /// The hairline at an event's day: quiet on purpose, its marker is not.
    pub event: Colour,
    /// What raises a sum.
    pub rise: Colour,
    /// What lowers a sum: an outline.
    pub fall: Colour,
    /// The outcomes, in the order in which they are told.
    pub paths: [Colour; 6],
}

// `loans` on white is 3.003:1. Smallest CIEDE2000 between two capitals or needs, Machado 2009 at severity 1: normal
// vision 21.6, protan 10.2, deutan 18.0, tritan 15.3 (light); 18.1, 17.7, 15.4, 10.0 (dark). Between two paths 21.4, 16.2,
// 16.2, 13.8 (light) and 19.8, 15.9, 15.3, 14.8 (dark); between payments, rise and fall 27.0, 21.1, 15.0, 19.5 (light) and
// 26.8, 19.9, 12.7, 19.5 (dark).
impl Palette {
    /// On white, for the light theme.
    pub const LIGHT: Self = Self {
        canvas: Colour(0xFF, 0xFF, 0xFF),
        text: Colour(0x16, 0x20, 0x2E),
        text_muted: Colour(0x5A, 0x65, 0x75),
        hairline: Colour(0xE3, 0xE7, 0xEC),
        baseline: Colour(0x4A, 0x55, 0x65),
        grants: Colour(0x12, 0x43, 0x6D),
        loans: Colour(0x66, 0x99, 0xCC),
        other_public: Colour(0x11, 0x77, 0x33),
        private: Colour(0xF4, 0x6A, 0x25),
        booster: Colour(0x66, 0x11, 0x00),
        paid: Colour(0x16, 0x20, 0x2E),
        committed: Colour(0x5A, 0x65, 0x75),
        needs: Colour(0x76, 0x76, 0x76),
        pending: Colour(0xF7, 0xEE, 0xEC),
        lost: Colour(0x4D, 0x4D, 0x4D),
        payments: Colour(0x44, 0x56, 0x6C),
        capped: Colour(0x1F, 0x2C, 0x3D),
        band: Colour(0xE4, 0xEA, 0xF1),
        event: Colour(0xA9, 0xB2, 0xBE),
        rise: Colour(0x0F, 0x8A, 0x7E),
        fall: Colour(0xA4, 0x50, 0x0F),
        paths: [
            Colour(0x44, 0x56, 0x6C),
            Colour(0x17, 0xA1, 0xA1),
            Colour(0x9B, 0x45, 0xC0),
            Colour(0x86, 0x69, 0x13),
            Colour(0xD1, 0x7D, 0x61),
            Colour(0x6B, 0x26, 0x0F),
        ],
    };

    /// On the dark canvas.
    pub const DARK: Self = Self {
        canvas: Colour(0x16, 0x1B, 0x22),
        text: Colour(0xE8, 0xEC, 0xF1),
        text_muted: Colour(0x9D, 0xA8, 0xB6),
        hairline: Colour(0x2B, 0x33, 0x3D),
        baseline: Colour(0x8B, 0x97, 0xA6),
        grants: Colour(0x41, 0x78, 0xBE),
        loans: Colour(0xA6, 0xC8, 0xF0),
        other_public: Colour(0x7B, 0xE0, 0xA4),
        private: Colour(0xF5, 0x8A, 0x4B),
        booster: Colour(0xE0, 0x6C, 0x75),
        paid: Colour(0xE8, 0xEC, 0xF1),
        committed: Colour(0x9D, 0xA8, 0xB6),
        needs: Colour(0x8C, 0x93, 0x9C),
        pending: Colour(0x33, 0x25, 0x2B),
        lost: Colour(0x8C, 0x93, 0x9C),
        payments: Colour(0x8F, 0xA3, 0xBA),
        capped: Colour(0xC2, 0xCF, 0xDD),
        band: Colour(0x26, 0x31, 0x40),
        event: Colour(0x55, 0x60, 0x6E),
        rise: Colour(0x55, 0xE0, 0xCB),
        fall: Colour(0xF0, 0xA0, 0x6A),
        paths: [
            Colour(0x8F, 0xA3, 0xBA),
            Colour(0x5F, 0xF0, 0xDC),
            Colour(0x8F, 0x62, 0xC8),
            Colour(0x8C, 0x7F, 0x18),
            Colour(0xF0, 0xA8, 0x90),
            Colour(0xA8, 0x4F, 0x60),
        ],
    };

    /// On paper: the light set with black text and hairlines that survive a printer.
    pub const PRINT: Self = Self {
        text: Colour(0x00, 0x00, 0x00),
        text_muted: Colour(0x40, 0x40, 0x40),
        hairline: Colour(0xD0, 0xD0, 0xD0),
        baseline: Colour(0x00, 0x00, 0x00),
        paid: Colour(0x00, 0x00, 0x00),
        committed: Colour(0x40, 0x40, 0x40),
        needs: Colour(0x60, 0x60, 0x60),
        payments: Colour(0x60, 0x60, 0x60),
        capped: Colour(0x10, 0x10, 0x10),
        band: Colour(0xE6, 0xE6, 0xE6),
        event: Colour(0x90, 0x90, 0x90),
        ..Self::LIGHT
    };
}

impl Colour {
    /// The colour as SVG writes it: `#12436D`.
    #[must_use]
    pub fn hex(self) -> String {
        let Self(red, green, blue) = self;
        format!("#{red:02X}{green:02X}{blue:02X}")
    }

    /// The contrast ratio with another colour, 1 to 21 (WCAG 2.2, relative luminance of sRGB).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let Self(red, green, blue) = self;
        0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, Palette); 3] = [("light", Palette::LIGHT), ("dark", Palette::DARK), ("print", Palette::PRINT)];

    #[test]
    fn contrast_follows_the_formula() {
        let white = Colour(255, 255, 255);
        assert!((white.contrast(Colour(0, 0, 0)) - 21.0).abs() < 1e-9);
        assert!((white.contrast(Colour(0x76, 0x76, 0x76)) - 4.54).abs() < 0.005);
        assert!((white.contrast(Colour(0x12, 0x43, 0x6D)) - 10.25).abs() < 0.005);
    }

    #[test]
    fn what_is_drawn_holds_three_to_one() {
        for (name, p) in ALL {
            let capitals = [p.grants, p.loans, p.other_public, p.private, p.booster];
            let others = [p.paid, p.committed, p.needs, p.baseline, p.lost, p.payments, p.capped];
            let compared = [p.rise, p.fall].into_iter().chain(p.paths);
            for colour in capitals.into_iter().chain(others).chain(compared) {
                assert!(colour.contrast(p.canvas) >= 3.0, "{name} {colour:?}: {}", colour.contrast(p.canvas));
            }
        }
    }

    #[test]
    fn what_is_pale_has_an_outline_that_is_not() {
        for (name, p) in ALL {
            for (fill, outline) in [(p.pending, p.booster), (p.band, p.payments), (p.band, p.committed)] {
                assert!(outline.contrast(fill) >= 3.0, "{name} {outline:?}: {}", outline.contrast(fill));
            }
        }
    }

    #[test]
    fn what_is_written_holds_four_and_a_half_to_one() {
        for (name, p) in ALL {
            for colour in [p.text, p.text_muted] {
                assert!(colour.contrast(p.canvas) >= 4.5, "{name} {colour:?}: {}", colour.contrast(p.canvas));
            }
        }
    }
}
