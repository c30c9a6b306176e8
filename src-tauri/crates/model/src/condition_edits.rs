//! The edits of steps, release terms, events and caps.
//!
//! An edit is held to more than a file is: what means nothing beside the rest of what it says was meant otherwise, and is
//! refused. A file that holds such a thing already still opens, and whatever an edit leaves as it was is not asked again.

use std::sync::Arc;

use crate::conditions::{LONGEST_CHAIN, MOST_CAPS, MOST_LAG_DAYS, MOST_TERM_QUARTERS, check_count, ok_or, unknown};
use crate::{
    Cap, CapKind, Change, Cluster, Effect, EffectVerb, Event, Id, Key, Money, OnLoss, Plan, Programme, Quarter,
    Refusal, ReleaseTerms, Share, Slice, Step, StepState, TableName,
};

/// Makes one change to steps, terms, events or caps.
///
/// # Errors
/// [`Refusal`] where the change names what is not there or would break a rule.
pub(crate) fn change_conditions(plan: &mut Plan, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::SetStep { step } => set_step(plan, (**step).clone()),
        Change::SlipStep { step, quarters } => {
            let found = plan.steps.get(step).ok_or_else(|| unknown(TableName::Steps, step))?;
            if found.state != StepState::Due {
                return Err(Refusal::StepNotDue { step: found.code.clone(), state: found.state.key() });
            }
            let delay_quarters = found.delay_quarters.saturating_add(*quarters);
            set_step(plan, Step { delay_quarters, ..(**found).clone() })
        }
        Change::RemoveStep { step } => {
            plan.steps.remove(step).map(|_| ()).ok_or_else(|| unknown(TableName::Steps, step))
        }
        Change::SetTerms { cluster, from, terms } => set_terms(plan, cluster, *from, terms.as_deref()),
        Change::SetEvent { event } => set_event(plan, event),
        Change::RemoveEvent { event } => {
            if let Some(follower) = plan.events.iter().find(|other| other.follows == Some(*event)) {
                return Err(Refusal::EventFollowed { by: follower.code.clone() });
            }
            plan.events.remove(event).map(|_| ()).ok_or_else(|| unknown(TableName::Events, event))
        }
        Change::SetCap { cap } => set_cap(plan, cap),
        Change::RemoveCap { cap } => plan.caps.remove(cap).map(|_| ()).ok_or_else(|| unknown(TableName::Caps, cap)),
        Change::SetLapse { programme, years } => {
            let found = plan.programmes.get(programme).ok_or_else(|| unknown(TableName::Programmes, programme))?;
            if let Some(years) = years {
                check_count("years", *years, MOST_TERM_QUARTERS)?;
            }
            let changed = Programme { lapse_years: *years, ..(**found).clone() };
            plan.programmes.put(Arc::new(changed));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Refuses a slice that names a dimension twice: a row would have to stand in both places, and none does.
///
/// # Errors
/// [`Refusal::DimensionTwice`].
pub(crate) fn check_dimensions(slice: &Slice) -> Result<(), Refusal> {
    let twice = |(at, (dimension, _)): (usize, &(crate::Dimension, _))| {
        slice.0[..at].iter().any(|(before, _)| before == dimension).then_some(*dimension)
    };
    let found = slice.0.iter().enumerate().find_map(twice);
    found.map_or(Ok(()), |dimension| Err(Refusal::DimensionTwice { dimension: dimension.key() }))
}

fn set_step(plan: &mut Plan, step: Step) -> Result<(), Refusal> {
    let taken = plan.steps.iter().any(|other| other.code == step.code && other.id != step.id);
    ok_or(!taken, || Refusal::CodeTaken(step.code.clone()))?;
    plan.check_step(&step)?;
    plan.steps.put(Arc::new(step));
    Ok(())
}

fn set_terms(plan: &mut Plan, cluster: &Key, from: Quarter, terms: Option<&ReleaseTerms>) -> Result<(), Refusal> {
    let found = plan.clusters.get(cluster).ok_or_else(|| unknown(TableName::Clusters, cluster))?;
    let mut next = Cluster::clone(found);
    let begins = |quarter: Quarter| found.terms.iter().any(|known| known.from == quarter);
    match terms {
        Some(terms) => {
            plan.check_terms(terms)?;
            check_extension(terms)?;
            let taken = terms.from != from && begins(terms.from);
            ok_or(!taken, || Refusal::TermsTaken { cluster: cluster.clone(), from: terms.from })?;
        }
        None => ok_or(begins(from), || Refusal::NoTerms { cluster: cluster.clone(), from })?,
    }
    next.terms.retain(|known| known.from != from);
    next.terms.extend(terms.cloned());
    next.terms.sort_by_key(|known| known.from);
    plan.clusters.put(Arc::new(next));
    Ok(())
}

/// Only a window that is extended has an extension, and it has one.
fn check_extension(terms: &ReleaseTerms) -> Result<(), Refusal> {
    match (terms.on_loss, terms.extension_quarters) {
        (OnLoss::Extended, 0) => Err(Refusal::ExtensionMissing),
        (OnLoss::Extended, _) | (_, 0) => Ok(()),
        (on_loss, _) => Err(Refusal::ExtensionUnused { on_loss: on_loss.key() }),
    }
}

/// The events that follow it, directly or through others, move with it: they must keep every rule, too.
fn set_event(plan: &mut Plan, event: &Event) -> Result<(), Refusal> {
    let taken = plan.events.iter().any(|other| other.code == event.code && other.id != event.id);
    ok_or(!taken, || Refusal::CodeTaken(event.code.clone()))?;
    check_day(plan, event)?;
    plan.check_event(event)?;
    let as_it_was = plan.events.get(&event.id).is_some_and(|before| before.effects == event.effects);
    if !as_it_was {
        event.effects.iter().try_for_each(check_effect)?;
    }
    plan.events.put(Arc::new(event.clone()));
    let follows = |other: &&Arc<Event>| other.id != event.id && comes_after(plan, other, event.id);
    for other in plan.events.iter().filter(follows) {
        let broken = |refusal| Refusal::OfFollower { event: other.code.clone(), refusal: Box::new(refusal) };
        check_day(plan, other).and_then(|()| plan.check_event(other)).map_err(broken)?;
    }
    Ok(())
}

/// Whether the day of `event` is counted from that of `first`, directly or through others. No chain that was within bounds
/// is longer than is looked through.
fn comes_after(plan: &Plan, event: &Event, first: Id) -> bool {
    let mut next = event.follows;
    for _ in 0..LONGEST_CHAIN {
        match next {
            Some(id) if id == first => return true,
            Some(id) => next = plan.events.get(&id).and_then(|other| other.follows),
            None => return false,
        }
    }
    false
}

/// Days are counted from an event, and lead to a day of the calendar.
fn check_day(plan: &Plan, event: &Event) -> Result<(), Refusal> {
    let Some(follows) = event.follows else {
        return ok_or(event.lag_days == 0, || Refusal::LagUnused { days: event.lag_days });
    };
    // A circle, or days beyond number, have refusals of their own.
    if event.lag_days > MOST_LAG_DAYS || plan.check_chain(event).is_err() {
        return Ok(());
    }
    let Some(other) = plan.events.get(&follows) else { return Ok(()) };
    let beyond = || Refusal::BeyondCalendar { follows: other.code.clone(), lag_days: event.lag_days };
    ok_or(plan.has_day(event), beyond)
}

fn check_effect(effect: &Effect) -> Result<(), Refusal> {
    let Effect { verb, slice, except, quarters, share } = effect;
    let unused = |field| Err(Refusal::EffectUnused { verb: verb.key(), field });
    if *quarters != 0 && *verb != EffectVerb::Delay {
        return unused("quarters");
    }
    if *share != Share::ONE && *verb != EffectVerb::Scale {
        return unused("share");
    }
    check_dimensions(slice)?;
    check_dimensions(except)
}

fn set_cap(plan: &mut Plan, cap: &Cap) -> Result<(), Refusal> {
    match cap.kind {
        CapKind::Fixed if cap.rate != Share::ZERO => return Err(unused_of(cap, "rate")),
        CapKind::GdpShare if cap.amount != Money::ZERO => return Err(unused_of(cap, "amount")),
        CapKind::Fixed | CapKind::Growing | CapKind::GdpShare => {}
    }
    plan.check_cap(cap)?;
    let before = plan.caps.get(&cap.id);
    if before.is_none_or(|before| before.slice != cap.slice) {
        check_dimensions(&cap.slice)?;
    }
    if before.is_none() {
        let count = u32::try_from(plan.caps.len()).unwrap_or(u32::MAX);
        check_count("caps", count.saturating_add(1), MOST_CAPS)?;
    }
    plan.caps.put(Arc::new(cap.clone()));
    Ok(())
}

const fn unused_of(cap: &Cap, field: &'static str) -> Refusal {
    Refusal::CapUnused { kind: cap.kind.key(), field }
}
