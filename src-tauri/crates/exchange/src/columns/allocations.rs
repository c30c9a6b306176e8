//! Allocations: the rows of the plan, as `allocations.csv` and the CSV export hold them.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Allocation, Capital, Cited, Grade, Id, Instrument, Key, Money, PaidQuarter, Parameters, Plan, Priority, Profile,
    ProfileRefusal, Purpose, Quarter,
};

use super::reference::{File, first_time, sources_of};
use super::{LIST_SIGN, code, known, money, quarter, whole, word, yes_or_no};
use crate::finding::{Findings, Reason};
use crate::parameters::parameters_from_text;
use crate::sheet::{Cells, Columns, Sheet};

/// Columns of allocations. `paid_to_date_usd` and `paid_quarter` hold as many entries as there are quarters with a payment,
/// parted by `;`. The allowed ones are written by the export and may be left out by others.
pub const ALLOCATIONS: Columns = Columns {
    needed: &[
        "allocation_code",
        "programme",
        "funder",
        "instrument",
        "capital",
        "sector",
        "purpose",
        "booster",
        "cluster",
        "amount_usd",
        "start_quarter",
        "end_quarter",
        "profile",
        "profile_parameters",
        "amount_grade",
        "split_grade",
        "source_id",
        "paid_to_date_usd",
        "paid_quarter",
    ],
    allowed: &["note", "locked", "id", "priority", "field_sources"],
};

/// The classes of priority, as a refusal lists them.
const CLASSES: &str = "1, 2, 3, 4, 5, 6, 7, 8, 9";

/// Reads allocations that refer to the tables of `plan`, whose own allocations are not looked at. A row without an id gets
/// the one that `draw_id` gives for its place, counted from 1.
///
/// # Errors
/// Everything found wrong in the file: shape, unknown keys and words, amounts, spans, profiles, payments, codes used twice.
pub fn allocations(
    file: File<'_>,
    plan: &Plan,
    mut draw_id: impl FnMut(u64) -> Id,
) -> Result<Vec<Allocation>, Findings> {
    let mut codes = BTreeSet::new();
    let mut ids = BTreeSet::new();
    let mut profiles = Profiles::default();
    let mut place = 0;
    Sheet::open(file.name, file.text, ALLOCATIONS)?.rows(|cells| {
        place += 1;
        let id = cells.read_optional("id", |text| text.parse().map_err(|_| Reason::NotAKey(text.to_owned())))?;
        let row = allocation(cells, plan, &mut profiles, id.unwrap_or_else(|| draw_id(place)))?;
        first_time(&mut codes, cells, "allocation_code", &row.code)?;
        first_time(&mut ids, cells, "id", &row.id)?;
        match plan.check_allocation(&row) {
            Ok(()) => Some(row),
            Err(refusal) => cells.refuse("", row.code.as_str(), Reason::Rule(refusal.to_string())),
        }
    })
}

/// One row, each of its cells read and checked on its own.
fn allocation(cells: &mut Cells<'_>, plan: &Plan, profiles: &mut Profiles, id: Id) -> Option<Allocation> {
    let (start, end) = span(cells)?;
    Some(Allocation {
        id,
        code: cells.read("allocation_code", code)?,
        programme: programme(cells, plan)?,
        instrument: cells.read("instrument", |text| word(text, &Instrument::ALL, Instrument::key))?,
        capital: cells.read("capital", |text| word(text, &Capital::ALL, Capital::key))?,
        sector: cells.read("sector", |text| known(text, "sectors", |key| plan.sectors.get(key).is_some()))?,
        purpose: cells.read("purpose", |text| word(text, &Purpose::ALL, Purpose::key))?,
        booster: booster(cells, plan)?,
        amount: cells.read("amount_usd", money)?,
        start,
        end,
        profile: profile(cells, profiles)?,
        amount_grade: cells.read("amount_grade", |text| word(text, &Grade::ALL, Grade::key))?,
        split_grade: cells.read("split_grade", |text| word(text, &Grade::ALL, Grade::key))?,
        sources: sources_of(cells, &plan.sources)?,
        note: cells.text("note")?,
        locked: cells.read_optional("locked", yes_or_no)?.unwrap_or(false),
        paid: paid(cells)?,
        priority: cells.read_optional("priority", priority)?.unwrap_or(Priority::USUAL),
        cited: cells.read_optional("field_sources", cited)?.unwrap_or_default(),
    })
}

/// A class of priority: `1` is served first, `9` last.
fn priority(text: &str) -> Result<Priority, Reason> {
    let class = whole(text).ok().and_then(Priority::new);
    class.ok_or_else(|| Reason::UnknownWord { word: text.to_owned(), allowed: CLASSES.to_owned() })
}

/// Sources of single fields: `amount=I10,I12 start=S05`.
fn cited(text: &str) -> Result<Vec<Cited>, Reason> {
    let expected = "FIELD=SOURCE,SOURCE FIELD=SOURCE".to_owned();
    Cited::from_text(text).ok_or_else(|| Reason::UnknownWord { word: text.to_owned(), allowed: expected })
}

/// The programme, whose funder must be the one that the row names.
fn programme(cells: &mut Cells<'_>, plan: &Plan) -> Option<Key> {
    let key = cells.read("programme", |text| known(text, "programmes", |key| plan.programmes.get(key).is_some()))?;
    let funder = cells.read("funder", |text| known(text, "funders", |key| plan.funders.get(key).is_some()))?;
    match plan.programmes.get(&key) {
        Some(programme) if programme.funder != funder => {
            let reason = Reason::OtherFunder { programme: key.to_string(), funder: programme.funder.to_string() };
            cells.refuse("funder", funder.as_str(), reason)
        }
        _ => Some(key),
    }
}

/// The cluster of a row of the booster. `yes` needs one, `no` allows none. The outer nothing is a finding.
fn booster(cells: &mut Cells<'_>, plan: &Plan) -> Option<Option<Key>> {
    let inside = cells.read("booster", yes_or_no)?;
    let is_cluster = |key: &Key| plan.clusters.get(key).is_some();
    let cluster = cells.read_optional("cluster", |text| known(text, "clusters", is_cluster))?;
    match (inside, &cluster) {
        (true, None) => cells.refuse("cluster", "", Reason::HalfFilled { filled: "booster", empty: "cluster" }),
        (false, Some(key)) => {
            let key = key.to_string();
            cells.refuse("booster", &key, Reason::HalfFilled { filled: "cluster", empty: "booster" })
        }
        _ => Some(cluster),
    }
}

/// First and last quarter, in that order.
fn span(cells: &mut Cells<'_>) -> Option<(Quarter, Quarter)> {
    let start = cells.read("start_quarter", quarter);
    let end = cells.read("end_quarter", quarter)?;
    let start = start?;
    if end < start {
        let reason = Reason::EndBeforeStart { start: start.to_string(), end: end.to_string() };
        return cells.refuse("end_quarter", &end.to_string(), reason);
    }
    Some((start, end))
}

/// Profiles met so far, by their two cells: most rows share one of a few.
#[derive(Default)]
struct Profiles(BTreeMap<(String, String), Profile>);

/// The profile with its parameters.
fn profile(cells: &mut Cells<'_>, met: &mut Profiles) -> Option<Profile> {
    let key = cells.filled("profile")?;
    let text = cells.raw("profile_parameters");
    let place = (key.to_owned(), text.to_owned());
    if let Some(profile) = met.0.get(&place) {
        return Some(profile.clone());
    }
    let parameters = match parameters_from_text(text) {
        Ok(parameters) => parameters,
        Err(reason) => return cells.refuse("profile_parameters", text, reason),
    };
    match made(key, parameters) {
        Ok(profile) => {
            met.0.insert(place, profile.clone());
            Some(profile)
        }
        Err(Reason::UnknownProfile(name)) => cells.refuse("profile", key, Reason::UnknownProfile(name)),
        Err(reason) => cells.refuse("profile_parameters", text, reason),
    }
}

fn made(key: &str, parameters: Parameters) -> Result<Profile, Reason> {
    Profile::new(key, parameters).map_err(|refusal| match refusal {
        ProfileRefusal::Unknown(name) => Reason::UnknownProfile(name),
        other => Reason::BadParameters(other.to_string()),
    })
}

/// What was paid, quarter by quarter: as many amounts as quarters.
fn paid(cells: &mut Cells<'_>) -> Option<Vec<PaidQuarter>> {
    let amounts = cells.read_optional("paid_to_date_usd", |text| list(text, money))?.unwrap_or_default();
    let quarters = cells.read_optional("paid_quarter", |text| list(text, quarter))?.unwrap_or_default();
    if amounts.len() > quarters.len() {
        let reason = Reason::HalfFilled { filled: "paid_to_date_usd", empty: "paid_quarter" };
        return cells.refuse("paid_quarter", cells.raw("paid_quarter"), reason);
    }
    if quarters.len() > amounts.len() {
        let reason = Reason::HalfFilled { filled: "paid_quarter", empty: "paid_to_date_usd" };
        return cells.refuse("paid_to_date_usd", cells.raw("paid_to_date_usd"), reason);
    }
    Some(
        quarters
            .into_iter()
            .zip(amounts)
            .map(|(quarter, amount): (Quarter, Money)| PaidQuarter { quarter, amount })
            .collect(),
    )
}

fn list<T>(text: &str, read: fn(&str) -> Result<T, Reason>) -> Result<Vec<T>, Reason> {
    text.split(LIST_SIGN).map(read).collect()
}
