//! Figures: a chart drawn from the plan, with the table behind it and the words under it.

use charts::{ChartError, Facts, Needs, Palette, RenderError, Setting, Subject};
use model::{NumberFormat, Total};

use crate::handlers::View;
use crate::wire::{self, Amount, FigureTheme};
use crate::{Problem, ProblemKind, Words};

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

/// Draws the chart `name` at that size.
///
/// # Errors
/// Where there is no such chart, or it cannot be drawn so.
pub(crate) fn draw(view: &View, name: &str, size: (u32, u32), theme: FigureTheme) -> Result<charts::Figure, Problem> {
    let palette = match theme {
        FigureTheme::Light => &Palette::LIGHT,
        FigureTheme::Dark => &Palette::DARK,
        FigureTheme::Print => &Palette::PRINT,
    };
    let setting = Setting { width: size.0, height: size.1, palette, words: &view.words };
    charts::draw(name, &subject(view, name), &setting).map_err(chart_problem)
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
fn subject(view: &View, name: &str) -> Subject {
    let package = &view.plan.package;
    let needs = (!package.needs_total.is_zero()).then(|| Needs {
        name: NEEDS.to_owned(),
        amount: package.needs_total,
        prices: view.words.plain("chart-prices-end-2025"),
    });
    Subject::for_chart(name, view.plan, view.schedule, facts(view), needs)
}

fn facts(view: &View) -> Facts {
    let prices = match view.plan.package.price_basis.as_str() {
        "current USD" => view.words.plain("chart-prices-current"),
        other => other.to_owned(),
    };
    Facts {
        reading: view.plan.package.reading.to_string(),
        scenario: model::Scenario::BASE.to_owned(),
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
