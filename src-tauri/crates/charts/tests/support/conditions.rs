//! Subjects whose money waits: for steps, for room, for events. Round figures, of no plan in the world.

use super::{decade, subject};
use charts::{Accession, CapRooms, Mark, Odds, Room, States, Steps, Subject, Unpaid, YearLoad};
use model::{Date, EventKind, EventState, Money, Name, Quarter, Share, Total};

/// Millions as a sum.
pub fn millions(amount: i128) -> Total {
    Total::from_cents(amount * 100_000_000)
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An event in English and Ukrainian.
pub fn mark(date: &str, (en, uk): (&str, &str), kind: EventKind, state: EventState) -> Mark {
    Mark { day: day(date), until: None, name: Name::new(en, uk), kind, state }
}

/// Events as the press had them: four in one month, a few later ones, a guarantee with a term, one that does not count.
pub fn marks() -> Vec<Mark> {
    use EventKind::{Accession, Deadline, Guarantee, Meeting, Other};
    use EventState::{Assumed, Excluded, Expected, Happened};
    let mut marks = vec![
        mark("2026-01-05", ("Chiefs of staff meet", "Зустріч начальників штабів"), Meeting, Happened),
        mark("2026-01-06", ("Leaders meet in Paris", "Зустріч лідерів у Парижі"), Meeting, Happened),
        mark("2026-01-06", ("Meetings in the United States", "Зустрічі у США"), Meeting, Expected),
        mark("2026-01-31", ("Leaders meet, late January", "Зустріч лідерів наприкінці січня"), Meeting, Expected),
        mark("2026-02-24", ("Fourth year of the war ends", "Минає четвертий рік війни"), Deadline, Happened),
        mark("2027-01-01", ("Accession as targeted", "Вступ за ціллю"), Accession, Expected),
        mark("2027-04-01", ("Guarantee begins", "Початок гарантії"), Guarantee, Assumed),
        mark("2028-06-30", ("Settlement breaks down", "Зрив домовленостей"), EventKind::Collapse, Excluded),
        mark("2031-09-15", ("Elections", "Вибори"), Other, Assumed),
    ];
    marks[6].until = Some(day("2042-03-31"));
    marks
}

/// The decade, with four of its booster's quarters late, one step lost, and what follows for payments.
pub fn conditional() -> Subject {
    let mut subject = decade();
    hold_back(&mut subject);
    subject.conditions.booster = booster(|at| {
        let released = (at as i128 - 6).clamp(0, 28) * 6_800;
        let risk = if (14..22).contains(&at) { 5_600 + 900 * (at as i128 - 14) } else { 0 };
        let lost = if at >= 22 { 5_600 } else { 0 };
        (released.min(200_000 - risk - lost), risk, lost)
    });
    subject.conditions.steps = Steps { all: 33, assumed: 33 };
    subject.conditions.accession = accession(Some(0.06));
    loads(&mut subject);
    subject.conditions.marks = marks();
    subject
}

/// A booster of 200 billion over forty quarters; `parts` gives what is released, at risk and lost, in millions.
pub fn booster(parts: impl Fn(usize) -> (i128, i128, i128)) -> Vec<States> {
    let states = (0..40).map(|at| {
        let (released, at_risk, lost) = parts(at);
        let not_yet_due = 200_000 - released - at_risk - lost;
        let [released, at_risk, not_yet_due, lost] = [released, at_risk, not_yet_due, lost].map(millions);
        States { released, at_risk, not_yet_due, lost }
    });
    states.collect()
}

/// Odds that rise quarter by quarter by `slope`; without one no step has a probability.
pub fn accession(slope: Option<f64>) -> Accession {
    let share = |value: f64| format!("{:.6}", value.clamp(0.0, 1.0)).parse::<Share>().unwrap();
    let first = Quarter::new(2026, 1).unwrap();
    let odds = slope.iter().flat_map(|slope| {
        (0..40_u32).map(move |at| {
            let most = 1.0 - (1.0 - slope).powi(i32::try_from(at.saturating_sub(8)).unwrap());
            let least = most * 2.0 - 1.0;
            let independent = most * most;
            Odds { quarter: first.plus(at), independent: share(independent), least: share(least), most: share(most) }
        })
    });
    let missing = if slope.is_some() { 0 } else { 33 };
    Accession { missing, planned: Quarter::new(2033, 4), odds: odds.collect() }
}

/// Pays the booster's money a year late and leaves its last year unpaid; of the rest a little waits for room.
fn hold_back(subject: &mut Subject) {
    let mut stocks = vec![(Total::ZERO, Total::ZERO, Total::ZERO, Total::ZERO); 40];
    let (mut committed, mut planned, mut paid, mut booster, mut booster_paid) = Default::default();
    for flow in &mut subject.flows {
        if flow.booster {
            flow.paid.rotate_right(4);
            flow.paid[..4].fill(Total::ZERO);
        }
    }
    for (at, stock) in stocks.iter_mut().enumerate() {
        let add = |sum: &mut Total, part: Total| *sum += part;
        for flow in &subject.flows {
            add(&mut committed, flow.committed[at]);
            add(&mut planned, flow.planned[at]);
            add(&mut paid, flow.paid[at]);
            if flow.booster {
                add(&mut booster, flow.planned[at]);
                add(&mut booster_paid, flow.paid[at]);
            }
        }
        let late: Total = booster - booster_paid;
        *stock = (late, committed - paid - late, planned, paid);
    }
    let column = |pick: fn(&(Total, Total, Total, Total)) -> Total| stocks.iter().map(pick).collect::<Vec<_>>();
    subject.conditions.unpaid =
        vec![(Unpaid::AtRisk, column(|stock| stock.0)), (Unpaid::ToCome, column(|stock| stock.1))];
}

/// Product, caps and what waits, per year.
fn loads(subject: &mut Subject) {
    let gdp = [224_259, 238_531, 254_463, 271_235, 288_846, 309_065, 330_700, 353_849, 378_618, 405_121];
    let paid = |year: usize| -> Total {
        subject.flows.iter().flat_map(|flow| flow.paid[year * 4..year * 4 + 4].iter().copied()).sum()
    };
    let load = |(year, gdp): (usize, &i64)| {
        let waits = [0, 0, 0, 2_000, 6_500, 9_000, 4_000, 1_000, 0, 0][year];
        let room = Room { room: millions(105_000), paid: paid(year) };
        YearLoad {
            paid: paid(year),
            waiting: millions(waits),
            gdp: Some(Money::from_cents(gdp * 100_000_000)),
            extrapolated: year > 4,
            room: Some(room),
        }
    };
    let years: Vec<YearLoad> = gdp.iter().enumerate().map(load).collect();
    let rooms = years.iter().map(|year| year.room).collect();
    subject.conditions.years = years;
    subject.conditions.bound_per_mille = 150;
    subject.conditions.caps = vec![CapRooms { name: Name::new("All payments", "Усі виплати"), years: rooms }];
}

/// Every kind of waiting a chart may meet.
pub fn waiting() -> Vec<(&'static str, Subject)> {
    let with = |change: &dyn Fn(&mut Subject)| {
        let mut subject = conditional();
        change(&mut subject);
        subject
    };
    let crowd = |subject: &mut Subject| {
        let name = "A meeting whose name is as long as names of meetings are, and then somewhat longer still";
        let state = |at: i32| [EventState::Happened, EventState::Expected, EventState::Assumed][at as usize % 3];
        let marks = (0..60).map(|at| {
            let date = format!("{}-{:02}-{:02}", 2026 + at / 6, at % 6 * 2 + 1, at % 27 + 1);
            mark(
                &date,
                (name, "Зустріч, назва якої довга, як бувають назви зустрічей"),
                EventKind::Accession,
                state(at),
            )
        });
        subject.conditions.marks = marks.collect();
    };
    vec![
        ("conditional", conditional()),
        ("no booster", with(&|it| it.conditions.booster.clear())),
        ("all lost", with(&|it| it.conditions.booster = booster(|at| (0, 0, if at < 12 { 0 } else { 200_000 })))),
        ("all released", with(&|it| it.conditions.booster = booster(|_| (200_000, 0, 0)))),
        ("no steps", with(&|it| it.conditions.steps = Steps::default())),
        ("no odds", with(&|it| it.conditions.accession = accession(None))),
        ("never", with(&|it| it.conditions.accession.planned = None)),
        ("past the years", with(&|it| it.conditions.accession.planned = Quarter::new(2041, 2))),
        ("sixty events", with(&crowd)),
        ("no product", with(&|it| it.conditions.years.iter_mut().for_each(|year| year.gdp = None))),
        ("one year", {
            let mut one = subject(
                2026,
                conditional()
                    .flows
                    .into_iter()
                    .map(|mut flow| {
                        flow.committed.truncate(4);
                        flow.planned.truncate(4);
                        flow.paid.truncate(4);
                        flow
                    })
                    .collect(),
                1,
            );
            one.conditions.marks = marks();
            one
        }),
    ]
}
