//! Plans that go into files of their own: a scenario split off, a copy to be handed on.

use std::path::Path;

use document::{Disk, Document, Snapshot, Store, Version};
use model::{Name, Plan, Table};
use std::sync::Arc;

use crate::wire::Exported;
use crate::{Problem, ProblemKind, Words};

/// The most signs of a plan's name.
const LONGEST_NAME: usize = 200;

/// The plan that a scenario stands for, without the scenarios it stands among.
pub(crate) fn of_its_own(state: &Snapshot) -> Plan {
    let plan = Plan {
        scenarios: Table::default(),
        overrides: Table::default(),
        odds: Table::default(),
        ..state.plan().clone()
    };
    let Some(scenario) = state.scenario().id().and_then(|id| state.whole().scenarios.get(&id)) else { return plan };
    let joined = |own: &str, scenario: &str| -> String {
        let joined = if own.is_empty() { scenario.to_owned() } else { format!("{own}: {scenario}") };
        joined.chars().take(LONGEST_NAME).collect()
    };
    let (own, name) = (&plan.package.name, &scenario.name);
    let uk = if name.uk.is_empty() { &name.en } else { &name.uk };
    let name = Name { en: joined(&own.en, &name.en), uk: joined(&own.uk, uk) };
    let package = model::Package { name, ..(*plan.package).clone() };
    Plan { package: Arc::new(package), ..plan }
}

/// What was written.
///
/// # Errors
/// Where it is gone already.
pub(crate) fn written(disk: &dyn Disk, path: &Path) -> Result<Exported, Problem> {
    let facts = disk.facts(path).map_err(|error| crate::problem::of_disk(path, "read", &error))?;
    Ok(Exported { path: path.to_string_lossy().into_owned(), bytes: facts.len, notice: None })
}

/// Refuses to write a copy over the plan's own file.
///
/// # Errors
/// Where `path` is that file.
pub(crate) fn check_apart(store: &Store, document: &Document, path: &Path) -> Result<(), Problem> {
    match document.view().path {
        Some(own) if store.same_place(&own, path) => {
            Err(Problem::new(ProblemKind::File, "share-own-file").with("path", path.display()))
        }
        _ => Ok(()),
    }
}

/// Which versions did not go along; nothing where all did.
pub(crate) fn left_out(versions: &[Arc<Version>], words: Words) -> Option<String> {
    let quoted = |version: &Arc<Version>| words.say("named-quoted", &[("name-text", &version.name)]);
    let names: Vec<String> = versions.iter().map(quoted).collect();
    let args = [("number", &*names.len().to_string()), ("names-text", &names.join(", "))];
    (!names.is_empty()).then(|| words.say("version-left-out", &args))
}
