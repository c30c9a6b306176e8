//! From a plan and its schedule to what charts are drawn from.

use crate::CHARTS;
use crate::comparison::Comparison;
use crate::conditions::{Accession, CapRooms, Conditions, Mark, Odds, Room, States, Steps, Unpaid, YearLoad};
use crate::funding_words::Kind;
use crate::subject::{Facts, Flow, Funding, Needs, Subject};
use engine::{Every, Measure, Schedule};
use model::{Allocation, Cap, Capital, Date, Event, Grade, Instrument, Money, Plan, Quarter, Total};
use std::sync::Arc;

impl Funding {
    /// Whose money an allocation is, and on what terms.
    #[must_use]
    pub const fn of(allocation: &Allocation) -> Self {
        match (allocation.capital, allocation.instrument) {
            (Capital::Private, _) => Self::Private,
            (Capital::Public, Instrument::Grant) => Self::Grants,
            (Capital::Public, Instrument::EquityPublic | Instrument::EquityPrivate | Instrument::Guarantee) => {
                Self::OtherPublic
            }
            (
                Capital::Public,
                Instrument::LoanConcessional
                | Instrument::LoanLimitedRecourse
                | Instrument::LoanCommercial
                | Instrument::LoanPrivate,
            ) => Self::Loans,
        }
    }
}

impl Facts {
    /// How much of the amounts rests on assumptions of the plan rather than on a source, in thousandths, rounded down
    /// but never to nothing.
    #[must_use]
    pub fn assumed_per_mille(plan: &Plan) -> u16 {
        let rows = || plan.allocations.iter().map(|row| (row.amount_grade, row.amount));
        let whole: Total = rows().map(|(_, amount)| amount).sum();
        let assumed: Total = rows().filter(|(grade, _)| *grade == Grade::Assumption).map(|(_, amount)| amount).sum();
        if assumed.cents() <= 0 || whole.cents() <= 0 {
            return 0;
        }
        u16::try_from(assumed.cents() * 1000 / whole.cents()).unwrap_or(1000).clamp(1, 1000)
    }
}

/// What a chart is told of a plan besides its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// The flows.
    Flows,
    /// Why money is unpaid.
    Unpaid,
    /// The booster's states.
    Booster,
    /// When all steps may be met.
    Accession,
    /// The years beside what the economy can take.
    Years,
}

impl Subject {
    /// All that charts tell of `plan`, whose schedule is `schedule`. A package that begins or ends within a year is shown in
    /// whole years.
    #[must_use]
    pub fn from_plan(plan: &Plan, schedule: &Schedule, facts: Facts, needs: Option<Needs>) -> Self {
        let all = [Reads::Flows, Reads::Unpaid, Reads::Booster, Reads::Accession, Reads::Years];
        Self::told(plan, schedule, facts, needs, &all)
    }

    /// The same with only what the chart called `name` reads: a large plan is not summed for what is not drawn. Enough for
    /// that chart, and for no other.
    #[must_use]
    pub fn for_chart(name: &str, plan: &Plan, schedule: &Schedule, facts: Facts, needs: Option<Needs>) -> Self {
        let reads = CHARTS.iter().find(|chart| chart.name == name).map_or(&[] as &[Reads], |chart| chart.reads);
        Self::told(plan, schedule, facts, needs, reads)
    }

    fn told(plan: &Plan, schedule: &Schedule, facts: Facts, needs: Option<Needs>, reads: &[Reads]) -> Self {
        let frame = WholeYears::of(schedule);
        let WholeYears { first, quarters, .. } = frame;
        let flows = if reads.contains(&Reads::Flows) { flows(plan, schedule, &frame) } else { Vec::new() };
        let assumed = plan.steps.iter().filter(|step| step.grade == Grade::Assumption).count();
        let steps = Steps { all: plan.steps.len(), assumed };
        let marks = plan.calendar().into_iter().map(mark).collect();
        let conditions = Conditions { steps, marks, ..Conditions::default() };
        let comparison = Comparison::default();
        let mut subject = Self { facts, first, quarters, flows, needs, conditions, comparison };
        let stocks = reads.iter().any(|reads| matches!(reads, Reads::Unpaid | Reads::Years));
        if stocks {
            subject.conditions.unpaid = unpaid(schedule, &frame);
        }
        if reads.contains(&Reads::Booster) {
            subject.conditions.booster = booster(plan, schedule, &frame);
        }
        if reads.contains(&Reads::Accession) {
            subject.conditions.accession = accession(plan);
        }
        if reads.contains(&Reads::Years) {
            subject.conditions.caps = caps(plan, schedule);
            subject.conditions.years = years(plan, &subject);
            subject.conditions.bound_per_mille = engine::SANE_PER_MILLE;
        }
        subject
    }
}

/// One flow for each funding inside and outside the booster.
fn flows(plan: &Plan, schedule: &Schedule, frame: &WholeYears) -> Vec<Flow> {
    let kinds = kinds();
    let kind_of = |row: &Arc<Allocation>| {
        let kind = (Funding::of(row), row.booster.is_some());
        kinds.iter().position(|known| *known == kind).unwrap_or_else(|| unreachable!("every kind is listed"))
    };
    let places: Vec<usize> = plan.allocations.iter().map(kind_of).collect();
    let told = |measure| schedule.grouped(measure, Every::Quarter, kinds.len(), |at| places[at]);
    let (committed, planned, paid) = (told(Measure::Committed), told(Measure::Planned), told(Measure::Paid));
    let flow = |(at, (funding, booster)): (usize, &Kind)| Flow {
        funding: *funding,
        booster: *booster,
        committed: frame.flow(&committed[at].0),
        planned: frame.flow(&planned[at].0),
        paid: frame.flow(&paid[at].0),
        after: planned[at].1,
    };
    kinds.iter().enumerate().map(flow).collect()
}

/// The package's quarters within whole years.
struct WholeYears {
    /// The first quarter of the first year.
    first: Quarter,
    /// How many quarters there are, and how many of them lie before the package.
    quarters: usize,
    lead: usize,
}

impl WholeYears {
    fn of(schedule: &Schedule) -> Self {
        let first = schedule.first();
        let lead = usize::try_from(first.part() - 1).unwrap_or(0);
        let quarters = (lead + schedule.quarters()).next_multiple_of(4);
        // The first quarter of a year that holds a quarter.
        Self { first: Quarter::new(first.year(), 1).unwrap_or(first), quarters, lead }
    }

    /// A flow: nothing moves outside the package.
    fn flow<T: Copy + Default>(&self, cells: &[T]) -> Vec<T> {
        let mut years = vec![T::default(); self.quarters];
        years[self.lead..self.lead + cells.len()].copy_from_slice(cells);
        years
    }

    /// A stock: what stands at the package's end stands on to the end of the year.
    fn stock<T: Copy + Default>(&self, cells: &[T]) -> Vec<T> {
        let (last, known) = (cells.last().copied().unwrap_or_default(), self.lead + cells.len());
        let mut years = self.flow(cells);
        years[known..].fill(last);
        years
    }
}

/// Why money is unpaid at the end of each quarter.
fn unpaid(schedule: &Schedule, frame: &WholeYears) -> Vec<(Unpaid, Vec<Total>)> {
    let stocks = frame.stock(&schedule.stocks(Every::Quarter));
    let of = |reason: Unpaid| {
        let place = Measure::STOCKS.iter().position(|measure| measure.key() == reason.key());
        place.map(|place| (reason, stocks.iter().map(|stocks| stocks[place]).collect()))
    };
    Unpaid::ALL.into_iter().filter_map(of).collect()
}

fn booster(plan: &Plan, schedule: &Schedule, frame: &WholeYears) -> Vec<States> {
    let stocks = engine::booster(plan, schedule, Every::Quarter).into_iter();
    let states = stocks.map(|(_, stocks)| States {
        released: stocks.released,
        at_risk: stocks.at_risk,
        not_yet_due: stocks.not_yet_due,
        lost: stocks.lost,
    });
    frame.stock(&states.collect::<Vec<_>>())
}

fn mark((day, event): (Date, &Arc<Event>)) -> Mark {
    Mark { day, until: event.until, name: event.name.clone(), kind: event.kind, state: event.state }
}

fn accession(plan: &Plan) -> Accession {
    let told = engine::accession(plan);
    let odds = told.quarters.into_iter().map(|at| Odds {
        quarter: at.quarter,
        independent: at.independent,
        least: at.least,
        most: at.most,
    });
    Accession { missing: told.missing, planned: told.planned, odds: odds.collect() }
}

/// What is paid and what waits in each year, beside its product and the room of the caps. Of `subject` the flows, stocks
/// and caps are told.
fn years(plan: &Plan, subject: &Subject) -> Vec<YearLoad> {
    let rooms = common_rooms(plan, &subject.conditions.caps);
    let year = |place: usize| {
        let quarters = place * 4..place * 4 + 4;
        let output = plan.output.get(&subject.year(place * 4));
        YearLoad {
            paid: subject.flows.iter().flat_map(|flow| flow.paid[quarters.clone()].iter().copied()).sum(),
            waiting: subject.unpaid(Unpaid::Backlog, place * 4 + 3),
            gdp: output.map(|output| output.gdp).filter(|gdp| *gdp > Money::ZERO),
            extrapolated: output.is_some_and(|output| output.extrapolated),
            room: rooms.get(place).copied().flatten(),
        }
    };
    (0..subject.quarters / 4).map(year).collect()
}

fn caps(plan: &Plan, schedule: &Schedule) -> Vec<CapRooms> {
    let told = engine::cap_years(plan, schedule);
    let rooms = |cap: &Cap| {
        let years = told.iter().filter(|year| year.cap == cap.id);
        years.map(|year| year.room.map(|room| Room { room: room.into(), paid: year.paid })).collect()
    };
    plan.caps.iter().map(|cap| CapRooms { name: cap.name.clone(), years: rooms(cap) }).collect()
}

/// The caps' room in each year where it can be held against payments: that of all caps together where no row stands under
/// two of them, else that of a cap over all rows, else none.
fn common_rooms(plan: &Plan, caps: &[CapRooms]) -> Vec<Option<Room>> {
    let holds = |cap: &&Arc<Cap>| plan.allocations.iter().map(|row| cap.slice.holds(row, plan)).collect::<Vec<_>>();
    let held: Vec<Vec<bool>> = plan.caps.iter().map(|cap| holds(&cap)).collect();
    let count = plan.allocations.len();
    let is_shared = (0..count).any(|row| held.iter().filter(|holds| holds[row]).count() > 1);
    let counted: Vec<&CapRooms> = if is_shared {
        // Of several over all rows the first: the others are told by the pointer and in the table.
        caps.iter().zip(&held).filter(|(_, holds)| holds.iter().all(|held| *held)).map(|(cap, _)| cap).take(1).collect()
    } else {
        caps.iter().collect()
    };
    let years = caps.first().map_or(0, |cap| cap.years.len());
    let sum = |year: usize| {
        // A year that one of them does not bound has no common room.
        let rooms = counted.iter().map(|cap| cap.years[year]).collect::<Option<Vec<Room>>>()?;
        let add = |a: Room, b: Room| Room { room: a.room + b.room, paid: a.paid + b.paid };
        rooms.into_iter().reduce(add)
    };
    (0..years).map(sum).collect()
}

/// Every kind of money: each funding outside the booster and inside it.
fn kinds() -> Vec<Kind> {
    Funding::ALL.into_iter().flat_map(|funding| [(funding, false), (funding, true)]).collect()
}
