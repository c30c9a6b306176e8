//! What is told of absorption: what waits, what lapses, the room of each year, and how payments stand to the economy.

use model::{Id, Money, Plan, Quarter, Total};

use crate::room::rooms;
use crate::{Every, Measure, Period, Schedule, booster};

/// What of one row waits at the end of a period, and what lapsed within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BacklogLine {
    /// The row.
    pub row: Id,
    /// The period.
    pub period: Period,
    /// What waits at its end because not more could be absorbed.
    pub backlog: Money,
    /// What lapsed within it because it had waited too long.
    pub lapsed: Money,
}

/// Every row and period in which something waits or lapses, in the order of the periods and codes.
#[must_use]
pub fn backlog(plan: &Plan, schedule: &Schedule, every: Every) -> Vec<BacklogLine> {
    let periods = every.periods(&plan.package);
    let mut lines = Vec::new();
    let places: std::collections::BTreeMap<Id, usize> =
        plan.allocations.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
    for row in plan.by_code() {
        let Some(at) = places.get(&row.id) else { continue };
        let (told, mut lapsed_before) = (schedule.row(*at), 0);
        if !told.is_held() {
            continue;
        }
        told.each(|quarter, standing| {
            let Some(place) = schedule.period_ending(quarter, every) else { return };
            let lapsed = standing.lapsed - lapsed_before;
            lapsed_before = standing.lapsed;
            if standing.backlog != 0 || lapsed != 0 {
                let (backlog, lapsed) = (Money::from_cents(standing.backlog), Money::from_cents(lapsed));
                lines.push(BacklogLine { row: row.id, period: periods[place], backlog, lapsed });
            }
        });
    }
    lines.sort_by_key(|line| line.period);
    lines
}

/// The room of one cap in one year, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapYear {
    /// The cap.
    pub cap: Id,
    /// The year.
    pub year: i32,
    /// The room; nothing where the product of the year is not known, and nothing bounds.
    pub room: Option<Money>,
    /// Whether the room rests on a product that no source states.
    pub extrapolated: bool,
    /// What its slice is paid in the year.
    pub paid: Total,
    /// What of its slice waits at the end of the year.
    pub waiting: Total,
}

/// The caps, in the order of the plan, and the years.
#[must_use]
pub fn cap_years(plan: &Plan, schedule: &Schedule) -> Vec<CapYear> {
    let mut told = Vec::new();
    for (cap, room) in plan.caps.iter().zip(rooms(plan)) {
        let belongs: Vec<usize> = plan.allocations.iter().map(|row| usize::from(!cap.slice.holds(row, plan))).collect();
        let sums = |measure| schedule.grouped(measure, Every::Year, 2, |at| belongs[at]).swap_remove(0).0;
        let (paid, waiting) = (sums(Measure::Paid), sums(Measure::Backlog));
        for (place, year) in plan.package.years().enumerate() {
            let extrapolated = cap.kind == model::CapKind::GdpShare
                && plan.output.get(&year).is_some_and(|output| output.extrapolated);
            told.push(CapYear {
                cap: cap.id,
                year,
                room: room.years[place].map(Money::from_cents),
                extrapolated,
                paid: paid[place],
                waiting: waiting[place],
            });
        }
    }
    told
}

/// Above how many thousandths of a year's product payments call for a warning: saturation is reported from 15 to 45 % on
/// (methods/01, 1.4).
pub const SANE_PER_MILLE: u32 = 150;

/// One year's payments beside its product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SanityYear {
    /// The year.
    pub year: i32,
    /// What is paid in it.
    pub paid: Total,
    /// The gross domestic product, where the plan knows it.
    pub gdp: Option<Money>,
    /// Whether no source states it.
    pub extrapolated: bool,
    /// Payments in thousandths of the product, rounded half up.
    pub per_mille: Option<u32>,
    /// Whether that is above [`SANE_PER_MILLE`], compared exactly.
    pub over: bool,
}

/// The years of the package beside their product.
#[must_use]
pub fn sanity(plan: &Plan, schedule: &Schedule) -> Vec<SanityYear> {
    let (paid, _) = schedule.totals(Measure::Paid, Every::Year);
    let year = |(year, paid): (i32, Total)| {
        let output = plan.output.get(&year);
        let gdp = output.map(|output| output.gdp).filter(|gdp| *gdp > Money::ZERO);
        let per_mille = gdp.map(|gdp| {
            let (cents, gdp) = (paid.cents().max(0), i128::from(gdp.cents()));
            u32::try_from((2000 * cents + gdp) / (2 * gdp)).unwrap_or(u32::MAX)
        });
        let over = gdp.is_some_and(|gdp| paid.cents() * 1000 > i128::from(gdp.cents()) * i128::from(SANE_PER_MILLE));
        SanityYear { year, paid, gdp, extrapolated: output.is_some_and(|output| output.extrapolated), per_mille, over }
    };
    plan.package.years().zip(paid).map(year).collect()
}

/// What a change of the conditions does to the money: told as differences, after less before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// What is paid more or less in each year.
    pub years: Vec<(i32, Total)>,
    /// What is planned past the package, more or less.
    pub after: Total,
    /// What is lost by the end, more or less.
    pub lost: Total,
    /// What waits for room at the end, more or less.
    pub backlog: Total,
    /// What is still at risk or not yet due at the end, more or less.
    pub withheld: Total,
    /// The most that is at risk at once more than before, and the end of which quarter that is.
    pub at_risk_peak: Total,
    /// When that is; nothing where no more is at risk than before.
    pub at_risk_peak_in: Option<Quarter>,
    /// The last quarter at whose end more is at risk than before.
    pub at_risk_until: Option<Quarter>,
    /// What leaves the years in which it was paid before.
    pub moved: Total,
    /// What leaves the quarters in which it was paid before; more than what leaves the years where it stays within them.
    pub moved_in_quarters: Total,
    /// The years in which as much is paid as before, in other quarters.
    pub within: Vec<i32>,
}

/// The difference that leads from one schedule to another of the same package.
#[must_use]
pub fn shift(plan: &Plan, before: &Schedule, after: &Schedule) -> Shift {
    let differs = |measure, every| -> Vec<Total> {
        let (old, new) = (before.totals(measure, every).0, after.totals(measure, every).0);
        new.into_iter().zip(old).map(|(new, old)| new - old).collect()
    };
    let (old, new) = (before.stocks(Every::Year), after.stocks(Every::Year));
    let last = |measure: Measure| -> Total {
        let place = Measure::STOCKS.iter().position(|known| *known == measure);
        let of = |stocks: &[[Total; Measure::STOCKS.len()]]| stocks.last().zip(place).map(|(last, at)| last[at]);
        of(&new).unwrap_or_default() - of(&old).unwrap_or_default()
    };
    let years: Vec<(i32, Total)> = plan.package.years().zip(differs(Measure::Paid, Every::Year)).collect();
    let leaving = |changes: &mut dyn Iterator<Item = Total>| -> Total {
        changes.filter(|change| *change < Total::ZERO).map(|change| Total::ZERO - change).sum()
    };
    let moved = leaving(&mut years.iter().map(|(_, change)| *change));
    let by_quarter = differs(Measure::Paid, Every::Quarter);
    let moved_in_quarters = leaving(&mut by_quarter.iter().copied());
    let quarters = Every::Quarter.periods(&plan.package);
    let moves_in = |wanted: i32| {
        let of_year = |period: &Period| matches!(period, Period::Quarter(quarter) if quarter.year() == wanted);
        quarters.iter().zip(&by_quarter).any(|(period, change)| of_year(period) && *change != Total::ZERO)
    };
    let steady = years.iter().filter(|(_, change)| *change == Total::ZERO).map(|(year, _)| *year);
    let within = steady.filter(|year| moves_in(*year)).collect();
    // Of the whole booster, as its own table tells it: also of rows that are not committed yet.
    let at_risk_by = |told| booster(plan, told, Every::Quarter).into_iter().map(|(_, stocks)| stocks.at_risk);
    let at_risk: Vec<Total> = at_risk_by(after).zip(at_risk_by(before)).map(|(new, old)| new - old).collect();
    let quarter_of = |at: usize| match quarters.get(at) {
        Some(Period::Quarter(quarter)) => Some(*quarter),
        _ => None,
    };
    let peak = at_risk.iter().copied().max().unwrap_or_default().max(Total::ZERO);
    let is_peak = |change: &Total| *change == peak && peak > Total::ZERO;
    Shift {
        after: last(Measure::After),
        lost: last(Measure::Lost),
        backlog: last(Measure::Backlog),
        withheld: last(Measure::AtRisk) + last(Measure::NotYetDue),
        at_risk_peak: peak,
        at_risk_peak_in: at_risk.iter().position(is_peak).and_then(quarter_of),
        at_risk_until: at_risk.iter().rposition(|change| *change > Total::ZERO).and_then(quarter_of),
        years,
        moved,
        moved_in_quarters,
        within,
    }
}
