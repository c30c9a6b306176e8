//! Laws of edits and differences, for any sequence of edits.

#![allow(clippy::unwrap_used, clippy::panic)]

use model::{
    Capital, Change, Diff, Edit, Event, Gives, Grade, Id, Instrument, Money, Name, Parameters, Plan, Profile, Purpose,
    Quarter, Refusal, Total, apply_all, balanced, sketch,
};
use proptest::prelude::*;

fn plan() -> Plan {
    sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform
        A002 eu loan_concessional transport 5bn 2027-Q1..2030-Q4 trapezoid(u=0.2,d=0.3) fundamentals
        A003 private equity_private energy 20bn 2026-Q1..2026-Q4 uniform paid 2026-Q2=1bn
        A004 private loan_private health 1bn 2030-Q1..2036-Q4 logistic(k=10,m=0.5) green_agenda",
    )
    .unwrap()
}

/// Any change, sensible or not: rows that are not there, ends before starts, negative amounts.
fn change() -> impl Strategy<Value = Change> {
    let allocation = (1..7_u128).prop_map(Id::from_bits);
    let amount = prop_oneof![any::<i64>(), 0..3_000_000_000_000_i64].prop_map(Money::from_cents);
    let quarter = (2024..2040_i32, 1..5_i32).prop_map(|(year, part)| Quarter::new(year, part).unwrap());
    let key = prop::sample::select(vec!["eu", "private", "energy", "health", "fundamentals", "nobody"])
        .prop_map(|key| key.parse().unwrap());
    let instrument = prop::sample::select(Instrument::ALL.to_vec());
    (allocation, amount, quarter.clone(), quarter, key, instrument, 0..16_u8).prop_map(
        |(allocation, amount, first, second, key, instrument, kind): (_, _, _, _, model::Key, _, _)| match kind {
            0 => Change::RenamePlan { name: Name::same("Renamed") },
            1 => Change::SetPackageTotal { amount },
            2 => Change::RemoveAllocation { allocation },
            3 => Change::SetProgramme { allocation, programme: key },
            4 => Change::SetInstrument { allocation, instrument },
            5 => Change::SetCapital { allocation, capital: Capital::Private },
            6 => Change::SetSector { allocation, sector: key },
            7 => Change::SetPurpose { allocation, purpose: Purpose::Stability },
            8 => Change::SetCluster { allocation, cluster: Some(key) },
            9 => Change::SetSpan { allocation, start: first, end: second },
            10 => Change::SetProfile {
                allocation,
                profile: Profile::new("empirical_wb_policy", Parameters::new()).unwrap(),
            },
            11 => Change::SetAmountGrade { allocation, grade: Grade::Signed },
            12 => Change::SetNote { allocation, note: "Seen.".to_owned() },
            13 => Change::SetLocked { allocation, locked: true },
            14 => Change::SetPaid { allocation, quarter: first, amount: Some(amount) },
            _ => Change::SetAmount { allocation, amount },
        },
    )
}

proptest! {
    #[test]
    fn a_difference_leads_there_and_back(changes in prop::collection::vec(change(), 0..20)) {
        let mut plan = plan();
        for change in changes {
            let Ok(next) = plan.apply(&Edit::base(change)) else { continue };
            let diff = Diff::between(&plan, &next);
            prop_assert_eq!(diff.is_empty(), plan == next);
            prop_assert_eq!(&diff.apply_to(&plan).unwrap(), &next);
            prop_assert_eq!(&diff.clone().reversed().apply_to(&next).unwrap(), &plan);
            if !diff.is_empty() {
                prop_assert!(diff.apply_to(&next).is_err(), "a difference was made twice");
            }
            plan = next;
        }
    }

    #[test]
    fn a_plan_made_by_edits_has_no_flaws(changes in prop::collection::vec(change(), 0..20)) {
        let mut plan = plan();
        for change in changes {
            plan = plan.apply(&Edit::base(change)).unwrap_or(plan);
            prop_assert_eq!(plan.flaws(), Vec::new());
        }
    }

    #[test]
    fn several_edits_are_made_all_or_none(changes in prop::collection::vec(change(), 1..6)) {
        let plan = plan();
        let edits: Vec<Edit> = changes.into_iter().map(Edit::base).collect();
        let one_by_one = edits.iter().try_fold(plan.clone(), |plan, edit| plan.apply(edit));
        match (apply_all(&plan, &edits), one_by_one) {
            (Ok(together), Ok(one_by_one)) => prop_assert_eq!(together, one_by_one),
            (Err((_, refusal)), Err(first)) => prop_assert_eq!(refusal, first),
            (together, alone) => prop_assert!(false, "{:?} against {:?}", together.is_ok(), alone.is_ok()),
        }
    }

    #[test]
    fn what_gives_keeps_the_total(cents in 0..4_000_000_000_000_i64, giver in 1..5_u128) {
        let plan = plan();
        let total = |plan: &Plan| plan.allocations.iter().map(|row| row.amount).sum::<Total>();
        for balance in [Gives::Others, Gives::Row(Id::from_bits(giver))] {
            let Ok(edits) = balanced(&plan, Id::from_bits(1), Money::from_cents(cents), balance) else { continue };
            let next = apply_all(&plan, &edits).unwrap();
            prop_assert_eq!(total(&next), total(&plan));
            prop_assert_eq!(next.allocations.get(&Id::from_bits(1)).unwrap().amount, Money::from_cents(cents));
            prop_assert!(next.allocations.iter().all(|row| row.amount >= row.paid_total()));
        }
    }
}

#[test]
fn locked_rows_never_move() {
    let lock = Edit::base(Change::SetLocked { allocation: Id::from_bits(2), locked: true });
    let plan = plan().apply(&lock).unwrap();
    let edits = balanced(&plan, Id::from_bits(1), Money::from_cents(1), Gives::Others).unwrap();
    let next = apply_all(&plan, &edits).unwrap();
    assert_eq!(next.allocations.get(&Id::from_bits(2)), plan.allocations.get(&Id::from_bits(2)));
    let set = Edit::base(Change::SetAmount { allocation: Id::from_bits(2), amount: Money::ZERO });
    assert!(matches!(plan.apply(&set), Err(Refusal::Locked(_))));
    // What was typed beside the figures may still be corrected.
    plan.apply(&Edit::base(Change::SetNote { allocation: Id::from_bits(2), note: "Agreed.".to_owned() })).unwrap();
}

#[test]
fn a_limit_refuses_only_what_moves_further_past_it() {
    let limit = model::Limit {
        id: Id::from_bits(99),
        name: Name::same("Energy"),
        slice: model::Slice(vec![(model::Dimension::Sector, vec!["energy".to_owned()])]),
        kind: model::LimitKind::Ceiling,
        amount: Money::from_cents(2_500_000_000_000),
        share: None,
        of: model::Slice::default(),
        refuses: true,
        sources: Vec::new(),
        note: String::new(),
    };
    // Energy holds 30bn already: setting the limit is no contradiction, moving away from it is none either.
    let plan = plan().apply(&Edit::base(Change::SetLimit { limit: Box::new(limit) })).unwrap();
    let set = |cents| Edit::base(Change::SetAmount { allocation: Id::from_bits(1), amount: Money::from_cents(cents) });
    plan.apply(&set(900_000_000_000)).unwrap();
    let refusal = plan.apply(&set(1_000_000_000_001)).unwrap_err();
    assert_eq!(refusal, Refusal::LimitMissed { limit: "Energy".to_owned(), by: Money::from_cents(500_000_000_001) });
}

/// `count` events, each counted from the one before it.
fn events_in_a_row(count: u128) -> Plan {
    let mut plan = sketch::plan("package 800bn\nevent E1 2027-01-01").unwrap();
    for at in 2..=count {
        let first = plan.events.get(&Id::from_bits(1)).unwrap();
        let (id, follows) = (Id::from_bits(at), Some(Id::from_bits(at - 1)));
        let event = Event { id, code: format!("E{at}").parse().unwrap(), follows, lag_days: 1, ..(**first).clone() };
        plan.events.put(std::sync::Arc::new(event));
    }
    plan
}

fn change_event(plan: &Plan, id: u128, change: impl FnOnce(&mut Event)) -> Result<Plan, Refusal> {
    let mut event = Event::clone(plan.events.get(&Id::from_bits(id)).unwrap());
    change(&mut event);
    plan.apply(&Edit::base(Change::SetEvent { event: Box::new(event) }))
}

/// The event that follows the changed one and would break a rule, and the rule.
fn of_follower(refused: Result<Plan, Refusal>) -> (&'static str, Refusal) {
    let Err(Refusal::OfFollower { event, refusal }) = refused else { panic!("{refused:?}") };
    (["E3", "E101"].into_iter().find(|code| *code == event.as_str()).unwrap(), *refusal)
}

#[test]
fn an_event_does_not_push_its_followers_past_their_last_days() {
    let plan = events_in_a_row(3);
    let plan = change_event(&plan, 3, |event| event.until = "2027-02-01".parse().ok()).unwrap();
    assert!(change_event(&plan, 1, |event| event.date = "2027-01-30".parse().unwrap()).is_ok());
    let refused = change_event(&plan, 1, |event| event.date = "2027-01-31".parse().unwrap());
    assert!(matches!(of_follower(refused), ("E3", Refusal::EndsBeforeItBegins { .. })));
}

#[test]
fn a_chain_of_events_has_an_end() {
    let plan = events_in_a_row(101);
    assert_eq!(plan.flaws(), []);
    let last = plan.events.as_slice().last().unwrap();
    assert_eq!(plan.day_of(last).to_string(), "2027-04-11");
    // A file may hold more, and neither time nor stack may run out over it.
    let plan = events_in_a_row(20_000);
    assert_eq!(plan.flaws().len(), 20_000 - 101);
    assert_eq!(plan.day_of(plan.events.as_slice().last().unwrap()).to_string(), "2081-10-03");
    // An event in the middle cannot be made to follow another one that lengthens the chains of others too much.
    let mut plan = events_in_a_row(101);
    let loose = Event {
        id: Id::from_bits(999),
        code: "E999".parse().unwrap(),
        ..(**plan.events.iter().next().unwrap()).clone()
    };
    plan.events.put(std::sync::Arc::new(loose));
    let refused = change_event(&plan, 1, |event| event.follows = Some(Id::from_bits(999)));
    assert!(matches!(of_follower(refused), ("E101", Refusal::TooMany { field: "follows", count: 101, .. })));
}
