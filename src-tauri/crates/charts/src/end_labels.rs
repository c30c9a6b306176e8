//! Labels at the ends of lines: each beside its line's last value, moved apart where they would touch.

use crate::figure::{ChartError, Setting};
use crate::shapes::{Plot, Region, Sheet};
use crate::text::{Anchor, Label, Style};

/// What is written at the end of one line.
pub(crate) struct End {
    /// The line's last value, in units of the axis.
    pub value: f64,
    lines: Vec<String>,
    style: Style,
}

impl End {
    /// A text in lines no wider than `widest` pixels; semi-bold for the line that matters most.
    pub(crate) fn new(text: &str, value: f64, strong: bool, scale: f64, widest: f64) -> Self {
        let style = if strong { Style::semi_bold(12.0 * scale) } else { Style::regular(12.0 * scale) };
        Self { value, lines: style.wrap(text, widest, 3), style }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * self.style.size * 1.25
    }
}

/// The width of the widest label.
pub(crate) fn width(ends: &[End]) -> f64 {
    ends.iter().flat_map(|end| end.lines.iter().map(|line| end.style.width(line))).fold(0.0, f64::max)
}

/// Writes the labels to the right of the plot, from the highest value down, with a thin leader where one had to move.
pub(crate) fn place(
    (sheet, plot): (&Sheet<'_>, &Plot<'_>),
    ends: &[End],
    (region, scale): (Region, f64),
    setting: &Setting<'_>,
    labels: &mut Vec<Label>,
) -> Result<(), ChartError> {
    let wanted: Vec<f64> = ends.iter().map(|end| plot.place(0.0, end.value).1).collect();
    let heights: Vec<f64> = ends.iter().map(End::height).collect();
    let middles = apart(&wanted, &heights, region.top - 14.0 * scale, region.bottom + 4.0 * scale);
    for ((end, wanted), middle) in ends.iter().zip(wanted).zip(middles) {
        if (middle - wanted).abs() > 3.0 * scale {
            let (from, to) = ((region.right + 2.0 * scale, wanted), (region.right + 11.0 * scale, middle));
            sheet.line(from, to, 0.8, setting.palette.committed)?;
        }
        let leading = end.style.size * 1.25;
        let mut baseline = middle - end.height() / 2.0 + leading / 2.0 + end.style.size * 0.36;
        for line in &end.lines {
            let x = region.right + 14.0 * scale;
            let (style, colour, content) = (end.style, setting.palette.text, line.clone());
            labels.push(Label { x, baseline, anchor: Anchor::Start, style, colour, content });
            baseline += leading;
        }
    }
    Ok(())
}

/// Middles for blocks of these heights as near to the wanted ones as order and bounds allow. `wanted` rises (downwards).
fn apart(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut middles = wanted.to_vec();
    let mut floor = top;
    for (middle, height) in middles.iter_mut().zip(heights) {
        *middle = middle.max(floor + height / 2.0);
        floor = *middle + height / 2.0;
    }
    let mut ceiling = bottom;
    for (middle, height) in middles.iter_mut().zip(heights).rev() {
        *middle = middle.min(ceiling - height / 2.0);
        ceiling = *middle - height / 2.0;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_fits_stays() {
        assert_eq!(apart(&[20.0, 60.0], &[10.0, 10.0], 0.0, 100.0), [20.0, 60.0]);
    }

    #[test]
    fn what_touches_moves_apart() {
        assert_eq!(apart(&[20.0, 20.0, 95.0, 99.0], &[10.0; 4], 0.0, 100.0), [20.0, 30.0, 85.0, 95.0]);
    }

    proptest! {
        #[test]
        fn blocks_never_overlap(mut wanted in proptest::collection::vec(0.0_f64..200.0, 1..6)) {
            wanted.sort_by(f64::total_cmp);
            let heights = vec![15.0; wanted.len()];
            let middles = apart(&wanted, &heights, 0.0, 200.0);
            for pair in middles.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 15.0 - 1e-9);
            }
            prop_assert!(middles[0] >= 7.5 - 1e-9 && middles[middles.len() - 1] <= 192.5 + 1e-9);
        }
    }
}
