//! Journeys through what money depends on: steps and their slips, the booster's four states, explanations, backlog, profiles.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tranche_tests::{Desk, folder, session};

const BOOSTER_CENTS: i128 = 20_000_000_000_000;

/// An amount in cents.
fn cents(amount: &str) -> i128 {
    amount.replace('.', "").parse().unwrap()
}

/// An amount of a reply in cents.
fn amount(value: &Value) -> i128 {
    cents(value.as_str().unwrap())
}

fn asked(desk: &Desk, arguments: &[&str]) -> Value {
    serde_json::from_str(&desk.ok(arguments)).unwrap()
}

/// The measure per quarter, from the schedule's CSV; what is not told is nothing.
fn quarters(desk: &Desk, plan: &str, measure: &str) -> BTreeMap<String, i128> {
    let csv = desk.ok(&["schedule", plan, "--measure", measure, "--every", "quarter", "--format", "csv"]);
    let line = |line: &str| {
        let (period, amount) = line.split_once(',').unwrap();
        (period.to_owned(), cents(amount))
    };
    csv.lines().skip(1).map(line).collect()
}

/// A plan in which everything bites: a late step, a lost one, an event that opens and one that stops, caps and lapses.
fn hard_plan(desk: &Desk) {
    desk.ok(&["new", "plan.tranche"]);
    let edits = desk.edits(&json!([
        { "edit": "slip_step", "step": "S05", "quarters": 3 },
        { "edit": "slip_step", "step": "S18", "quarters": 9 },
        { "edit": "set_step", "step": "S01", "state": "reversed", "state_quarter": "2026-Q2", "reversed_quarter": "2029-Q1" },
        { "edit": "set_step", "step": "S02", "state": "partly_met", "state_quarter": "2027-Q2", "state_share": "0.4" },
        { "edit": "add_cap", "cap": { "name": "Building", "slice": [{ "dimension": "sector", "keys": ["housing", "transport"] }],
            "kind": "growing", "amount": "2000000000.00", "rate": "0.1", "carry_years": 2 } },
        { "edit": "add_cap", "cap": { "name": "All of it", "kind": "gdp_share", "rate": "0.2" } },
        { "edit": "set_priority", "allocation": "A056", "priority": 1 },
        { "edit": "set_lapse", "programme": "private_to_mobilise", "years": 3 },
        { "edit": "add_event", "event": { "code": "E90", "name": "Ceasefire", "date": "2028-02-01", "kind": "ceasefire",
            "effects": [{ "verb": "open", "slice": [{ "dimension": "capital", "keys": ["private"] }] }] } },
        { "edit": "add_event", "event": { "name": "Collapse", "date": "2030-01-01", "follows": "E90", "lag_days": 1800, "kind": "collapse",
            "effects": [{ "verb": "stop", "except": [{ "dimension": "purpose", "keys": ["stability"] }] }] } },
    ]));
    desk.ok(&["edit", "plan.tranche", edits]);
}

#[test]
fn every_cent_of_the_booster_is_in_one_state_in_every_period() {
    let desk = Desk::new();
    hard_plan(&desk);
    for plan in ["--baseline", "plan.tranche"] {
        for (every, periods) in [("year", 10), ("quarter", 40)] {
            let csv = desk.ok(&["booster", plan, "--every", every, "--format", "csv"]);
            let mut lines = csv.lines();
            assert_eq!(lines.next(), Some("period,released,at_risk,not_yet_due,lost"));
            let rows: Vec<&str> = lines.collect();
            assert_eq!(rows.len(), periods);
            for row in &rows {
                let sum: i128 = row.split(',').skip(1).map(cents).sum();
                assert_eq!(sum, BOOSTER_CENTS, "{plan}: {row}");
            }
            assert_eq!(rows[0].split(',').next(), Some(if every == "year" { "2026" } else { "2026-Q1" }));
        }
        let steps = asked(&desk, &["call", "steps", "--plan", plan]);
        let groups: i128 = steps["clusters"].as_array().unwrap().iter().map(|group| amount(&group["amount"])).sum();
        assert_eq!(groups, BOOSTER_CENTS);
        for group in steps["clusters"].as_array().unwrap() {
            let key = group["key"].as_str().unwrap();
            let told = asked(&desk, &["booster", plan, "--cluster", key, "--format", "json"]);
            assert_eq!(told["total"], group["amount"]);
        }
    }
    let last = desk.ok(&["booster", "plan.tranche", "--format", "csv"]);
    assert_ne!(last.lines().last().unwrap().rsplit(',').next().unwrap(), "0.00", "S18 comes too late: {last}");
}

#[test]
fn what_is_committed_is_paid_or_stands_somewhere_in_every_quarter() {
    let desk = Desk::new();
    hard_plan(&desk);
    for plan in ["--baseline", "plan.tranche"] {
        let told = |measure: &str| quarters(&desk, plan, measure);
        let (committed, paid) = (told("committed"), told("paid"));
        let stocks = ["backlog", "to_come", "after", "at_risk", "not_yet_due", "lost", "stopped"].map(told);
        let (mut promised, mut given) = (0, 0);
        let csv = desk.ok(&["booster", plan, "--every", "quarter", "--format", "csv"]);
        for quarter in csv.lines().skip(1).map(|line| line.split(',').next().unwrap()) {
            promised += committed.get(quarter).copied().unwrap_or(0);
            given += paid.get(quarter).copied().unwrap_or(0);
            let standing: i128 = stocks.iter().map(|stock| stock.get(quarter).copied().unwrap_or(0)).sum();
            assert_eq!(promised, given + standing, "{plan} {quarter}");
        }
        assert!(
            plan == "--baseline" || stocks.iter().all(|stock| !stock.is_empty()),
            "a stock of the hard plan is empty"
        );
    }
}

#[test]
fn an_explanation_adds_up_link_by_link() {
    let desk = Desk::new();
    hard_plan(&desk);
    let schedule = |measure: &str, every: &str| -> BTreeMap<String, i128> {
        let csv = desk.ok(&["schedule", "plan.tranche", "--measure", measure, "--every", every, "--format", "csv"]);
        csv.lines()
            .skip(1)
            .map(|line| line.split_once(',').unwrap())
            .map(|(at, sum)| (at.to_owned(), cents(sum)))
            .collect()
    };
    for (period, every) in
        [("2027", "year"), ("2029", "year"), ("2033", "year"), ("2030-Q2", "quarter"), ("after", "year")]
    {
        let told = asked(&desk, &["explain", "plan.tranche", "--period", period, "--format", "json"]);
        let links = told["links"].as_array().unwrap();
        let mut before = 0;
        for link in links {
            assert_eq!(amount(&link["amount"]), before + amount(&link["change"]), "{period}: {link}");
            assert!(link["sentence"].as_str().unwrap().ends_with('.'), "{link}");
            before = amount(&link["amount"]);
        }
        let (first, last) = (&links[0], &links[links.len() - 1]);
        assert_eq!((first["kind"].as_str(), last["kind"].as_str()), (Some("committed"), Some("paid")));
        assert_eq!(amount(&first["amount"]), 80_000_000_000_000);
        let planned = schedule("planned", every).get(period).copied().unwrap_or(0);
        assert_eq!(amount(&links[1]["amount"]), planned, "{period}");
        if period != "after" {
            let paid = schedule("paid", every).get(period).copied().unwrap_or(0);
            assert_eq!(amount(&last["amount"]), paid, "{period}");
            let rows: i128 = told["rows"].as_array().unwrap().iter().map(|row| amount(&row["paid"])).sum();
            assert_eq!(rows, paid, "{period}");
        }
    }
    // One row, told with the names of its profile, its cluster and steps, and its sources.
    let told = desk.ok(&["explain", "plan.tranche", "--allocation", "A082", "--period", "2030"]);
    for needed in ["A082", "Trapezoid", "u = 0.2", "Fundamentals", "S18", "2030", "S08"] {
        assert!(told.contains(needed), "{needed}: {told}");
    }
    let private = desk.ok(&["explain", "plan.tranche", "--where", "capital=private", "--period", "2027"]);
    assert!(private.contains("E90 “Ceasefire”") && private.contains("No money before 2028-02-01"), "{private}");
    let housing = desk.ok(&["explain", "plan.tranche", "--where", "sector=housing", "--period", "2030"]);
    assert!(housing.contains("finds no room") && housing.contains("Building"), "{housing}");
}

#[test]
fn a_slip_is_told_in_money_and_undone() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let first = desk.status("plan.tranche")["fingerprint"].clone();
    let bytes = std::fs::read(desk.path("plan.tranche")).unwrap();
    let dry = desk.ok(&["slip", "plan.tranche", "S05", "--quarters", "4", "--dry-run"]);
    assert_eq!(std::fs::read(desk.path("plan.tranche")).unwrap(), bytes, "a dry run changed the file");
    assert_eq!(dry, desk.ok(&["slip", "--baseline", "S05", "--quarters", "4", "--dry-run"]));
    assert!(dry.starts_with("S05 “Close chapter 5: Public procurement” a year later: "), "{dry}");
    assert!(dry.contains(" leave 2028 for 2029; ") && dry.contains("; nothing is lost;"), "{dry}");
    assert_eq!(desk.ok(&["slip", "plan.tranche", "S05", "--quarters", "4"]), dry);
    let history = desk.ok(&["history", "plan.tranche"]);
    assert!(history.contains("Step S05 “Close chapter 5: Public procurement” slipped by 4 quarters"), "{history}");
    // Another year goes past the window: what is lost is said first.
    let again = desk.ok(&["slip", "plan.tranche", "S05", "--quarters", "4"]);
    let (_, effect) = again.split_once(" a year later: ").unwrap();
    assert!(effect.split("; ").next().unwrap().ends_with(" are lost"), "{again}");
    let booster = desk.ok(&["booster", "plan.tranche", "--format", "csv"]);
    let lost = cents(booster.lines().last().unwrap().rsplit(',').next().unwrap());
    let reply = asked(&desk, &["call", "step", r#"{"step":"S05"}"#, "--plan", "plan.tranche"]);
    assert!(lost >= amount(&reply["step"]["value"]) && reply["step"]["expected"].is_null());
    assert_eq!(reply["history"].as_array().unwrap().len(), 2);
    desk.ok(&["undo", "plan.tranche"]);
    desk.ok(&["undo", "plan.tranche"]);
    assert_eq!(desk.status("plan.tranche")["fingerprint"], first);
    assert!(desk.ok(&["verify", "plan.tranche"]).contains("5 entries"));
}

#[test]
fn a_reader_is_told_in_his_language_and_number_format() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let settings = json!({ "settings": { "locale": "uk", "number_format": "comma", "author": "" } });
    session.call("set_settings", settings).unwrap();
    let slip = json!({ "step": "S05", "quarters": 4, "dry_run": true });
    let told = session.call("slip", slip).unwrap();
    let sentence = told["sentence"].as_str().unwrap();
    for needed in ["S05", "на 1 рік пізніше", ",", "млрд", "нічого не втрачено"] {
        assert!(sentence.contains(needed), "{needed}: {sentence}");
    }
    let told = session.call("explain", json!({ "rows": ["A082"], "period": "2030" })).unwrap();
    assert!(told["links"][2]["sentence"].as_str().unwrap().contains("чекають на кроки реформ"), "{told}");
    let events = session.call("events", Value::Null).unwrap();
    assert!(events[0]["kind_label"].as_str().unwrap().chars().any(|sign| ('а'..='я').contains(&sign)));
}

#[test]
fn steps_are_named_by_code_and_by_id() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let steps = asked(&desk, &["steps", "--baseline", "--format", "json"]);
    let steps = steps.as_array().unwrap();
    assert_eq!(steps.len(), 33);
    let ids: std::collections::BTreeSet<&str> = steps.iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 33);
    let table = desk.ok(&["steps", "--baseline"]);
    assert!(steps.iter().all(|step| table.contains(step["id"].as_str().unwrap())));
    assert_eq!(table.lines().count(), 34);
    let step = steps.iter().find(|step| step["code"] == "S23").unwrap();
    let id = step["id"].as_str().unwrap();
    desk.ok(&["slip", "plan.tranche", id, "--quarters", "1"]);
    let values: i128 = steps.iter().map(|step| amount(&step["value"])).sum();
    assert_eq!(values, BOOSTER_CENTS);
    for step in steps {
        assert_eq!(step["places"].as_array().unwrap().len(), 40);
    }
}

#[test]
fn edits_of_conditions_build_on_each_other_and_keep_what_they_do_not_name() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let edits = desk.edits(&json!([
        { "edit": "add_step", "step": { "name": { "en": "Court of audit", "uk": "Рахункова палата" }, "cluster": "fundamentals",
            "due": "2028-Q2", "weight": "2.5", "kind": "institutional", "part": "grants", "note": "Ours." } },
        { "edit": "set_step", "step": "S34", "due": "2028-Q3" },
        { "edit": "set_step", "step": "S34", "state": "partly_met", "state_quarter": "2028-Q1", "state_share": "0.5" },
        { "edit": "set_step", "step": "S34", "probability": "0.25", "chapter": 32 },
        { "edit": "set_terms", "cluster": "fundamentals", "from": "2028-Q1",
            "terms": { "rule": "floor", "level": "0.3", "window_quarters": 2, "lag_quarters": 1 } },
        { "edit": "add_cap", "cap": { "name": "Energy", "slice": [{ "dimension": "sector", "keys": ["energy"] }],
            "kind": "fixed", "amount": "10000000000.00" } },
        { "edit": "add_event", "event": { "code": "E80", "name": "Guarantee", "date": "2027-01-01", "until": "2041-12-31", "kind": "guarantee",
            "effects": [{ "verb": "while", "slice": [{ "dimension": "capital", "keys": ["private"] }] }] } },
        { "edit": "add_event", "event": { "name": "Review", "date": "2027-01-01", "follows": "E80", "lag_days": 60 } },
        { "edit": "set_event", "event": "E80", "state": "excluded" },
    ]));
    let label = desk.ok(&["edit", "plan.tranche", edits]);
    assert_eq!(label, "Step S34 “Court of audit” added, and 8 more changes\n");
    let plan = "plan.tranche";
    let step = &asked(&desk, &["call", "step", r#"{"step":"S34"}"#, "--plan", plan])["step"];
    for (field, value) in [
        ("due", json!("2028-Q3")),
        ("weight", json!("2.5")),
        ("part", json!("grants")),
        ("state", json!("partly_met")),
        ("state_share", json!("0.5")),
        ("probability", json!("0.25")),
        ("chapter", json!(32)),
        ("note", json!("Ours.")),
    ] {
        assert_eq!(step[field], value, "{field}");
    }
    let steps = asked(&desk, &["call", "steps", "--plan", plan]);
    let terms = steps["clusters"][0]["terms"].as_array().unwrap();
    assert_eq!((terms.len(), &terms[1]["rule"], &terms[1]["level"]), (2, &json!("floor"), &json!("0.3")));
    let events = asked(&desk, &["call", "events", "--plan", plan]);
    let event = |code: &str| events.as_array().unwrap().iter().find(|event| event["code"] == code).unwrap();
    assert_eq!((&event("E81")["date"], &event("E81")["follows"]), (&json!("2027-03-02"), &json!("E80")));
    assert_eq!((&event("E80")["state"], &event("E80")["until"]), (&json!("excluded"), &json!("2041-12-31")));
    let cap = asked(&desk, &["call", "caps", "--plan", plan])["caps"][0].clone();
    assert_eq!((&cap["amount"], &cap["carry_years"]), (&json!("10000000000.00"), &Value::Null));
    for (edit, label) in [
        (json!({ "edit": "set_step", "step": "S34", "due": "2029-Q1" }), "Step S34 “Court of audit” due in 2029-Q1"),
        (json!({ "edit": "set_step", "step": "S34", "state": "due" }), "Step S34 “Court of audit”: Due"),
        (
            json!({ "edit": "set_step", "step": "S34", "probability": null }),
            "Probability of step S34 “Court of audit” taken out",
        ),
        (json!({ "edit": "set_cap", "cap": cap["id"], "amount": "9000000000.00" }), "Cap “Energy” set to 9 bn a year"),
        (
            json!({ "edit": "set_cap", "cap": cap["id"], "kind": "gdp_share", "rate": "0.05" }),
            "Cap “Energy” set to 5.0\u{a0}% of GDP",
        ),
        (json!({ "edit": "set_event", "event": "E80", "state": "assumed" }), "Event E80 “Guarantee”: Assumed"),
        (json!({ "edit": "set_event", "event": "E81", "follows": null }), "Event E81 “Review” changed"),
        (json!({ "edit": "remove_event", "event": "E80" }), "Event E80 “Guarantee” removed"),
        (json!({ "edit": "remove_step", "step": "S34" }), "Step S34 “Court of audit” removed"),
        (
            json!({ "edit": "set_terms", "cluster": "fundamentals", "from": "2028-Q1", "terms": null }),
            "Terms of Fundamentals from 2028-Q1 on taken out",
        ),
        (json!({ "edit": "remove_cap", "cap": cap["id"] }), "Cap “Energy” removed"),
        (
            json!({ "edit": "set_lapse", "programme": "private_to_mobilise", "years": 3 }),
            "Commitments of “Private capital to be mobilised” lapse after 3 years",
        ),
        (json!({ "edit": "set_priority", "allocation": "A017", "priority": 2 }), "Priority of A017 set to 2"),
    ] {
        let file = desk.edits(&json!([edit]));
        assert_eq!(desk.ok(&["edit", plan, file]).trim_end(), label);
    }
    assert!(desk.ok(&["verify", plan]).contains("every hash agrees"));
}

#[test]
fn what_waits_is_listed_and_what_lapses_is_named() {
    let desk = Desk::new();
    hard_plan(&desk);
    assert_eq!(desk.ok(&["backlog", "--baseline", "--format", "csv"]).lines().count(), 1);
    let csv = desk.ok(&["backlog", "plan.tranche", "--format", "csv"]);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("period,allocation_code,programme,sector,backlog,lapsed"));
    let mut waits: BTreeMap<&str, i128> = BTreeMap::new();
    let mut lapsed = 0;
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        *waits.entry(cells[0]).or_default() += cents(cells[4]);
        lapsed += cents(cells[5]);
    }
    let schedule = desk.ok(&["schedule", "plan.tranche", "--measure", "backlog", "--format", "csv"]);
    for line in schedule.lines().skip(1) {
        let (year, sum) = line.split_once(',').unwrap();
        assert_eq!(waits.get(year).copied().unwrap_or(0), cents(sum), "{year}");
    }
    assert!(lapsed > 0, "{csv}");
    let table = desk.ok(&["backlog", "plan.tranche", "--every", "quarter"]);
    assert!(table.lines().count() > csv.lines().count());
}

#[test]
fn a_profile_is_tried_without_a_plan() {
    let desk = Desk::new();
    let tried = |key: &str, parameters: &str, total: &str, periods: &str| {
        asked(
            &desk,
            &["profile", key, "--parameters", parameters, "--total", total, "--periods", periods, "--format", "json"],
        )
    };
    let texts = tried("trapezoid", r#"{"u":"0.2","d":"0.3"}"#, "500bn", "10");
    assert_eq!(
        texts,
        tried("trapezoid", r#"{"u":0.2,"d":0.3}"#, "500 000 000 000", "10"),
        "numbers are read as they are written"
    );
    assert_eq!(texts["cumulative"][0], "0.033333333333");
    assert_eq!(texts["cumulative"][9], "1.000000000000");
    let sum: i128 = texts["amounts"].as_array().unwrap().iter().map(amount).sum();
    assert_eq!(sum, 50_000_000_000_000);
    let typed = tried("typed", r#"{"shares":["0.7",0.2,"0.1"]}"#, "1000", "3");
    assert_eq!(typed["amounts"], json!(["700.00", "200.00", "100.00"]));
    assert_eq!(typed, tried("typed", r#"{"s001":"0.7","s002":"0.2","s003":"0.1"}"#, "1000", "3"));
    let through = tried("empirical", r#"{"points":[["0.5","0.7"],[1,1]]}"#, "1000", "2");
    assert_eq!(through["cumulative"], json!(["0.700000000000", "1.000000000000"]));
    let rates = r#"{"rates":["0.10","0.35","0.30","0.15","0.07","0.03"],"years":"10"}"#;
    let outlays = tried("outlay_rates", rates, "800", "10");
    let first = ["8.00", "36.00", "60.00", "72.00", "77.60", "80.00"];
    assert_eq!(&outlays["amounts"].as_array().unwrap()[..6], &first.map(Value::from)[..]);
    assert_eq!((outlays["amounts"].as_array().unwrap().len(), outlays["vintages"].as_array().unwrap().len()), (15, 10));
    let late = tried("uniform", r#"{"delay":2,"stretch":"1.5"}"#, "900", "4");
    assert_eq!(late["amounts"].as_array().unwrap().len(), 8, "{late}");
    assert!(
        desk.ok(&["profile", "beta", "--parameters", r#"{"alpha":2,"beta":3}"#, "--total", "1bn", "--periods", "10"])
            .contains("0.052300000000")
    );
}

#[test]
fn an_older_plan_takes_the_shipped_steps_in_one_act() {
    let desk = Desk::new();
    std::fs::copy(folder("documents/schema-1.tranche"), desk.path("old.tranche")).unwrap();
    let before = desk.status("old.tranche");
    assert_eq!(desk.ok(&["steps", "old.tranche"]).lines().count(), 1);
    let booster = desk.ok(&["booster", "old.tranche", "--format", "csv"]);
    assert!(booster.lines().skip(1).all(|line| line.ends_with(",200000000000.00,0.00,0.00,0.00")), "{booster}");
    let changed = asked(&desk, &["call", "add_shipped_steps", "--plan", "old.tranche"]);
    assert_eq!(changed["tables"], json!(["clusters", "steps", "events"]));
    assert_eq!(desk.ok(&["steps", "old.tranche"]).lines().count(), 34);
    let told = desk.refused(1, &["call", "add_shipped_steps", "--plan", "old.tranche"]);
    assert!(told.contains("already"), "{told}");
    desk.ok(&["undo", "old.tranche"]);
    assert_eq!(desk.status("old.tranche")["fingerprint"], before["fingerprint"]);
}

#[test]
fn the_years_stand_beside_the_product_and_beside_what_others_reached() {
    let desk = Desk::new();
    let told = asked(&desk, &["call", "sanity", "--plan", "--baseline"]);
    assert_eq!((told["years"].as_array().unwrap().len(), &told["bound_per_mille"]), (10, &json!(150)));
    for year in told["years"].as_array().unwrap() {
        assert_eq!(year["over"], json!(year["share_per_mille"].as_u64().unwrap() > 150), "{year}");
        assert_eq!(year["extrapolated"], json!(year["year"].as_i64().unwrap() > 2030));
    }
    let others: Vec<&str> =
        told["yardsticks"].as_array().unwrap().iter().map(|line| line["programme"].as_str().unwrap()).collect();
    assert!(others.iter().any(|name| name.contains("Marshall")) && others.iter().any(|name| name.contains("RRF")));
}

/// What probabilities let expect is told of a group once each of its steps has one, and is exact.
#[test]
fn probabilities_let_expect_a_part_of_each_group() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let clusters = || asked(&desk, &["call", "steps", "{}", "--plan", "plan.tranche"])["clusters"].clone();
    assert!(clusters().as_array().unwrap().iter().all(|cluster| cluster["expected"].is_null()), "none is preset");
    let steps = ["S05", "S18", "S23", "S24", "S32"];
    let edits: Vec<Value> =
        steps.iter().map(|step| json!({ "edit": "set_step", "step": step, "probability": "0.25" })).collect();
    desk.ok(&["edit", "plan.tranche", desk.edits(&Value::from(edits))]);
    let told = clusters();
    // 1 − 0.75⁵ of 12 bn, within the due quarter and the four after it.
    assert_eq!(told[0]["expected"]["amount"], "9152343750.00");
    assert!(told[0]["expected"]["least"].is_null() && told[1]["expected"].is_null());
    let terms = json!([{ "edit": "set_terms", "cluster": "fundamentals", "from": "2026-Q1", "terms": {
        "from": "2026-Q1", "rule": "all_or_nothing", "window_quarters": 4, "lag_quarters": 2, "on_loss": "lost",
        "extension_quarters": 0, "clawback": "1", "grade": "assumption", "sources": [], "note": ""
    } }]);
    desk.ok(&["edit", "plan.tranche", desk.edits(&terms)]);
    let all = &clusters()[0]["expected"];
    // Together at best as probable as one of them, at worst not at all.
    assert_eq!((all["least"].as_str(), all["most"].as_str()), (Some("0.00"), Some("9152343750.00")));
    assert!(amount(&all["amount"]) < amount(&all["most"]) && amount(&all["amount"]) > 0);
}
