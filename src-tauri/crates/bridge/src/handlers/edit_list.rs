//! A list of edits as it crosses the door: each is read on what the earlier ones have led to.

use std::collections::{BTreeMap, HashMap};

use document::{DocumentError, Snapshot};
use model::{Edit, Id, Plan, Refusal, ScenarioId, apply_all};

use crate::handlers::about::About;
use crate::handlers::edit::Reader;
use crate::handlers::edit_rows::ReadSoFar;
use crate::handlers::limits;
use crate::handlers::scenario_edits::{self, Hand};
use crate::wire::{Act, AnyAct, Edit as WireEdit, ScenarioAct};
use crate::{Problem, Words};

/// A list of edits, read: what is to be done, and what was asked for.
pub(crate) struct ReadEdits {
    /// What is to be done.
    pub edits: Vec<Edit>,
    /// At which place of the list each of them was asked for.
    places: Vec<usize>,
    /// What each of the list is about, and in which scenario.
    about: Vec<(ScenarioId, Option<About>)>,
    /// The plan that the list has led to in each scenario, and the codes of the rows it adds.
    known: BTreeMap<ScenarioId, Known>,
    /// How the acts on several rows were read.
    pub read: ReadSoFar,
}

/// A plan, and allocations that are new in it by their codes.
type Known = (Plan, HashMap<String, Id>);

impl ReadEdits {
    /// What a document says of the edits of `state`, with the place in the list and what it is about.
    pub(crate) fn refused(mut self, error: DocumentError, state: &Snapshot, words: Words) -> Problem {
        let DocumentError::Refused { at, refusal } = error else { return error.into() };
        let place = self.places.get(at).copied().unwrap_or(0);
        // A limit is missed by all edits together.
        if matches!(refusal, Refusal::LimitMissed { .. }) {
            return self.limit_missed(at, refusal.into(), state, words);
        }
        let about = self.about.get_mut(place);
        let problem = match about.and_then(|(scenario, about)| about.take().map(|about| (*scenario, about))) {
            Some((scenario, about)) => told(refusal.into(), about, self.known.get(&scenario)),
            None => refusal.into(),
        };
        problem.at_edit(place, self.about.len())
    }

    /// Which limit the edits miss, as the scenario has it in which they are made.
    fn limit_missed(&self, at: usize, problem: Problem, state: &Snapshot, words: Words) -> Problem {
        let scenario = self.edits.get(at).map_or(state.scenario(), |edit| edit.scenario);
        let Ok(before) = state.whole().resolve(scenario) else { return problem };
        let edits: Vec<&Edit> = self.edits.iter().filter(|edit| edit.scenario == scenario).collect();
        limits::refused(problem, &before.plan, &edits, words)
    }
}

fn told(problem: Problem, about: About, known: Option<&Known>) -> Problem {
    match known {
        Some((plan, codes)) => about.told(plan, codes).put(problem),
        None => about.put(problem),
    }
}

/// Reads a list of edits. A later edit may name what an earlier one adds. Where an edit names no scenario it is made in
/// that of `state`.
///
/// # Errors
/// The first edit that is not one, with its place in the list and what it is about.
pub(crate) fn read(state: &Snapshot, edits: Vec<WireEdit>, hand: &Hand) -> Result<ReadEdits, Problem> {
    if edits.is_empty() {
        return Err(Problem::refused("no-edits"));
    }
    let count = edits.len();
    let follow = edits.iter().any(|edit| matches!(&edit.act, AnyAct::Plan(act) if act.follows()));
    let mut list = List {
        state,
        hand,
        follow,
        whole: None,
        pending: Vec::new(),
        readers: BTreeMap::new(),
        read: ReadSoFar::default(),
    };
    let mut read = ReadEdits {
        edits: Vec::new(),
        places: Vec::new(),
        about: Vec::new(),
        known: BTreeMap::new(),
        read: ReadSoFar::default(),
    };
    for (at, WireEdit { scenario, act }) in edits.into_iter().enumerate() {
        let scenario = list.scenario(scenario.as_deref(), &act).map_err(|problem| problem.at_edit(at, count))?;
        let about = match &act {
            AnyAct::Plan(act) => About::of(act),
            AnyAct::Scenarios(act) => About::of_scenario(act),
        };
        let done = match act {
            AnyAct::Plan(act) => list.on_plan(scenario, act),
            AnyAct::Scenarios(act) => list.on_scenarios(scenario, act),
        };
        match done {
            Ok(done) => {
                read.places.extend(std::iter::repeat_n(at, done.len()));
                read.edits.extend(done);
                read.about.push((scenario, about));
            }
            Err(problem) => {
                let known = list.known();
                let problem = match about {
                    Some(about) => told(problem, about, known.get(&scenario)),
                    None => problem,
                };
                return Err(problem.at_edit(at, count));
            }
        }
    }
    Ok(ReadEdits { known: list.known(), read: list.read, ..read })
}

/// A list that is being read.
struct List<'a> {
    state: &'a Snapshot,
    hand: &'a Hand<'a>,
    /// Whether acts of it rest on what earlier ones lead to.
    follow: bool,
    /// The plan with its scenarios as the edits before the pending ones left it; that of the state where there were none.
    whole: Option<Plan>,
    /// Edits of rows that have been read since.
    pending: Vec<Edit>,
    /// What reads edits of rows, by scenario.
    readers: BTreeMap<ScenarioId, Reader<'a>>,
    /// How the acts on several rows were read.
    read: ReadSoFar,
}

impl<'a> List<'a> {
    fn whole(&self) -> &Plan {
        self.whole.as_ref().unwrap_or_else(|| self.state.whole())
    }

    /// The scenario that an edit is made in.
    fn scenario(&self, named: Option<&str>, act: &AnyAct) -> Result<ScenarioId, Problem> {
        match (named, act) {
            (Some(name), _) => Ok(self.whole().scenario_named(name)?),
            (None, AnyAct::Plan(Act::RenamePlan { .. }) | AnyAct::Scenarios(_)) => Ok(ScenarioId::Base),
            (None, AnyAct::Plan(_)) => Ok(self.state.scenario()),
        }
    }

    fn on_plan(&mut self, scenario: ScenarioId, act: Act) -> Result<Vec<Edit>, Problem> {
        if !self.readers.contains_key(&scenario) {
            let plan = match &self.whole {
                None if scenario == self.state.scenario() => self.state.plan().clone(),
                _ => self.whole().resolve(scenario)?.plan,
            };
            self.readers.insert(scenario, Reader::new(plan, self.hand, self.follow));
        }
        let Some(reader) = self.readers.get_mut(&scenario) else { return Ok(Vec::new()) };
        let read = reader.changes(act)?;
        self.read.held.append(&mut reader.read.held);
        self.read.notes.append(&mut reader.read.notes);
        let edits: Vec<Edit> = read.into_iter().map(|change| Edit { scenario, change }).collect();
        self.pending.extend(edits.iter().cloned());
        Ok(edits)
    }

    fn on_scenarios(&mut self, scenario: ScenarioId, act: ScenarioAct) -> Result<Vec<Edit>, Problem> {
        let pending = std::mem::take(&mut self.pending);
        let mut whole = match self.whole.take() {
            Some(whole) => whole,
            None => self.state.whole().clone(),
        };
        if !pending.is_empty() {
            whole = apply_all(&whole, &pending).map_err(|(_, refusal)| refusal)?;
        }
        let changes = scenario_edits::changes(&whole, act, self.hand)?;
        let edits: Vec<Edit> = changes.into_iter().map(|change| Edit { scenario, change }).collect();
        self.whole = Some(apply_all(&whole, &edits).map_err(|(_, refusal)| refusal)?);
        self.readers.clear();
        Ok(edits)
    }

    /// What the list has led to in each scenario that was edited, and in the base plan.
    fn known(&mut self) -> BTreeMap<ScenarioId, Known> {
        let whole = self.whole().clone();
        let mut known = BTreeMap::from([(ScenarioId::Base, (whole, HashMap::new()))]);
        known
            .extend(std::mem::take(&mut self.readers).into_iter().map(|(scenario, reader)| (scenario, reader.known())));
        known
    }
}
