//! What is missing: against the package, against the reading, against limits, against needs.

use model::{Capital, Dimension, Grade, Key, Limit, LimitKind, Money, Plan, Share, Slice, Total};

use crate::concern::share_of_total;
use crate::{Every, Measure, Schedule};

/// The plan's headline sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The package's total.
    pub package: Money,
    /// All allocations.
    pub allocated: Total,
    /// What is left to allocate; below nothing where the package is exceeded.
    pub unallocated: Total,
    /// Public capital. Where the reading takes the booster as a block of its own, without the rows that belong to it.
    pub public: Total,
    /// Private capital, likewise.
    pub private: Total,
    /// Rows that depend on reform steps.
    pub booster: Total,
    /// What is paid by the package's last quarter.
    pub paid: Total,
    /// Rows whose amount no source states.
    pub assumed: Total,
    /// Rows of funders that nobody has named yet, private capital to be mobilised included.
    pub unnamed: Total,
}

/// The headline sums of `plan` and its schedule.
#[must_use]
pub fn overview(plan: &Plan, schedule: &Schedule) -> Overview {
    headline(plan, schedule).told
}

/// The headline sums and what concerns need beside them, counted in one pass over the rows.
pub(crate) struct Headline {
    pub told: Overview,
    /// What is paid in each year of the package.
    pub paid: Vec<Total>,
    /// What is allocated from each programme, in the order of the plan's.
    pub by_programme: Vec<Total>,
    /// Of the booster what is public, and what is private.
    pub boosted: [Total; 2],
}

pub(crate) fn headline(plan: &Plan, schedule: &Schedule) -> Headline {
    let paid = schedule.totals(Measure::Paid, Every::Year).0;
    let mut by_programme = vec![Total::ZERO; plan.programmes.len()];
    // Public and private, each without the booster and of it.
    let mut parts = [[Total::ZERO; 2]; 2];
    let mut assumed = Total::ZERO;
    for row in plan.allocations.iter() {
        parts[usize::from(row.capital == Capital::Private)][usize::from(row.booster.is_some())].add(row.amount);
        if row.held_grade() == Grade::Assumption {
            assumed.add(row.amount);
        }
        if let Some(at) = plan.programmes.place_of(&row.programme) {
            by_programme[at].add(row.amount);
        }
    }
    let boosted = parts.map(|[_, boosted]| boosted);
    let block = plan.reading().is_some_and(|reading| reading.booster_is_block());
    let [public, private] = parts.map(|[plain, boosted]| if block { plain } else { plain + boosted });
    let allocated = parts.into_iter().flatten().sum();
    let unnamed =
        plan.programmes.iter().zip(&by_programme).filter(|(programme, _)| is_unnamed(plan, &programme.funder));
    let told = Overview {
        package: plan.package.total,
        allocated,
        unallocated: Total::from(plan.package.total) - allocated,
        public,
        private,
        booster: boosted.into_iter().sum(),
        paid: paid.iter().copied().sum(),
        assumed,
        unnamed: unnamed.map(|(_, sum)| *sum).sum(),
    };
    Headline { told, paid, by_programme, boosted }
}

fn is_unnamed(plan: &Plan, funder: &Key) -> bool {
    use model::FunderKind::{Government, Ifi, Private, Unidentified, Union};
    match plan.funders.get(funder).map(|funder| funder.kind) {
        Some(Private | Unidentified) => true,
        Some(Union | Ifi | Government) | None => false,
    }
}

/// How a slice stands against a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Residual {
    /// The limit.
    pub limit: Limit,
    /// What the slice holds.
    pub held: Total,
    /// What it is held against.
    pub bound: Total,
    /// What is left up to the limit; below nothing where it is passed.
    pub left: Total,
}

impl Residual {
    /// By how much the limit is missed; nothing where it is kept.
    #[must_use]
    pub fn missed(&self) -> Total {
        self.limit.missed_by(self.held, self.bound)
    }
}

/// How the plan stands against each of the analyst's own limits.
#[must_use]
pub fn residuals(plan: &Plan) -> Vec<Residual> {
    let residual = |limit: &Limit| {
        let held = limit.held(plan);
        let bound = limit.bound(plan);
        Residual { held, bound, left: bound - held, limit: limit.clone() }
    };
    plan.limits.iter().map(|limit| residual(limit)).collect()
}

/// How the plan stands against a figure of the reading in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingResidual {
    /// `public`, `private`, `booster` or `total`.
    pub part: &'static str,
    /// Which allocations it counts.
    pub slice: Slice,
    /// Which side of the figure is wrong.
    pub kind: LimitKind,
    /// What the slice holds.
    pub held: Total,
    /// The figure.
    pub bound: Total,
    /// What is left up to it; below nothing where it is passed.
    pub left: Total,
}

/// How the plan stands against each figure of the reading in force, without those that the reading leaves blank. Where the
/// booster is a block of its own, its rows count against that and against the total alone.
#[must_use]
pub fn reading_residuals(plan: &Plan) -> Vec<ReadingResidual> {
    let Some(reading) = plan.reading() else { return Vec::new() };
    let place = |dimension, key: &str| (dimension, vec![key.to_owned()]);
    let beside = reading.booster_is_block().then(|| place(Dimension::Booster, "no"));
    let of = |capital: Capital| {
        Slice([place(Dimension::Capital, capital.key())].into_iter().chain(beside.clone()).collect())
    };
    let parts = [
        ("public", reading.public, of(Capital::Public)),
        ("private", reading.private, of(Capital::Private)),
        ("booster", reading.booster(), Slice(vec![place(Dimension::Booster, "yes")])),
        ("total", reading.total, Slice::default()),
    ];
    let residual = |(part, figure, slice): (&'static str, Option<Money>, Slice)| {
        let bound = Total::from(figure?);
        let held = plan.allocations.iter().filter(|row| slice.holds(row, plan)).map(|row| row.amount).sum();
        Some(ReadingResidual { part, slice, kind: LimitKind::Exact, held, bound, left: bound - held })
    };
    parts.into_iter().filter_map(residual).collect()
}

/// What is allocated to a sector against what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The sector.
    pub sector: Key,
    /// What the assessment says it needs, where it says so.
    pub need: Option<Money>,
    /// What is allocated to it.
    pub allocated: Total,
    /// Of what is allocated, what is signed or running by the sources of the amount.
    pub funded: Total,
}

/// A need and what is held against it, gross or without what is funded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The need, where there is one; at least nothing.
    pub need: Option<Total>,
    /// What is held against it.
    pub held: Total,
    /// What the need lacks; below nothing where more is held.
    pub gap: Option<Total>,
    /// What is held as a share of the need; nothing where nothing is needed.
    pub share: Option<Share>,
}

impl Coverage {
    /// The need against what is allocated; `net`, what is left of the need once what is funded is taken off it, against
    /// what is allocated beyond that.
    #[must_use]
    pub fn covered(&self, net: bool) -> Covered {
        let off = if net { self.funded } else { Total::ZERO };
        let need = self.need.map(|need| (Total::from(need) - off).max(Total::ZERO));
        let held = self.allocated - off;
        let share = need.and_then(|need| share_of_total(held, need));
        Covered { need, held, gap: need.map(|need| need - held), share }
    }
}

/// The sectors, in the order of their keys, against their needs.
#[must_use]
pub fn coverage(plan: &Plan) -> Vec<Coverage> {
    let empty = |sector: &Key| Coverage {
        sector: sector.clone(),
        need: plan.needs.get(sector).map(|need| need.amount),
        allocated: Total::ZERO,
        funded: Total::ZERO,
    };
    let mut covered: Vec<Coverage> = plan.sectors.iter().map(|sector| empty(&sector.key)).collect();
    for row in plan.allocations.iter() {
        let Some(sector) = plan.sectors.place_of(&row.sector).and_then(|at| covered.get_mut(at)) else { continue };
        sector.allocated.add(row.amount);
        if matches!(row.held_grade(), Grade::Signed | Grade::Running) {
            sector.funded.add(row.amount);
        }
    }
    covered
}
