//! What edits of steps, terms, events and caps refuse: what contradicts itself, and what means nothing where it stands.

#![allow(clippy::unwrap_used, clippy::panic)]

use model::{
    Cap, CapKind, Change, Cluster, Dimension, Edit, EffectVerb, Event, Id, Key, Limit, LimitKind, Money, Name, OnLoss,
    Plan, Quarter, Refusal, ReleaseTerms, Share, Slice, Step, StepState, sketch,
};

fn plan() -> Plan {
    sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform fundamentals
        step S01 fundamentals due 2027-Q1
        terms fundamentals from 2026-Q1 proportional
        terms fundamentals from 2028-Q1 proportional
        event E1 2027-01-01 scale 0.5 sector=energy delay 4
        event E2 2028-01-01
        cap 5bn sector=energy",
    )
    .unwrap()
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

fn share(text: &str) -> Share {
    text.parse().unwrap()
}

fn edited(plan: &Plan, change: Change) -> Result<Plan, Refusal> {
    plan.apply(&Edit::base(change))
}

fn with_terms(plan: &Plan, from: &str, change: impl FnOnce(&mut ReleaseTerms)) -> Result<Plan, Refusal> {
    let mut terms = plan.clusters.get(&key("fundamentals")).unwrap().terms[0].clone();
    change(&mut terms);
    let terms = Some(Box::new(terms));
    edited(plan, Change::SetTerms { cluster: key("fundamentals"), from: quarter(from), terms })
}

fn with_event(plan: &Plan, id: u128, change: impl FnOnce(&mut Event)) -> Result<Plan, Refusal> {
    let mut event = Event::clone(plan.events.get(&Id::from_bits(id)).unwrap());
    change(&mut event);
    edited(plan, Change::SetEvent { event: Box::new(event) })
}

fn with_cap(plan: &Plan, change: impl FnOnce(&mut Cap)) -> Result<Plan, Refusal> {
    let mut cap = Cap::clone(plan.caps.get(&Id::from_bits(1)).unwrap());
    change(&mut cap);
    edited(plan, Change::SetCap { cap: Box::new(cap) })
}

fn twice() -> Slice {
    Slice(vec![(Dimension::Sector, vec!["energy".to_owned()]), (Dimension::Sector, vec!["transport".to_owned()])])
}

#[test]
fn a_step_is_undone_only_after_it_was_met() {
    let plan = plan();
    let reversed = |met: &str, undone: &str| {
        let mut step = Step::clone(plan.step_named("S01").unwrap());
        step.state = StepState::Reversed { met: quarter(met), quarter: quarter(undone) };
        edited(&plan, Change::SetStep { step: Box::new(step) })
    };
    assert!(reversed("2027-Q1", "2027-Q2").is_ok());
    let refused = reversed("2027-Q1", "2027-Q1").unwrap_err();
    assert_eq!(refused, Refusal::UndoneTooEarly { met: quarter("2027-Q1"), undone: quarter("2027-Q1") });
}

#[test]
fn an_entry_of_terms_neither_vanishes_under_another_nor_is_looked_for_in_vain() {
    let plan = plan();
    let cluster = key("fundamentals");
    let moved = |from: &str, to: &str| with_terms(&plan, from, |terms| terms.from = quarter(to));
    let taken = Refusal::TermsTaken { cluster: cluster.clone(), from: quarter("2028-Q1") };
    assert_eq!(moved("2026-Q1", "2028-Q1").unwrap_err(), taken);
    assert_eq!(moved("2031-Q1", "2028-Q1").unwrap_err(), taken, "a new entry takes the place of none either");
    let begins = |plan: &Plan| -> Vec<String> {
        let cluster: &Cluster = plan.clusters.get(&cluster).unwrap();
        cluster.terms.iter().map(|terms| terms.from.to_string()).collect()
    };
    assert_eq!(begins(&moved("2026-Q1", "2029-Q1").unwrap()), ["2028-Q1", "2029-Q1"]);
    assert_eq!(begins(&moved("2028-Q1", "2028-Q1").unwrap()), ["2026-Q1", "2028-Q1"]);
    let removed =
        |from: &str| edited(&plan, Change::SetTerms { cluster: cluster.clone(), from: quarter(from), terms: None });
    assert_eq!(begins(&removed("2026-Q1").unwrap()), ["2028-Q1"]);
    let none = Refusal::NoTerms { cluster: cluster.clone(), from: quarter("2027-Q1") };
    assert_eq!(removed("2027-Q1").unwrap_err(), none);
}

#[test]
fn only_a_window_that_is_extended_has_an_extension() {
    let extended = |on_loss, quarters| {
        with_terms(&plan(), "2026-Q1", |terms| {
            terms.on_loss = on_loss;
            terms.extension_quarters = quarters;
        })
    };
    assert!(extended(OnLoss::Extended, 2).is_ok() && extended(OnLoss::Lost, 0).is_ok());
    assert_eq!(extended(OnLoss::Extended, 0).unwrap_err(), Refusal::ExtensionMissing);
    let unused = |on_loss| Refusal::ExtensionUnused { on_loss };
    assert_eq!(extended(OnLoss::Lost, 2).unwrap_err(), unused("lost"));
    assert_eq!(extended(OnLoss::Reallocated, 2).unwrap_err(), unused("reallocated"));
}

#[test]
fn days_are_counted_from_an_event_and_lead_to_a_day() {
    let plan = plan();
    assert_eq!(with_event(&plan, 2, |event| event.lag_days = 60).unwrap_err(), Refusal::LagUnused { days: 60 });
    let after = |days| {
        with_event(&plan, 2, |event| {
            event.follows = Some(Id::from_bits(1));
            event.lag_days = days;
        })
    };
    let plan_after = after(36_525).unwrap();
    let first = |day: &str| with_event(&plan_after, 1, |event| event.date = day.parse().unwrap());
    assert_eq!(first("2099-12-30").unwrap().calendar().last().unwrap().0.to_string(), "2199-12-31");
    let beyond = Refusal::BeyondCalendar { follows: "E1".parse().unwrap(), lag_days: 36_525 };
    let of_follower = Refusal::OfFollower { event: "E2".parse().unwrap(), refusal: Box::new(beyond.clone()) };
    assert_eq!(first("2099-12-31").unwrap_err(), of_follower);
    let late = with_event(&plan, 1, |event| event.date = "2150-01-01".parse().unwrap()).unwrap();
    let refused = with_event(&late, 2, |event| {
        event.follows = Some(Id::from_bits(1));
        event.lag_days = 36_525;
        event.until = "2199-12-31".parse().ok();
    });
    assert_eq!(refused.unwrap_err(), beyond);
    assert!(matches!(after(36_526).unwrap_err(), Refusal::TooManyDays { .. }));
}

#[test]
fn a_follower_that_would_end_too_early_is_named() {
    let plan = with_event(&plan(), 2, |event| {
        event.follows = Some(Id::from_bits(1));
        event.until = "2027-06-30".parse().ok();
    });
    let refused = with_event(&plan.unwrap(), 1, |event| event.date = "2027-07-01".parse().unwrap()).unwrap_err();
    let Refusal::OfFollower { event, refusal } = refused else { panic!("{refused:?}") };
    assert_eq!(event.as_str(), "E2");
    assert!(matches!(*refusal, Refusal::EndsBeforeItBegins { .. }), "{refusal:?}");
}

#[test]
fn an_effect_has_the_number_of_its_verb_and_no_other() {
    let plan = plan();
    let effect = |at: usize, change: &dyn Fn(&mut model::Effect)| {
        with_event(&plan, 1, |event| change(&mut event.effects[at])).unwrap_err()
    };
    let unused = |verb, field| Refusal::EffectUnused { verb, field };
    assert_eq!(effect(0, &|effect| effect.quarters = 1), unused("scale", "quarters"));
    assert_eq!(effect(0, &|effect| effect.verb = EffectVerb::Stop), unused("stop", "share"));
    assert_eq!(effect(1, &|effect| effect.share = share("0.5")), unused("delay", "share"));
    assert_eq!(effect(1, &|effect| effect.verb = EffectVerb::Open), unused("open", "quarters"));
}

#[test]
fn a_cap_has_the_numbers_of_its_kind_and_no_others() {
    let plan = plan();
    let unused = |kind, field| Refusal::CapUnused { kind, field };
    assert_eq!(with_cap(&plan, |cap| cap.rate = share("0.1")).unwrap_err(), unused("fixed", "rate"));
    let of_product = |amount: i64| {
        with_cap(&plan, |cap| {
            cap.kind = CapKind::GdpShare;
            cap.rate = share("0.1");
            cap.amount = Money::from_cents(amount);
        })
    };
    assert_eq!(of_product(1).unwrap_err(), unused("gdp_share", "amount"));
    assert!(of_product(0).is_ok());
}

#[test]
fn a_dimension_is_named_once() {
    let plan = plan();
    let refusal = Refusal::DimensionTwice { dimension: "sector" };
    assert_eq!(with_cap(&plan, |cap| cap.slice = twice()).unwrap_err(), refusal);
    assert_eq!(with_event(&plan, 1, |event| event.effects[0].slice = twice()).unwrap_err(), refusal);
    assert_eq!(with_event(&plan, 1, |event| event.effects[1].except = twice()).unwrap_err(), refusal);
    let limit = Limit {
        id: Id::from_bits(1),
        name: Name::same("Energy"),
        slice: twice(),
        kind: LimitKind::Ceiling,
        amount: Money::ZERO,
        share: None,
        of: Slice::default(),
        refuses: false,
        sources: Vec::new(),
        note: String::new(),
    };
    assert_eq!(edited(&plan, Change::SetLimit { limit: Box::new(limit) }).unwrap_err(), refusal);
}

/// A file may hold what edits refuse: it opens, and what stands there does not keep the rest from being changed.
#[test]
fn what_a_file_holds_already_is_asked_again_only_where_it_changes() {
    let mut plan = plan();
    let mut event = Event::clone(plan.events.get(&Id::from_bits(1)).unwrap());
    event.effects[0].slice = twice();
    plan.events.put(std::sync::Arc::new(event));
    let mut cap = Cap::clone(plan.caps.get(&Id::from_bits(1)).unwrap());
    cap.slice = twice();
    plan.caps.put(std::sync::Arc::new(cap));
    let mut cluster = Cluster::clone(plan.clusters.get(&key("fundamentals")).unwrap());
    cluster.terms[0].extension_quarters = 2;
    plan.clusters.put(std::sync::Arc::new(cluster));
    assert_eq!(plan.flaws(), []);
    assert!(with_event(&plan, 1, |event| event.note = "Read.".to_owned()).is_ok());
    assert!(with_cap(&plan, |cap| cap.note = "Read.".to_owned()).is_ok());
    assert!(with_event(&plan, 1, |event| event.effects[1].quarters = 8).is_err(), "effects are changed together");
}
