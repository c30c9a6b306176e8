//! What charts over years have in common on their axes: hairlines with figures, years along the bottom.

use crate::axis::Ticks;
use crate::figure::{ChartError, Setting};
use crate::shapes::{Plot, Region, Sheet};
use crate::text::{Anchor, Label, Style};

/// Height of the years' row under a plot, in pixels at scale 1.
pub(crate) const YEARS_HEIGHT: f64 = 20.0;

/// A value axis that holds nought: its ticks and how far it reaches.
pub(crate) struct Scale {
    pub ticks: Ticks,
    pub bottom: f64,
    pub top: f64,
}

/// The axis for figures up to `high` in a plot this high: a hairline every 24 pixels or more. Where the last tick would
/// leave much empty room above the figures, the axis ends with them instead.
pub(crate) fn scale_for(high: f64, height: f64, scale: f64) -> Scale {
    if high <= 0.0 {
        // Where there is nothing, figures above nought would only look like a finding.
        return Scale { ticks: Ticks { values: vec![0.0], decimals: 0 }, bottom: 0.0, top: 1.0 };
    }
    let most = (height / (24.0 * scale)).floor().clamp(2.0, 7.0) as usize + 1;
    let mut ticks = Ticks::from_zero(high, most);
    let mut top = ticks.top();
    if top > high * 1.15 && ticks.values.len() > 2 {
        ticks.values.pop();
        top = high;
    }
    Scale { ticks, bottom: 0.0, top }
}

/// The axis for figures from `low` to `high` and nought, along this many pixels with a hairline every `apart` of them or
/// more. It ends with the figures on the side where the last tick would leave much empty room.
pub(crate) fn scale_between((low, high): (f64, f64), length: f64, apart: f64) -> Scale {
    let (low, high) = (low.min(0.0), high.max(0.0));
    if low >= 0.0 {
        return scale_for(high, length * 24.0 / apart, 1.0);
    }
    let most = (length / apart).floor().clamp(2.0, 7.0) as usize + 1;
    let mut ticks = Ticks::between(low, high, most);
    for fewer in (2..most).rev() {
        if ticks.values.len() <= most {
            break;
        }
        ticks = Ticks::between(low, high, fewer);
    }
    let slack = (high - low) * 0.02;
    ticks.values.retain(|tick| (low - slack..=high + slack).contains(tick));
    let first = ticks.values.first().copied().unwrap_or(0.0);
    let (bottom, top) = (low.min(first), high.max(ticks.top().max(0.0)));
    Scale { ticks, bottom, top }
}

pub(crate) fn tick_style(scale: f64) -> Style {
    Style::regular(11.0 * scale)
}

/// The room that the ticks' figures take to the left of a plot.
pub(crate) fn tick_width(ticks: &Ticks, scale: f64, setting: &Setting<'_>) -> f64 {
    let style = tick_style(scale);
    let widths = ticks.values.iter().map(|tick| style.width(&setting.words.number(&ticks.text(*tick))));
    widths.fold(0.0, f64::max) + 10.0 * scale
}

/// Draws a hairline at every tick but nought and writes the figures beside them.
pub(crate) fn hairlines(
    (sheet, plot): (&Sheet<'_>, &Plot<'_>),
    (region, scale): (Region, f64),
    ticks: &Ticks,
    setting: &Setting<'_>,
    labels: &mut Vec<Label>,
) -> Result<(), ChartError> {
    for tick in &ticks.values {
        let (_, y) = plot.place(0.0, *tick);
        if *tick != 0.0 {
            sheet.line((region.left, y), (region.right, y), 1.0, setting.palette.hairline)?;
        }
        let style = tick_style(scale);
        labels.push(Label {
            x: region.left - 8.0 * scale,
            baseline: y + style.size * 0.36,
            anchor: Anchor::End,
            style,
            colour: setting.palette.text_muted,
            content: setting.words.number(&ticks.text(*tick)),
        });
    }
    Ok(())
}

/// Years as they fit into `slot` pixels each: in full, else shortened after the first of each century, else only some.
pub(crate) fn year_names(years: &[i32], slot: f64, style: Style) -> Vec<String> {
    let room = slot - style.size * 0.5;
    if style.width("2026") <= room {
        return years.iter().map(ToString::to_string).collect();
    }
    let short = |index: usize, year: i32| {
        if index == 0 || year % 100 == 0 { year.to_string() } else { format!("’{:02}", year.rem_euclid(100)) }
    };
    if style.width("’26") <= room && style.width("2026") <= 2.0 * slot {
        return years.iter().enumerate().map(|(index, year)| short(index, *year)).collect();
    }
    let every = [2, 5, 10, 20, 50].into_iter().find(|every| style.width("2026") <= room * f64::from(*every));
    let every = every.unwrap_or(100);
    years.iter().map(|year| if year % every == 0 { year.to_string() } else { String::new() }).collect()
}

/// Where a label stands above a column whose top is at `column`, in pixels from the top: on it, or above those of `marks`
/// that would run through it there.
pub(crate) fn above(column: f64, marks: &[Option<f64>], scale: f64) -> f64 {
    let mut marks: Vec<f64> = marks.iter().flatten().copied().filter(|mark| *mark <= column).collect();
    marks.sort_by(|a, b| b.total_cmp(a));
    marks.into_iter().fold(column, |top, mark| if top - mark < 18.0 * scale { mark } else { top })
}

/// One line of text centred on `x` in the row under a plot.
pub(crate) fn under(x: f64, bottom: f64, scale: f64, setting: &Setting<'_>, content: String) -> Label {
    let style = tick_style(scale);
    let colour = setting.palette.text_muted;
    Label { x, baseline: bottom + 15.0 * scale, anchor: Anchor::Middle, style, colour, content }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_shortened_before_they_are_dropped() {
        let years: Vec<i32> = (2026..2036).collect();
        let style = Style::regular(11.0);
        assert_eq!(year_names(&years, 60.0, style)[1], "2027");
        assert_eq!(year_names(&years, 26.0, style)[..2], ["2026", "’27"]);
        let few = year_names(&years, 12.0, style);
        assert_eq!(few.iter().filter(|name| !name.is_empty()).count(), 2);
        assert_eq!(few[4], "2030");
    }
}
