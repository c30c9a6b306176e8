//! Concerns about what money depends on: steps, events and absorption.

use std::collections::BTreeSet;
use std::sync::Arc;

use model::{Code, Event, EventState, Id, Key, Plan, Share, Step, StepPart, StepState, Total};

use crate::bend::acting;
use crate::concern::{Concern, Severity};
use crate::concern_kind::ConcernKind;
use crate::conditions::open_place;
use crate::release::Life;
use crate::{Every, Schedule};

/// Every concern about steps, events and absorption.
pub(crate) fn conditions(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let mut found = Vec::new();
    found.extend(steps(plan));
    found.extend(weights(plan));
    found.extend(events(plan, schedule));
    found.extend(without_steps(plan));
    found.extend(outcome(plan, schedule));
    found
}

fn counted<'a>(codes: impl Iterator<Item = &'a Code>) -> Option<(usize, Code)> {
    let mut codes: Vec<&Code> = codes.collect();
    codes.sort();
    codes.first().map(|first| (codes.len(), (*first).clone()))
}

fn steps(plan: &Plan) -> Vec<Concern> {
    let of = |severity, keep: &dyn Fn(&Step) -> bool, kind: fn(usize, Code) -> ConcernKind| {
        let found = counted(plan.steps.iter().filter(|step| keep(step)).map(|step| &step.code));
        found.map(|(count, first)| Concern::new(severity, kind(count, first)))
    };
    let open = plan.package.open_quarter();
    let overdue = |step: &Step| step.state == StepState::Due && step.met_in() < open;
    let late = |step: &Step| comes_too_late(plan, step);
    let found = [
        of(Severity::Warning, &|step| step.due > plan.package.last, |count, first| ConcernKind::StepsAfterHorizon {
            count,
            first,
        }),
        of(Severity::Warning, &|step| overdue(step) && !late(step), |count, first| ConcernKind::StepsOverdue {
            count,
            first,
        }),
        of(Severity::Warning, &|step| overdue(step) && late(step), |count, first| ConcernKind::StepsLapsed {
            count,
            first,
        }),
        of(Severity::Warning, &|step| !overdue(step) && late(step), |count, first| ConcernKind::StepsTooLate {
            count,
            first,
        }),
        of(Severity::Note, &|step| is_ahead(plan, step) && !late(step), |count, first| ConcernKind::StepsAhead {
            count,
            first,
        }),
    ];
    found.into_iter().flatten().collect()
}

/// Whether a step is met, or expected at the earliest, only after its window has closed.
fn comes_too_late(plan: &Plan, step: &Step) -> bool {
    let met = match step.state {
        StepState::Due => step.met_in().max(plan.package.open_quarter()),
        _ => step.met_in(),
    };
    met > Life::of(step, plan).closes()
}

/// Whether what is entered of a step lies after the plan's today.
fn is_ahead(plan: &Plan, step: &Step) -> bool {
    let today = plan.package.as_of.quarter();
    match step.state {
        StepState::Due => false,
        StepState::Met { quarter } | StepState::PartlyMet { quarter, .. } | StepState::Reversed { quarter, .. } => {
            quarter > today
        }
    }
}

/// Whole numbers are points and may add to anything; fractions are shares and should add to one.
fn weights(plan: &Plan) -> Vec<Concern> {
    let off = |cluster: &model::Cluster| {
        let weights: Vec<_> =
            plan.steps.iter().filter(|step| step.cluster == cluster.key).map(|step| step.weight).collect();
        let fractions = weights.iter().any(|weight| !weight.decimal().fract().is_zero());
        let sum = Share::quantised(weights.iter().map(|weight| weight.decimal()).sum());
        (fractions && sum != Share::ONE).then(|| ConcernKind::WeightsOff { cluster: cluster.name.clone(), sum })
    };
    let found = plan.clusters.iter().filter_map(|cluster| off(cluster));
    found.map(|kind| Concern::new(Severity::Warning, kind)).collect()
}

fn events(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let (openers, moved, amount) = opened_after(plan, schedule);
    let acts = |event: &Event| event.state != EventState::Excluded && !event.effects.is_empty();
    let past = |event: &Event| acts(event) && plan.day_of(event).quarter() > plan.package.last;
    let of = |keep: &dyn Fn(&Event) -> bool| {
        counted(plan.events.iter().filter(|event| keep(event)).map(|event| &event.code))
    };
    let opening = of(&|event| openers.contains(&event.id)).map(|(count, first)| {
        Concern::new(Severity::Warning, ConcernKind::OpenedAfterHorizon { count, first, amount }).about(moved)
    });
    let idle = of(&|event| past(event) && !openers.contains(&event.id))
        .map(|(count, first)| Concern::new(Severity::Note, ConcernKind::EventsAfterHorizon { count, first }));
    opening.into_iter().chain(idle).collect()
}

/// The events that open money only after the package, the rows that they move past it, and what was planned of them within
/// it.
fn opened_after(plan: &Plan, schedule: &Schedule) -> (BTreeSet<Id>, Vec<Id>, Total) {
    let quarters = plan.package.quarters();
    let mut opening = acting(plan);
    opening.retain(|effect| effect.opens_after(quarters));
    let (mut openers, mut moved, mut amount) = (BTreeSet::new(), Vec::new(), Total::ZERO);
    if opening.is_empty() {
        return (openers, moved, amount);
    }
    for (row, told) in plan.allocations.iter().zip(schedule.rows()) {
        let mine: Vec<Id> =
            opening.iter().filter(|effect| effect.bears_on(row, plan)).map(|effect| effect.event).collect();
        if mine.is_empty() {
            continue;
        }
        let inside: Total = (open_place(row, plan)..quarters).map(|at| told.planned(at)).sum();
        if inside > Total::ZERO {
            openers.extend(mine);
            moved.push(row.id);
            amount += inside;
        }
    }
    (openers, moved, amount)
}

fn without_steps(plan: &Plan) -> Option<Concern> {
    // Asked once for each cluster and part of its money: rows are many, and steps not few.
    let bears = |cluster: &model::Cluster, part| {
        plan.steps.iter().any(|step| step.cluster == cluster.key && step.part.bears_on(part))
    };
    let borne: Vec<_> =
        plan.clusters.iter().map(|cluster| StepPart::ALL.map(|part| (part, bears(cluster, part)))).collect();
    let is_borne = |row: &model::Allocation, cluster: &Key| {
        let parts = plan.clusters.place_of(cluster).and_then(|at| borne.get(at));
        let part = StepPart::of(row.instrument);
        parts.is_some_and(|parts| parts.iter().any(|(known, borne)| *known == part && *borne))
    };
    let unborne = |row: &&Arc<model::Allocation>| row.booster.as_ref().is_some_and(|cluster| !is_borne(row, cluster));
    let rows: Vec<_> = plan.allocations.iter().filter(unborne).collect();
    let amount: Total = rows.iter().map(|row| row.amount).sum();
    let concern = || Concern::new(Severity::Note, ConcernKind::BoosterWithoutSteps { amount });
    (amount > Total::ZERO).then(|| concern().about(rows.iter().map(|row| row.id)))
}

/// What the conditions come to by the end of the package.
fn outcome(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    if !schedule.is_conditioned() {
        return Vec::new();
    }
    let (mut lost, mut stopped) = (0, 0);
    let ending: Vec<_> = (0..schedule.quarters()).map(|at| schedule.period_ending(at, Every::Year)).collect();
    let mut waiting = vec![0_i128; schedule.places(Every::Year)];
    // What nothing holds back loses nothing, and only what a cap binds waits for room.
    for (row, hold) in schedule.rows().filter_map(|row| Some((row, row.hold?))) {
        if let Some(end) = row.at_end() {
            lost += i128::from(end.lost);
            stopped += i128::from(end.stopped);
        }
        if hold.absorbed.is_some() {
            let mut unpaid = 0;
            hold.each_paid(|at, paid, lapsed| {
                unpaid += hold.flows[at] - paid;
                if let Some(place) = ending[at] {
                    waiting[place] += i128::from(unpaid - lapsed);
                }
            });
        }
    }
    let mut found = Vec::new();
    let mut push = |cents: i128, severity, kind: &dyn Fn(Total) -> ConcernKind| {
        if cents > 0 {
            found.push(Concern::new(severity, kind(Total::from_cents(cents))));
        }
    };
    push(lost, Severity::Warning, &|amount| ConcernKind::Lost { amount });
    push(stopped, Severity::Note, &|amount| ConcernKind::Stopped { amount });
    // Of equal years the earlier one.
    let most = plan.package.years().zip(waiting).reduce(|best, year| if year.1 > best.1 { year } else { best });
    if let Some((year, cents)) = most {
        push(cents, Severity::Warning, &|amount| ConcernKind::Backlog { amount, year });
    }
    found
}
