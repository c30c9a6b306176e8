//! Edits of steps, release terms, events and caps: from what crosses the door to changes of the model.

use std::str::FromStr;

use model::{
    Cap, CapKind, Change, Code, Date, Edit, Effect, EffectVerb, Event, EventKind, EventState, Grade, Id, Money, Name,
    OnLoss, Plan, Quarter, ReleaseRule, ReleaseTerms, Share, Slice, Step, StepKind, StepPart, StepState, TableName,
};

use crate::Problem;
use crate::handlers::edit::{Reader, grade, key, member, money, source_keys};
use crate::handlers::row;
use crate::wire::{CapPatch, EventPatch, Names, NewCap, NewEffect, NewEvent, NewStep, NewTerms, SliceWire, StepPatch};

impl Reader<'_> {
    pub(super) fn add_step(&mut self, new: NewStep) -> Result<Change, Problem> {
        let taken = |plan: &Plan, id| plan.steps.get(&id).is_some();
        let state = StateChange {
            state: new.state,
            quarter: new.state_quarter.map(Some),
            share: new.state_share.map(Some),
            reversed: new.reversed_quarter.map(Some),
        };
        let step = Step {
            id: self.new_id(new.id.as_deref(), taken)?,
            code: self.new_code(new.code.as_deref(), 'S', self.conditions.steps.iter().map(|step| &step.code))?,
            name: name(new.name),
            cluster: key(&new.cluster, TableName::Clusters)?,
            chapter: new.chapter,
            due: Quarter::from_str(&new.due)?,
            weight: new.weight.map_or(Ok(Share::ONE), |text| text.parse())?,
            kind: step_kind(&new.kind)?,
            part: new.part.map_or(Ok(StepPart::All), |word| step_part(&word))?,
            gate: new.gate,
            state: state.applied(StepState::Due)?,
            delay_quarters: new.delay_quarters,
            probability: new.probability.map(|text| text.parse()).transpose()?,
            grade: new.grade.map_or(Ok(Grade::Assumption), |word| grade(&word))?,
            sources: source_keys(&new.sources)?,
            note: new.note,
        };
        self.keep(Change::SetStep { step: Box::new(step) })
    }

    pub(super) fn set_step(&mut self, patch: StepPatch) -> Result<Change, Problem> {
        let before = Step::clone(self.conditions.step_named(&patch.step)?);
        let state = StateChange {
            state: patch.state,
            quarter: patch.state_quarter,
            share: patch.state_share,
            reversed: patch.reversed_quarter,
        };
        let step = Step {
            id: before.id,
            code: patch.code.map_or(Ok(before.code), |code| Code::from_str(&code))?,
            name: patch.name.map_or(before.name, name),
            cluster: patch.cluster.map_or(Ok(before.cluster), |cluster| key(&cluster, TableName::Clusters))?,
            chapter: patch.chapter.unwrap_or(before.chapter),
            due: patch.due.map_or(Ok(before.due), |due| Quarter::from_str(&due))?,
            weight: patch.weight.map_or(Ok(before.weight), |text| text.parse())?,
            kind: patch.kind.map_or(Ok(before.kind), |word| step_kind(&word))?,
            part: patch.part.map_or(Ok(before.part), |word| step_part(&word))?,
            gate: patch.gate.unwrap_or(before.gate),
            state: state.applied(before.state)?,
            delay_quarters: patch.delay_quarters.unwrap_or(before.delay_quarters),
            probability: changed(patch.probability, before.probability, |text| Ok(text.parse()?))?,
            grade: patch.grade.map_or(Ok(before.grade), |word| grade(&word))?,
            sources: patch.sources.map_or(Ok(before.sources), |keys| source_keys(&keys))?,
            note: patch.note.unwrap_or(before.note),
        };
        self.keep(Change::SetStep { step: Box::new(step) })
    }

    pub(super) fn slip_step(&mut self, step: &str, quarters: u32) -> Result<Change, Problem> {
        let step = self.conditions.step_named(step)?.id;
        if quarters == 0 {
            return Err(Problem::refused("slip-of-nothing"));
        }
        self.keep(Change::SlipStep { step, quarters })
    }

    pub(super) fn remove_step(&mut self, step: &str) -> Result<Change, Problem> {
        let step = self.conditions.step_named(step)?.id;
        self.keep(Change::RemoveStep { step })
    }

    pub(super) fn set_terms(&mut self, cluster: &str, from: &str, new: Option<NewTerms>) -> Result<Change, Problem> {
        let cluster = key(cluster, TableName::Clusters)?;
        let from = Quarter::from_str(from)?;
        let terms = new.map(|new| terms(new, from)).transpose()?.map(Box::new);
        self.keep(Change::SetTerms { cluster, from, terms })
    }

    pub(super) fn add_event(&mut self, new: NewEvent) -> Result<Change, Problem> {
        let taken = |plan: &Plan, id| plan.events.get(&id).is_some();
        let event = Event {
            id: self.new_id(new.id.as_deref(), taken)?,
            code: self.new_code(new.code.as_deref(), 'E', self.conditions.events.iter().map(|event| &event.code))?,
            name: name(new.name),
            date: Date::from_str(&new.date)?,
            until: new.until.map(|day| Date::from_str(&day)).transpose()?,
            follows: new.follows.map(|other| self.event(&other)).transpose()?,
            lag_days: new.lag_days,
            kind: new.kind.map_or(Ok(EventKind::Other), |word| event_kind(&word))?,
            state: new.state.map_or(Ok(EventState::Assumed), |word| event_state(&word))?,
            grade: new.grade.map_or(Ok(Grade::Assumption), |word| grade(&word))?,
            effects: self.effects(new.effects)?,
            sources: source_keys(&new.sources)?,
            note: new.note,
        };
        self.keep(Change::SetEvent { event: Box::new(event) })
    }

    pub(super) fn set_event(&mut self, patch: EventPatch) -> Result<Change, Problem> {
        let id = self.event(&patch.event)?;
        let Some(before) = self.conditions.events.get(&id).map(|event| Event::clone(event)) else {
            return Err(unknown(TableName::Events, &patch.event));
        };
        let follows = changed(patch.follows, before.follows, |other| self.event(&other))?;
        // Without an event to count from there is nothing to count.
        let had_lag = if follows.is_some() { before.lag_days } else { 0 };
        let event = Event {
            id,
            code: patch.code.map_or(Ok(before.code), |code| Code::from_str(&code))?,
            name: patch.name.map_or(before.name, name),
            date: patch.date.map_or(Ok(before.date), |day| Date::from_str(&day))?,
            until: changed(patch.until, before.until, |day| Ok(Date::from_str(&day)?))?,
            follows,
            lag_days: patch.lag_days.unwrap_or(had_lag),
            kind: patch.kind.map_or(Ok(before.kind), |word| event_kind(&word))?,
            state: patch.state.map_or(Ok(before.state), |word| event_state(&word))?,
            grade: patch.grade.map_or(Ok(before.grade), |word| grade(&word))?,
            effects: patch.effects.map_or(Ok(before.effects), |effects| self.effects(effects))?,
            sources: patch.sources.map_or(Ok(before.sources), |keys| source_keys(&keys))?,
            note: patch.note.unwrap_or(before.note),
        };
        self.keep(Change::SetEvent { event: Box::new(event) })
    }

    pub(super) fn remove_event(&mut self, event: &str) -> Result<Change, Problem> {
        let event = self.event(event)?;
        self.keep(Change::RemoveEvent { event })
    }

    pub(super) fn add_cap(&mut self, new: NewCap) -> Result<Change, Problem> {
        let taken = |plan: &Plan, id| plan.caps.get(&id).is_some();
        let cap = Cap {
            id: self.new_id(new.id.as_deref(), taken)?,
            name: name(new.name),
            slice: self.slice(new.slice)?,
            kind: cap_kind(&new.kind)?,
            amount: new.amount.map_or(Ok(Money::ZERO), |amount| money(&amount))?,
            rate: new.rate.map_or(Ok(Share::ZERO), |rate| rate.parse())?,
            carry_years: new.carry_years,
            sources: source_keys(&new.sources)?,
            note: new.note,
        };
        self.keep(Change::SetCap { cap: Box::new(cap) })
    }

    pub(super) fn set_cap(&mut self, patch: CapPatch) -> Result<Change, Problem> {
        let id = self.cap(&patch.cap)?;
        let Some(before) = self.conditions.caps.get(&id).map(|cap| Cap::clone(cap)) else {
            return Err(unknown(TableName::Caps, &patch.cap));
        };
        let kind = patch.kind.map_or(Ok(before.kind), |word| cap_kind(&word))?;
        let (had_amount, had_rate) = left_by(&before, kind);
        let cap = Cap {
            id,
            name: patch.name.map_or(before.name, name),
            slice: patch.slice.map_or(Ok(before.slice), |parts| self.slice(parts))?,
            kind,
            amount: patch.amount.map_or(Ok(had_amount), |amount| money(&amount))?,
            rate: patch.rate.map_or(Ok(had_rate), |rate| rate.parse())?,
            carry_years: patch.carry_years.unwrap_or(before.carry_years),
            sources: patch.sources.map_or(Ok(before.sources), |keys| source_keys(&keys))?,
            note: patch.note.unwrap_or(before.note),
        };
        self.keep(Change::SetCap { cap: Box::new(cap) })
    }

    pub(super) fn remove_cap(&mut self, cap: &str) -> Result<Change, Problem> {
        let cap = self.cap(cap)?;
        self.keep(Change::RemoveCap { cap })
    }

    pub(super) fn set_lapse(&mut self, programme: &str, years: Option<u32>) -> Result<Change, Problem> {
        let programme = key(programme, TableName::Programmes)?;
        self.keep(Change::SetLapse { programme, years })
    }

    /// Makes the change on what the list has led to so far, so that later changes of the list build on it.
    pub(super) fn keep(&mut self, change: Change) -> Result<Change, Problem> {
        let edit = Edit::base(change);
        self.conditions = self.conditions.apply(&edit)?;
        Ok(edit.change)
    }

    fn new_id(&self, wanted: Option<&str>, taken: impl Fn(&Plan, Id) -> bool) -> Result<Id, Problem> {
        let Some(text) = wanted else { return Ok(self.ids.next(self.revision)) };
        let id = Id::from_str(text)?;
        if taken(&self.conditions, id) {
            return Err(model::Refusal::IdTaken(id.to_string()).into());
        }
        Ok(id)
    }

    /// The code that is asked for, or the first of the form `S01` above every one that is taken.
    fn new_code<'a>(
        &self,
        wanted: Option<&str>,
        letter: char,
        taken: impl Iterator<Item = &'a Code>,
    ) -> Result<Code, Problem> {
        if let Some(code) = wanted {
            return Ok(Code::from_str(code)?);
        }
        let number = |code: &Code| code.as_str().strip_prefix(letter).and_then(|digits| digits.parse::<u64>().ok());
        let highest = taken.filter_map(number).max().unwrap_or(0);
        Ok(Code::from_str(&format!("{letter}{:02}", highest.saturating_add(1)))?)
    }

    /// The allocations whose places are named; each place is one that the plan has.
    pub(super) fn slice(&self, parts: Vec<SliceWire>) -> Result<Slice, Problem> {
        let part = |part: SliceWire| {
            let dimension = part.dimension.dimension();
            part.keys.iter().try_for_each(|place| row::check_place(&self.plan, dimension, place))?;
            Ok((dimension, part.keys))
        };
        Ok(Slice(parts.into_iter().map(part).collect::<Result<_, Problem>>()?))
    }

    fn effects(&self, effects: Vec<NewEffect>) -> Result<Vec<Effect>, Problem> {
        effects.into_iter().map(|effect| self.effect(effect)).collect()
    }

    fn effect(&self, new: NewEffect) -> Result<Effect, Problem> {
        let verb = member("verb", &new.verb, &EffectVerb::ALL, EffectVerb::key)?;
        let needs = |field: &str| Problem::refused("effect-needs").with("verb", verb.key()).with("field", field);
        let share = new.share.map(|text| text.parse::<Share>()).transpose()?;
        match verb {
            EffectVerb::Delay if new.quarters == 0 => return Err(needs("quarters")),
            EffectVerb::Scale if share.is_none() => return Err(needs("share")),
            _ => {}
        }
        Ok(Effect {
            verb,
            slice: self.slice(new.slice)?,
            except: self.slice(new.except)?,
            quarters: new.quarters,
            share: share.unwrap_or(Share::ONE),
        })
    }

    /// The event that people call `name`: by its code, or by its id.
    fn event(&self, name: &str) -> Result<Id, Problem> {
        let events = &self.conditions.events;
        let by_id = name.parse::<Id>().ok().and_then(|id| events.get(&id));
        let found = by_id.or_else(|| events.iter().find(|event| event.code.as_str() == name));
        found.map(|event| event.id).ok_or_else(|| unknown(TableName::Events, name))
    }

    /// The cap with this id, or the only one with this English name.
    fn cap(&self, name: &str) -> Result<Id, Problem> {
        let caps = &self.conditions.caps;
        if let Some(cap) = name.parse::<Id>().ok().and_then(|id| caps.get(&id)) {
            return Ok(cap.id);
        }
        let called: Vec<Id> = caps.iter().filter(|cap| cap.name.en == name).map(|cap| cap.id).collect();
        match called[..] {
            [] => Err(unknown(TableName::Caps, name)),
            [id] => Ok(id),
            _ => Err(Problem::refused("cap-ambiguous").with("wanted", name).with("number", called.len())),
        }
    }
}

/// How far a step has come, as fields that may change one by one.
struct StateChange {
    state: Option<String>,
    quarter: Option<Option<String>>,
    share: Option<Option<String>>,
    reversed: Option<Option<String>>,
}

impl StateChange {
    /// The state that follows from `before`. A field that the state does not have is refused where it is stated, and
    /// forgotten where it was there.
    fn applied(self, before: StepState) -> Result<StepState, Problem> {
        let (had_quarter, had_share, had_reversed) = match before {
            StepState::Due => (None, None, None),
            StepState::Met { quarter } => (Some(quarter), None, None),
            StepState::PartlyMet { quarter, share } => (Some(quarter), Some(share), None),
            StepState::Reversed { met, quarter } => (Some(met), None, Some(quarter)),
        };
        let word = self.state.unwrap_or_else(|| before.key().to_owned());
        let state = member("state", &word, &StepState::KEYS, |key| key)?;
        let quarter = |needed| field(state, "state_quarter", needed, self.quarter.clone(), had_quarter);
        let share = |needed| field(state, "state_share", needed, self.share.clone(), had_share);
        let reversed = |needed| field(state, "reversed_quarter", needed, self.reversed.clone(), had_reversed);
        // Each state has its own fields; the others must not be stated.
        let (has_quarter, has_share, has_reversed) = match state {
            "due" => (false, false, false),
            "met" => (true, false, false),
            "partly_met" => (true, true, false),
            _ => (true, false, true),
        };
        Ok(match (quarter(has_quarter)?, share(has_share)?, reversed(has_reversed)?) {
            (None, ..) => StepState::Due,
            (Some(quarter), Some(share), _) => StepState::PartlyMet { quarter, share },
            (Some(met), None, Some(quarter)) => StepState::Reversed { met, quarter },
            (Some(quarter), None, None) => StepState::Met { quarter },
        })
    }
}

/// A field of a state: the stated value, or the one it had; nothing where the state has no such field.
fn field<T: FromStr>(
    state: &str,
    name: &str,
    needed: bool,
    stated: Option<Option<String>>,
    had: Option<T>,
) -> Result<Option<T>, Problem>
where
    Problem: From<T::Err>,
{
    let refused = |code: &str| Problem::refused(code).with("state", state).with("field", name);
    match stated {
        Some(Some(_)) if !needed => Err(refused("step-state-unused")),
        Some(None) if needed => Err(refused("step-state-needs")),
        Some(Some(text)) => Ok(Some(text.parse()?)),
        None if needed => had.map(Some).ok_or_else(|| refused("step-state-needs")),
        Some(None) | None => Ok(None),
    }
}

/// What a field that may be empty becomes.
fn changed<T>(
    stated: Option<Option<String>>,
    before: Option<T>,
    read: impl FnOnce(String) -> Result<T, Problem>,
) -> Result<Option<T>, Problem> {
    stated.map_or(Ok(before), |stated| stated.map(read).transpose())
}

fn terms(new: NewTerms, from: Quarter) -> Result<ReleaseTerms, Problem> {
    Ok(ReleaseTerms {
        from: new.from.map_or(Ok(from), |from| Quarter::from_str(&from))?,
        rule: member("rule", &new.rule, &ReleaseRule::ALL, ReleaseRule::key)?,
        level: new.level.map(|text| text.parse()).transpose()?,
        window_quarters: new.window_quarters,
        lag_quarters: new.lag_quarters,
        on_loss: new.on_loss.map_or(Ok(OnLoss::Lost), |word| member("on_loss", &word, &OnLoss::ALL, OnLoss::key))?,
        extension_quarters: new.extension_quarters,
        clawback: new.clawback.map_or(Ok(Share::ONE), |text| text.parse())?,
        fundamentals_first: new.fundamentals_first.map(|text| text.parse()).transpose()?,
        grade: new.grade.map_or(Ok(Grade::Assumption), |word| grade(&word))?,
        sources: source_keys(&new.sources)?,
        note: new.note,
    })
}

/// The amount and the rate that a cap keeps when it becomes one of `kind` and nothing is said of them. A rate means one
/// thing to a growing cap and another to a share of product: it does not outlast the kind.
fn left_by(before: &Cap, kind: CapKind) -> (Money, Share) {
    let amount = if kind == CapKind::GdpShare { Money::ZERO } else { before.amount };
    let rate = if kind == before.kind { before.rate } else { Share::ZERO };
    (amount, rate)
}

fn name(names: Names) -> Name {
    Name::new(names.en, names.uk)
}

fn unknown(table: TableName, wanted: &str) -> Problem {
    Problem::refused("unknown-row").with("table", table.key()).with("wanted", wanted)
}

fn step_kind(word: &str) -> Result<StepKind, Problem> {
    member("kind", word, &StepKind::ALL, StepKind::key)
}

fn step_part(word: &str) -> Result<StepPart, Problem> {
    member("part", word, &StepPart::ALL, StepPart::key)
}

fn event_kind(word: &str) -> Result<EventKind, Problem> {
    member("kind", word, &EventKind::ALL, EventKind::key)
}

fn event_state(word: &str) -> Result<EventState, Problem> {
    member("state", word, &EventState::ALL, EventState::key)
}

fn cap_kind(word: &str) -> Result<CapKind, Problem> {
    member("kind", word, &CapKind::ALL, CapKind::key)
}
