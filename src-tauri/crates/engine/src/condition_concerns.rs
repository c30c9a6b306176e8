//! Concerns about what money depends on: steps, events and absorption.

use std::collections::BTreeSet;

use model::{Code, Event, EventState, Id, Plan, Share, Step, StepPart, StepState, Total};

use crate::bend::acting;
use crate::concern::{Concern, Severity, whole_plan};
use crate::concern_kind::ConcernKind;
use crate::conditions::open_place;
use crate::release::Life;
use crate::{Every, Measure, Schedule};

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
        found.map(|(count, first)| whole_plan(severity, kind(count, first)))
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
    found.map(|kind| whole_plan(Severity::Warning, kind)).collect()
}

fn events(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let (openers, moved, amount) = opened_after(plan, schedule);
    let acts = |event: &Event| event.state != EventState::Excluded && !event.effects.is_empty();
    let past = |event: &Event| acts(event) && plan.day_of(event).quarter() > plan.package.last;
    let of = |keep: &dyn Fn(&Event) -> bool| {
        counted(plan.events.iter().filter(|event| keep(event)).map(|event| &event.code))
    };
    let opening = of(&|event| openers.contains(&event.id)).map(|(count, first)| Concern {
        severity: Severity::Warning,
        kind: ConcernKind::OpenedAfterHorizon { count, first, amount },
        rows: moved,
    });
    let idle = of(&|event| past(event) && !openers.contains(&event.id))
        .map(|(count, first)| whole_plan(Severity::Note, ConcernKind::EventsAfterHorizon { count, first }));
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
    let bears = |row: &model::Allocation| {
        plan.steps
            .iter()
            .any(|step| row.booster.as_ref() == Some(&step.cluster) && step.part.bears_on(StepPart::of(row.instrument)))
    };
    let rows: Vec<_> = plan.allocations.iter().filter(|row| row.booster.is_some() && !bears(row)).collect();
    let amount: Total = rows.iter().map(|row| row.amount).sum();
    let kind = ConcernKind::BoosterWithoutSteps { amount };
    (amount > Total::ZERO).then(|| Concern {
        severity: Severity::Note,
        kind,
        rows: rows.iter().map(|row| row.id).collect(),
    })
}

/// What the conditions come to by the end of the package.
fn outcome(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    if !schedule.is_conditioned() {
        return Vec::new();
    }
    let stocks = schedule.stocks(Every::Year);
    let of = |measure: Measure, stocks: &[Total; Measure::STOCKS.len()]| {
        Measure::STOCKS.iter().position(|known| *known == measure).map_or(Total::ZERO, |at| stocks[at])
    };
    let last = |measure| stocks.last().map_or(Total::ZERO, |stocks| of(measure, stocks));
    let mut found = Vec::new();
    let mut push = |amount: Total, severity, kind: ConcernKind| {
        if amount > Total::ZERO {
            found.push(whole_plan(severity, kind));
        }
    };
    let lost = last(Measure::Lost);
    push(lost, Severity::Warning, ConcernKind::Lost { amount: lost });
    let stopped = last(Measure::Stopped);
    push(stopped, Severity::Note, ConcernKind::Stopped { amount: stopped });
    // Of equal years the earlier one.
    let most = plan
        .package
        .years()
        .zip(stocks.iter().map(|stocks| of(Measure::Backlog, stocks)))
        .reduce(|best, year| if year.1 > best.1 { year } else { best });
    if let Some((year, amount)) = most {
        push(amount, Severity::Warning, ConcernKind::Backlog { amount, year });
    }
    found
}
