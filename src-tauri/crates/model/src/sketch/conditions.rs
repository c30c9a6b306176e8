//! The lines of a sketch that say on what money depends.

use std::sync::Arc;

use super::{amount, named_cluster};
use crate::{
    Cap, CapKind, Dimension, Effect, EffectVerb, Event, EventKind, EventState, Grade, Id, Money, Name, OnLoss, Plan,
    Quarter, ReleaseRule, ReleaseTerms, Share, Slice, Step, StepKind, StepPart, StepState,
};

/// The words after the ones that every line of its kind has.
struct Rest<'w, 'a>(std::slice::Iter<'w, &'a str>);

impl<'a> Rest<'_, 'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.0.next().copied()
    }

    fn read<T: std::str::FromStr>(&mut self, after: &'a str) -> Result<T, &'a str> {
        let word = self.next().ok_or(after)?;
        word.parse().map_err(|_| word)
    }
}

pub(super) fn read_step<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(), &'a str> {
    let [_, code, cluster, "due", due, rest @ ..] = words else {
        return Err(words.last().copied().unwrap_or(""));
    };
    let mut step = Step {
        id: Id::from_bits(plan.steps.len() as u128 + 1),
        code: code.parse().map_err(|_| *code)?,
        name: Name::same(*code),
        cluster: named_cluster(plan, cluster)?,
        chapter: None,
        due: due.parse().map_err(|_| *due)?,
        weight: Share::ONE,
        kind: StepKind::Legislative,
        part: StepPart::All,
        gate: false,
        state: StepState::Due,
        delay_quarters: 0,
        probability: None,
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    };
    let mut rest = Rest(rest.iter());
    while let Some(word) = rest.next() {
        match word {
            "weight" => step.weight = rest.read(word)?,
            "delay" => step.delay_quarters = rest.read(word)?,
            "probability" => step.probability = Some(rest.read(word)?),
            "met" => step.state = StepState::Met { quarter: rest.read(word)? },
            "partly" => step.state = StepState::PartlyMet { share: rest.read(word)?, quarter: rest.read(word)? },
            "reversed" => {
                let met = step.met_in();
                step.state = StepState::Reversed { met, quarter: rest.read(word)? };
            }
            "gate" => step.gate = true,
            part => step.part = StepPart::from_key(part).ok_or(part)?,
        }
    }
    plan.steps.put(Arc::new(step));
    Ok(())
}

pub(super) fn read_terms<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(), &'a str> {
    let [_, cluster, "from", from, rule, rest @ ..] = words else {
        return Err(words.last().copied().unwrap_or(""));
    };
    let from: Quarter = from.parse().map_err(|_| *from)?;
    let mut terms = ReleaseTerms {
        from,
        rule: ReleaseRule::from_key(rule).ok_or(*rule)?,
        level: None,
        window_quarters: 4,
        lag_quarters: 2,
        on_loss: OnLoss::Lost,
        extension_quarters: 0,
        clawback: Share::ONE,
        fundamentals_first: None,
        grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
    };
    let mut rest = Rest(rest.iter());
    while let Some(word) = rest.next() {
        match word {
            "window" => terms.window_quarters = rest.read(word)?,
            "lag" => terms.lag_quarters = rest.read(word)?,
            "first" => terms.fundamentals_first = Some(rest.read(word)?),
            "clawback" => terms.clawback = rest.read(word)?,
            "extended" => {
                terms.on_loss = OnLoss::Extended;
                terms.extension_quarters = rest.read(word)?;
            }
            "reallocated" => terms.on_loss = OnLoss::Reallocated,
            level => terms.level = Some(level.parse().map_err(|_| level)?),
        }
    }
    let key = named_cluster(plan, cluster)?;
    let mut cluster = plan.clusters.get(&key).map(|found| (**found).clone()).ok_or(*cluster)?;
    cluster.terms.push(terms);
    plan.clusters.put(Arc::new(cluster));
    Ok(())
}

pub(super) fn read_event<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(), &'a str> {
    let [_, code, date, rest @ ..] = words else {
        return Err(words.last().copied().unwrap_or(""));
    };
    let mut event = Event {
        id: Id::from_bits(plan.events.len() as u128 + 1),
        code: code.parse().map_err(|_| *code)?,
        name: Name::same(*code),
        date: date.parse().map_err(|_| *date)?,
        until: None,
        follows: None,
        lag_days: 0,
        kind: EventKind::Other,
        state: EventState::Assumed,
        grade: Grade::Assumption,
        effects: Vec::new(),
        sources: Vec::new(),
        note: String::new(),
    };
    let mut sparing = false;
    let mut rest = Rest(rest.iter());
    while let Some(word) = rest.next() {
        if word == "until" {
            event.until = Some(rest.read(word)?);
        } else if word == "except" {
            sparing = true;
        } else if let Some(verb) = EffectVerb::from_key(word) {
            let mut effect =
                Effect { verb, slice: Slice::default(), except: Slice::default(), quarters: 0, share: Share::ONE };
            match verb {
                EffectVerb::Delay => effect.quarters = rest.read(word)?,
                EffectVerb::Scale => effect.share = rest.read(word)?,
                EffectVerb::Open | EffectVerb::While | EffectVerb::Stop => {}
            }
            sparing = false;
            event.effects.push(effect);
        } else if let Some(state) = EventState::from_key(word) {
            event.state = state;
        } else {
            let effect = event.effects.last_mut().ok_or(word)?;
            condition(if sparing { &mut effect.except } else { &mut effect.slice }, word)?;
        }
    }
    plan.events.put(Arc::new(event));
    Ok(())
}

pub(super) fn read_cap<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(), &'a str> {
    let mut cap = Cap {
        id: Id::from_bits(plan.caps.len() as u128 + 1),
        name: Name::same(format!("cap {}", plan.caps.len() + 1)),
        slice: Slice::default(),
        kind: CapKind::Fixed,
        amount: Money::ZERO,
        rate: Share::ZERO,
        carry_years: None,
        sources: Vec::new(),
        note: String::new(),
    };
    let mut rest = Rest(words[1..].iter());
    while let Some(word) = rest.next() {
        match word {
            "gdp" => {
                cap.kind = CapKind::GdpShare;
                cap.rate = rest.read(word)?;
            }
            "growing" => {
                cap.kind = CapKind::Growing;
                cap.rate = rest.read(word)?;
            }
            "carry" => cap.carry_years = Some(rest.read(word)?),
            word if word.contains('=') => condition(&mut cap.slice, word)?,
            size => cap.amount = amount(size)?,
        }
    }
    plan.caps.put(Arc::new(cap));
    Ok(())
}

/// `sector=energy` or `sector=energy|transport`.
fn condition<'a>(slice: &mut Slice, word: &'a str) -> Result<(), &'a str> {
    let (dimension, keys) = word.split_once('=').ok_or(word)?;
    let dimension = Dimension::from_key(dimension).ok_or(word)?;
    slice.0.push((dimension, keys.split('|').map(str::to_owned).collect()));
    Ok(())
}
