//! How the talks could end: the questions, the outcomes, and what is to be expected where probabilities are entered.

use std::sync::Arc;

use charts::{Endings, Path};
use document::Snapshot;
use engine::{Leaf, OutcomePath, Side};
use model::{Outcome, Plan, Question, Scenario, ScenarioId, Share, Total};

use crate::handlers::scenarios::paid;
use crate::wire::{Amount, OutcomeLine, Outcomes, PeriodAmount, QuestionLine, ShortfallLine, WeightedLine};
use crate::{Problem, Words, place};

/// The outcomes of one state of the plan, computed.
pub(crate) struct Ends {
    words: Words,
    base: Arc<Snapshot>,
    told: engine::Outcomes,
    /// What is paid within the package in the base plan.
    aim: Total,
}

impl Ends {
    /// Those of a state.
    ///
    /// # Errors
    /// Where scenarios follow each other in a circle, which opening a file rules out.
    pub(crate) fn of(state: &Arc<Snapshot>, words: Words) -> Result<Self, Problem> {
        let base = state.in_scenario(ScenarioId::Base)?;
        let pictures = base.whole().scenarios.iter().filter_map(|row| row.outcome.map(|outcome| (outcome, row.id)));
        let mut pictures: Vec<_> = pictures.collect();
        pictures.sort_by_key(|(outcome, id)| (Outcome::ALL.iter().position(|known| known == outcome), *id));
        let states = pictures.iter().map(|(_, id)| base.in_scenario(ScenarioId::Of(*id)));
        let states: Vec<Arc<Snapshot>> = states.collect::<Result<_, _>>()?;
        let leaves: Vec<Leaf> = pictures
            .iter()
            .zip(&states)
            .map(|((outcome, scenario), state)| Leaf {
                outcome: *outcome,
                scenario: *scenario,
                side: Side { plan: state.plan(), schedule: state.schedule() },
            })
            .collect();
        let aim = paid(base.plan(), base.schedule());
        let shares = model::leaves(base.whole());
        let told = engine::outcomes(&leaves, shares.as_deref(), aim);
        Ok(Self { words, base, told, aim })
    }

    fn plan(&self) -> &Plan {
        self.base.whole()
    }

    /// As it crosses the door.
    pub(crate) fn outcomes(&self) -> Outcomes {
        let shares = model::leaves(self.plan());
        let leaf = |outcome: &Outcome| match self.told.paths.iter().find(|path| path.outcome == *outcome) {
            Some(path) => self.leaf(path),
            None => self.unpictured(*outcome, shares.as_deref()),
        };
        Outcomes {
            questions: Question::ALL.iter().map(|question| self.question(*question)).collect(),
            leaves: Outcome::ALL.iter().map(leaf).collect(),
            weighted: self.told.weighted.as_ref().map(|weighted| self.weighted(weighted)),
            missing: self.missing(),
            split_rule: self.split_rule(),
        }
    }

    /// As the chart takes it.
    pub(crate) fn endings(&self) -> Endings {
        let path = |path: &OutcomePath| Path {
            label: self.words.label("outcome", path.outcome.key()),
            share: path.share,
            years: path.years.clone(),
            after: path.after,
        };
        let mut notes = self.missing();
        notes.extend(self.entered());
        let split = self.split_rule();
        notes.extend((!split.is_empty()).then_some(split));
        Endings {
            first_year: self.told.years.first().copied().unwrap_or_else(|| self.plan().package.first.year()),
            paths: self.told.paths.iter().map(path).collect(),
            weighted: self.told.weighted.as_ref().map(|weighted| (weighted.years.clone(), weighted.after)),
            entered: self.plan().odds.len(),
            notes,
        }
    }

    fn years(&self, amounts: &[Total]) -> Vec<PeriodAmount> {
        let line = |(year, amount): (&i32, &Total)| PeriodAmount { period: year.to_string(), amount: (*amount).into() };
        self.told.years.iter().zip(amounts).map(line).collect()
    }

    fn question(&self, question: Question) -> QuestionLine {
        let odds = self.plan().odds.get(&question);
        QuestionLine {
            key: question.key().to_owned(),
            label: self.words.label("question", question.key()),
            sentence: self.words.label("question", &format!("{}-sentence", question.key())),
            optional: question == Question::Early,
            share: odds.map(|odds| odds.share.to_string()),
            author: odds.map(|odds| odds.author.clone()).unwrap_or_default(),
            day: odds.map(|odds| odds.day.to_string()).unwrap_or_default(),
            note: odds.map(|odds| odds.note.clone()).unwrap_or_default(),
        }
    }

    fn scenario(&self, path: &OutcomePath) -> Option<&Arc<Scenario>> {
        self.plan().scenarios.get(&path.scenario)
    }

    fn leaf(&self, path: &OutcomePath) -> OutcomeLine {
        let scenario = ScenarioId::Of(path.scenario);
        OutcomeLine {
            outcome: path.outcome.key().to_owned(),
            label: self.words.label("outcome", path.outcome.key()),
            scenario: self.scenario(path).map(|row| row.id.to_string()),
            scenario_label: place::scenario_label(self.plan(), scenario, self.words),
            share: path.share.map(|share| share.to_string()),
            years: self.years(&path.years),
            after: path.after.into(),
            total: path.total.into(),
            shortfall: (self.aim - path.total).into(),
        }
    }

    /// An outcome that no scenario pictures.
    fn unpictured(&self, outcome: Outcome, shares: Option<&[(Outcome, Share)]>) -> OutcomeLine {
        let share = shares.and_then(|shares| shares.iter().find(|(of, _)| *of == outcome));
        OutcomeLine {
            outcome: outcome.key().to_owned(),
            label: self.words.label("outcome", outcome.key()),
            scenario: None,
            scenario_label: String::new(),
            share: share.map(|(_, share)| share.to_string()),
            years: Vec::new(),
            after: Amount(Total::ZERO),
            total: Amount(Total::ZERO),
            shortfall: Amount(Total::ZERO),
        }
    }

    fn weighted(&self, weighted: &engine::Weighted) -> WeightedLine {
        let worst = weighted.shortfalls.iter().map(|told| {
            let rest = Share::quantised(model::Decimal::ONE - told.level.decimal());
            let label = self.words.say("outcomes-worst", &[("share-text", &self.words.per_cent(rest))]);
            ShortfallLine { level: told.level.to_string(), label, amount: told.amount.into() }
        });
        WeightedLine {
            years: self.years(&weighted.years),
            after: weighted.after.into(),
            total: weighted.total.into(),
            deviation: weighted.deviation.into(),
            shortfall: (self.aim - weighted.total).into(),
            worst: worst.collect(),
        }
    }

    /// What has to be entered or pictured before anything can be weighted, in sentences.
    fn missing(&self) -> Vec<String> {
        let words = self.words;
        let open = [Question::Signed, Question::Accepted, Question::Holds].into_iter();
        let open = open.filter(|question| self.plan().odds.get(question).is_none());
        let quoted = |label: String| words.say("named-quoted", &[("name-text", &label)]);
        let open: Vec<String> = open.map(|question| quoted(words.label("question", question.key()))).collect();
        let mut missing = Vec::new();
        if !open.is_empty() {
            missing.push(words.say("outcomes-open", &[("questions-text", &open.join(", "))]));
        }
        let labels = |outcomes: &[Outcome]| {
            let labels: Vec<String> =
                outcomes.iter().map(|outcome| quoted(words.label("outcome", outcome.key()))).collect();
            labels.join(", ")
        };
        if !self.told.missing.is_empty() {
            missing.push(words.say("outcomes-unpictured", &[("outcomes-text", &labels(&self.told.missing))]));
        }
        missing
    }

    /// Who entered which probability when, in sentences.
    fn entered(&self) -> Vec<String> {
        let entered = Question::ALL.iter().filter_map(|question| self.plan().odds.get(question));
        let told = entered.map(|odds| {
            let (question, share) =
                (self.words.label("question", odds.question.key()), self.words.per_cent(odds.share));
            let id = if odds.author.is_empty() { "outcomes-entered-unsigned" } else { "outcomes-entered" };
            self.words.say(
                id,
                &[
                    ("question-text", &question),
                    ("share-text", &share),
                    ("author-text", &odds.author),
                    ("day-text", &odds.day.to_string()),
                ],
            )
        });
        told.collect()
    }

    /// How early and late collapse were parted, where they were.
    fn split_rule(&self) -> String {
        let odds = &self.plan().odds;
        match (model::leaves(self.plan()), odds.get(&Question::Early)) {
            (None, _) => String::new(),
            (Some(_), Some(early)) => {
                self.words.say("outcomes-split-entered", &[("share-text", &self.words.per_cent(early.share))])
            }
            (Some(_), None) => self.words.plain("outcomes-split-hazard"),
        }
    }
}
