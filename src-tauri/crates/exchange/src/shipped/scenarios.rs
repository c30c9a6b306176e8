//! What a plan lacks of the scenarios that ship, as changes that an analyst can make in one act.
//!
//! An older plan may lack rows and sources that the overrides name. The events come with the scenarios; an override of
//! anything else that is not there is left out, and a scenario of which nothing is left does not come.

use std::collections::BTreeSet;

use model::{Change, Cluster, Fields, Id, Key, Name, Override, Plan, ReleaseTerms, Scenario, TableName, What};

use super::additions::{known_sources, shipped_events};
use super::shipped_plan;
use crate::finding::Findings;

/// The shipped scenarios that `plan` lacks, by their ids: first the events that they need and the plan has not, then each
/// scenario after its parent, followed by its overrides. Empty where no scenario is missing.
///
/// A scenario whose name the plan uses for another gets a number; one whose outcome another pictures comes without it. A
/// scenario that the plan has already stays as it is, whatever the analyst made of it.
///
/// # Errors
/// Everything found wrong in the shipped data ([`shipped_plan`]).
pub fn shipped_scenarios(plan: &Plan) -> Result<Vec<Change>, Findings> {
    let shipped = shipped_plan()?;
    let order = shipped.scenario_order().into_iter().map(|(_, scenario)| scenario.as_ref());
    let missing: Vec<&Scenario> = order.filter(|row| plan.scenarios.get(&row.id).is_none()).collect();
    let events = needed_events(plan, &shipped, &missing)?;
    let mut coming = Coming::to(plan, &events);
    let mut changes = Vec::new();
    for scenario in missing {
        let overrides: Vec<Override> =
            shipped.overrides_of(scenario.id).iter().filter_map(|is| coming.fitted(is)).collect();
        let parent_is_there = scenario.parent.id().is_none_or(|id| coming.scenarios.contains(&id));
        if overrides.is_empty() || !parent_is_there {
            continue;
        }
        changes.push(Change::AddScenario { scenario: Box::new(coming.named(scenario)) });
        changes.extend(overrides.into_iter().map(|is| Change::SetOverride { is: Box::new(is) }));
    }
    if changes.is_empty() { Ok(changes) } else { Ok(events.into_iter().chain(changes).collect()) }
}

/// The events that the overrides of `scenarios` name, and those that they follow, as far as `plan` lacks them.
fn needed_events(plan: &Plan, shipped: &Plan, scenarios: &[&Scenario]) -> Result<Vec<Change>, Findings> {
    let overrides = scenarios.iter().flat_map(|row| shipped.overrides_of(row.id));
    let named = overrides.filter(|is| is.at.table == TableName::Events).filter_map(|is| is.at.row.parse::<Id>().ok());
    let mut wanted: BTreeSet<Id> = BTreeSet::new();
    for id in named {
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| wanted.insert(*id)) {
            next = shipped.events.get(&id).and_then(|event| event.follows);
        }
    }
    let is_wanted = |change: &Change| matches!(change, Change::SetEvent { event } if wanted.contains(&event.id));
    Ok(shipped_events(plan)?.into_iter().filter(is_wanted).collect())
}

/// What the plan has, and what comes to it.
struct Coming<'a> {
    plan: &'a Plan,
    events: BTreeSet<Id>,
    scenarios: BTreeSet<Id>,
    /// The names in both languages, in small letters.
    names: BTreeSet<String>,
}

impl<'a> Coming<'a> {
    fn to(plan: &'a Plan, events: &[Change]) -> Self {
        let event = |change: &Change| if let Change::SetEvent { event } = change { Some(event.id) } else { None };
        let names = plan.scenarios.iter().flat_map(|row| folded(&row.name));
        Self {
            plan,
            events: events.iter().filter_map(event).collect(),
            scenarios: plan.scenarios.iter().map(|row| row.id).collect(),
            names: names.collect(),
        }
    }

    /// The scenario as the plan can take it.
    fn named(&mut self, scenario: &Scenario) -> Scenario {
        let mut name = scenario.name.clone();
        let mut number = 1;
        while folded(&name).iter().any(|own| self.names.contains(own)) {
            number += 1;
            name = Name::new(format!("{} {number}", scenario.name.en), format!("{} {number}", scenario.name.uk));
        }
        self.names.extend(folded(&name));
        self.scenarios.insert(scenario.id);
        let pictured = |row: &std::sync::Arc<Scenario>| row.outcome == scenario.outcome;
        let outcome = scenario.outcome.filter(|_| !self.plan.scenarios.iter().any(pictured));
        // Siblings that the plan has keep their places before those that come.
        let siblings = self.plan.scenarios.iter().filter(|row| row.parent == scenario.parent);
        let place = siblings.map(|row| row.place).max().unwrap_or(0).saturating_add(scenario.place);
        let sources = known_sources(self.plan, &scenario.sources);
        Scenario { name, outcome, place, sources, ..scenario.clone() }
    }

    /// The override as the plan can take it; nothing where the plan lacks the row or what the value names.
    fn fitted(&self, is: &Override) -> Option<Override> {
        let coming = is.at.table == TableName::Events && is.at.row.parse().is_ok_and(|id| self.events.contains(&id));
        if !coming && !self.plan.has_row(is.at.table, &is.at.row) {
            return None;
        }
        let what = match &is.what {
            What::Set(value) if is.at.table == TableName::Clusters => What::Set(self.terms(is, value)?),
            What::Set(value) if is.at.table == TableName::Package => {
                let key: Key = value.parse().ok()?;
                self.plan.readings.get(&key).map(|_| What::Set(value.clone()))?
            }
            what => what.clone(),
        };
        Some(Override { what, sources: known_sources(self.plan, &is.sources), ..is.clone() })
    }

    /// The terms that an override sets, without the sources that the plan lacks; nothing where the cluster has no terms that
    /// they could differ from.
    fn terms(&self, is: &Override, value: &str) -> Option<String> {
        let field = is.at.field?;
        let key: Key = is.at.row.parse().ok()?;
        let cluster = self.plan.clusters.get(&key).filter(|cluster| !cluster.terms.is_empty())?;
        let mut cluster = Cluster::clone(cluster);
        cluster.put(field, value).ok()?;
        let known = |terms: &ReleaseTerms| known_sources(self.plan, &terms.sources);
        cluster.terms =
            cluster.terms.iter().map(|terms| ReleaseTerms { sources: known(terms), ..terms.clone() }).collect();
        Some(cluster.tell(field))
    }
}

/// A name in both languages, as names are told apart.
fn folded(name: &Name) -> [String; 2] {
    [name.en.trim().to_lowercase(), name.uk.trim().to_lowercase()]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::super::additions::tests::{after, older};
    use super::super::{shipped_conditions, shipped_event_id, shipped_scenario_id};
    use super::*;
    use model::{Dimension, EffectVerb, Event, EventState, Grade, Outcome, ScenarioId, Share, Total};

    fn of(number: u32) -> ScenarioId {
        ScenarioId::Of(shipped_scenario_id(number))
    }

    fn codes(plan: &Plan, wanted: impl Fn(&Event) -> bool) -> Vec<String> {
        plan.events.iter().filter(|event| wanted(event)).map(|event| event.code.to_string()).collect()
    }

    #[test]
    fn they_stand_in_a_tree_and_every_override_applies() {
        let plan = shipped_plan().unwrap();
        assert_eq!(plan.flaws(), []);
        let tree: Vec<_> = plan.scenario_order().iter().map(|(depth, row)| (*depth, row.name.en.as_str())).collect();
        let expected = [
            (0, "Deal with European enforcement"),
            (1, "The deal collapses in 2028"),
            (1, "The deal collapses in 2030"),
            (0, "Russia rejects the deal"),
            (0, "The referendum rejects the deal"),
            (0, "Accession in January 2027"),
            (0, "Phased integration"),
            (0, "Late accession"),
            (0, "Reading: three separate blocks"),
            (0, "Reading: document of 22 January 2026"),
            (0, "Reading: the fund of point nine"),
            (0, "Reading: 500 needed, 300 hoped for"),
        ];
        assert_eq!(tree, expected);
        assert!(plan.odds.is_empty(), "nobody's probability ships");
        for scenario in plan.scenarios.iter() {
            let resolved = plan.resolve(ScenarioId::Of(scenario.id)).unwrap();
            assert_eq!(resolved.unapplied, [], "{}", scenario.name.en);
            assert_eq!(resolved.plan.flaws(), [], "{}", scenario.name.en);
            assert_eq!(resolved.plan.allocations, plan.allocations, "{}: no amount of its own", scenario.name.en);
            let overrides = plan.overrides_of(scenario.id);
            assert!(!overrides.is_empty() && !scenario.sources.is_empty() && !scenario.note.is_empty());
            assert!(overrides.iter().all(|is| !is.reason.is_empty() && !is.sources.is_empty()), "{}", scenario.name.en);
            assert!(
                scenario.name.en != scenario.name.uk
                    && scenario.trigger.en.is_empty() == scenario.trigger.uk.is_empty()
            );
        }
        assert_eq!(plan.scenarios.iter().next().unwrap().id.to_string(), "5472616e636865000000000400000001");
    }

    #[test]
    fn outcomes_are_assumptions_that_events_bring_about() {
        let plan = shipped_plan().unwrap();
        let outcomes: Vec<_> = plan.scenarios.iter().filter(|row| row.outcome.is_some()).collect();
        assert_eq!(
            outcomes.iter().filter_map(|row| row.outcome).collect::<Vec<_>>(),
            [
                Outcome::Deal,
                Outcome::Rejected,
                Outcome::CollapseEarly,
                Outcome::CollapseLate,
                Outcome::ReferendumRejects,
            ]
        );
        let counted = |number| {
            let resolved = plan.resolve(of(number)).unwrap().plan;
            codes(&resolved, |event| event.state == EventState::Assumed)
        };
        assert_eq!(counted(1), ["E27", "E28", "E29", "E31", "E32", "E33"]);
        assert_eq!(counted(2), ["E35"]);
        assert_eq!(counted(3), ["E27", "E31", "E32", "E33", "E36"]);
        assert_eq!(counted(4), ["E27", "E31", "E32", "E33", "E37"]);
        assert_eq!(counted(5), ["E31", "E32", "E34"]);
        for row in outcomes {
            assert!(row.grade == Grade::Assumption && !row.trigger.en.is_empty(), "{}", row.name.en);
            let overrides = plan.overrides_of(row.id).iter();
            assert!(
                overrides
                    .clone()
                    .all(|is| is.at.table == TableName::Events && is.at.field.unwrap().as_str() == "state")
            );
        }
    }

    #[test]
    fn what_outcomes_touch_is_money_that_nobody_has_promised() {
        let plan = shipped_plan().unwrap();
        let acting: Vec<_> = plan.events.iter().filter(|event| !event.effects.is_empty()).collect();
        assert_eq!(codes(&plan, |event| !event.effects.is_empty()), ["E33", "E34", "E35", "E36", "E37"]);
        for effect in acting.iter().flat_map(|event| &event.effects) {
            assert!(matches!(effect.verb, EffectVerb::Open | EffectVerb::Stop), "no figure is needed");
            assert_eq!((effect.quarters, effect.share), (0, Share::ONE));
            let touched = |row: &&std::sync::Arc<model::Allocation>| {
                effect.slice.holds(row, &plan) && !effect.except.holds(row, &plan)
            };
            let rows: Vec<_> = plan.allocations.iter().filter(touched).collect();
            // "USD 604.616 bn" of the rule on outcomes, and no programme that has a payer.
            assert_eq!(rows.iter().map(|row| row.amount).sum::<Total>().to_string(), "604616000000.00");
            let nobody =
                |row: &model::Allocation| matches!(Dimension::Funder.of(row, &plan), "private" | "public_to_mobilise");
            assert!(plan.allocations.iter().all(|row| nobody(row) == touched(&row)));
        }
    }

    #[test]
    fn days_are_those_that_the_notes_tell() {
        let plan = shipped_plan().unwrap();
        let day = |number| plan.day_of(plan.events.get(&shipped_event_id(number)).unwrap()).to_string();
        let days = [31, 32, 33, 34, 35, 36, 37, 38].map(day);
        let expected = [
            "2027-01-01",
            "2027-01-01",
            "2027-03-02",
            "2027-03-02",
            "2026-12-31",
            "2028-01-01",
            "2030-01-01",
            "2035-01-01",
        ];
        assert_eq!(days, expected);
        for event in plan.events.iter().filter(|event| event.code.as_str() > "E30") {
            assert_eq!(event.date, plan.day_of(event), "{}: the file says the day that follows", event.code);
            assert!(event.note.contains("Excluded in the base plan"), "{}", event.code);
        }
    }

    #[test]
    fn accession_scenarios_move_steps_and_terms_only() {
        let plan = shipped_plan().unwrap();
        let early = plan.resolve(of(6)).unwrap().plan;
        assert!(early.steps.iter().all(|step| step.due.to_string() == "2026-Q4"));
        let phased = plan.resolve(of(7)).unwrap().plan;
        assert_eq!(phased.steps, plan.steps);
        for (cluster, before) in phased.clusters.iter().zip(plan.clusters.iter()) {
            let ([terms], [before]) = (cluster.terms.as_slice(), before.terms.as_slice()) else {
                panic!("one entry each")
            };
            assert_eq!(terms.fundamentals_first, None);
            let same = ReleaseTerms {
                fundamentals_first: before.fundamentals_first,
                sources: before.sources.clone(),
                note: before.note.clone(),
                ..terms.clone()
            };
            assert_eq!(same, *before, "{}: nothing else differs", cluster.key);
        }
        let late = plan.resolve(of(8)).unwrap().plan;
        let window = |step: &model::Step| late.clusters.get(&step.cluster).unwrap().terms[0].window_quarters;
        assert!(late.steps.iter().all(|step| step.delay_quarters == window(step)));
        let last = late.steps.iter().map(|step| step.met_in()).max().unwrap();
        assert_eq!(last.to_string(), "2034-Q4", "the quarter before the accession that is put");
    }

    #[test]
    fn readings_quote_the_judgement_on_them() {
        let plan = shipped_plan().unwrap();
        for number in 9..=12 {
            let resolved = plan.resolve(of(number)).unwrap().plan;
            let reading = resolved.reading().unwrap();
            assert_ne!(reading.key, plan.package.reading);
            let [is] = plan.overrides_of(shipped_scenario_id(number)) else { panic!("the reading and nothing else") };
            assert!(is.reason.contains(&reading.judgement.en) && is.sources == reading.sources);
        }
    }

    #[test]
    fn an_older_plan_gets_them_with_the_events_they_need() {
        let shipped = shipped_plan().unwrap();
        assert_eq!(shipped_scenarios(&shipped).unwrap(), []);
        let before = after(&older(), shipped_conditions(&older()).unwrap());
        let plan = after(&before, shipped_scenarios(&before).unwrap());
        assert_eq!(plan.flaws(), []);
        assert_eq!((plan.scenarios.len(), plan.overrides.len()), (shipped.scenarios.len(), shipped.overrides.len()));
        let needed: Vec<_> = (26..=29).chain(31..=38).map(|number| format!("E{number}")).collect();
        assert_eq!(codes(&plan, |_| true), needed);
        for scenario in plan.scenarios.iter() {
            assert_eq!(plan.resolve(ScenarioId::Of(scenario.id)).unwrap().unapplied, [], "{}", scenario.name.en);
        }
        assert_eq!(shipped_scenarios(&plan).unwrap(), []);
    }

    #[test]
    fn what_an_older_plan_cannot_take_is_left_out() {
        // Without steps and terms: the late accession has its events only, and integration by fields its own.
        let plan = older();
        let plan = after(&plan, shipped_scenarios(&plan).unwrap());
        let bare = |table| matches!(table, TableName::Events | TableName::Package);
        assert!(plan.overrides.iter().all(|is| bare(is.at.table)));
        assert_eq!(plan.flaws(), []);
        // Without the reading there is nothing left of its scenario.
        let mut poorer = older();
        let reading = "fund".parse().unwrap();
        poorer.readings.remove(&reading);
        let poorer = after(&poorer, shipped_scenarios(&poorer).unwrap());
        assert_eq!(poorer.scenarios.len(), plan.scenarios.len() - 1);
    }

    #[test]
    fn names_and_outcomes_of_the_analyst_stay_his() {
        let mut plan = older();
        let shipped = shipped_plan().unwrap();
        let mut own = Scenario::clone(shipped.scenarios.get(&shipped_scenario_id(1)).unwrap());
        own.id = Id::from_bits(1);
        own.sources = Vec::new();
        plan.scenarios.put(own.clone().into());
        let plan = after(&plan, shipped_scenarios(&plan).unwrap());
        assert_eq!(plan.flaws(), []);
        assert_eq!(*plan.scenarios.get(&own.id).unwrap().as_ref(), own);
        let came = plan.scenarios.get(&shipped_scenario_id(1)).unwrap();
        assert_eq!((came.name.en.as_str(), came.outcome), ("Deal with European enforcement 2", None));
        // One that was taken out comes back alone.
        let mut poorer = shipped.clone();
        let gone = shipped_scenario_id(7);
        poorer = after(&poorer, vec![Change::RemoveScenario { scenario: gone }]);
        let again = after(&poorer, shipped_scenarios(&poorer).unwrap());
        assert_eq!(again.overrides, shipped.overrides);
        assert_eq!(again.scenarios.len(), shipped.scenarios.len());
    }
}
