//! Journeys through scenarios by the command table: what they override, what is compared, what is refused.

// What is asked is written where it is asked.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

use bridge::Session;
use bridge::wire::Place;
use serde_json::{Value, json};
use tranche_tests::session;

fn ask(session: &Session, command: &str, request: Value) -> Value {
    session.call(command, request).unwrap()
}

fn edit(session: &Session, edits: Value) -> Value {
    ask(session, "edit", json!({ "edits": edits }))
}

/// The code of the problem with which edits are refused; nothing has changed then.
fn refused(session: &Session, edits: Value) -> String {
    let before = ask(session, "status", Value::Null)["fingerprint"].clone();
    let problem = session.call("edit", json!({ "edits": edits })).unwrap_err();
    assert!(problem.message.len() > 20 && !problem.message.contains("problem-"), "{problem:?}");
    assert_eq!(ask(session, "status", Value::Null)["fingerprint"], before, "{problem:?}");
    problem.code
}

fn at(session: &Session, scenario: &str) -> Session {
    session.at(Place::scenario(scenario))
}

fn compare(session: &Session, a: &str, b: &str, by: &str) -> Value {
    ask(session, "compare", json!({ "sides": [{ "scenario": a }, { "scenario": b }], "by": by }))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn texts(lines: &Value, field: &str) -> Vec<String> {
    list(lines).iter().map(|line| line[field].as_str().unwrap_or("-").to_owned()).collect()
}

fn cents(amount: &Value) -> i128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// The base plan, and a scenario that says five things differently.
fn five_things(session: &Session) -> Session {
    edit(
        session,
        json!([
            { "edit": "add_scenario", "name": { "en": "Late money", "uk": "Пізні кошти" }, "trigger": "Talks drag on." },
            { "edit": "duplicate_scenario", "of": "Late money", "name": "Five things" },
        ]),
    );
    let five = at(session, "five THINGS");
    edit(
        &five,
        json!([
            { "edit": "set_amount", "allocation": "A017", "amount": "1000000000.00" },
            { "edit": "set_sector", "allocation": "A019", "sector": "housing" },
            { "edit": "set_step", "step": "S05", "due": "2031-Q1" },
            { "edit": "set_reading", "reading": "three_blocks" },
        ]),
    );
    let over = json!([{ "edit": "set_override", "scenario": "Five things", "field": "A020.start", "value": "2028-Q1",
        "reason": "The lender asks for it.", "sources": ["S01"] }]);
    edit(session, over);
    five
}

#[test]
fn five_changes_are_listed_as_five_sentences_and_reset_one_by_one() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let five = five_things(&session);
    let compared = compare(&session, "base", "Five things", "change");
    let pair = &compared["pairs"][0];
    let mut fields = texts(&pair["changes"], "field");
    fields.sort();
    assert_eq!(fields, ["amount", "due", "reading", "sector", "start"]);
    for sentence in texts(&pair["changes"], "sentence") {
        assert!(
            sentence.ends_with('.') && !sentence.contains("difference-") && !sentence.contains("named-"),
            "{sentence}"
        );
    }
    let bars: i128 = list(&pair["bridge"]["bars"]).iter().map(|bar| cents(&bar["change"])).sum();
    assert_eq!(cents(&pair["bridge"]["from"]) + bars, cents(&pair["bridge"]["to"]));
    assert_eq!(pair["bridge"]["to"], compared["sides"][1]["paid"]);

    let overrides = ask(&five, "overrides", Value::Null);
    assert_eq!(list(&overrides).len(), 5);
    let reasoned = list(&overrides).iter().find(|line| line["at"] == "A020.start").unwrap();
    assert_eq!(reasoned["reason"], "The lender asks for it.");
    assert_eq!(reasoned["value"], "2028-Q1");
    let grid = ask(&five, "grid", json!({ "query": { "search": "A020" } }));
    let row = list(&grid["lines"]).iter().find(|line| line["code"] == "A020").unwrap();
    assert_eq!(row["overridden"], json!(["start"]));
    let own = ask(&five, "row", json!({ "id": "A020" }))["overrides"].clone();
    assert_eq!(texts(&own, "at"), ["A020.start"]);

    edit(
        &session,
        json!([{ "edit": "set_reason", "scenario": "Five things", "field": "A017.amount", "reason": "A guess." }]),
    );
    edit(&session, json!([{ "edit": "reset_override", "scenario": "Five things", "field": "A020.start" }]));
    assert_eq!(list(&ask(&five, "overrides", Value::Null)).len(), 4);
    let key = ask(&five, "overrides", Value::Null)[0]["key"].clone();
    edit(&session, json!([{ "edit": "reset_override", "scenario": "Five things", "field": key }]));
    edit(&session, json!([{ "edit": "reset_scenario", "scenario": "Five things" }]));
    assert_eq!(compare(&session, "base", "Five things", "year")["pairs"][0]["changes"], json!([]));
}

#[test]
fn a_scenario_follows_its_parent_until_it_says_otherwise() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let five = five_things(&session);
    let amount = |session: &Session, code: &str| ask(session, "row", json!({ "id": code }))["row"]["amount"].clone();
    edit(&session, json!([{ "edit": "set_amount", "allocation": "A017", "amount": "240000000.00" }]));
    edit(&session, json!([{ "edit": "set_amount", "allocation": "A021", "amount": "5.00" }]));
    assert_eq!(amount(&five, "A017"), "1000000000.00");
    assert_eq!(amount(&five, "A021"), "5.00");
    // A row of its own, and one it takes out.
    let template = ask(&session, "row", json!({ "id": "A021" }))["row"].clone();
    let added = edit(
        &five,
        json!([
            { "edit": "add_allocation", "code": "A900", "programme": template["programme"], "instrument": template["instrument"],
              "sector": template["sector"], "purpose": template["purpose"], "amount": "7.00", "start": "2030-Q1", "end": "2031-Q4" },
            { "edit": "set_reason", "scenario": "Five things", "field": "A900", "reason": "A pledge." },
            { "edit": "remove_allocation", "allocation": "A022" },
        ]),
    );
    assert_eq!(added["status"]["place"]["scenario_label"], "Five things");
    assert_eq!(added["status"]["counts"]["overrides"], 7);
    assert!(session.call("row", json!({ "id": "A900" })).is_err());
    assert_eq!(session.call("row", json!({ "id": "A022" })).unwrap()["row"]["code"], "A022");
    assert!(five.call("row", json!({ "id": "A022" })).is_err());
    let lines = ask(&session, "scenarios", json!({ "figures": true }));
    let line = list(&lines).iter().find(|line| line["label"] == "Five things").unwrap();
    assert_eq!((&line["overrides"], &line["own_rows"], &line["removed_rows"]), (&json!(5), &json!(1), &json!(1)));
    assert!(cents(&line["paid"]) > 0 && line["reading"] == "three_blocks");
    let own = ask(&five, "overrides", Value::Null);
    let row = list(&own).iter().find(|line| line["at"] == "A900").unwrap();
    assert_eq!((&row["what"], &row["reason"]), (&json!("add"), &json!("A pledge.")));
    // The row that the scenario changes goes from the base: its override stays, does nothing, and is told.
    edit(&session, json!([{ "edit": "remove_allocation", "allocation": "A017" }]));
    let own = ask(&five, "overrides", Value::Null);
    let gone = list(&own).iter().find(|line| line["applied"] == false).unwrap();
    assert!(gone["why_not"].as_str().unwrap().contains("gone"), "{gone}");
    let concerns = texts(&ask(&five, "concerns", Value::Null), "code");
    assert!(concerns.iter().any(|code| code.starts_with("override")), "{concerns:?}");
    ask(&session, "undo", Value::Null);
    assert!(list(&ask(&five, "overrides", Value::Null)).iter().all(|line| line["applied"] == true));
}

#[test]
fn what_is_promoted_is_the_base_and_differs_in_nothing() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let five = five_things(&session);
    // All of the strip but its last button: overrides without a reason are worth a note, and a base plan has none.
    let strip = |session: &Session| list(&ask(session, "status", Value::Null)["strip"])[..8].to_vec();
    let before = strip(&five);
    edit(&session, json!([{ "edit": "promote_scenario", "scenario": "Five things" }]));
    assert_eq!(strip(&session), before);
    assert_eq!(compare(&session, "base", "Five things", "year")["pairs"][0]["changes"], json!([]));
    assert_eq!(ask(&five, "overrides", Value::Null), json!([]));
    ask(&session, "undo", Value::Null);
    assert_eq!(list(&compare(&session, "base", "Five things", "year")["pairs"][0]["changes"]).len(), 5);
}

#[test]
fn what_means_nothing_is_refused_in_words_and_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    five_things(&session);
    let over = |field: &str, value: Value| json!([{ "edit": "set_override", "scenario": "Five things", "field": field, "value": value }]);
    let code = |edits: Value| refused(&session, edits);
    edit(&session, json!([{ "edit": "add_scenario", "name": "Below", "parent": "Five things" }]));
    assert_eq!(
        code(json!([{ "edit": "set_scenario", "scenario": "Five things", "parent": "Below" }])),
        "scenarios-in-circle"
    );
    assert_eq!(
        code(json!([{ "edit": "set_scenario", "scenario": "Below", "parent": "Below" }])),
        "scenarios-in-circle"
    );
    assert_eq!(code(json!([{ "edit": "remove_scenario", "scenario": "Five things" }])), "scenario-followed");
    assert_eq!(code(json!([{ "edit": "remove_scenario", "scenario": "base" }])), "base-is-no-scenario");
    assert_eq!(code(json!([{ "edit": "add_scenario", "name": "five things" }])), "scenario-name-taken");
    assert_eq!(code(json!([{ "edit": "add_scenario", "name": "Base" }])), "scenario-name-taken");
    assert_eq!(code(json!([{ "edit": "add_scenario", "name": "Else", "parent": "Nobody" }])), "unknown-scenario");
    for share in ["-0.1", "1.000000000001", "2"] {
        assert_eq!(code(json!([{ "edit": "set_odds", "question": "signed", "share": share }])), "share-out-of-range");
    }
    assert_eq!(code(json!([{ "edit": "set_odds", "question": "signed", "share": "half" }])), "not-a-share");
    assert_eq!(code(json!([{ "edit": "set_odds", "question": "perhaps", "share": "0.5" }])), "unknown-option");
    assert_eq!(code(json!([{ "edit": "set_odds", "question": "signed", "share": 0.5 }])), "bad-request");
    assert_eq!(code(over("A999.amount", json!("1.00"))), "unknown-named-row");
    assert_eq!(code(over("A017.colour", json!("blue"))), "unknown-field");
    assert_eq!(code(over("A017", json!("1.00"))), "override-needs-field");
    assert_eq!(code(over("A017.amount", Value::Null)), "override-needs-value");
    assert_eq!(code(over("A017.amount", json!("lots"))), "not-a-value");
    assert_eq!(code(over("A017.code", json!("A018"))), "not-overridable");
    assert_eq!(code(over("A017.end", json!("2020-Q1"))), "end-before-start");
    assert_eq!(code(over("package.currency", json!("EUR"))), "not-overridable");
    assert_eq!(
        code(json!([{ "edit": "reset_override", "scenario": "Five things", "field": "A001.amount" }])),
        "not-overridden"
    );
    // A limit that refuses holds in every scenario.
    edit(
        &session,
        json!([{ "edit": "set_limit", "name": "All", "kind": "ceiling", "amount": "801000000000.00", "refuses": true }]),
    );
    assert_eq!(code(over("A021.amount", json!("90000000000.00"))), "limit-missed");
    let five = at(&session, "Five things");
    let much = json!([{ "edit": "set_amount", "allocation": "A021", "amount": "90000000000.00" }]);
    assert_eq!(five.call("edit", json!({ "edits": much })).unwrap_err().code, "limit-missed");
    assert_eq!(session.at(Place::scenario("Nobody")).call("grid", Value::Null).unwrap_err().code, "unknown-scenario");
    let here = session.at(Place { moment: Some(1), ..Place::default() });
    let edits = json!({ "edits": [{ "edit": "set_note", "allocation": "A001", "note": "x" }] });
    assert_eq!(here.call("edit", edits).unwrap_err().code, "read-only-place");
}

#[test]
fn nothing_is_weighted_before_somebody_has_entered_the_odds() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let outcomes = ask(&session, "outcomes", Value::Null);
    assert!(list(&outcomes["questions"]).iter().all(|question| question["share"] == Value::Null));
    assert_eq!(outcomes["weighted"], Value::Null);
    assert_eq!(list(&outcomes["missing"]).len(), 1, "{}", outcomes["missing"]);
    assert!(list(&outcomes["leaves"]).iter().all(|leaf| leaf["scenario"] != Value::Null && cents(&leaf["total"]) > 0));
    edit(
        &session,
        json!([
            { "edit": "set_odds", "question": "signed", "share": "0.5", "note": "A panel of five." },
            { "edit": "set_odds", "question": "accepted", "share": "0.6" },
            { "edit": "set_odds", "question": "holds", "share": "0.7" },
        ]),
    );
    let outcomes = ask(&session, "outcomes", Value::Null);
    let signed = &outcomes["questions"][0];
    assert_eq!(
        (&signed["author"], &signed["day"], &signed["note"]),
        (&json!("Analyst"), &json!("2026-11-20"), &json!("A panel of five."))
    );
    assert_eq!(outcomes["missing"], json!([]));
    let weighted = &outcomes["weighted"];
    let years: i128 = list(&weighted["years"]).iter().map(|year| cents(&year["amount"])).sum();
    assert_eq!(years, cents(&weighted["total"]));
    assert!(outcomes["split_rule"].as_str().unwrap().contains("hazard"));
    edit(&session, json!([{ "edit": "set_odds", "question": "holds", "share": null }]));
    assert_eq!(ask(&session, "outcomes", Value::Null)["weighted"], Value::Null);
}

#[test]
fn charts_of_comparisons_name_their_sides_and_add_exactly() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    five_things(&session);
    let sides = json!([{ "scenario": "base" }, { "scenario": "Five things" }, { "scenario": "Late money" }]);
    for by in ["year", "change", "funder", "sector"] {
        for measure in ["planned", "paid"] {
            let compare = json!({ "sides": sides, "by": by, "measure": measure });
            let compared = ask(&session, "compare", compare.clone());
            let pair = &compared["pairs"][0];
            let sum = list(&pair["table"]).last().unwrap();
            assert_eq!((&sum["a"], &sum["b"]), (&pair["bridge"]["from"], &pair["bridge"]["to"]), "{by} {measure}");
            let changes: i128 = list(&pair["table"]).iter().rev().skip(1).map(|line| cents(&line["change"])).sum();
            assert_eq!(changes, cents(&sum["change"]), "{by} {measure}");
            for name in ["what_differs", "side_by_side", "how_it_could_end"] {
                let chart = json!({ "name": name, "width": 900, "height": 420, "theme": "light", "compare": compare });
                let figure = ask(&session, "chart", chart);
                assert!(!list(&figure["table"]["rows"]).is_empty(), "{name}");
                assert!(
                    name == "how_it_could_end" || figure["svg"].as_str().unwrap().contains("Five things"),
                    "{name}"
                );
            }
        }
    }
    let problem = |request: Value| session.call("compare", request).unwrap_err().code;
    assert_eq!(problem(json!({ "sides": [{}] })), "sides-count");
    assert_eq!(problem(json!({ "sides": [{}, {}], "by": "colour" })), "unknown-option");
    assert_eq!(problem(json!({ "sides": [{}, { "version": "None such" }] })), "unknown-version");
    assert_eq!(problem(json!({ "sides": [{}, { "version": "x", "moment": 1 }] })), "two-times");
}

#[test]
fn a_step_slips_in_a_scenario_and_nowhere_else() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    edit(&session, json!([{ "edit": "add_scenario", "name": "Slow reforms" }]));
    let slow = at(&session, "Slow reforms");
    let due = |session: &Session| ask(session, "step", json!({ "step": "S05" }))["step"]["delay_quarters"].clone();
    let request = |dry_run: bool| json!({ "step": "S05", "quarters": 4, "dry_run": dry_run });
    let told = ask(&slow, "slip", request(true))["sentence"].clone();
    assert_eq!(due(&slow), 0);
    assert_eq!(ask(&slow, "slip", request(false))["sentence"], told);
    assert_eq!((due(&slow), due(&session)), (json!(4), json!(0)));
    let lines = ask(&session, "scenarios", Value::Null);
    let line = list(&lines).iter().find(|line| line["label"] == "Slow reforms").unwrap();
    assert_eq!((&line["booster"], &line["overrides"], &line["paid"]), (&json!(true), &json!(1), &Value::Null));
    // What an edit of the base plan does is seen in it, and what is done to it can be undone.
    ask(&session, "undo", Value::Null);
    assert_eq!(due(&slow), 0);
}

#[test]
fn other_files_and_versions_stand_beside_the_open_plan() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let path = data.path().join("sent.tranche");
    ask(&session, "save_as", json!({ "path": path.to_str().unwrap() }));
    ask(&session, "freeze", json!({ "name": "Board draft", "note": "" }));
    five_things(&session);
    edit(&session, json!([{ "edit": "set_amount", "allocation": "A017", "amount": "240000000.00" }]));
    let late = json!({ "version": "Board draft", "scenario": "Late accession" });
    let sides = json!([{ "path": path.to_str().unwrap() }, {}, { "version": "board draft" }, late]);
    let compared = ask(&session, "compare", json!({ "sides": sides }));
    let labels = texts(&compared["sides"], "label");
    assert_eq!(labels[..3], ["sent.tranche", "Base plan", "Version \u{201c}Board draft\u{201d}"]);
    assert_eq!(labels[3], "Late accession (Version \u{201c}Board draft\u{201d})");
    assert_eq!(compared["sides"][0]["fingerprint"], compared["sides"][2]["fingerprint"]);
    assert_eq!(compared["pairs"][1]["sentence"], "Nothing is different.");
    let changes = &compared["pairs"][0]["changes"];
    // The amount, and what whole plans have besides: two scenarios and what one of them overrides.
    let tables = texts(changes, "table");
    assert_eq!(tables.iter().filter(|table| *table == "allocations").count(), 1);
    assert_eq!(tables.iter().filter(|table| *table == "scenarios").count(), 2);
    let sentences = texts(changes, "sentence");
    assert!(sentences[0].contains("amount rises by 7 mn, from 233 mn to 240 mn"), "{sentences:?}");
}
