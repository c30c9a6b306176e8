//! A sketched plan with something in every table.
#![allow(clippy::unwrap_used, dead_code)]

use std::sync::Arc;

use model::{
    Allocation, Cap, Chapter, Dimension, Event, Grade, Id, Key, Limit, LimitKind, Money, Name, Need, OutputYear, Plan,
    Priority, Programme, ReleaseTerms, Rule, Slice, Source, Step,
};

const SKETCH: &str = "
    package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
    A001 eu loan_concessional transport 5bn 2027-Q1..2030-Q4 trapezoid(d=0.3,u=0.2) fundamentals
    A002 eu grant energy 10bn 2027-Q1..2028-Q4 uniform green
    A003 private equity_private energy 20bn 2026-Q1..2031-Q4 logistic(k=8,m=0.4) paid 2026-Q2=1bn 2026-Q3=0.5bn
    A004 eu grant health 7.3bn 2026-Q4..2033-Q2 back_linear(s=-0.5) fundamentals
    step S01 fundamentals due 2027-Q1 weight 2 delay 4 gate grants probability 0.25
    step S02 fundamentals due 2027-Q2 met 2027-Q3
    step S03 green due 2027-Q2 partly 0.5 2027-Q3
    step S04 green due 2027-Q2 reversed 2027-Q4 loans
    terms fundamentals from 2026-Q1 threshold 0.6 window 4 lag 2 clawback 0.5 reallocated
    terms fundamentals from 2028-Q1 proportional first 0.1
    terms green from 2026-Q1 gate extended 2
    event E01 2028-01-01 stop capital=private except purpose=compensation delay 4 sector=energy
    event E02 2028-06-30 until 2030-01-01 while sector=energy|transport
    event E03 2027-05-01 excluded scale 0.75
    cap 5bn carry 1 sector=energy
    cap 2bn growing 0.07 carry 3
    cap gdp 0.15
";

/// The plan. Nothing in it is a fact about the world.
pub fn full() -> Plan {
    let mut plan = model::sketch::plan(SKETCH).unwrap();
    add_words(&mut plan);
    let source = || vec!["I01".parse().unwrap()];
    let mut row = Allocation::clone(plan.allocation_named("A002").unwrap());
    (row.priority, row.sources) = (Priority::new(1).unwrap(), source());
    plan.allocations.put(Arc::new(row));
    let programme = Programme::clone(plan.programmes.get(&key("eu")).unwrap());
    plan.programmes.put(Arc::new(Programme { lapse_years: Some(3), ..programme }));
    for (number, cluster) in [(23, Some(key("fundamentals"))), (27, Some(key("green"))), (34, None)] {
        let name = Name::new(format!("Chapter {number}"), format!("Розділ {number}"));
        plan.chapters.put(Arc::new(Chapter { number, name, cluster, sources: source() }));
    }
    let step = Step::clone(plan.step_named("S01").unwrap());
    let name = Name::new("A law is passed", "Ухвалено закон");
    let note = "Two readings;\nthen the signature.".to_owned();
    plan.steps.put(Arc::new(Step { chapter: Some(23), name, note, sources: source(), ..step }));
    let event = Event::clone(plan.events.get(&Id::from_bits(2)).unwrap());
    plan.events.put(Arc::new(Event { follows: Some(Id::from_bits(1)), lag_days: 60, sources: source(), ..event }));
    let mut cluster = (**plan.clusters.get(&key("green")).unwrap()).clone();
    let terms = ReleaseTerms { sources: source(), grade: Grade::Proposed, ..cluster.terms.remove(0) };
    cluster.terms.push(terms);
    plan.clusters.put(Arc::new(cluster));
    let cap = Cap::clone(&plan.caps.as_slice()[0]);
    plan.caps.put(Arc::new(Cap { note: "Crews and kit".to_owned(), sources: source(), ..cap }));
    assert_eq!(plan.flaws(), []);
    plan
}

/// What the first schema has and a sketch does not say.
fn add_words(plan: &mut Plan) {
    let sources = || vec![key("I01")];
    plan.sources.put(Arc::new(Source {
        key: key("I01"),
        title: "A sketch".to_owned(),
        publisher: "Nobody".to_owned(),
        date: "2026-11-20".to_owned(),
        url: "https://example.org/sketch".to_owned(),
        how_verified: "Made up for a test".to_owned(),
    }));
    let (heading, text) = (Name::new("Rule", "Правило"), Name::new("None", "Немає"));
    plan.rules.put(Arc::new(Rule { key: key("rule_1"), heading, text }));
    let amount = Money::from_cents(9_000_000_000_000);
    plan.needs.put(Arc::new(Need { sector: key("energy"), amount, sources: sources(), note: String::new() }));
    for year in [2026, 2027] {
        let gdp = Money::from_cents(20_000_000_000_000);
        plan.output.put(Arc::new(OutputYear { year, gdp, extrapolated: year > 2026, sources: sources() }));
    }
    plan.limits.put(Arc::new(Limit {
        id: Id::from_bits(1),
        name: Name::same("Energy at most"),
        slice: Slice(vec![(Dimension::Sector, vec!["energy".to_owned()])]),
        kind: LimitKind::Ceiling,
        amount: Money::from_cents(17_000_000_000_000),
        share: None,
        of: Slice::default(),
        refuses: false,
        sources: sources(),
        note: String::new(),
    }));
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}
