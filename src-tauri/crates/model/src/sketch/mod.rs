//! A plan in a few lines of text, for tests and examples.
//!
//! ```text
//! package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
//! A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform
//! A002 eu loan_concessional transport 5bn 2027-Q1..2030-Q4 trapezoid(d=0.3,u=0.2) fundamentals
//! A003 private equity_private energy 20bn 2026-Q1..2026-Q4 uniform paid 2026-Q2=1bn
//! step S01 fundamentals due 2027-Q1 weight 2 delay 4 gate grants
//! step S02 fundamentals due 2027-Q2 met 2027-Q2
//! terms fundamentals from 2026-Q1 threshold 0.6 window 4 lag 2 first 0.1 clawback 0.5 reallocated
//! event E01 2028-01-01 stop capital=private except purpose=compensation
//! event E02 2028-06-30 delay 4 sector=energy
//! cap 5bn carry 1 sector=energy
//! cap gdp 0.15
//! ```
//!
//! Programmes, funders, sectors and clusters come into being as they are named. Nothing here is a fact about the world.

mod conditions;

use std::str::FromStr;
use std::sync::Arc;

use crate::{
    Allocation, Cluster, Date, Funder, FunderKind, Grade, Id, Instrument, Key, Money, Name, NumberFormat, Package,
    PaidQuarter, Parameters, Plan, Priority, Profile, Programme, Purpose, Quarter, Reading, Sector, Share, read_amount,
};

/// A line of a sketch that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the sketch: {word:?} was not understood")]
pub struct SketchRefusal {
    /// Which line, from one.
    pub line: usize,
    /// Which word.
    pub word: String,
}

/// The plan that `text` describes.
///
/// # Errors
/// [`SketchRefusal`] with the first line and word that is not understood.
pub fn plan(text: &str) -> Result<Plan, SketchRefusal> {
    let mut plan = Plan::of(usual_package());
    for (at, line) in text.lines().enumerate() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let refuse = |word: &str| SketchRefusal { line: at + 1, word: word.to_owned() };
        match words.first() {
            None => {}
            Some(&"package") => read_package(&mut plan, &words).map_err(refuse)?,
            Some(&"step") => conditions::read_step(&mut plan, &words).map_err(refuse)?,
            Some(&"terms") => conditions::read_terms(&mut plan, &words).map_err(refuse)?,
            Some(&"event") => conditions::read_event(&mut plan, &words).map_err(refuse)?,
            Some(&"cap") => conditions::read_cap(&mut plan, &words).map_err(refuse)?,
            Some(_) => read_row(&mut plan, &words).map_err(refuse)?,
        }
    }
    Ok(plan)
}

fn usual_package() -> Package {
    let quarter = |year, part| Quarter::new(year, part).unwrap_or_else(|| unreachable!("a quarter of our time"));
    Package {
        name: Name::same("Sketch"),
        total: Money::from_cents(80_000_000_000_000),
        currency: "USD".to_owned(),
        price_basis: "current USD".to_owned(),
        as_of: Date::new(2026, 1, 1).unwrap_or_else(|| unreachable!("a day of our time")),
        first: quarter(2026, 1),
        last: quarter(2035, 4),
        reading: key("overlay"),
        needs_total: Money::ZERO,
        sources: Vec::new(),
    }
}

fn key(text: &str) -> Key {
    text.parse().unwrap_or_else(|_| unreachable!("{text} is a key"))
}

fn read_package<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(), &'a str> {
    let mut package = usual_package();
    let mut rest = words[1..].iter();
    while let Some(word) = rest.next() {
        if *word == "as-of" {
            let day = rest.next().ok_or(*word)?;
            package.as_of = day.parse().map_err(|_| *day)?;
        } else if word.contains("..") {
            (package.first, package.last) = span(word)?;
        } else {
            package.total = amount(word)?;
        }
    }
    let reading = Reading {
        key: package.reading.clone(),
        label: Name::same("Overlay"),
        date: String::new(),
        public: None,
        booster_block: None,
        private: None,
        booster_mark: None,
        total: Some(package.total),
        arithmetic: Name::default(),
        evidence_for: Name::default(),
        evidence_against: Name::default(),
        judgement: Name::default(),
        sources: Vec::new(),
    };
    plan.readings.put(Arc::new(reading));
    plan.package = Arc::new(package);
    Ok(())
}

fn read_row<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(), &'a str> {
    let [code, programme, instrument, sector, size, when, shape, rest @ ..] = words else {
        return Err(words.last().copied().unwrap_or(""));
    };
    let instrument = Instrument::from_key(instrument).ok_or(*instrument)?;
    let (start, end) = span(when)?;
    let programme = named_programme(plan, programme)?;
    let sector = Key::from_str(sector).map_err(|_| *sector)?;
    plan.sectors.put(Arc::new(Sector { key: sector.clone(), name: Name::same(sector.as_str()), note: String::new() }));
    let (booster, paid) = tail(plan, rest)?;
    let row = Allocation {
        id: Id::from_bits(plan.allocations.len() as u128 + 1),
        code: code.parse().map_err(|_| *code)?,
        programme,
        instrument,
        capital: instrument.capital(),
        sector,
        purpose: Purpose::Reconstruction,
        booster,
        amount: amount(size)?,
        start,
        end,
        profile: profile(shape).ok_or(*shape)?,
        amount_grade: Grade::Assumption,
        split_grade: Grade::Assumption,
        sources: Vec::new(),
        note: String::new(),
        locked: false,
        paid,
        priority: Priority::USUAL,
        cited: Vec::new(),
    };
    plan.allocations.put(Arc::new(row));
    Ok(())
}

/// The programme and, where it is new, a funder of the same name.
fn named_programme<'a>(plan: &mut Plan, word: &'a str) -> Result<Key, &'a str> {
    let key: Key = word.parse().map_err(|_| word)?;
    let name = Name::same(word);
    let funder = Funder { key: key.clone(), name: name.clone(), kind: FunderKind::Government, note: String::new() };
    let programme = Programme {
        key: key.clone(),
        funder: key.clone(),
        name,
        original_amount: String::new(),
        original_unit: String::new(),
        usd_per_unit: None,
        amount: None,
        grade: Grade::Assumption,
        sources: Vec::new(),
        lapse_years: None,
        part_of: None,
        owed: None,
    };
    plan.funders.put(Arc::new(funder));
    plan.programmes.put(Arc::new(programme));
    Ok(key)
}

/// A cluster, and what was paid: `fundamentals paid 2026-Q2=1bn`.
fn tail<'a>(plan: &mut Plan, words: &[&'a str]) -> Result<(Option<Key>, Vec<PaidQuarter>), &'a str> {
    let mut booster = None;
    let mut paid = Vec::new();
    for word in words {
        if *word == "paid" {
            continue;
        }
        if let Some((quarter, size)) = word.split_once('=') {
            paid.push(PaidQuarter { quarter: quarter.parse().map_err(|_| *word)?, amount: amount(size)? });
            continue;
        }
        let key = named_cluster(plan, word)?;
        booster = Some(key);
    }
    Ok((booster, paid))
}

/// The cluster, which comes into being where it is new.
fn named_cluster<'a>(plan: &mut Plan, word: &'a str) -> Result<Key, &'a str> {
    let key: Key = word.parse().map_err(|_| word)?;
    if plan.clusters.get(&key).is_none() {
        let number = u32::try_from(plan.clusters.len()).unwrap_or(0) + 1;
        plan.clusters.put(Arc::new(Cluster { key: key.clone(), name: Name::same(word), number, terms: Vec::new() }));
    }
    Ok(key)
}

fn amount(word: &str) -> Result<Money, &str> {
    read_amount(word, NumberFormat::Point).map_err(|_| word)
}

fn span(word: &str) -> Result<(Quarter, Quarter), &str> {
    let (first, last) = word.split_once("..").ok_or(word)?;
    Ok((first.parse().map_err(|_| word)?, last.parse().map_err(|_| word)?))
}

/// `uniform`, or `trapezoid(u=0.2,d=0.3)`.
fn profile(word: &str) -> Option<Profile> {
    let Some((key, list)) = word.split_once('(') else { return Profile::new(word, Parameters::new()).ok() };
    let pairs = list.strip_suffix(')')?.split(',');
    let parameters = pairs.map(|pair| {
        let (name, value) = pair.split_once('=')?;
        Some((name.to_owned(), Share::read_fine(value).ok()?))
    });
    Profile::new(key, parameters.collect::<Option<_>>()?).ok()
}
