//! What is asked of steps, absorption, explanations and profiles, and how it is printed.

use std::process::ExitCode;

use bridge::wire::{BacklogReply, BacklogRequest, Booster, BoosterRequest, Explanation, Steps};
use bridge::{Problem, ProblemKind, Session, plain_json};
use serde_json::{Value, json};

use crate::arguments::{Format, Global, Source, Told, Where};
use crate::output::{figures, print, print_json, table, told};
use crate::run::{change, options, problem, read};

/// Prints the chain from what is committed to what is paid.
pub fn explain(
    session: &Session,
    rows: &[String],
    places: &[Where],
    period: &str,
    format: Told,
) -> Result<ExitCode, Problem> {
    let place = |place: &Where| json!({ "dimension": place.dimension, "keys": place.keys });
    let filters: Vec<Value> = places.iter().map(place).collect();
    let request = json!({ "rows": rows, "filters": filters, "period": period });
    if format == Told::Json {
        print_json(&session.call("explain", request)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let request = serde_json::from_value(request).map_err(|error| {
        let told = Problem::usage("bad-request").with("command", "explain").with("field", "where");
        problem(told.with("reason", error))
    })?;
    print(&chain(&session.ask_for(Session::explain, request)?))?;
    Ok(ExitCode::SUCCESS)
}

/// The links with their amounts, below them what decides each, and the sources.
fn chain(told: &Explanation) -> String {
    let rows = told.links.iter().map(|link| {
        vec![link.label.clone(), link.change.0.to_string(), link.amount.0.to_string(), link.sentence.clone()]
    });
    let mut text = table(&["link", "change_usd", "amount_usd", "what"], rows);
    let about: Vec<_> = told.links.iter().flat_map(|link| &link.about).collect();
    if !about.is_empty() {
        text.push('\n');
    }
    for target in about {
        text.push_str(&format!("{}: {}\n", target.label, target.sentence));
    }
    if told.rows.len() > 1 {
        let rows = told
            .rows
            .iter()
            .map(|row| vec![row.code.clone(), row.planned.0.to_string(), row.paid.0.to_string(), row.label.clone()]);
        text.push('\n');
        text.push_str(&table(&["allocation", "planned_usd", "paid_usd", "what"], rows));
    }
    if !told.sources.is_empty() {
        text.push('\n');
    }
    for source in &told.sources {
        text.push_str(&format!("{}: {}, {}, {}\n", source.id, source.publisher, source.title, source.date));
    }
    text
}

/// Prints the four states of the booster.
pub fn booster(session: &Session, request: &BoosterRequest, format: Format) -> Result<ExitCode, Problem> {
    match format {
        Format::Csv => print(&session.ask_for(Session::booster_csv, request.clone())?.text)?,
        Format::Table | Format::Json => {
            let reply: Booster = session.ask_for(Session::booster, request.clone())?;
            if format == Format::Json {
                print_json(&serde_json::to_value(&reply).unwrap_or_default())?;
            } else {
                let rows = reply.periods.iter().map(|line| {
                    let states = [line.released, line.at_risk, line.not_yet_due, line.lost];
                    std::iter::once(line.period.clone()).chain(states.map(|amount| amount.0.to_string())).collect()
                });
                print(&figures(&["period", "released", "at_risk", "not_yet_due", "lost"], rows, 1))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the reform steps.
pub fn steps(session: &Session, format: Told) -> Result<ExitCode, Problem> {
    let reply: Steps = session.ask(Session::steps)?;
    if format == Told::Json {
        print_json(&serde_json::to_value(&reply.steps).unwrap_or_default())?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = reply.steps.into_iter().map(|step| {
        let expected = step.expected.unwrap_or_else(|| "never".to_owned());
        vec![
            step.code,
            step.id,
            step.cluster,
            step.due,
            step.state,
            expected,
            step.closes,
            step.value.0.to_string(),
            step.label,
        ]
    });
    let header = ["code", "id", "cluster", "due", "state", "expected", "closes", "value_usd", "what"];
    print(&table(&header, rows))?;
    Ok(ExitCode::SUCCESS)
}

/// Lets a step come later, or only tells what that would do.
pub fn slip(global: &Global, file: &Source, step: &str, quarters: u32, dry_run: bool) -> Result<ExitCode, Problem> {
    let request = json!({ "step": step, "quarters": quarters, "dry_run": dry_run });
    if let (Source::File(path), false) = (file, dry_run) {
        return told(&change(global, path, "slip", request)?, global.json, "sentence");
    }
    told(&read(global, file)?.call("slip", request)?, global.json, "sentence")
}

/// Prints what waits and what lapsed.
pub fn backlog(session: &Session, request: &BacklogRequest, format: Format) -> Result<ExitCode, Problem> {
    match format {
        Format::Csv => print(&session.ask_for(Session::backlog_csv, request.clone())?.text)?,
        Format::Table | Format::Json => {
            let reply: BacklogReply = session.ask_for(Session::backlog, request.clone())?;
            if format == Format::Json {
                print_json(&serde_json::to_value(&reply).unwrap_or_default())?;
            } else {
                let rows = reply.lines.into_iter().map(|line| {
                    vec![line.period, line.allocation_code, line.backlog.0.to_string(), line.lapsed.0.to_string()]
                });
                print(&figures(&["period", "allocation", "backlog", "lapsed"], rows, 2))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What is to be spread, and how.
pub struct Spread {
    pub key: String,
    pub parameters: String,
    pub total: String,
    pub periods: u32,
    pub format: Told,
}

/// Prints what a profile makes of an amount. It asks nothing of a plan.
pub fn profile(global: &Global, spread: &Spread) -> Result<ExitCode, Problem> {
    let Spread { key, parameters, total, periods, format } = spread;
    let session = Session::of_shipped(options(global)?)?;
    let parameters =
        plain_json(parameters).map_err(|error| problem(Problem::usage("parameters-not-json").with("reason", error)))?;
    // What is no amount is a mistake on the command line.
    let read = session.call("read_amount", json!({ "text": total }));
    let read = read.map_err(|problem| Problem { kind: ProblemKind::Usage, ..problem })?;
    let request = json!({ "profile": key, "parameters": parameters, "total": read["amount"], "periods": periods });
    let reply = session.call("profile", request)?;
    if *format == Told::Json {
        let mut shown = json!({ "cumulative": reply["cumulative"], "amounts": reply["amounts"] });
        if reply["vintages"].as_array().is_some_and(|lines| !lines.is_empty()) {
            shown["vintages"] = reply["vintages"].clone();
        }
        print_json(&shown)?;
        return Ok(ExitCode::SUCCESS);
    }
    let texts = |field: &str| -> Vec<String> {
        let list = reply[field].as_array().into_iter().flatten();
        list.filter_map(|item| item.as_str().map(str::to_owned)).collect()
    };
    let rows = texts("cumulative").into_iter().zip(texts("amounts")).zip(1_u32..);
    let rows = rows.map(|((share, amount), period)| vec![period.to_string(), share, amount]);
    print(&figures(&["period", "cumulative", "amount_usd"], rows, 0))?;
    Ok(ExitCode::SUCCESS)
}

/// What `slip` and `merge` ask of a plan that is only read.
pub fn only_tells(name: &str, request: &Value) -> bool {
    ["slip", "merge"].contains(&name) && request.get("dry_run") == Some(&Value::Bool(true))
}
