//! Chances: when every step may be met, and how much of a group's money that lets expect.
//!
//! Nothing here is drawn at random, and no probability is preset: without entered ones nothing is said of chances.

use model::{Cluster, Decimal, Key, Plan, Quarter, SHARE_UNITS, Share, Step, StepState};

use crate::release::Rule;
use crate::{Every, Period};

/// When every step may be met: a distribution, from the probabilities that somebody has entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accession {
    /// How many steps have no probability and are not met: while there are any, nothing can be said of chances.
    pub missing: usize,
    /// When all steps are met as the plan expects them; nothing without steps.
    pub planned: Option<Quarter>,
    /// The chances by quarter; empty while a probability is missing.
    pub quarters: Vec<AccessionQuarter>,
}

/// The chance that every step is met by the end of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessionQuarter {
    /// The quarter.
    pub quarter: Quarter,
    /// If steps are met independently of each other.
    pub independent: Share,
    /// The least it can be, however they depend on each other.
    pub least: Share,
    /// The most it can be.
    pub most: Share,
}

/// When every step may be met. Each step that is due is met in any one quarter with its own probability, from its due
/// quarter or the plan's today on: `P(D ≤ k) = 1 − (1 − h)^(k+1)` (methods/02, 2.4). For several steps together the product
/// holds if they are independent, and `max(0, 1 − Σ(1 − pᵢ)) ≤ P ≤ min pᵢ` always (Fréchet).
#[must_use]
pub fn accession(plan: &Plan) -> Accession {
    let missing = plan.steps.iter().filter(|step| step.probability.is_none() && !is_met(step)).count();
    let planned = plan.steps.iter().map(|step| step.met_in().max(plan.package.open_quarter()).max(step.due)).max();
    let quarters = if missing > 0 || plan.steps.is_empty() { Vec::new() } else { chances(plan) };
    Accession { missing, planned, quarters }
}

fn is_met(step: &Step) -> bool {
    matches!(step.state, StepState::Met { .. })
}

fn chances(plan: &Plan) -> Vec<AccessionQuarter> {
    let periods = Every::Quarter.periods(&plan.package);
    let quarters = periods.into_iter().filter_map(|period| match period {
        Period::Quarter(quarter) => Some(quarter),
        Period::Year(_) | Period::After => None,
    });
    let chance = |quarter: Quarter| {
        let (mut product, mut missing, mut most) = (Decimal::ONE, Decimal::ZERO, Decimal::ONE);
        for step in plan.steps.iter() {
            let met = met_by(step, quarter, plan);
            product *= met;
            missing += Decimal::ONE - met;
            most = most.min(met);
        }
        let least = (Decimal::ONE - missing).max(Decimal::ZERO);
        let share = Share::quantised;
        AccessionQuarter { quarter, independent: share(product), least: share(least), most: share(most) }
    };
    quarters.map(chance).collect()
}

/// The chance that one step is met by the end of `quarter`.
fn met_by(step: &Step, quarter: Quarter, plan: &Plan) -> Decimal {
    if let StepState::Met { quarter: met } = step.state {
        return if met <= quarter { Decimal::ONE } else { Decimal::ZERO };
    }
    let from = step.due.max(plan.package.open_quarter());
    let tries = u32::try_from(quarter.since(from) + 1).unwrap_or(0);
    step.probability.map_or(Decimal::ZERO, |hazard| within(hazard, tries))
}

/// The chance that what happens in any one quarter with probability `hazard` has happened within `quarters` of them:
/// `1 − (1 − h)^n` (methods/02, 2.4). To 26 places and more.
#[must_use]
pub fn within(hazard: Share, quarters: u32) -> Decimal {
    let stays = Decimal::ONE - hazard.decimal();
    // A product of numbers below one neither grows nor overflows.
    Decimal::ONE - (0..quarters).fold(Decimal::ONE, |chance, _| chance * stays)
}

/// The share of a group's money that its probabilities let expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The group.
    pub cluster: Key,
    /// Expected of steps that are met independently within their window.
    pub independent: Share,
    /// The least and the most, however the steps depend on each other, where all or nothing is released.
    pub bounds: Option<(Share, Share)>,
}

/// The most steps whose outcomes are counted one by one.
const MOST_COUNTED: usize = 16;

/// What each group may expect by the end of its catch-up windows; groups of which a probability is missing, or which have
/// too many steps to count every outcome, are left out. The pace of the fundamentals is not part of it.
#[must_use]
pub fn expected(plan: &Plan) -> Vec<Expected> {
    plan.clusters.iter().filter_map(|cluster| expected_of(plan, cluster)).collect()
}

fn expected_of(plan: &Plan, cluster: &Cluster) -> Option<Expected> {
    let steps: Vec<&Step> = plan.steps.iter().map(|step| &**step).filter(|step| step.cluster == cluster.key).collect();
    let chance = |step: &&Step| match step.state {
        StepState::Met { .. } => Some(Share::ONE),
        _ => {
            let window = cluster.terms_in(step.due).map_or(0, model::ReleaseTerms::open_quarters);
            step.probability.map(|hazard| Share::quantised(within(hazard, window.saturating_add(1))))
        }
    };
    let chances: Vec<Share> = steps.iter().map(chance).collect::<Option<_>>()?;
    let counted: Vec<Chance> = steps
        .iter()
        .zip(&chances)
        .map(|(step, chance)| Chance { weight: step.weight, gate: step.gate, probability: *chance })
        .collect();
    let terms = cluster.terms.last();
    let rule = terms.map_or(model::ReleaseRule::Proportional, |terms| terms.rule);
    let level = terms.and_then(|terms| terms.level);
    let independent = expected_release(rule, level, &counted)?;
    let bounds = (rule == model::ReleaseRule::AllOrNothing).then(|| all_bounds(&chances));
    (!steps.is_empty()).then(|| Expected { cluster: cluster.key.clone(), independent, bounds })
}

/// A step of which only its chance is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// Its weight, relative to the others.
    pub weight: Share,
    /// Whether it is a gate.
    pub gate: bool,
    /// The probability that it is met.
    pub probability: Share,
}

/// The expected released share of independent steps, by counting every outcome (methods/02, 2.4); nothing for more than 16
/// steps, save where the rule is proportional and the weights alone decide.
#[must_use]
pub fn expected_release(rule: model::ReleaseRule, level: Option<Share>, steps: &[Chance]) -> Option<Share> {
    let rule = Rule { rule, level: level.map_or(0, Share::units) };
    let weight = |chance: &Chance| i128::from(chance.weight.units());
    if rule.rule == model::ReleaseRule::Proportional {
        let partly: Vec<_> = steps.iter().map(|step| (weight(step), false, step.probability.units())).collect();
        return Some(share_of_units(Decimal::from(rule.released(&partly))));
    }
    if steps.len() > MOST_COUNTED {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for outcome in 0..1_u32 << steps.len() {
        let mut chance = Decimal::ONE;
        let met: Vec<_> = steps
            .iter()
            .enumerate()
            .map(|(at, step)| {
                let is_met = outcome >> at & 1 == 1;
                let probability = step.probability.decimal();
                chance *= if is_met { probability } else { Decimal::ONE - probability };
                (weight(step), step.gate, if is_met { SHARE_UNITS } else { 0 })
            })
            .collect();
        sum += chance * Decimal::from(rule.released(&met));
    }
    Some(share_of_units(sum))
}

/// A number of share units as a share.
fn share_of_units(units: Decimal) -> Share {
    Share::quantised(units / Decimal::from(SHARE_UNITS))
}

/// The least and the greatest probability that all happen: `max(0, 1 − Σ(1 − pᵢ))` and `min pᵢ` (Fréchet).
#[must_use]
pub fn all_bounds(chances: &[Share]) -> (Share, Share) {
    let missing: Decimal = chances.iter().map(|chance| Decimal::ONE - chance.decimal()).sum();
    let least = (Decimal::ONE - missing).max(Decimal::ZERO);
    (Share::quantised(least), chances.iter().copied().min().unwrap_or(Share::ONE))
}
