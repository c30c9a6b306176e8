//! Frozen versions: what is told of them, and scenarios that stand for them.

use std::sync::{Arc, Mutex, PoisonError};

use document::{At, Document, DocumentError, ReadOnly, Snapshot, Version, When};
use model::{Change, Diff, Edit, Grade, Name, Override, Plan, Scenario, ScenarioId, TableName, Total};

use crate::handlers::scenario_edits;
use crate::wire::{BranchRequest, Place, VersionLine};
use crate::{Ids, Problem, Words, place};

/// The most signs of a version's note.
pub(crate) const LONGEST_NOTE: usize = 4000;

/// The most versions that are opened for one list; the others are when they are looked at.
const OPENED_AT_ONCE: usize = 64;

/// What was found in versions when they were opened. They never change, so nobody has to open them twice.
#[derive(Debug, Default)]
pub(crate) struct Opened(Mutex<Vec<Looked>>);

/// One version that was opened.
#[derive(Clone, Debug)]
struct Looked {
    version: Arc<Version>,
    sound: bool,
    allocated: Option<Total>,
}

impl Looked {
    fn into(version: &Arc<Version>) -> Self {
        let opened = version.open().ok();
        let sound = opened.as_ref().is_some_and(|frozen| frozen.sound) && !version.is_doubted();
        let allocated = opened.map(|frozen| allocated(&frozen.plan));
        Self { version: Arc::clone(version), sound, allocated }
    }
}

impl Opened {
    /// The versions of a document, the latest first.
    pub(crate) fn lines(&self, document: &Document) -> Vec<VersionLine> {
        let versions = document.versions();
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Those of a plan that was open before are of no use any more.
        opened.retain(|known| versions.iter().any(|version| Arc::ptr_eq(version, &known.version)));
        let mut lines = Vec::with_capacity(versions.len());
        for (at, version) in versions.iter().rev().enumerate() {
            let known = opened.iter().find(|known| Arc::ptr_eq(version, &known.version)).cloned();
            let looked = known.or_else(|| {
                let looked = (at < OPENED_AT_ONCE).then(|| Looked::into(version))?;
                opened.push(looked.clone());
                Some(looked)
            });
            lines.push(line(version, looked.as_ref()));
        }
        lines
    }
}

fn line(version: &Version, looked: Option<&Looked>) -> VersionLine {
    let fingerprint: String = version.state_sha256.to_string().chars().take(8).collect();
    VersionLine {
        id: version.id.to_string(),
        name: version.name.clone(),
        note: version.note.clone(),
        author: version.author.clone(),
        time: version.time.clone(),
        seq: version.seq,
        fingerprint,
        // What is doubted without being opened need not be opened.
        sound: looked.map(|looked| looked.sound).or_else(|| version.is_doubted().then_some(false)),
        allocated: looked.and_then(|looked| looked.allocated).map(Into::into),
    }
}

pub(crate) fn allocated(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| Total::from(row.amount)).sum()
}

/// The earlier state that a request names.
///
/// # Errors
/// Where it names none or two, or there is no such version.
pub(crate) fn earlier(document: &Document, version: Option<String>, moment: Option<u64>) -> Result<When, Problem> {
    match place::when(document, &Place { scenario: None, version, moment })? {
        When::Now => Err(Problem::usage("no-earlier-state")),
        when => Ok(when),
    }
}

/// What a document says, with the name of the version that it is about.
pub(crate) fn unsound(document: &Document, error: DocumentError) -> Problem {
    match error {
        DocumentError::Unsound(id) => {
            let name = document.version(id).map_or_else(|| id.to_string(), |version| version.name.clone());
            Problem::refused("version-unsound").with("name", name)
        }
        error => error.into(),
    }
}

/// A problem with the name of the version for which the plan cannot be changed, where that is what it is about.
pub(crate) fn named(document: &Document, problem: Problem) -> Problem {
    match document.view().read_only {
        Some(ReadOnly::Version(id)) if problem.code == "read-only-version" => {
            let name = document.version(id).map_or_else(|| id.to_string(), |version| version.name.clone());
            problem.with("version", name)
        }
        _ => problem,
    }
}

/// Refuses a state that is not what its hash says.
///
/// # Errors
/// With the name of the version.
pub(crate) fn check_sound(document: &Document, place: &Place, state: &Snapshot) -> Result<(), Problem> {
    if state.sound() {
        return Ok(());
    }
    match place::when(document, place)? {
        When::Version(id) => Err(unsound(document, DocumentError::Unsound(id))),
        When::Now | When::Moment(_) => Err(Problem::refused("version-unsound").with("name", "")),
    }
}

/// A refusal of one of the edits that make one act: which of them it was says nothing to anybody.
pub(crate) fn of_one_act(error: DocumentError) -> Problem {
    match error {
        DocumentError::Refused { at: _, refusal } => refusal.into(),
        error => error.into(),
    }
}

/// The edits that make a scenario which stands for an earlier state.
///
/// # Errors
/// Where there is no such state or parent, or the version is not what its hash says.
pub(crate) fn branch(
    document: &Document,
    request: BranchRequest,
    words: Words,
    ids: &Ids,
) -> Result<Vec<Edit>, Problem> {
    let BranchRequest { name, parent, version, moment } = request;
    let when = earlier(document, version, moment)?;
    let then = document.snapshot_at(At::then(when))?;
    let from = match when {
        When::Version(id) => {
            let version = document.version(id).ok_or(DocumentError::NoSuchVersion(id))?;
            if !then.sound() {
                return Err(unsound(document, DocumentError::Unsound(id)));
            }
            words.say("branch-from-version", &[("name-text", &version.name)])
        }
        When::Now | When::Moment(_) => {
            words.say("branch-from-moment", &[("number-text", &then.revision().to_string())])
        }
    };
    let now = document.snapshot();
    let parent = match parent {
        Some(name) => now.whole().scenario_named(&name)?,
        None => ScenarioId::Base,
    };
    let above = document.snapshot_at(At::of(parent))?;
    let id = ids.next(now.revision());
    let overrides = model::overlay_between(above.plan(), then.plan(), id);
    let left = left_out(above.plan(), then.plan());
    let note = if left == 0 { String::new() } else { words.say("branch-left-out", &[("number", &left.to_string())]) };
    let beside = now.whole().scenarios.iter().filter(|row| row.parent == parent).map(|row| row.place);
    let scenario = Scenario {
        id,
        name: scenario_edits::fit_name(Name::same(name))?,
        parent,
        place: beside.max().map_or(0, |last| last.saturating_add(1)),
        outcome: None,
        trigger: Name::same(String::new()),
        grade: Grade::Assumption,
        sources: Vec::new(),
        note,
    };
    let add = Edit::base(Change::AddScenario { scenario: Box::new(scenario) });
    let known = |row: &Override| {
        let sources = row.sources.iter().filter(|key| now.whole().sources.get(key).is_some()).cloned().collect();
        Override { reason: from.clone(), sources, ..row.clone() }
    };
    let set = overrides.iter().map(|row| Edit::base(Change::SetOverride { is: Box::new(known(row)) }));
    Ok(std::iter::once(add).chain(set).collect())
}

/// How many rows of the earlier state differ in tables over which scenarios do not lie.
fn left_out(above: &Plan, then: &Plan) -> usize {
    use TableName::{
        Allocations, Caps, Clusters, Events, Limits, Odds, Overrides, Package, Programmes, Scenarios, Steps,
    };
    const HELD: [TableName; 11] =
        [Package, Programmes, Clusters, Steps, Allocations, Limits, Events, Caps, Scenarios, Overrides, Odds];
    let differences = model::differences(&Diff::between(above, then));
    differences.iter().filter(|row| !HELD.contains(&row.table)).count()
}
