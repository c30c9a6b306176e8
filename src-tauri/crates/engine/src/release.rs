//! From reform steps to the shares of booster money that are released, not yet due, at risk and lost.
//!
//! A group's rule is a rising function `R` of how far its steps are met, with `R(all) = 1`. In each quarter three sets of
//! steps give three boundaries on the group's money, in share units: `R(met)`, `R(met ∪ not yet due)` and
//! `R(all − lapsed)`. What lies below the first is released, up to the second not yet due, up to the third at risk, and
//! above it lost. (`contract.md`, "From commitment to payment"; Regulation (EU) 2024/792 for the pattern.)

use std::collections::BTreeMap;

use model::{
    Cluster, Key, OnLoss, Plan, Quarter, ReleaseRule, ReleaseTerms, SHARE_UNITS, Share, Step, StepPart, StepState,
};

/// The three boundaries in a quarter, in share units; each at least the one before, none above the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Up to here the money is released.
    pub released: i64,
    /// Up to here it is released or not yet due.
    pub due_later: i64,
    /// Up to here it can still be had; above, it is lost.
    pub claimable: i64,
    /// Up to here it was released long enough ago to be paid.
    pub payable: i64,
}

/// The boundaries of one group for one part of its money, for each quarter of the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Release(pub Vec<Bounds>);

/// How far one step has come in a quarter, in share units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Met.
    pub met: i64,
    /// Not due yet.
    pub future: i64,
    /// Lapsed: its window has closed.
    pub lapsed: i64,
}

/// When a step is met, undone and lapses: its life, worked out once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Life {
    weight: i128,
    gate: bool,
    due: Quarter,
    /// How much of it is met from `met` to before `undone`.
    share: i64,
    met: Option<Quarter>,
    undone: Option<Quarter>,
    /// From when on what is not met has lapsed.
    lapses: Quarter,
}

impl Life {
    pub(crate) fn of(step: &Step, plan: &Plan) -> Self {
        let open = plan.clusters.get(&step.cluster).map_or(USUAL_WINDOW, |cluster| open_quarters(cluster, step.due));
        let closes = step.due.plus(open);
        // What is not met by the plan's today cannot be met before it.
        let expected = match step.state {
            StepState::Due => step.met_in().max(plan.package.open_quarter()),
            _ => step.met_in(),
        };
        let (share, undone, lapses) = match step.state {
            StepState::Due | StepState::Met { .. } => (SHARE_UNITS, None, closes),
            StepState::PartlyMet { share, .. } => (share.units(), None, closes),
            // What is undone can be met again within a window from then, or from when it is due.
            StepState::Reversed { quarter, .. } => (SHARE_UNITS, Some(quarter), quarter.max(step.due).plus(open)),
        };
        // Met before it is due, a step releases when it is due; after its window, no more; and not at all where it is
        // undone by then.
        let in_time = expected <= closes;
        let met = in_time.then(|| expected.max(step.due)).filter(|met| undone.is_none_or(|undone| undone > *met));
        let lapses = if in_time { lapses } else { closes };
        Self { weight: i128::from(step.weight.units()), gate: step.gate, due: step.due, share, met, undone, lapses }
    }

    /// The quarter from which it is met, where it ever is.
    pub(crate) const fn met(&self) -> Option<Quarter> {
        self.met
    }

    /// The last quarter in which it could have been met; what is missing has lapsed by its end.
    pub(crate) const fn closes(&self) -> Quarter {
        self.lapses
    }

    pub(crate) fn standing(&self, quarter: Quarter) -> Standing {
        let holds = self.met.is_some_and(|met| met <= quarter) && self.undone.is_none_or(|undone| quarter < undone);
        let met = if holds { self.share } else { 0 };
        let missing = SHARE_UNITS - met;
        if quarter < self.due {
            return Standing { met, future: missing, lapsed: 0 };
        }
        // While a step that is going to be undone still holds, nothing of it has lapsed.
        let lapsed = if quarter >= self.lapses { missing } else { 0 };
        Standing { met, future: 0, lapsed }
    }

    /// How much of it was met by `quarter`, if what is undone by `seen` had never been met.
    fn met_by(&self, quarter: Quarter, seen: Quarter) -> i64 {
        let undone = self.undone.is_some_and(|undone| undone <= seen);
        if self.met.is_some_and(|met| met <= quarter) && !undone { self.share } else { 0 }
    }
}

/// The window where a group says nothing: twelve months, as in the Ukraine Facility.
const USUAL_WINDOW: u32 = 4;
/// The lag where a group says nothing: two quarters, as the Facility took in 2025.
const USUAL_LAG: u32 = 2;

fn open_quarters(cluster: &Cluster, due: Quarter) -> u32 {
    cluster.terms_in(due).map_or(USUAL_WINDOW, ReleaseTerms::open_quarters)
}

/// The rule of a group in a quarter: a function of how far its steps are met.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    pub rule: ReleaseRule,
    pub level: i64,
}

impl Rule {
    fn of(terms: Option<&ReleaseTerms>) -> Self {
        terms.map_or(Self { rule: ReleaseRule::Proportional, level: 0 }, |terms| Self {
            rule: terms.rule,
            level: terms.level.map_or(0, Share::units),
        })
    }

    /// `R`, in share units, of steps met to these shares: weight, gate and share each. Without steps everything is released.
    pub(crate) fn released(self, steps: &[(i128, bool, i64)]) -> i64 {
        i64::try_from(self.at(steps, SHARE_UNITS)).unwrap_or(SHARE_UNITS)
    }

    /// `R` in units that are ten thousand times finer.
    fn finely(self, steps: &[(i128, bool, i64)]) -> i128 {
        self.at(steps, FINE_UNITS)
    }

    /// `R` in units of which the whole has `units`, a multiple of the share units.
    fn at(self, steps: &[(i128, bool, i64)], units: i64) -> i128 {
        let whole = i128::from(units);
        let weights: i128 = steps.iter().map(|(weight, ..)| weight).sum();
        if weights == 0 || steps.iter().all(|(_, _, met)| *met == SHARE_UNITS) {
            return whole;
        }
        let finer = i128::from(units / SHARE_UNITS);
        let met: i128 = steps.iter().map(|(weight, _, met)| weight * i128::from(*met)).sum();
        let share = i128::from(divided(met * finer, weights));
        let level = i128::from(self.level) * finer;
        match self.rule {
            ReleaseRule::Proportional => share,
            ReleaseRule::AllOrNothing => 0,
            ReleaseRule::Floor => level + i128::from(divided((whole - level) * share, whole)),
            ReleaseRule::Threshold => {
                if share >= level {
                    share
                } else {
                    0
                }
            }
            ReleaseRule::ThresholdThenFull => {
                if share >= level {
                    whole
                } else {
                    share
                }
            }
            ReleaseRule::Gate => {
                let open = steps.iter().all(|(_, gate, met)| !gate || *met == SHARE_UNITS);
                if open { share } else { 0 }
            }
        }
    }
}

/// Ten thousand times as many as share units: for shares of shares.
const FINE_UNITS: i64 = SHARE_UNITS * 10_000;

/// `amount / by`, rounded half-even; neither is negative and the quotient is at most the whole.
fn divided(amount: i128, by: i128) -> i64 {
    let (down, rest) = (amount / by, amount % by);
    let up = 2 * rest > by || (2 * rest == by && down % 2 != 0);
    i64::try_from(down + i128::from(up)).unwrap_or(i64::MAX)
}

/// The lives of a plan's steps by group.
pub(crate) struct Groups {
    lives: BTreeMap<Key, Vec<(StepPart, Life)>>,
    fundamentals: Option<Key>,
    first: Quarter,
    quarters: usize,
}

impl Groups {
    pub(crate) fn of(plan: &Plan) -> Self {
        let mut lives: BTreeMap<Key, Vec<(StepPart, Life)>> = BTreeMap::new();
        for step in plan.steps.iter() {
            lives.entry(step.cluster.clone()).or_default().push((step.part, Life::of(step, plan)));
        }
        let fundamentals = plan.clusters.iter().find(|cluster| cluster.is_fundamentals());
        Self {
            lives,
            fundamentals: fundamentals.map(|cluster| cluster.key.clone()),
            first: plan.package.first,
            quarters: plan.package.quarters(),
        }
    }

    fn lives(&self, group: &Key, part: StepPart) -> Vec<Life> {
        let all = self.lives.get(group).into_iter().flatten();
        all.filter(|(bears, _)| bears.bears_on(part)).map(|(_, life)| *life).collect()
    }

    /// The boundaries of a group for one part of its money; nothing where no step and no terms bear on it.
    pub(crate) fn release(&self, plan: &Plan, group: &Key, part: StepPart) -> Option<Release> {
        let cluster = plan.clusters.get(group)?;
        let own = self.lives(group, part);
        let waits = cluster.terms.iter().any(|terms| terms.fundamentals_first.is_some());
        let fundamentals = match &self.fundamentals {
            Some(key) if waits => self.lives(key, part),
            _ => Vec::new(),
        };
        if own.is_empty() && fundamentals.is_empty() {
            return None;
        }
        Some(Walk { cluster, own: &own, fundamentals: &fundamentals }.through(self.first, self.quarters))
    }
}

/// Which shares of the steps a boundary counts.
#[derive(Clone, Copy)]
enum Counted {
    /// What was met, less what has been undone by a later quarter.
    Met(Quarter),
    MetOrFuture,
    NotLapsed,
}

impl Counted {
    fn of(self, life: &Life, quarter: Quarter) -> i64 {
        let Standing { met, future, lapsed } = life.standing(quarter);
        match self {
            Self::Met(seen) => life.met_by(quarter, seen),
            Self::MetOrFuture => met + future,
            Self::NotLapsed => SHARE_UNITS - lapsed,
        }
    }
}

struct Walk<'a> {
    cluster: &'a Cluster,
    own: &'a [Life],
    fundamentals: &'a [Life],
}

impl Walk<'_> {
    fn through(&self, first: Quarter, quarters: usize) -> Release {
        // What was released before the package stays released, and may be payable in its first quarters; what is released
        // without any step has been so for longer than any lag.
        let lag = self.cluster.terms.iter().map(|terms| terms.lag_quarters).max().unwrap_or(USUAL_LAG);
        let earliest = first.ordinal().saturating_sub(1900 * 4).max(0).unsigned_abs();
        let early = first.since(self.beginning().min(first)).unsigned_abs().saturating_add(lag).min(earliest) as usize;
        let begin = first.ordinal() - i32::try_from(early).unwrap_or(0);
        let span: Vec<Quarter> = (begin..=i32::MAX).map_while(Quarter::from_ordinal).take(quarters + early).collect();
        let released = self.released(&span);
        let bounds = (early..span.len()).map(|at| {
            let (due_later, claimable) = self.upper(span[at], released[at]);
            Bounds { released: released[at], due_later, claimable, payable: self.payable(&released, &span, at) }
        });
        Release(bounds.collect())
    }

    /// The first quarter in which anything can have been released.
    fn beginning(&self) -> Quarter {
        let terms = self.cluster.terms.iter().map(|terms| terms.from);
        let met = self.own.iter().chain(self.fundamentals).filter_map(Life::met);
        let earliest = terms.chain(met).min();
        earliest.unwrap_or_else(|| Quarter::from_ordinal(1900 * 4).unwrap_or_else(|| unreachable!("1900 is a year")))
    }

    /// `R` of the steps that `counted` counts, under the terms in force. Where what lapses goes to the other steps of the
    /// group, it is told of what can still be had; the fundamentals set the pace all the same.
    fn share(&self, quarter: Quarter, counted: Counted) -> i64 {
        let terms = self.cluster.terms_in(quarter);
        let told = |lives: &[Life], counted: Counted| -> Vec<(i128, bool, i64)> {
            lives.iter().map(|life| (life.weight, life.gate, counted.of(life, quarter))).collect()
        };
        let rule = Rule::of(terms);
        let mut share = rule.released(&told(self.own, counted));
        if terms.is_some_and(|terms| terms.on_loss == OnLoss::Reallocated) {
            // Both finer than the share that comes of them, so that it is rounded once.
            let part = rule.finely(&told(self.own, counted));
            let whole = rule.finely(&told(self.own, Counted::NotLapsed));
            if whole > 0 {
                share = divided(part * i128::from(SHARE_UNITS), whole).min(SHARE_UNITS);
            }
        }
        let Some(tolerance) = terms.and_then(|terms| terms.fundamentals_first) else { return share };
        let pace = Rule { rule: ReleaseRule::Proportional, level: 0 }.released(&told(self.fundamentals, counted));
        share.min(pace.saturating_add(tolerance.units()))
    }

    /// The released share at the end of each quarter. It never falls, whatever the terms become, save when a step is undone:
    /// then the clawback's share of what no longer stands on a step that is met is taken back.
    fn released(&self, span: &[Quarter]) -> Vec<i64> {
        let lives = || self.own.iter().chain(self.fundamentals);
        // The most that was ever released without all that is undone by now.
        let mut firm = 0;
        let mut released: Vec<i64> = Vec::with_capacity(span.len());
        for (at, quarter) in span.iter().enumerate() {
            let before = released.last().copied().unwrap_or(0);
            let mut kept = before;
            if lives().any(|life| life.undone == Some(*quarter)) {
                let since = span[..at].iter().map(|then| self.share(*then, Counted::Met(*quarter)));
                firm = since.max().unwrap_or(0);
            }
            firm = firm.max(self.share(*quarter, Counted::Met(*quarter)));
            if before > firm && lives().any(|life| life.undone == Some(*quarter)) {
                let terms = self.cluster.terms_in(*quarter);
                let clawback = terms.map_or(SHARE_UNITS, |terms| terms.clawback.units());
                let taken = i128::from(before - firm) * i128::from(clawback);
                kept = before - divided(taken, i128::from(SHARE_UNITS));
            }
            released.push(firm.max(kept));
        }
        released
    }

    /// The boundaries above what is released: what is not due yet, and what can still be had.
    fn upper(&self, quarter: Quarter, released: i64) -> (i64, i64) {
        let due_later = self.share(quarter, Counted::MetOrFuture).clamp(released, SHARE_UNITS);
        (due_later, self.share(quarter, Counted::NotLapsed).clamp(due_later, SHARE_UNITS))
    }

    /// What was released long enough ago, and has not been taken back since: the least share since the last quarter whose lag
    /// is over. A shorter lag holds for all that is released by then.
    fn payable(&self, released: &[i64], span: &[Quarter], at: usize) -> i64 {
        let over = |then: &usize| {
            let lag = self.cluster.terms_in(span[*then]).map_or(USUAL_LAG, |terms| terms.lag_quarters);
            span[*then].plus(lag) <= span[at]
        };
        let settled = (0..=at).rev().find(over);
        settled.and_then(|then| released[then..=at].iter().copied().min()).unwrap_or(0)
    }
}
