//! Events on an axis of time: markers on a rail under the plot, hairlines at their days, bars for what lasts, and the same
//! in words. Where markers would touch, one stands for all and tells how many they are.

use crate::caption;
use crate::conditions::Mark;
use crate::figure::{ChartError, Setting};
use crate::shapes::{Region, Sheet};
use crate::subject::{Subject, place_of};
use crate::text::{Anchor, Label, Style, clean};
use crate::words::Words;
use model::{EventKind, EventState, Name};

/// A marker's diameter and the distance that two keep, in pixels at scale 1.
const SIZE: f64 = 13.0;
const APART: f64 = 15.0;
/// The height of a bar with the gap above it.
const LANE: f64 = 4.5;
/// More bars than this are not drawn.
const MOST_LANES: usize = 3;
/// The letters of single events, in order; an event past them has a marker without one.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// As many events a note names, and as much of a name; and as many letters the picture's own list takes.
const MOST_NAMED: usize = 60;
const LONGEST_NAME: usize = 72;
const MOST_LETTERS: usize = 360;
/// Days closer than this would run together.
const TICKS_APART: f64 = 2.5;
/// More hairlines than this would be a fence.
const MOST_HAIRLINES: usize = 24;

/// The events that are drawn: those that count and whose day lies in the plan's years, each with its place among the
/// quarters, in the order of their days.
pub(crate) fn drawn(subject: &Subject) -> Vec<(f64, &Mark)> {
    let last = subject.quarters as f64;
    let counted = subject.conditions.marks.iter().filter(|mark| mark.state != EventState::Excluded);
    let placed = counted.filter_map(|mark| Some((place_of(subject.first, &mark.day.to_string())?, mark)));
    let mut drawn: Vec<_> = placed.filter(|(place, _)| (0.0..last).contains(place)).collect();
    drawn.sort_by(|left, right| left.0.total_cmp(&right.0));
    drawn
}

/// The letter of the event with this place in the order of days.
fn letter(at: usize) -> Option<char> {
    LETTERS.chars().nth(at)
}

/// The terms of guarantees, as places among the quarters, each once.
fn terms(subject: &Subject) -> Vec<(f64, f64)> {
    let last = subject.quarters as f64;
    let mut terms: Vec<(f64, f64)> = Vec::new();
    for mark in &subject.conditions.marks {
        if mark.kind != EventKind::Guarantee || mark.state == EventState::Excluded {
            continue;
        }
        let place = |day: model::Date| place_of(subject.first, &day.to_string());
        let (Some(from), Some(to)) = (place(mark.day), mark.until.and_then(place)) else { continue };
        let term = (from.max(0.0), to.min(last));
        if term.0 < term.1 && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// The height that the events take under an axis, in pixels at scale 1, where there is room for all of them.
pub(crate) fn rail_height(subject: &Subject) -> f64 {
    height(!drawn(subject).is_empty(), terms(subject).len().min(MOST_LANES))
}

fn height(has_markers: bool, lanes: usize) -> f64 {
    if has_markers || lanes > 0 { SIZE + 4.0 + LANE * lanes as f64 } else { 0.0 }
}

/// A marker: one event, or several whose markers would touch.
struct Marker {
    x: f64,
    text: String,
    /// Whether all of it has happened.
    firm: bool,
}

/// The events under one plot.
pub(crate) struct Rail {
    markers: Vec<Marker>,
    /// The days, as far as they can be told apart.
    ticks: Vec<f64>,
    lanes: Vec<(f64, f64)>,
    scale: f64,
}

impl Rail {
    /// Lays the events out where a quarter is `region.width() / quarters` wide; bars only where there is room for them.
    pub(crate) fn lay_out(subject: &Subject, (left, right): (f64, f64), scale: f64, bars: bool) -> Self {
        let x = |place: f64| left + place / subject.quarters as f64 * (right - left);
        let drawn = drawn(subject);
        let places: Vec<f64> = drawn.iter().map(|(place, _)| x(*place)).collect();
        let groups = groups(&places, APART * scale);
        let mut markers = Vec::with_capacity(groups.len());
        for (first, last, x) in groups {
            let several = last - first > 1;
            let text =
                if several { (last - first).to_string() } else { letter(first).map(String::from).unwrap_or_default() };
            let firm = drawn[first..last].iter().all(|(_, mark)| mark.state == EventState::Happened);
            markers.push(Marker { x, text, firm });
        }
        let mut ticks: Vec<f64> = Vec::new();
        for place in places {
            if ticks.last().is_none_or(|last| place - last >= TICKS_APART * scale) {
                ticks.push(place);
            }
        }
        let terms = if bars { terms(subject) } else { Vec::new() };
        let lanes = terms.into_iter().take(MOST_LANES).map(|(from, to)| (x(from), x(to))).collect();
        Self { markers, ticks, lanes, scale }
    }

    /// The height between the axis and the years' names.
    pub(crate) fn height(&self) -> f64 {
        height(!self.markers.is_empty(), self.lanes.len()) * self.scale
    }

    /// Where hairlines stand in the plot, in pixels.
    pub(crate) fn places(&self) -> impl Iterator<Item = f64> {
        self.markers.iter().map(|marker| marker.x).filter(|_| self.markers.len() <= MOST_HAIRLINES)
    }

    /// Draws a hairline above each marker from the axis to the top of the plot.
    pub(crate) fn draw_hairlines(
        &self,
        sheet: &Sheet<'_>,
        region: Region,
        setting: &Setting<'_>,
    ) -> Result<(), ChartError> {
        for x in self.places() {
            sheet.line((x, region.top), (x, region.bottom), 0.6 * self.scale, setting.palette.event)?;
        }
        Ok(())
    }

    /// Draws markers and bars under the axis, and a tick at each day.
    pub(crate) fn draw(
        &self,
        sheet: &Sheet<'_>,
        axis: f64,
        setting: &Setting<'_>,
        labels: &mut Vec<Label>,
    ) -> Result<(), ChartError> {
        let (scale, palette) = (self.scale, setting.palette);
        let middle = axis + (4.0 + SIZE / 2.0) * scale;
        for x in &self.ticks {
            sheet.line((*x, axis), (*x, middle), 0.6 * scale, palette.event)?;
        }
        for marker in &self.markers {
            let radius = SIZE / 2.0 * scale;
            sheet.dot((marker.x, middle), radius, palette.text_muted)?;
            if !marker.firm {
                sheet.dot((marker.x, middle), radius - 1.2 * scale, palette.canvas)?;
            }
            let style = Style::semi_bold(if marker.text.len() > 2 { 7.0 } else { 9.0 } * scale);
            let colour = if marker.firm { palette.canvas } else { palette.text };
            let (x, baseline) = (marker.x, middle + style.size * 0.365);
            labels.push(Label { x, baseline, anchor: Anchor::Middle, style, colour, content: marker.text.clone() });
        }
        for (at, (from, to)) in self.lanes.iter().enumerate() {
            let top = axis + (4.0 + SIZE + 2.0 + LANE * at as f64) * scale;
            let level = top + 1.0 * scale;
            sheet.dashes(&[(*from, level), (*to, level)], (3.0 * scale, 2.0 * scale), palette.text_muted)?;
        }
        Ok(())
    }
}

/// Neighbours that stand closer than `apart` in one group: where it begins and ends among `places`, and where its marker
/// stands: in the middle of its places, yet never so that two markers touch. `places` rise.
fn groups(places: &[f64], apart: f64) -> Vec<(usize, usize, f64)> {
    let mut groups: Vec<(usize, usize, f64)> = Vec::new();
    let mut first = 0;
    for at in 1..=places.len() {
        if at == places.len() || places[at] - places[first] >= apart {
            let middle = f64::midpoint(places[first], places[at - 1]);
            groups.push((first, at, middle));
            first = at;
        }
    }
    let mut ceiling = f64::INFINITY;
    for (_, _, middle) in groups.iter_mut().rev() {
        *middle = middle.min(ceiling - apart);
        ceiling = *middle;
    }
    groups
}

/// The events in words, each with its letter and day, in the order of the days.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// All of them, for the note that travels with a figure.
    pub all: String,
    /// Those that matter most to what is still to come, as many as a few lines hold, for the picture.
    pub first: String,
}

/// The events of an axis in words; nothing where there are none.
pub(crate) fn told(subject: &Subject, words: &dyn Words) -> Told {
    let drawn = drawn(subject);
    let entry = |at: usize| {
        let told = told_in(drawn[at].1, words, LONGEST_NAME)?;
        Some(letter(at).map_or_else(|| told.clone(), |letter| format!("{letter}\u{a0}{told}")))
    };
    let sentence = |places: &[usize]| {
        let mut list: Vec<String> = places.iter().filter_map(|at| entry(*at)).collect();
        if list.is_empty() {
            return String::new();
        }
        if places.len() < drawn.len() {
            list.push(words.say("chart-events-more", &[("count", &(drawn.len() - places.len()).to_string())]));
        }
        words.say("chart-events-note", &[("list", &list.join("; "))])
    };
    let all: Vec<usize> = (0..drawn.len().min(MOST_NAMED)).collect();
    Told { all: sentence(&all), first: sentence(&first(subject, &drawn, &entry)) }
}

/// The events that the picture names: what is to come before what is past, turning points before meetings, each as long as
/// there is room.
fn first(subject: &Subject, drawn: &[(f64, &Mark)], entry: &dyn Fn(usize) -> Option<String>) -> Vec<usize> {
    let today = place_of(subject.first, &subject.facts.as_of).unwrap_or(0.0);
    let is_turn = |mark: &Mark| !matches!(mark.kind, EventKind::Meeting | EventKind::Other | EventKind::Deadline);
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by_key(|at| (drawn[*at].0 < today, !is_turn(drawn[*at].1)));
    let mut room = MOST_LETTERS;
    let fits = |at: &usize| {
        let length = entry(*at).map_or(0, |entry| entry.chars().count() + 2);
        let fits = length <= room;
        room = room.saturating_sub(length);
        fits
    };
    let mut first: Vec<usize> = order.into_iter().take_while(fits).collect();
    first.sort_unstable();
    first
}

/// The events of the quarters `from` up to `to` in words, for the pointer.
pub(crate) fn hover(subject: &Subject, (from, to): (usize, usize), words: &dyn Words) -> Vec<String> {
    let within = |place: f64| (from as f64..to as f64).contains(&place);
    let drawn = drawn(subject).into_iter().filter(|(place, _)| within(*place));
    drawn.filter_map(|(_, mark)| told_in(mark, words, usize::MAX)).collect()
}

/// An event's name in the reader's language.
pub(crate) fn name(mark: &Mark, words: &dyn Words) -> String {
    in_language(&mark.name, words)
}

/// A name of the plan in the reader's language.
pub(crate) fn in_language(name: &Name, words: &dyn Words) -> String {
    clean(if words.language() == "uk" && !name.uk.is_empty() { &name.uk } else { &name.en })
}

/// `1 Jan 2027 accession`, without its state.
pub(crate) fn dated(mark: &Mark, words: &dyn Words) -> Option<String> {
    let date = caption::date(&mark.day.to_string(), words)?;
    Some(words.say("chart-event", &[("date", &date), ("name", &name(mark, words))]))
}

/// `5 Jan 2026 advisers meet in Paris`, or marked as expected or assumed.
fn told_in(mark: &Mark, words: &dyn Words, longest: usize) -> Option<String> {
    let date = caption::date(&mark.day.to_string(), words)?;
    let mut name = name(mark, words);
    if name.chars().count() > longest {
        name = name.chars().take(longest - 1).collect::<String>().trim_end().to_owned() + "…";
    }
    let id = match mark.state {
        EventState::Happened | EventState::Excluded => "chart-event",
        EventState::Expected => "chart-event-expected",
        EventState::Assumed => "chart-event-assumed",
    };
    Some(words.say(id, &[("date", &date), ("name", &name)]))
}

#[cfg(test)]
mod tests {
    use super::groups;
    use proptest::prelude::*;

    #[test]
    fn what_would_touch_is_one() {
        let found: Vec<_> =
            groups(&[10.0, 11.0, 13.0, 90.0], 15.0).into_iter().map(|(from, to, _)| to - from).collect();
        assert_eq!(found, [3, 1]);
        assert!(groups(&[], 15.0).is_empty());
    }

    proptest! {
        #[test]
        fn markers_never_touch(mut places in proptest::collection::vec(0.0_f64..400.0, 1..80)) {
            places.sort_by(f64::total_cmp);
            let groups = groups(&places, 15.0);
            prop_assert_eq!(groups.iter().map(|(from, to, _)| to - from).sum::<usize>(), places.len());
            for pair in groups.windows(2) {
                prop_assert!(pair[1].2 - pair[0].2 >= 15.0 - 1e-9);
            }
            for (from, to, x) in groups {
                prop_assert!(places[from] - 1e-9 <= x && x <= places[to - 1] + 1e-9);
            }
        }
    }
}
