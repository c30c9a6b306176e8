//! How the talks could end, and the probabilities that people enter for it.

use std::process::ExitCode;

use bridge::{Problem, Session};
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::arguments::{Global, Source, text};
use crate::output::{cell, figures, print, print_json, table, told};
use crate::run::{plan_of, read, write_and_save};

/// A question whose answer parts the outcomes; each is asked given that those before it were answered with yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Asked {
    /// A deal is signed.
    Signed,
    /// The referendum accepts it, given that it is signed.
    Accepted,
    /// It holds for five years, given both.
    Holds,
    /// Where it does not hold, it breaks down early.
    Early,
}

impl Asked {
    const fn key(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Accepted => "accepted",
            Self::Holds => "holds",
            Self::Early => "early",
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum OddsAction {
    /// Lists the questions and the outcomes; weighted figures only once every probability is entered.
    List,
    /// Enters the probability of yes, with your name and today's date.
    Set {
        #[arg(value_enum)]
        question: Asked,
        /// From 0 to 1, such as 0.35.
        #[arg(value_name = "PROBABILITY", value_parser = text(), allow_hyphen_values = true)]
        share: String,
        /// On what grounds.
        #[arg(long, value_name = "TEXT", value_parser = text())]
        note: Option<String>,
    },
    /// Takes a probability out again.
    Clear {
        #[arg(value_enum)]
        question: Asked,
    },
}

impl OddsAction {
    /// Whether it changes the plan.
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::List)
    }
}

/// Lists or changes probabilities.
pub fn odds(global: &Global, file: &Source, action: OddsAction) -> Result<ExitCode, Problem> {
    let edit = match action {
        OddsAction::List => return list(&read(global, file)?, global.json),
        OddsAction::Set { question, share, note } => json!({
            "edit": "set_odds", "question": question.key(), "share": share, "note": note.unwrap_or_default(),
        }),
        OddsAction::Clear { question } => json!({ "edit": "set_odds", "question": question.key(), "share": null }),
    };
    told(&write_and_save(global, plan_of(file)?, "edit", json!({ "edits": [edit] }))?, global.json, "label")
}

fn list(session: &Session, json: bool) -> Result<ExitCode, Problem> {
    let reply = session.call("outcomes", Value::Null)?;
    if json {
        print_json(&reply)?;
        return Ok(ExitCode::SUCCESS);
    }
    let lines = |field: &str| reply[field].as_array().cloned().unwrap_or_default();
    let asked = lines("questions");
    let rows = asked.iter().map(|line| {
        ["key", "share", "author", "day", "note", "sentence"].map(|field| cell(&line[field])).into_iter().collect()
    });
    let mut text = table(&["question", "probability", "author", "day", "note", "what"], rows);
    text.push('\n');
    let leaves = lines("leaves");
    let rows = leaves.iter().map(|line| {
        let shown = ["outcome", "scenario_label", "share", "total", "after", "shortfall"];
        shown.map(|field| cell(&line[field])).into_iter().collect()
    });
    text.push_str(&figures(&["outcome", "scenario", "probability", "paid_usd", "after_usd", "shortfall_usd"], rows, 2));
    if let Value::Object(weighted) = &reply["weighted"] {
        let rows = ["total", "after", "deviation", "shortfall", "worst_tenth"]
            .map(|field| vec![field.to_owned(), cell(weighted.get(field).unwrap_or(&Value::Null))]);
        text.push('\n');
        text.push_str(&figures(&["weighted", "amount_usd"], rows.into_iter(), 1));
    }
    let rule = std::iter::once(reply["split_rule"].clone()).filter(|rule| !cell(rule).is_empty());
    for sentence in lines("missing").iter().cloned().chain(rule) {
        text.push_str(&format!("\n{}\n", cell(&sentence)));
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
