//! Generated steps, release terms, events and caps, and the edits that change them.

use std::sync::Arc;

use model::{
    Cap, CapKind, Change, Chapter, Code, Date, Dimension, Effect, EffectVerb, Event, EventKind, EventState, Grade, Id,
    Money, Name, OnLoss, Plan, Priority, Quarter, ReleaseRule, ReleaseTerms, Share, Slice, Step, StepKind, StepPart,
    StepState, Table,
};

use super::Dice;

/// How many kinds of edit are about conditions.
pub const KINDS: usize = 10;

impl Dice {
    fn share_of(&mut self, texts: &[&str]) -> Share {
        self.one_of(texts).parse().unwrap()
    }

    /// Between nought and one, both included.
    fn part_of_one(&mut self) -> Share {
        self.share_of(&["0", "1", "0.5", "0.333333333333", "0.000000000001", "0.15"])
    }

    fn count(&mut self, most: u32) -> u32 {
        *self.one_of(&[0, 1, 2, 4, most])
    }

    fn day(&mut self) -> Date {
        Date::new(2024, 2, 29).unwrap().plus_days(u32::try_from(self.below(5000)).unwrap())
    }

    fn said(&mut self) -> Name {
        Name::new(*self.one_of(&["Step; \"1\"", "Cease = fire"]), *self.one_of(&["Крок", "Подія, 'x'"]))
    }

    pub fn priority(&mut self) -> Priority {
        if self.yes() { Priority::USUAL } else { Priority::new(*self.one_of(&[1, 4, 5, 9])).unwrap() }
    }

    pub fn lapse(&mut self) -> Option<u32> {
        self.maybe(|dice| dice.count(400))
    }

    /// A slice whose every condition names something; it may be met by no row.
    fn condition(&mut self, plan: &Plan) -> Slice {
        let sector = plan.sectors.as_slice()[0].key.to_string();
        let words = [sector, "grant".to_owned(), String::new(), "yes".to_owned(), "Олена; \"x\"".to_owned()];
        let mut pairs = Vec::new();
        for _ in 0..self.below(3) {
            let keys = (0..=self.below(2)).map(|_| self.one_of(&words).clone()).collect();
            pairs.push((*self.one_of(&Dimension::ALL), keys));
        }
        Slice(pairs)
    }

    pub fn terms(&mut self, plan: &Plan, from: Quarter) -> ReleaseTerms {
        let rule = *self.one_of(&ReleaseRule::ALL);
        ReleaseTerms {
            from,
            rule,
            level: rule.has_level().then(|| self.part_of_one()),
            window_quarters: self.count(400),
            lag_quarters: self.count(400),
            on_loss: *self.one_of(&OnLoss::ALL),
            extension_quarters: self.count(400),
            clawback: self.part_of_one(),
            fundamentals_first: self.maybe(Self::part_of_one),
            grade: *self.one_of(&Grade::ALL),
            sources: self.keys_of(&plan.sources),
            note: self.text(),
        }
    }

    fn state(&mut self) -> StepState {
        let quarter = self.quarter();
        match self.below(4) {
            0 => StepState::Met { quarter },
            1 => StepState::PartlyMet { quarter, share: self.share_of(&["0.5", "0.000000000001", "0.999"]) },
            2 => StepState::Reversed { met: quarter, quarter: quarter.plus(1 + self.count(9)) },
            _ => StepState::Due,
        }
    }

    pub fn step(&mut self, plan: &Plan, id: Id, code: Code) -> Step {
        let chapters = plan.chapters.as_slice();
        let chapter = chapters.get(self.below(chapters.len() + 1)).map(|chapter| chapter.number.unsigned_abs());
        Step {
            id,
            code,
            name: self.said(),
            cluster: self.key_of(&plan.clusters),
            chapter,
            due: self.quarter(),
            weight: self.share_of(&["1", "0.000000000001", "1000000", "0.25"]),
            kind: *self.one_of(&StepKind::ALL),
            part: *self.one_of(&StepPart::ALL),
            gate: self.yes(),
            state: self.state(),
            delay_quarters: self.count(400),
            probability: self.maybe(Self::part_of_one),
            grade: *self.one_of(&Grade::ALL),
            sources: self.keys_of(&plan.sources),
            note: self.text(),
        }
    }

    fn effect(&mut self, plan: &Plan) -> Effect {
        let verb = *self.one_of(&EffectVerb::ALL);
        Effect {
            verb,
            slice: self.condition(plan),
            except: self.condition(plan),
            quarters: if verb == EffectVerb::Delay { self.count(400) } else { 0 },
            share: if verb == EffectVerb::Scale { self.part_of_one() } else { Share::ONE },
        }
    }

    /// An event that may follow any other event there is; whoever asks for one with the id of an old one may get a circle.
    pub fn event(&mut self, plan: &Plan, id: Id, code: Code) -> Event {
        let others = plan.events.as_slice();
        let follows = others.get(self.below(others.len() * 2 + 1)).map(|other| other.id);
        let mut event = Event {
            id,
            code,
            name: self.said(),
            date: self.day(),
            until: None,
            follows,
            lag_days: if follows.is_some() { self.count(36_525) } else { 0 },
            kind: *self.one_of(&EventKind::ALL),
            state: *self.one_of(&EventState::ALL),
            grade: *self.one_of(&Grade::ALL),
            effects: (0..self.below(4)).map(|_| self.effect(plan)).collect(),
            sources: self.keys_of(&plan.sources),
            note: self.text(),
        };
        let lasts = self.count(900);
        event.until = self.maybe(|_| plan.day_of(&event).plus_days(lasts));
        event
    }

    pub fn cap(&mut self, plan: &Plan, id: Id) -> Cap {
        let kind = *self.one_of(&CapKind::ALL);
        let (amount, rate) = match kind {
            CapKind::Fixed => (Money::from_cents(1), Share::ZERO),
            CapKind::Growing => {
                (Money::from_cents(500_000_000_000), self.share_of(&["0", "0.07", "-0.999999999999", "10"]))
            }
            CapKind::GdpShare => (Money::ZERO, self.share_of(&["0.15", "0.000000000001", "10"])),
        };
        Cap {
            id,
            name: self.said(),
            slice: self.condition(plan),
            kind,
            amount,
            rate,
            carry_years: self.maybe(|dice| dice.count(400)),
            sources: self.keys_of(&plan.sources),
            note: self.text(),
        }
    }

    /// Chapters, steps, terms, events and caps for a plan that has sources, sectors and clusters. Every fourth plan stays
    /// without them.
    pub fn fill_conditions(&mut self, plan: &mut Plan) {
        if self.below(4) == 0 {
            return;
        }
        plan.chapters = Table::from_rows((1..1 + self.below(4)).map(|number| Chapter {
            number: i32::try_from(number * 9).unwrap(),
            name: self.said(),
            cluster: self.maybe(|dice| dice.key_of(&plan.clusters)),
            sources: self.keys_of(&plan.sources),
        }));
        let first = plan.package.first;
        for cluster in plan.clusters.clone().iter() {
            let mut cluster = (**cluster).clone();
            cluster.terms = (0..self.below(3)).map(|at| self.terms(plan, first.plus(at as u32 * 3))).collect();
            plan.clusters.put(Arc::new(cluster));
        }
        for at in 0..self.below(5) {
            let (id, code) = (self.id(), format!("S{at:02}").parse().unwrap());
            let step = self.step(plan, id, code);
            plan.steps.put(Arc::new(step));
        }
        for at in 0..self.below(5) {
            let (id, code) = (self.id(), format!("E{at:02}").parse().unwrap());
            let event = self.event(plan, id, code);
            plan.events.put(Arc::new(event));
        }
        for _ in 0..self.below(3) {
            let id = self.id();
            let cap = self.cap(plan, id);
            plan.caps.put(Arc::new(cap));
        }
    }

    /// One of the [`KINDS`] of edits that are about conditions: of something that is there, mostly.
    pub fn condition_change(&mut self, plan: &Plan, kind: usize, allocation: Id) -> Change {
        let new = self.id();
        let new_code = |letter: char| -> Code { format!("{letter}{:08x}", new.bits() as u32).parse().unwrap() };
        let step = plan.steps.as_slice().get(self.below(plan.steps.len() + 1));
        let (step, step_code) = step.map_or_else(|| (new, new_code('S')), |step| (step.id, step.code.clone()));
        let event = plan.events.as_slice().get(self.below(plan.events.len() + 1));
        let (event, event_code) = event.map_or_else(|| (new, new_code('E')), |event| (event.id, event.code.clone()));
        let cap = plan.caps.as_slice().get(self.below(plan.caps.len() + 1)).map_or(new, |cap| cap.id);
        match kind {
            0 => Change::SetPriority { allocation, priority: self.priority() },
            1 => Change::SetStep { step: Box::new(self.step(plan, step, step_code)) },
            2 => Change::SlipStep { step, quarters: self.count(9) },
            3 => Change::RemoveStep { step },
            4 => {
                let (from, to) = (self.quarter(), self.quarter());
                let terms = self.maybe(|dice| Box::new(dice.terms(plan, to)));
                Change::SetTerms { cluster: self.key_of(&plan.clusters), from, terms }
            }
            5 => Change::SetEvent { event: Box::new(self.event(plan, event, event_code)) },
            6 => Change::RemoveEvent { event },
            7 => Change::SetCap { cap: Box::new(self.cap(plan, cap)) },
            8 => Change::RemoveCap { cap },
            _ => Change::SetLapse { programme: self.key_of(&plan.programmes), years: self.lapse() },
        }
    }
}
