//! Scenarios: sets of overrides on the plan or on each other.

use std::path::PathBuf;
use std::process::ExitCode;

use bridge::{Problem, Session};
use clap::Subcommand;
use serde_json::{Value, json};

use crate::arguments::{Global, Source, named_file, text};
use crate::output::{cell, figures, print, print_json, table, told};
use crate::run::{path_text, plan_of, read, write_and_save};

/// What is done with scenarios. NAME is a scenario's name or id, or base; FIELD is written as A017.amount, S05.due, E03.state,
/// package.reading, or as the code of a row alone.
#[derive(Debug, Subcommand)]
pub enum ScenarioAction {
    /// Lists the scenarios as a tree, the base plan first.
    List,
    /// Adds a scenario that overrides nothing yet.
    Add {
        #[arg(value_parser = text())]
        name: String,
        /// What it follows where it overrides nothing.
        #[arg(long, value_name = "NAME", value_parser = text())]
        parent: Option<String>,
        /// A remark.
        #[arg(long, value_name = "TEXT", value_parser = text())]
        note: Option<String>,
    },
    /// Copies a scenario with all its overrides.
    Duplicate {
        #[arg(value_parser = text())]
        name: String,
        /// The name of the copy.
        #[arg(value_parser = text())]
        new: String,
    },
    /// Takes a scenario out; refused while others follow it.
    Remove {
        #[arg(value_parser = text())]
        name: String,
    },
    /// Gives a scenario another name.
    Rename {
        #[arg(value_parser = text())]
        name: String,
        #[arg(value_parser = text())]
        new: String,
    },
    /// Lets a scenario follow another one, or stand at another place among those that follow the same.
    Move {
        #[arg(value_parser = text())]
        name: String,
        #[arg(long, value_name = "NAME", value_parser = text(), required_unless_present = "place")]
        parent: Option<String>,
        /// Its place, from 0.
        #[arg(long, value_name = "NUMBER")]
        place: Option<u32>,
    },
    /// Lists what a scenario says differently from its parent, with the reasons.
    Overrides {
        #[arg(value_parser = text())]
        name: String,
    },
    /// Lets a field hold another value than in the scenario's parent.
    Override {
        #[arg(value_parser = text())]
        name: String,
        #[arg(value_parser = text())]
        field: String,
        /// The value as files write it: 45000000000.00, 2028-Q1, grant.
        #[arg(value_parser = text(), allow_hyphen_values = true)]
        value: String,
        /// Why.
        #[arg(long, value_name = "TEXT", value_parser = text())]
        reason: String,
        /// A source of the plan, by key; may stand several times.
        #[arg(long, value_name = "KEY", value_parser = text())]
        source: Vec<String>,
    },
    /// Takes a row out of a scenario; its parent keeps it.
    Drop {
        #[arg(value_parser = text())]
        name: String,
        /// The row, by code or id.
        #[arg(value_parser = text())]
        row: String,
        /// Why.
        #[arg(long, value_name = "TEXT", value_parser = text())]
        reason: String,
        /// A source of the plan, by key; may stand several times.
        #[arg(long, value_name = "KEY", value_parser = text())]
        source: Vec<String>,
    },
    /// Lets one field follow the parent again, or, without FIELD, all of them.
    Reset {
        #[arg(value_parser = text())]
        name: String,
        #[arg(value_parser = text())]
        field: Option<String>,
    },
    /// Makes the base plan what the scenario is; the scenario then overrides nothing.
    Promote {
        #[arg(value_parser = text())]
        name: String,
    },
    /// Writes what the scenario is as a plan file of its own.
    Split {
        #[arg(value_parser = text())]
        name: String,
        #[arg(value_parser = named_file())]
        output: PathBuf,
    },
}

impl ScenarioAction {
    /// Whether it changes the plan.
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::List | Self::Overrides { .. } | Self::Split { .. })
    }

    /// The edit that it is; nothing where it changes nothing.
    fn edit(self) -> Option<Value> {
        Some(match self {
            Self::List | Self::Overrides { .. } | Self::Split { .. } => return None,
            Self::Add { name, parent, note } => {
                with(json!({ "edit": "add_scenario", "name": name }), [("parent", parent), ("note", note)])
            }
            Self::Duplicate { name, new } => json!({ "edit": "duplicate_scenario", "of": name, "name": new }),
            Self::Remove { name } => json!({ "edit": "remove_scenario", "scenario": name }),
            Self::Rename { name, new } => json!({ "edit": "set_scenario", "scenario": name, "name": new }),
            Self::Move { name, parent, place } => {
                let edit = json!({ "edit": "set_scenario", "scenario": name });
                with(with(edit, [("parent", parent)]), [("place", place)])
            }
            Self::Override { name, field, value, reason, source } => json!({
                "edit": "set_override", "scenario": name, "field": field, "value": value, "reason": reason, "sources": source,
            }),
            Self::Drop { name, row, reason, source } => json!({
                "edit": "set_override", "scenario": name, "field": row, "value": null, "reason": reason, "sources": source,
            }),
            Self::Reset { name, field: None } => json!({ "edit": "reset_scenario", "scenario": name }),
            Self::Reset { name, field: Some(field) } => {
                json!({ "edit": "reset_override", "scenario": name, "field": field })
            }
            Self::Promote { name } => json!({ "edit": "promote_scenario", "scenario": name }),
        })
    }
}

/// The edit with those of the fields that are there.
fn with<T: Into<Value>, const N: usize>(mut edit: Value, fields: [(&str, Option<T>); N]) -> Value {
    for (name, value) in fields {
        if let Some(value) = value {
            edit[name] = value.into();
        }
    }
    edit
}

/// Lists or changes scenarios.
pub fn scenario(global: &Global, file: &Source, action: ScenarioAction) -> Result<ExitCode, Problem> {
    match action {
        ScenarioAction::List => list(&read(global, file)?, global.json),
        ScenarioAction::Overrides { name } => overrides(&read(global, file)?, &name, global.json),
        ScenarioAction::Split { name, output } => {
            let request = json!({ "path": path_text(&output)?, "scenario": name });
            told(&read(global, file)?.call("split_off", request)?, global.json, "path")
        }
        action => {
            // What is changed is told by name; where one looks is another matter.
            let reply = write_and_save(global, plan_of(file)?, "edit", json!({ "edits": [action.edit()] }))?;
            told(&reply, global.json, "label")
        }
    }
}

fn list(session: &Session, json: bool) -> Result<ExitCode, Problem> {
    let reply = session.call("scenarios", json!({ "figures": true }))?;
    if json {
        print_json(&reply)?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = reply.as_array().into_iter().flatten().map(|line| {
        let depth = line["depth"].as_u64().and_then(|depth| usize::try_from(depth).ok()).unwrap_or(0);
        let name = format!("{}{}", "\u{b7} ".repeat(depth), cell(&line["label"]));
        let rest = ["id", "outcome_label", "reading", "overrides", "own_rows", "removed_rows", "allocated", "paid"];
        std::iter::once(name).chain(rest.map(|field| cell(&line[field]))).collect()
    });
    let header = ["scenario", "id", "outcome", "reading", "overrides", "added", "removed", "allocated_usd", "paid_usd"];
    print(&figures(&header, rows, 4))?;
    Ok(ExitCode::SUCCESS)
}

fn overrides(session: &Session, name: &str, json: bool) -> Result<ExitCode, Problem> {
    let reply = session.call("overrides", json!({ "scenario": name }))?;
    if json {
        print_json(&reply)?;
        return Ok(ExitCode::SUCCESS);
    }
    let rows = reply.as_array().into_iter().flatten().map(|line| {
        let sources = line["sources"].as_array().into_iter().flatten().map(|source| cell(&source["id"]));
        let sources = sources.collect::<Vec<_>>().join(", ");
        let shown = ["at", "what", "value_label", "parent_label", "reason"].map(|field| cell(&line[field]));
        shown.into_iter().chain([sources, cell(&line["why_not"])]).collect()
    });
    print(&table(&["field", "what", "value", "parent", "reason", "sources", "not_applied_because"], rows))?;
    Ok(ExitCode::SUCCESS)
}
