//! Concerns about what money depends on: steps, events and absorption.

use model::{Code, Event, EventState, Plan, Share, Step, StepPart, StepState, Total};

use crate::concern::{Concern, ConcernKind, Severity, whole_plan};
use crate::{Every, Measure, Schedule};

/// Every concern about steps, events and absorption.
pub(crate) fn conditions(plan: &Plan, schedule: &Schedule) -> Vec<Concern> {
    let mut found = Vec::new();
    found.extend(steps(plan));
    found.extend(weights(plan));
    found.extend(events(plan));
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
    let of = |keep: &dyn Fn(&Step) -> bool| counted(plan.steps.iter().filter(|step| keep(step)).map(|step| &step.code));
    let late = of(&|step| step.due > plan.package.last)
        .map(|(count, first)| whole_plan(Severity::Warning, ConcernKind::StepsAfterHorizon { count, first }));
    let overdue = of(&|step| step.state == StepState::Due && step.met_in() < plan.package.open_quarter())
        .map(|(count, first)| whole_plan(Severity::Warning, ConcernKind::StepsOverdue { count, first }));
    late.into_iter().chain(overdue).collect()
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

fn events(plan: &Plan) -> Option<Concern> {
    let acts = |event: &Event| event.state != EventState::Excluded && !event.effects.is_empty();
    let past = |event: &Event| acts(event) && plan.day_of(event).quarter() > plan.package.last;
    let (count, first) = counted(plan.events.iter().filter(|event| past(event)).map(|event| &event.code))?;
    Some(whole_plan(Severity::Note, ConcernKind::EventsAfterHorizon { count, first }))
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
