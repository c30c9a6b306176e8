//! Why a figure is this figure: the chain from what is committed to what is paid, link by link.

use model::{Id, Key, Plan, StepPart, Total};

use crate::bend::{Acting, Bent, acting};
use crate::booster::{StepPlace, step_values};
use crate::conditions::{open_place, unbent};
use crate::release::Life;
use crate::{Every, Measure, Period, RowSchedule, Schedule};

/// The chain for some rows and one period. Each link's amount is that of the link before it and its own change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The period.
    pub period: Period,
    /// The rows, each with its own part.
    pub rows: Vec<RowPart>,
    /// From what is committed to what is paid.
    pub links: Vec<Link>,
    /// Of what is planned, what was really paid and typed.
    pub actual: Total,
    /// Of what is planned, what should have been paid before the plan's today and moved to its first open quarter.
    pub moved: Total,
    /// How all that is committed stands at the end of the period: each stock that is not nothing, and what is paid by then.
    pub standing: Vec<(Measure, Total)>,
}

/// One row's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPart {
    /// The row.
    pub row: Id,
    /// What its profile plans for the period.
    pub planned: Total,
    /// What is paid in the period.
    pub paid: Total,
}

/// What a link is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// The whole amount of the rows.
    Committed,
    /// What their profiles leave in the period.
    Profile,
    /// What an event makes of it.
    Event,
    /// What reform steps make of it.
    Release,
    /// What absorption makes of it.
    Absorption,
    /// What is paid.
    Paid,
}

impl LinkKind {
    /// Every kind, in the order of the chain.
    pub const ALL: [Self; 6] =
        [Self::Committed, Self::Profile, Self::Event, Self::Release, Self::Absorption, Self::Paid];

    /// The word for it in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Committed => "committed",
            Self::Profile => "profile",
            Self::Event => "event",
            Self::Release => "release",
            Self::Absorption => "absorption",
            Self::Paid => "paid",
        }
    }
}

/// One link of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is about.
    pub kind: LinkKind,
    /// What is left for the period after it.
    pub amount: Total,
    /// By how much it changed that.
    pub change: Total,
    /// The event, for a link of that kind.
    pub event: Option<Id>,
    /// The groups whose steps decide, for a release.
    pub clusters: Vec<Key>,
    /// The steps that are not met by the end of the period, or were met within it, for a release.
    pub steps: Vec<OpenStep>,
    /// The caps that bind the rows, for absorption.
    pub caps: Vec<Id>,
    /// What lapses in the period because it waited too long, for absorption.
    pub lapsed: Total,
}

/// A step that decides of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenStep {
    /// The step.
    pub step: Id,
    /// Where it stands at the end of the period.
    pub place: StepPlace,
    /// Its part of its whole group's money, by weight.
    pub value: Total,
}

/// The chain for the rows with these places among the plan's allocations.
#[must_use]
pub fn explain(plan: &Plan, schedule: &Schedule, rows: &[usize], period: Period) -> Explanation {
    let span = Span::of(plan, period);
    let effects = acting(plan);
    let told: Vec<Told> = rows
        .iter()
        .filter(|at| **at < schedule.len())
        .map(|at| told_of(plan, schedule, *at, &effects, &span))
        .collect();
    let sum = |part: &dyn Fn(&Told) -> i64| Total::from_cents(told.iter().map(|row| i128::from(part(row))).sum());
    let mut chain = Chain { links: Vec::new(), amount: Total::ZERO };
    chain.push(LinkKind::Committed, sum(&|row| row.amount));
    chain.push(LinkKind::Profile, sum(&|row| row.planned));
    for (at, effect) in effects.iter().enumerate() {
        let after = sum(&|row| row.bent[at]);
        let bears = told.iter().any(|row| row.bears[at]);
        if bears {
            chain.push(LinkKind::Event, after).event = Some(effect.event);
        }
    }
    let clusters = clusters_of(plan, &told);
    if told.iter().any(|row| row.waits) {
        let link = chain.push(LinkKind::Release, sum(&|row| row.payable));
        link.steps = steps_of(plan, &told, &clusters, &span);
        link.clusters = clusters;
    }
    if told.iter().any(|row| row.capped) {
        let link = chain.push(LinkKind::Absorption, sum(&|row| row.paid));
        link.caps = caps_of(plan, &told);
        link.lapsed = sum(&|row| row.lapsed);
    }
    chain.push(LinkKind::Paid, sum(&|row| row.paid));
    let total = |cents: i64| Total::from_cents(cents.into());
    Explanation {
        period,
        rows: told
            .iter()
            .map(|row| RowPart { row: row.id, planned: total(row.planned), paid: total(row.paid) })
            .collect(),
        links: chain.links,
        actual: sum(&|row| row.actual),
        moved: sum(&|row| row.moved),
        standing: standing(schedule, rows, &span),
    }
}

/// The quarters of the package that a period covers; none for what comes after it.
struct Span {
    quarters: std::ops::Range<usize>,
    after: bool,
}

impl Span {
    fn of(plan: &Plan, period: Period) -> Self {
        let count = plan.package.quarters();
        let place = |ordinal: i32| usize::try_from(ordinal - plan.package.first.ordinal()).unwrap_or(0).min(count);
        let quarters = match period {
            Period::Year(year) => place(year.saturating_mul(4))..place(year.saturating_mul(4).saturating_add(4)),
            Period::Quarter(quarter) => place(quarter.ordinal())..place(quarter.ordinal() + 1),
            Period::After => count..count,
        };
        Self { quarters, after: period == Period::After }
    }

    fn sum(&self, cell: impl Fn(usize) -> i64, after: i64) -> i64 {
        if self.after { after } else { self.quarters.clone().map(cell).sum() }
    }
}

/// What is told of one row.
struct Told {
    place: usize,
    id: Id,
    amount: i64,
    planned: i64,
    /// What is planned for the period after each effect has acted.
    bent: Vec<i64>,
    bears: Vec<bool>,
    waits: bool,
    payable: i64,
    capped: bool,
    paid: i64,
    lapsed: i64,
    actual: i64,
    moved: i64,
}

fn told_of(plan: &Plan, schedule: &Schedule, at: usize, effects: &[Acting<'_>], span: &Span) -> Told {
    let row = &plan.allocations.as_slice()[at];
    let told: RowSchedule<'_> = schedule.row(at);
    let open = open_place(row, plan);
    let (spread, cells) = told.spread();
    let mut plan_of = unbent(spread, cells, schedule.quarters());
    let of = |bent: &Bent| span.sum(|at| bent.cells[at], bent.after);
    let planned = of(&plan_of);
    let bears: Vec<bool> = effects.iter().map(|effect| effect.bears_on(row, plan)).collect();
    let bent = effects
        .iter()
        .zip(&bears)
        .map(|(effect, bears)| {
            if *bears {
                plan_of.take(effect, open);
            }
            of(&plan_of)
        })
        .collect();
    let after = told.after_conditions().cents();
    let typed = |at: usize| if at < open { told.planned(at).cents() } else { 0 };
    let is_first_open =
        span.quarters.contains(&open.max(usize::try_from(row.start.since(schedule.first())).unwrap_or(0)));
    Told {
        place: at,
        id: row.id,
        amount: row.amount.cents(),
        planned,
        bent,
        bears,
        waits: told.waits(),
        payable: span.sum(|at| told.payable(at).cents(), after),
        capped: told.is_capped(),
        paid: span.sum(|at| told.paid(at).cents(), after),
        lapsed: span.sum(|at| told.lapsed(at).cents(), 0),
        actual: span.sum(typed, 0),
        moved: if is_first_open && !span.after { told.moved().cents() } else { 0 },
    }
}

struct Chain {
    links: Vec<Link>,
    amount: Total,
}

impl Chain {
    fn push(&mut self, kind: LinkKind, amount: Total) -> &mut Link {
        let change = amount - self.amount;
        self.amount = amount;
        let (clusters, steps, caps) = (Vec::new(), Vec::new(), Vec::new());
        let at = self.links.len();
        self.links.push(Link { kind, amount, change, event: None, clusters, steps, caps, lapsed: Total::ZERO });
        &mut self.links[at]
    }
}

fn clusters_of(plan: &Plan, told: &[Told]) -> Vec<Key> {
    let of = |row: &Told| plan.allocations.as_slice()[row.place].booster.clone();
    let keys: std::collections::BTreeSet<Key> = told.iter().filter(|row| row.waits).filter_map(of).collect();
    keys.into_iter().collect()
}

/// The steps that bear on the rows and are open at the end of the period, or came to be met within it or so shortly before
/// that their money is paid in it.
fn steps_of(plan: &Plan, told: &[Told], clusters: &[Key], span: &Span) -> Vec<OpenStep> {
    let parts: std::collections::BTreeSet<StepPart> = told
        .iter()
        .filter(|row| row.waits)
        .map(|row| StepPart::of(plan.allocations.as_slice()[row.place].instrument))
        .collect();
    let count = plan.package.quarters();
    let (begin, end) = if span.after { (count, count) } else { (span.quarters.start, span.quarters.end) };
    let quarter = |at: usize| plan.package.first.plus(u32::try_from(at).unwrap_or(0));
    let values = step_values(plan);
    let mut found = Vec::new();
    for step in plan.steps_in_order() {
        let bears = parts.iter().any(|part| step.part.bears_on(*part));
        let paces = clusters
            .iter()
            .filter_map(|key| plan.clusters.get(key))
            .any(|cluster| cluster.terms.iter().any(|terms| terms.fundamentals_first.is_some()))
            && plan.clusters.get(&step.cluster).is_some_and(|cluster| cluster.is_fundamentals());
        if !bears || !(clusters.contains(&step.cluster) || paces) {
            continue;
        }
        let life = Life::of(step, plan);
        let place = StepPlace::of(life.standing(quarter(end.saturating_sub(1))));
        let lag = plan
            .clusters
            .get(&step.cluster)
            .and_then(|cluster| cluster.terms_in(step.due))
            .map_or(0, |terms| terms.lag_quarters as usize);
        let since = quarter(begin.saturating_sub(lag));
        let recent = life.met().is_some_and(|met| met >= since);
        if place != StepPlace::Met || recent {
            let value = values.get(&step.id).map_or(Total::ZERO, |value| Total::from(*value));
            found.push(OpenStep { step: step.id, place, value });
        }
    }
    found
}

fn caps_of(plan: &Plan, told: &[Told]) -> Vec<Id> {
    let rows = plan.allocations.as_slice();
    let binds = |cap: &model::Cap| told.iter().any(|row| cap.slice.holds(&rows[row.place], plan));
    plan.caps.iter().filter(|cap| binds(cap)).map(|cap| cap.id).collect()
}

/// How what is committed stands at the end of the period.
fn standing(schedule: &Schedule, rows: &[usize], span: &Span) -> Vec<(Measure, Total)> {
    let Some(end) = span.quarters.end.checked_sub(1) else { return Vec::new() };
    let mut sums: std::collections::BTreeMap<Measure, i128> = std::collections::BTreeMap::new();
    for row in rows.iter().filter(|at| **at < schedule.len()).map(|at| schedule.row(*at)) {
        for measure in Measure::ALL.into_iter().filter(|measure| measure.is_stock() || *measure == Measure::Paid) {
            let mut cells = vec![0; schedule.places(Every::Quarter)];
            row.add_to(&mut cells, measure, Every::Quarter);
            let mine: i128 = if measure.is_stock() {
                cells.get(end).copied().unwrap_or(0)
            } else {
                cells.iter().take(end + 1).sum()
            };
            *sums.entry(measure).or_default() += mine;
        }
    }
    sums.into_iter()
        .filter(|(_, cents)| *cents != 0)
        .map(|(measure, cents)| (measure, Total::from_cents(cents)))
        .collect()
}
