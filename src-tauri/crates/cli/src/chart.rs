//! Charts, of one place of a plan or of several beside each other.

use std::path::PathBuf;
use std::process::ExitCode;

use bridge::Problem;
use clap::Args;
use serde_json::{Value, json};

use crate::arguments::{Global, Source, Theme, named_file, text};
use crate::diff::Flow;
use crate::output::told;
use crate::run::{path_text, problem, read};

/// What is drawn, and where it goes.
#[derive(Debug, Args)]
pub struct ChartArguments {
    #[arg(value_name = "FILE")]
    pub file: Source,
    /// who_pays, when_it_flows, what_waits_for_reforms, when_could_accession_come, can_it_be_absorbed, how_it_could_end,
    /// what_differs or side_by_side.
    #[arg(value_name = "NAME")]
    pub name: Source,
    /// The file to write; its ending .svg, .png or .pdf says the format.
    #[arg(long)]
    pub out: PathBuf,
    /// Width in pixels; a PNG has two for each.
    #[arg(long, default_value_t = 960)]
    pub width: u32,
    /// Height in pixels.
    #[arg(long, default_value_t = 540)]
    pub height: u32,
    #[arg(long, value_enum, default_value = "light")]
    pub theme: Theme,
    #[command(flatten)]
    pub beside: Beside,
}

/// What what_differs and side_by_side set beside FILE; of a scenario, version or moment alone, what it follows: the base
/// plan as it is.
#[derive(Debug, Args)]
pub struct Beside {
    /// A scenario of FILE to set beside it; may stand several times.
    #[arg(long, value_name = "NAME", value_parser = text())]
    pub beside: Vec<String>,
    /// A frozen version of FILE to set beside it; may stand several times.
    #[arg(long, value_name = "NAME", value_parser = text())]
    pub beside_version: Vec<String>,
    /// Another plan file to set beside it; may stand several times.
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    pub beside_file: Vec<PathBuf>,
    /// What what_differs goes by: year, change or a dimension.
    #[arg(long, value_name = "year|change|DIM", default_value = "year")]
    pub by: String,
    /// What it measures.
    #[arg(long, value_enum, default_value = "paid")]
    pub measure: Flow,
}

impl Beside {
    /// The comparison to draw; nothing for a chart of one place.
    fn request(&self, global: &Global, name: &str) -> Result<Option<Value>, Problem> {
        if !["what_differs", "side_by_side"].contains(&name) {
            return Ok(None);
        }
        let here = json!({ "scenario": global.in_scenario(), "version": global.version, "moment": global.moment });
        let scenarios = self.beside.iter().map(|name| Ok(json!({ "scenario": name })));
        let versions = self.beside_version.iter().map(|name| Ok(json!({ "version": name })));
        let files = self.beside_file.iter().map(|path| Ok(json!({ "path": path_text(path)? })));
        let mut sides: Vec<Value> = scenarios.chain(versions).chain(files).collect::<Result<_, Problem>>()?;
        match (sides.is_empty(), global.is_elsewhere()) {
            (true, false) => return Err(problem(Problem::usage("nothing-beside").with("chart", name))),
            (true, true) => sides = vec![json!({}), here],
            (false, _) => sides.insert(0, here),
        }
        Ok(Some(json!({ "sides": sides, "by": self.by, "measure": self.measure.key() })))
    }
}

/// Writes a chart.
pub fn chart(global: &Global, asked: &ChartArguments) -> Result<ExitCode, Problem> {
    let ChartArguments { file, name, out, width, height, theme, beside } = asked;
    let Source::File(name) = name else { return Err(problem(Problem::usage("no-plan"))) };
    let name = name.to_string_lossy();
    let mut request = json!({
        "name": name, "path": path_text(out)?, "width": width, "height": height, "theme": theme.key(), "replace": true,
    });
    if let Some(compare) = beside.request(global, &name)? {
        request["compare"] = compare;
    }
    told(&read(global, file)?.call("export_chart", request)?, global.json, "path")
}
