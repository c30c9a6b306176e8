//! What an older plan lacks of the steps, terms and events that ship, as changes that an analyst can make in one act.
//!
//! A plan that was made before there were steps has neither the chapters nor the newer sources, and no edit adds either. The
//! changes therefore name only what the plan has: a step without its chapter, a text without the missing sources. What the
//! sources say stands in the notes.

use std::collections::BTreeSet;

use model::{Change, Code, Key, Plan, ReleaseTerms, Step};

use super::shipped_plan;
use crate::finding::Findings;

/// No shipped step or event has a number above it.
const LAST_SHIPPED_CODE: u32 = 99;

/// The shipped steps and terms of release that `plan` lacks: terms for each of its clusters that has none, then each shipped
/// step of one of its clusters whose id it does not hold. Empty where nothing is missing.
///
/// A step whose code the plan uses for another gets the next free one.
///
/// # Errors
/// Everything found wrong in the shipped data ([`shipped_plan`]).
pub fn shipped_conditions(plan: &Plan) -> Result<Vec<Change>, Findings> {
    let shipped = shipped_plan()?;
    let mut changes = Vec::new();
    for cluster in plan.clusters.iter().filter(|cluster| cluster.terms.is_empty()) {
        let terms = shipped.clusters.get(&cluster.key).into_iter().flat_map(|found| &found.terms);
        changes.extend(terms.map(|terms| {
            let terms = ReleaseTerms { sources: known_sources(plan, &terms.sources), ..terms.clone() };
            Change::SetTerms { cluster: cluster.key.clone(), from: terms.from, terms: Some(Box::new(terms)) }
        }));
    }
    let mut taken: BTreeSet<Code> = plan.steps.iter().map(|step| step.code.clone()).collect();
    for step in shipped.steps_in_order() {
        if plan.steps.get(&step.id).is_none() && plan.clusters.get(&step.cluster).is_some() {
            let step = Step {
                code: free_code(&step.code, 'S', &mut taken),
                chapter: step.chapter.filter(|number| has_chapter(plan, *number)),
                sources: known_sources(plan, &step.sources),
                ..step.as_ref().clone()
            };
            changes.push(Change::SetStep { step: Box::new(step) });
        }
    }
    Ok(changes)
}

/// The shipped events that `plan` lacks, by their ids, in the order of their days. Empty where nothing is missing.
///
/// An event whose code the plan uses for another gets the next free one.
///
/// # Errors
/// Everything found wrong in the shipped data ([`shipped_plan`]).
pub fn shipped_events(plan: &Plan) -> Result<Vec<Change>, Findings> {
    let shipped = shipped_plan()?;
    let mut taken: BTreeSet<Code> = plan.events.iter().map(|event| event.code.clone()).collect();
    let missing = shipped.calendar().into_iter().filter(|(_, event)| plan.events.get(&event.id).is_none());
    let changes = missing.map(|(_, event)| {
        let mut event = event.as_ref().clone();
        event.code = free_code(&event.code, 'E', &mut taken);
        event.sources = known_sources(plan, &event.sources);
        Change::SetEvent { event: Box::new(event) }
    });
    Ok(changes.collect())
}

fn has_chapter(plan: &Plan, number: u32) -> bool {
    i32::try_from(number).is_ok_and(|number| plan.chapters.get(&number).is_some())
}

/// Those of `sources` that the plan has.
pub(super) fn known_sources(plan: &Plan, sources: &[Key]) -> Vec<Key> {
    sources.iter().filter(|key| plan.sources.get(key).is_some()).cloned().collect()
}

/// `wanted`, or, where it is taken, the first code of its letter with a number above every one that is taken. It is taken
/// from then on.
fn free_code(wanted: &Code, letter: char, taken: &mut BTreeSet<Code>) -> Code {
    let number = |code: &Code| code.as_str().strip_prefix(letter).and_then(|digits| digits.parse::<u32>().ok());
    let code = if taken.contains(wanted) {
        // The shipped codes stay free for the shipped rows that follow.
        let highest = taken.iter().filter_map(number).max().unwrap_or(0).max(LAST_SHIPPED_CODE);
        let next = highest.saturating_add(1);
        format!("{letter}{next:02}").parse().unwrap_or_else(|_| wanted.clone())
    } else {
        wanted.clone()
    };
    taken.insert(code.clone());
    code
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::{Edit, Event, Table, apply_all};

    /// The shipped plan as it was before there were steps: without chapters, steps, terms, events, scenarios and their
    /// sources.
    pub(in crate::shipped) fn older() -> Plan {
        let mut plan = shipped_plan().unwrap();
        plan.scenarios = Table::default();
        plan.overrides = Table::default();
        plan.chapters = Table::default();
        plan.steps = Table::default();
        plan.events = Table::default();
        plan.clusters = Table::from_rows(
            plan.clusters.iter().map(|row| model::Cluster { terms: Vec::new(), ..row.as_ref().clone() }),
        );
        let is_new = |key: &str| key != "CALC" && key.starts_with(['C', 'P']);
        let old = plan.sources.iter().filter(|row| !is_new(row.key.as_str())).map(|row| row.as_ref().clone());
        plan.sources = Table::from_rows(old.collect::<Vec<_>>());
        plan
    }

    pub(in crate::shipped) fn after(plan: &Plan, changes: Vec<Change>) -> Plan {
        apply_all(plan, &changes.into_iter().map(Edit::base).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn an_older_plan_gets_them_in_one_act() {
        let before = older();
        assert_eq!(before.flaws(), []);
        let conditions = shipped_conditions(&before).unwrap();
        assert_eq!(conditions.len(), 6 + 33);
        let with_steps = after(&before, conditions);
        let events = shipped_events(&before).unwrap();
        assert_eq!(events.len(), shipped_plan().unwrap().events.len());
        let plan = after(&with_steps, events);
        assert_eq!(plan.flaws(), []);
        assert!(plan.steps.iter().all(|step| step.chapter.is_none() && step.weight == model::Share::ONE));
        assert!(plan.clusters.iter().all(|cluster| cluster.terms.len() == 1));
        // Nothing is missing any more.
        assert_eq!(shipped_conditions(&plan).unwrap(), []);
        assert_eq!(shipped_events(&plan).unwrap(), []);
    }

    #[test]
    fn the_shipped_plan_lacks_nothing_and_gets_back_what_was_taken_out() {
        let shipped = shipped_plan().unwrap();
        assert_eq!(shipped_conditions(&shipped).unwrap(), []);
        assert_eq!(shipped_events(&shipped).unwrap(), []);
        let mut poorer = shipped.clone();
        let step = shipped.step_named("S23").unwrap();
        poorer.steps.remove(&step.id);
        assert_eq!(shipped_conditions(&poorer).unwrap(), [Change::SetStep { step: Box::new(step.as_ref().clone()) }]);
        assert_eq!(after(&poorer, shipped_conditions(&poorer).unwrap()), shipped);
    }

    #[test]
    fn what_the_analyst_has_stays_his() {
        let mut plan = older();
        let mut own = shipped_plan().unwrap().step_named("S01").unwrap().as_ref().clone();
        own.id = model::Id::from_bits(1);
        own.chapter = None;
        own.sources = Vec::new();
        plan.steps.put(own.clone().into());
        let first = shipped_plan().unwrap().calendar()[0].1.as_ref().clone();
        let mine = Event { id: model::Id::from_bits(1), sources: Vec::new(), ..first };
        plan.events.put(mine.into());
        let changes = shipped_conditions(&plan).unwrap().into_iter().chain(shipped_events(&plan).unwrap());
        let plan = after(&plan, changes.collect());
        assert_eq!(plan.flaws(), []);
        assert_eq!(plan.steps.len(), 34);
        assert_eq!(*plan.step_named("S01").unwrap().as_ref(), own);
        assert_eq!(plan.step_named("S100").unwrap().id, super::super::shipped_step_id(1));
        assert!(plan.events.iter().any(|event| event.code.as_str() == "E100"));
    }

    #[test]
    fn a_cluster_that_the_plan_does_not_have_brings_no_steps() {
        let mut plan = older();
        let rows = plan.clusters.iter().filter(|row| row.number != 1).map(|row| row.as_ref().clone());
        plan.clusters = Table::from_rows(rows.collect::<Vec<_>>());
        assert_eq!(shipped_conditions(&plan).unwrap().len(), 5 + 28);
    }
}
