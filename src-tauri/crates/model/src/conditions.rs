//! The rules that steps, release terms, events and caps keep.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::plan::{LONGEST_NAME, LONGEST_NOTE, check_text};
use crate::step::MOST_DELAY_QUARTERS;
use crate::{
    Cap, CapKind, Date, EffectVerb, Event, Flaw, Id, Name, Plan, Refusal, ReleaseTerms, Share, Slice, Step, StepState,
    TableName,
};

/// The most quarters of a catch-up window, a lag or an extension.
pub(crate) const MOST_TERM_QUARTERS: u32 = 400;
/// The most caps of a plan.
pub(crate) const MOST_CAPS: u32 = 64;
/// The most days that an event may follow another by: a century.
pub(crate) const MOST_LAG_DAYS: u32 = 36_525;
/// The most events that an event may follow, one after the other. Whoever counts a day goes through all of them.
pub(crate) const LONGEST_CHAIN: usize = 100;
/// The greatest weight of a step.
const GREATEST_WEIGHT: i64 = 1_000_000;
/// The greatest yearly growth of a cap, and the greatest share of product: a hundredfold means a slip of the finger.
const GREATEST_RATE: i64 = 10;

impl Plan {
    /// The step that people call `name`: by its code, or by its id.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] where there is none.
    pub fn step_named(&self, name: &str) -> Result<&Arc<Step>, Refusal> {
        let by_id = name.parse::<Id>().ok().and_then(|id| self.steps.get(&id));
        let by_code = || self.steps.iter().find(|step| step.code.as_str() == name);
        by_id.or_else(by_code).ok_or_else(|| unknown(TableName::Steps, &name))
    }

    /// The steps in the order of their clusters' numbers, due quarters and codes.
    #[must_use]
    pub fn steps_in_order(&self) -> Vec<&Arc<Step>> {
        let number = |step: &Step| self.clusters.get(&step.cluster).map_or(u32::MAX, |cluster| cluster.number);
        let mut steps: Vec<_> = self.steps.iter().collect();
        steps.sort_by_key(|step| (number(step), step.due, step.code.clone()));
        steps
    }

    /// The day of an event: its own, or counted from the event it follows. A chain without an end counts from where it
    /// was met again; edits refuse such chains.
    #[must_use]
    pub fn day_of(&self, event: &Event) -> Date {
        let (first, lags) = self.chain_of(event);
        lags.iter().rev().fold(first, |day, lag| day.plus_days(*lag))
    }

    /// Whether the day of an event lies in the calendar, which ends with 2199.
    pub(crate) fn has_day(&self, event: &Event) -> bool {
        let (first, lags) = self.chain_of(event);
        lags.iter().rev().try_fold(first, |day, lag| day.days_later(*lag)).is_some()
    }

    /// The day that the day of an event is counted from, and by how many days, from its own lag on.
    fn chain_of(&self, event: &Event) -> (Date, Vec<u32>) {
        let mut seen = BTreeSet::new();
        let mut lags = Vec::new();
        let mut first = event;
        while let Some(other) = first.follows.filter(|_| seen.insert(first.id)).and_then(|id| self.events.get(&id)) {
            lags.push(first.lag_days);
            first = other;
        }
        (first.date, lags)
    }

    /// The events in the order of their days and codes, each with its day.
    #[must_use]
    pub fn calendar(&self) -> Vec<(Date, &Arc<Event>)> {
        let mut events: Vec<_> = self.events.iter().map(|event| (self.day_of(event), event)).collect();
        events.sort_by(|left, right| (left.0, &left.1.code).cmp(&(right.0, &right.1.code)));
        events
    }

    /// Whether a step keeps every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_step(&self, step: &Step) -> Result<(), Refusal> {
        check_name(&step.name)?;
        check_text("note", &step.note, LONGEST_NOTE)?;
        self.check_cluster(&step.cluster)?;
        if let Some(number) = step.chapter {
            let known = i32::try_from(number).is_ok_and(|number| self.chapters.get(&number).is_some());
            if !known {
                return Err(unknown(TableName::Chapters, &number));
            }
        }
        self.check_sources(&step.sources)?;
        if step.weight <= Share::ZERO || step.weight.decimal() > GREATEST_WEIGHT.into() {
            return Err(Refusal::WeightOutOfRange { weight: step.weight });
        }
        check_count("delay_quarters", step.delay_quarters, MOST_DELAY_QUARTERS)?;
        if let Some(probability) = step.probability {
            check_share("probability", probability)?;
        }
        match step.state {
            StepState::Due | StepState::Met { .. } => Ok(()),
            StepState::PartlyMet { share, .. } if share <= Share::ZERO || share >= Share::ONE => {
                Err(Refusal::ShareOutOfRange { field: "share", share })
            }
            StepState::PartlyMet { .. } => Ok(()),
            StepState::Reversed { met, quarter } if quarter <= met => {
                Err(Refusal::UndoneTooEarly { met, undone: quarter })
            }
            StepState::Reversed { .. } => Ok(()),
        }
    }

    /// Whether release terms keep every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule they break.
    pub fn check_terms(&self, terms: &ReleaseTerms) -> Result<(), Refusal> {
        check_text("note", &terms.note, LONGEST_NOTE)?;
        self.check_sources(&terms.sources)?;
        match terms.level {
            None if terms.rule.has_level() => return Err(Refusal::LevelMissing { rule: terms.rule.key() }),
            Some(_) if !terms.rule.has_level() => return Err(Refusal::LevelUnused { rule: terms.rule.key() }),
            Some(level) => check_share("level", level)?,
            None => {}
        }
        check_count("window_quarters", terms.window_quarters, MOST_TERM_QUARTERS)?;
        check_count("lag_quarters", terms.lag_quarters, MOST_TERM_QUARTERS)?;
        check_count("extension_quarters", terms.extension_quarters, MOST_TERM_QUARTERS)?;
        check_share("clawback", terms.clawback)?;
        terms.fundamentals_first.map_or(Ok(()), |tolerance| check_share("fundamentals_first", tolerance))
    }

    /// Whether an event keeps every rule, given the other tables: the day is there, what it follows is there and does not
    /// follow it in turn, and its effects say all they must.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_event(&self, event: &Event) -> Result<(), Refusal> {
        check_name(&event.name)?;
        check_text("note", &event.note, LONGEST_NOTE)?;
        self.check_sources(&event.sources)?;
        self.check_chain(event)?;
        if event.lag_days > MOST_LAG_DAYS {
            return Err(Refusal::TooManyDays { days: event.lag_days, most: MOST_LAG_DAYS });
        }
        let day = self.day_of(event);
        if let Some(until) = event.until.filter(|until| *until < day) {
            return Err(Refusal::EndsBeforeItBegins { begins: day, ends: until });
        }
        for effect in &event.effects {
            self.check_slice(&effect.slice)?;
            self.check_slice(&effect.except)?;
            if effect.verb == EffectVerb::Delay {
                check_count("quarters", effect.quarters, MOST_DELAY_QUARTERS)?;
            }
            check_share("share", effect.share)?;
        }
        Ok(())
    }

    /// Refuses an event that follows itself, directly or through others.
    pub(crate) fn check_chain(&self, event: &Event) -> Result<(), Refusal> {
        let mut chain = vec![event.code.to_string()];
        let mut next = event.follows;
        while let Some(id) = next {
            if id == event.id {
                chain.push(event.code.to_string());
                return Err(Refusal::EventsInCircle { chain });
            }
            let other = self.events.get(&id).ok_or_else(|| unknown(TableName::Events, &id))?;
            chain.push(other.code.to_string());
            if chain.len() > self.events.len() + 1 {
                return Err(Refusal::EventsInCircle { chain });
            }
            if chain.len() > LONGEST_CHAIN + 1 {
                let count = u32::try_from(chain.len() - 1).unwrap_or(u32::MAX);
                return Err(Refusal::TooMany { field: "follows", count, most: LONGEST_CHAIN as u32 });
            }
            next = other.follows;
        }
        Ok(())
    }

    /// Whether a cap keeps every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule it breaks; a cap that leaves no room at all is one.
    pub fn check_cap(&self, cap: &Cap) -> Result<(), Refusal> {
        check_name(&cap.name)?;
        check_text("note", &cap.note, LONGEST_NOTE)?;
        self.check_sources(&cap.sources)?;
        self.check_slice(&cap.slice)?;
        let room = match cap.kind {
            CapKind::Fixed | CapKind::Growing => cap.amount > crate::Money::ZERO,
            CapKind::GdpShare => cap.rate > Share::ZERO,
        };
        if !room {
            return Err(Refusal::CapOfNothing { cap: cap.name.en.clone() });
        }
        // A growing cap may shrink, but not to nothing at once.
        let least = if cap.kind == CapKind::Growing { Decimal::NEGATIVE_ONE } else { Decimal::ZERO };
        let rate = cap.rate.decimal();
        if rate < least || (rate == least && cap.kind == CapKind::Growing) || rate > GREATEST_RATE.into() {
            return Err(Refusal::ShareOutOfRange { field: "rate", share: cap.rate });
        }
        match cap.carry_years {
            Some(years) => check_count("carry_years", years, MOST_TERM_QUARTERS),
            None => Ok(()),
        }
    }

    fn check_slice(&self, slice: &Slice) -> Result<(), Refusal> {
        let empty = slice.0.iter().find(|(_, keys)| keys.is_empty());
        empty.map_or(Ok(()), |(dimension, _)| Err(Refusal::EmptySlice { dimension: dimension.key() }))
    }

    /// Everywhere steps, terms, events and caps contradict the plan.
    pub(crate) fn condition_flaws(&self, flaws: &mut Vec<Flaw>) {
        let mut push = |table, key: String, result: Result<(), Refusal>| {
            if let Err(refusal) = result {
                flaws.push(Flaw::Row { table, key, refusal });
            }
        };
        for cluster in self.clusters.iter() {
            for terms in &cluster.terms {
                push(TableName::Clusters, cluster.key.to_string(), self.check_terms(terms));
            }
            let dated = cluster.terms.windows(2).all(|pair| pair[0].from < pair[1].from);
            push(
                TableName::Clusters,
                cluster.key.to_string(),
                ok_or(dated, || Refusal::NamedTwice(cluster.key.clone())),
            );
        }
        for chapter in self.chapters.iter() {
            let known = chapter.cluster.as_ref().map_or(Ok(()), |cluster| self.check_cluster(cluster));
            push(TableName::Chapters, chapter.number.to_string(), known);
        }
        let mut codes = BTreeSet::new();
        for step in self.steps.iter() {
            push(TableName::Steps, step.code.to_string(), self.check_step(step));
            let free = codes.insert(&step.code);
            push(TableName::Steps, step.code.to_string(), ok_or(free, || Refusal::CodeTaken(step.code.clone())));
        }
        codes.clear();
        for event in self.events.iter() {
            push(TableName::Events, event.code.to_string(), self.check_event(event));
            let free = codes.insert(&event.code);
            push(TableName::Events, event.code.to_string(), ok_or(free, || Refusal::CodeTaken(event.code.clone())));
        }
        let caps = u32::try_from(self.caps.len()).unwrap_or(u32::MAX);
        push(TableName::Caps, caps.to_string(), check_count("caps", caps, MOST_CAPS));
        for cap in self.caps.iter() {
            push(TableName::Caps, cap.id.to_string(), self.check_cap(cap));
        }
    }
}

pub(crate) fn unknown(table: TableName, wanted: &impl ToString) -> Refusal {
    Refusal::Unknown { table, wanted: wanted.to_string() }
}

pub(crate) fn ok_or(holds: bool, refusal: impl FnOnce() -> Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(refusal()) }
}

pub(crate) fn check_name(name: &Name) -> Result<(), Refusal> {
    for text in [&name.en, &name.uk] {
        check_text("name", text, LONGEST_NAME)?;
        ok_or(!text.trim().is_empty(), || Refusal::EmptyName)?;
    }
    Ok(())
}

pub(crate) fn check_share(field: &'static str, share: Share) -> Result<(), Refusal> {
    ok_or((Share::ZERO..=Share::ONE).contains(&share), || Refusal::ShareOutOfRange { field, share })
}

pub(crate) fn check_count(field: &'static str, count: u32, most: u32) -> Result<(), Refusal> {
    ok_or(count <= most, || Refusal::TooMany { field, count, most })
}
