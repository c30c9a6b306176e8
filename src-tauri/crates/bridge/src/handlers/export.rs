//! The plan as a file of another format.

use model::{AddedRow, Fields, What};
use serde::Serialize;
use serde_json::{Value, json};

use crate::Problem;
use crate::handlers::{View, absorption, events, limits, plan, row, steps};
use crate::wire::Amount;

/// The plan as the format that `extension` names: `csv` for its rows, `json` for all of it.
///
/// # Errors
/// Where there is no such format.
pub(crate) fn file(view: &View, extension: &str) -> Result<Vec<u8>, Problem> {
    if extension == "json" {
        let mut text = serde_json::to_string_pretty(&json(view)).unwrap_or_default();
        text.push('\n');
        return Ok(text.into_bytes());
    }
    let format = exchange::FORMATS.iter().find(|format| format.extension == extension);
    let format =
        format.ok_or_else(|| Problem::usage("file-format").with("path", extension).with("known", ".csv, .json"))?;
    Ok((format.write)(view.plan).into_bytes())
}

/// Everything the plan says, as JSON. Amounts are decimal strings with two places.
fn json(view: &View) -> Value {
    let package = &view.plan.package;
    let name = |name: &model::Name| json!({ "en": name.en, "uk": name.uk });
    let keys = |keys: &[model::Key]| keys.iter().map(ToString::to_string).collect::<Vec<_>>();
    let amount = |amount: Option<model::Money>| amount.map(Amount::from);
    json!({
        "format": "tranche-plan",
        "format_version": 1,
        "fingerprint": view.fingerprint,
        "package": {
            "name": name(&package.name),
            "total": Amount::from(package.total),
            "currency": package.currency,
            "price_basis": package.price_basis,
            "as_of": package.as_of.to_string(),
            "first": package.first.to_string(),
            "last": package.last.to_string(),
            "reading": package.reading.to_string(),
            "needs_total": Amount::from(package.needs_total),
            "sources": keys(&package.sources),
        },
        "readings": view.plan.readings.iter().map(|reading| json!({
            "id": reading.key.to_string(),
            "label": name(&reading.label),
            "date": reading.date,
            "public": amount(reading.public),
            "booster_block": amount(reading.booster_block),
            "private": amount(reading.private),
            "booster_mark": amount(reading.booster_mark),
            "total": amount(reading.total),
            "sources": keys(&reading.sources),
        })).collect::<Vec<_>>(),
        "funders": view.plan.funders.iter().map(|funder| json!({
            "id": funder.key.to_string(), "name": name(&funder.name), "kind": funder.kind.key(), "note": funder.note,
        })).collect::<Vec<_>>(),
        "programmes": view.plan.programmes.iter().map(|programme| json!({
            "id": programme.key.to_string(),
            "funder": programme.funder.to_string(),
            "name": name(&programme.name),
            "original_amount": programme.original_amount,
            "original_unit": programme.original_unit,
            "usd_per_unit": programme.usd_per_unit.map(|rate| rate.to_string()),
            "amount": amount(programme.amount),
            "grade": programme.grade.key(),
            "lapse_years": programme.lapse_years,
            "part_of": programme.part_of.as_ref().map(ToString::to_string),
            "owed": amount(programme.owed),
            "sources": keys(&programme.sources),
        })).collect::<Vec<_>>(),
        "sectors": view.plan.sectors.iter().map(|sector| json!({
            "id": sector.key.to_string(), "name": name(&sector.name), "note": sector.note,
        })).collect::<Vec<_>>(),
        "needs": view.plan.needs.iter().map(|need| json!({
            "sector": need.sector.to_string(), "amount": Amount::from(need.amount), "sources": keys(&need.sources), "note": need.note,
        })).collect::<Vec<_>>(),
        "clusters": view.plan.clusters.iter().map(|cluster| json!({
            "id": cluster.key.to_string(), "number": cluster.number, "name": name(&cluster.name),
            "terms": cluster.terms.iter().map(|terms| data(steps::terms(view, terms), &["rule_sentence"])).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "chapters": view.plan.chapters.iter().map(|chapter| json!({
            "number": chapter.number, "name": name(&chapter.name),
            "cluster": chapter.cluster.as_ref().map(ToString::to_string), "sources": keys(&chapter.sources),
        })).collect::<Vec<_>>(),
        "steps": steps::steps(view).steps.into_iter().map(|step| data(step, STEP_TOLD)).collect::<Vec<_>>(),
        "allocations": allocations(view),
        "limits": limits::own(view).into_iter().map(|limit| data(limit, LIMIT_TOLD)).collect::<Vec<_>>(),
        "events": events::events(view).into_iter().map(|event| data(event, &["date", "quarter"])).collect::<Vec<_>>(),
        "caps": absorption::caps(view).caps.into_iter().map(|cap| data(cap, &["years"])).collect::<Vec<_>>(),
        "output": view.plan.output.iter().map(|year| json!({
            "year": year.year, "gdp": Amount::from(year.gdp), "extrapolated": year.extrapolated, "sources": keys(&year.sources),
        })).collect::<Vec<_>>(),
        "rules": view.plan.rules.iter().map(|rule| json!({
            "id": rule.key.to_string(), "heading": name(&rule.heading), "text": name(&rule.text),
        })).collect::<Vec<_>>(),
        "scenario": view.scenario.to_string(),
        "scenarios": scenarios(view),
        "overrides": overrides(view),
        "odds": view.whole.odds.iter().map(|odds| json!({
            "question": odds.question.key(), "share": odds.share.to_string(), "author": odds.author,
            "day": odds.day.to_string(), "note": odds.note,
        })).collect::<Vec<_>>(),
        "sources": plan::sources(view),
    })
}

/// The scenarios as a tree, each after what it follows.
fn scenarios(view: &View) -> Vec<Value> {
    let order = view.whole.scenario_order().into_iter();
    order
        .map(|(_, row)| {
            let model::Scenario { id, name, parent, place, outcome, trigger, grade, sources, note } = &**row;
            json!({
                "id": id.to_string(),
                "name": steps::names(name),
                "parent": parent.to_string(),
                "place": place,
                "outcome": outcome.map(model::Outcome::key),
                "trigger": steps::names(trigger),
                "grade": grade.key(),
                "sources": sources.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "note": note,
            })
        })
        .collect()
}

/// What the scenarios say differently from their parents.
fn overrides(view: &View) -> Vec<Value> {
    let line = |one: &std::sync::Arc<model::Override>| {
        let model::Override { at, what, reason, sources } = &**one;
        let (what, value) = match what {
            What::Set(value) => ("set", Some(value.clone())),
            What::Add(_) => ("add", None),
            What::Remove => ("remove", None),
        };
        json!({
            "scenario": at.scenario.to_string(),
            "table": at.table.key(),
            "row": &*at.row,
            "field": at.field.map(|field| field.to_string()),
            "what": what,
            "value": value,
            "added": added(&one.what),
            "reason": reason,
            "sources": sources.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    };
    view.whole.overrides.iter().map(line).collect()
}

/// The fields of a row that a scenario adds, as overrides write them.
fn added(what: &What) -> Option<Value> {
    let What::Add(row) = what else { return None };
    Some(match row {
        AddedRow::Allocation(row) => fields(&**row),
        AddedRow::Limit(row) => fields(&**row),
        AddedRow::Step(row) => fields(&**row),
        AddedRow::Event(row) => fields(&**row),
        AddedRow::Cap(row) => fields(&**row),
    })
}

fn fields<T: Fields>(row: &T) -> Value {
    let told = T::FIELDS.iter().map(|(field, _)| (field.to_string(), Value::String(row.tell(*field))));
    Value::Object(told.collect())
}

fn allocations(view: &View) -> Vec<Value> {
    let rows = view.plan.by_code().into_iter();
    rows.map(|allocation| {
        let row = row::row(view, allocation, model::Money::ZERO);
        // What moved follows from the schedule.
        data(row, &["moved"])
    })
    .collect()
}

/// What follows from a step and its group.
const STEP_TOLD: &[&str] = &["expected", "closes", "value", "places"];
/// What of limits follows from the rest.
const LIMIT_TOLD: &[&str] = &["source", "missed_by", "rows"];

/// A line without words for a reader and without what follows from the rest, which are no data.
fn data<T: Serialize>(line: T, told: &[&str]) -> Value {
    let mut value = serde_json::to_value(line).unwrap_or(Value::Null);
    strip(&mut value, told);
    value
}

fn strip(value: &mut Value, told: &[&str]) {
    match value {
        Value::Object(fields) => {
            fields.retain(|field, _| {
                !field.ends_with("_label")
                    && !["label", "sentence"].contains(&field.as_str())
                    && !told.contains(&field.as_str())
            });
            fields.values_mut().for_each(|field| strip(field, told));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, told)),
        _ => {}
    }
}
