//! Figures: a chart drawn from the plan, with the table behind it and the words under it.

use std::sync::Arc;

use charts::{Bar, By, ChartError, Comparison, End, Facts, Needs, Palette, RenderError, Setting, Subject};
use document::Snapshot;
use engine::{BridgeBy, Measure};
use model::{NumberFormat, Total};

use crate::handlers::compare::{self, Ask, Told};
use crate::handlers::outcomes::Ends;
use crate::handlers::{View, sides};
use crate::wire::{self, Amount, CompareRequest, FigureTheme};
use crate::{Problem, ProblemKind, Session, Words, place};

/// Pixels of a PNG for one pixel of the figure: at one, lines of one pixel blur.
const PNG_SCALE: f32 = 2.0;
/// The assessment whose total the shipped plan states.
const NEEDS: &str = "RDNA5";

impl charts::Words for Words {
    fn say(&self, id: &str, args: &[(&str, &str)]) -> String {
        Self::say(self, id, args)
    }

    fn number(&self, canonical: &str) -> String {
        let (sign, size) = canonical.strip_prefix('-').map_or(("", canonical), |size| ("\u{2212}", size));
        let (whole, decimals) = size.split_once('.').map_or((size, None), |(whole, rest)| (whole, Some(rest)));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |number| self.grouped(number));
        let mark = self.numbers.decimal_mark();
        decimals.map_or_else(|| format!("{sign}{whole}"), |decimals| format!("{sign}{whole}{mark}{decimals}"))
    }

    fn language(&self) -> &str {
        self.language.code()
    }
}

/// How large a figure is, and in which colours.
#[derive(Clone, Copy)]
pub(crate) struct Theming {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// The colours.
    pub theme: FigureTheme,
}

/// What a figure shows besides the plan as it is looked at.
pub(crate) struct Shown {
    /// What the version or moment is called; nothing where it is the present.
    pub frozen: Option<String>,
    /// What the plan is compared with.
    pub comparison: Comparison,
}

/// Draws the chart `name`.
///
/// # Errors
/// Where there is no such chart, or it cannot be drawn so.
pub(crate) fn draw(view: &View, name: &str, theming: Theming, shown: Shown) -> Result<charts::Figure, Problem> {
    let Theming { size, theme } = theming;
    let palette = match theme {
        FigureTheme::Light => &Palette::LIGHT,
        FigureTheme::Dark => &Palette::DARK,
        FigureTheme::Print => &Palette::PRINT,
    };
    let setting = Setting { width: size.0, height: size.1, palette, words: &view.words };
    charts::draw(name, &subject(view, name, shown), &setting).map_err(chart_problem)
}

/// What the chart `name` compares: two states, several side by side, or the outcomes. Nothing for the others, and where
/// nothing is asked to be compared.
///
/// # Errors
/// Where a side is none.
pub(crate) fn comparison(
    session: &Session,
    name: &str,
    state: &Arc<Snapshot>,
    request: Option<&CompareRequest>,
) -> Result<Comparison, Problem> {
    let mut comparison = Comparison::default();
    match (name, request) {
        ("how_it_could_end", _) => comparison.endings = Ends::of(state, session.words())?.endings(),
        ("what_differs", Some(request)) => comparison.difference = Some(difference(session, request)?),
        ("side_by_side", Some(request)) => comparison.sides = side_by_side(session, request)?,
        _ => {}
    }
    Ok(comparison)
}

/// The first side and the second, and what leads from one to the other.
fn difference(session: &Session, request: &CompareRequest) -> Result<charts::Difference, Problem> {
    let (ask, words) = (Ask::read(&request.by, &request.measure)?, session.words());
    let sides = sides::sides(session, request.sides.get(..2).unwrap_or(&request.sides))?;
    let [a, b] = &sides[..] else { return Err(Problem::internal("chart")) };
    let told = Told { before: a.state.plan(), after: b.state.plan(), words };
    let bridge = match ask.by {
        BridgeBy::Change => compare::bridge(a, b, &engine::compare(a.side(), b.side()), ask),
        by => engine::bridge(a.side(), b.side(), ask.measure, by),
    };
    let bar = |bar: &engine::BridgeBar| {
        let (key, label) = compare::bar_names(&told, &bar.key, ask.by);
        Bar { key, label, change: bar.change }
    };
    Ok(charts::Difference {
        compared: measured(ask.measure),
        by: match ask.by {
            BridgeBy::Year => By::Year,
            BridgeBy::Change => By::Change,
            BridgeBy::Dimension(_) => By::Dimension(ask.by_label(words)),
        },
        from: End { label: a.label.clone(), amount: bridge.from },
        bars: bridge.bars.iter().map(bar).collect(),
        to: End { label: b.label.clone(), amount: bridge.to },
    })
}

fn measured(measure: Measure) -> charts::Compared {
    if measure == Measure::Planned { charts::Compared::Planned } else { charts::Compared::Paid }
}

fn side_by_side(session: &Session, request: &CompareRequest) -> Result<charts::Sides, Problem> {
    let ask = Ask::read(&request.by, &request.measure)?;
    let sides = sides::sides(session, &request.sides)?.into_iter().map(|side| {
        let (years, after) = side.course(ask.measure);
        charts::Side { first_year: side.state.plan().package.first.year(), label: side.label, years, after }
    });
    Ok(charts::Sides { compared: measured(ask.measure), sides: sides.collect() })
}

/// The least width and height of a figure that leaves the program: below them it could not carry its unit, its reading, its
/// source and what of it is assumed.
const LEAST_EXPORT: (u32, u32) = (480, 300);
/// The greatest: a picture has two pixels for each of them, either way.
const GREATEST_EXPORT: u32 = 4096;

/// Whether a figure of that size can be exported.
///
/// # Errors
/// Where it would be too small to carry its words, or too large to be drawn in reasonable memory.
pub(crate) fn check_export(width: u32, height: u32) -> Result<(), Problem> {
    let (least_width, least_height) = LEAST_EXPORT;
    let fits = (least_width..=GREATEST_EXPORT).contains(&width) && (least_height..=GREATEST_EXPORT).contains(&height);
    if fits { Ok(()) } else { Err(size_problem((width, height), LEAST_EXPORT, (GREATEST_EXPORT, GREATEST_EXPORT))) }
}

fn size_problem(wanted: (u32, u32), least: (u32, u32), greatest: (u32, u32)) -> Problem {
    Problem::usage("chart-size")
        .with("width", wanted.0)
        .with("height", wanted.1)
        .with("least_width", least.0)
        .with("greatest_width", greatest.0)
        .with("least_height", least.1)
        .with("greatest_height", greatest.1)
}

/// The figure as it crosses the door.
pub(crate) fn figure(figure: charts::Figure) -> wire::Figure {
    let charts::Figure { name, title, subtitle, svg, alt, note, source, fingerprint, width, height, table, hover } =
        figure;
    let hover = hover.into_iter().map(|zone| wire::Hover {
        period: zone.period,
        x0: zone.x0,
        x1: zone.x1,
        x: zone.x,
        band: zone.band.map(|(y0, y1)| wire::Band { y0, y1 }),
        lines: zone
            .lines
            .into_iter()
            .map(|line| wire::HoverLine { key: line.key.to_owned(), label: line.label, amount: Amount(line.amount) })
            .collect(),
        notes: zone.notes,
    });
    wire::Figure {
        name: name.to_owned(),
        title,
        subtitle,
        svg,
        alt,
        note,
        source,
        fingerprint,
        width,
        height,
        table: wire::Table { header: table.header, rows: table.rows },
        hover: hover.collect(),
    }
}

/// The figure as a file of the format that `extension` names.
///
/// # Errors
/// Where there is no such format, or the figure cannot be turned into it.
pub(crate) fn file(figure: &charts::Figure, extension: &str, words: Words) -> Result<Vec<u8>, Problem> {
    let failed = |error: RenderError| Problem::new(ProblemKind::Internal, "chart-failed").with("reason", error);
    match extension {
        "svg" => Ok(figure.svg.clone().into_bytes()),
        "png" => charts::to_png(&figure.svg, PNG_SCALE).map_err(failed),
        "pdf" => charts::to_pdf(figure, words.language.code()).map_err(failed),
        other => Err(Problem::usage("file-format").with("path", other).with("known", ".svg, .png, .pdf")),
    }
}

fn chart_problem(error: ChartError) -> Problem {
    let names: Vec<&str> = charts::CHARTS.iter().map(|chart| chart.name).collect();
    match error {
        ChartError::Unknown { name } => Problem::usage("unknown-option")
            .with("option", "chart")
            .with("wanted", name)
            .with("known", names.join(", ")),
        ChartError::Size { width, height } => size_problem(
            (width, height),
            (*Setting::WIDTHS.start(), *Setting::HEIGHTS.start()),
            (*Setting::WIDTHS.end(), *Setting::HEIGHTS.end()),
        ),
        other => Problem::refused("chart-failed").with("reason", other),
    }
}

/// What the chart `name` is drawn from.
fn subject(view: &View, name: &str, shown: Shown) -> Subject {
    let Shown { frozen, comparison } = shown;
    let package = &view.plan.package;
    let needs = (!package.needs_total.is_zero()).then(|| Needs {
        name: NEEDS.to_owned(),
        amount: package.needs_total,
        prices: view.words.plain("chart-prices-end-2025"),
    });
    // The sides of a comparison carry their own names.
    let named = !matches!(name, "what_differs" | "side_by_side");
    let facts = facts(view, named, frozen.filter(|_| named));
    Subject { comparison, ..Subject::for_chart(name, view.plan, view.schedule, facts, needs) }
}

fn facts(view: &View, named: bool, frozen: Option<String>) -> Facts {
    let scenario = Some(view.scenario).filter(|scenario| named && !scenario.is_base());
    let prices = match view.plan.package.price_basis.as_str() {
        "current USD" => view.words.plain("chart-prices-current"),
        other => other.to_owned(),
    };
    Facts {
        reading: view.plan.package.reading.to_string(),
        scenario: scenario.map(|scenario| place::scenario_label(view.whole, scenario, view.words)),
        frozen,
        prices,
        as_of: view.plan.package.as_of.to_string(),
        fingerprint: view.fingerprint.to_owned(),
        sources: sources(view),
        assumed_per_mille: Facts::assumed_per_mille(view.plan),
    }
}

/// The sources that most of the money rests on, by their keys in the plan's list, and how many more there are.
fn sources(view: &View) -> Vec<String> {
    const NAMED: usize = 4;
    let mut weights: std::collections::BTreeMap<&model::Key, Total> = std::collections::BTreeMap::new();
    for row in view.plan.allocations.iter() {
        for key in &row.sources {
            weights.entry(key).or_default().add(row.amount);
        }
    }
    let mut weights: Vec<(&model::Key, Total)> = weights.into_iter().collect();
    weights.sort_by(|left, right| (right.1, left.0).cmp(&(left.1, right.0)));
    let keys: Vec<&str> = weights.iter().take(NAMED).map(|(key, _)| key.as_str()).collect();
    let more = weights.len().saturating_sub(NAMED);
    if keys.is_empty() {
        return Vec::new();
    }
    let args = [("keys-text", keys.join(", ")), ("more", more.to_string())];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    vec![view.words.say("figure-sources", &args)]
}

/// `part` in thousandths of `whole`, half up; nothing where there is no whole.
pub(crate) fn per_mille(part: Total, whole: Total) -> u32 {
    if whole <= Total::ZERO || part <= Total::ZERO {
        return 0;
    }
    u32::try_from((part.cents() * 2000 + whole.cents()) / (whole.cents() * 2)).unwrap_or(u32::MAX)
}

/// The number format in which a reader writes, as the words need it.
pub(crate) fn numbers(format: wire::Numbers) -> NumberFormat {
    match format {
        wire::Numbers::Point => NumberFormat::Point,
        wire::Numbers::Comma => NumberFormat::Comma,
    }
}
