//! Whatever acts are made one after the other: undone to the start, the plan is the one that it was, to the last bit; made
//! again, it is the one that it became. Locked rows keep what they hold, and totals are met to the cent.

#![allow(clippy::unwrap_used)]

use bridge::Session;
use proptest::prelude::*;
use serde_json::{Value, json};
use tranche_tests::session;

fn code() -> impl Strategy<Value = String> {
    (1..110_u32).prop_map(|number| format!("A{number:03}"))
}

fn amount() -> impl Strategy<Value = String> {
    (0..30_000_000_000_000_i64).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100))
}

fn sector() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["energy", "transport", "health", "education", "housing", "budget_support", "water"])
}

fn slice() -> impl Strategy<Value = Value> {
    let of = |dimension: &'static str| move |key: &'static str| json!([{ "dimension": dimension, "keys": [key] }]);
    prop_oneof![
        4 => sector().prop_map(of("sector")),
        1 => prop::sample::select(vec!["public", "private"]).prop_map(of("capital")),
        1 => Just(json!([])),
    ]
}

fn scenario() -> impl Strategy<Value = Option<&'static str>> {
    prop_oneof![3 => Just(None), 1 => Just(Some("The deal collapses in 2028"))]
}

fn act() -> impl Strategy<Value = Value> {
    let how = prop_oneof![
        Just(json!("rescale")),
        Just(json!("equal")),
        Just(json!("needs")),
        slice().prop_map(|slice| json!({ "like": { "slice": slice, "by": "sector" } })),
    ];
    let gives = prop_oneof![
        2 => Just(json!("unallocated")),
        1 => Just(json!("others")),
        1 => code().prop_map(|code| json!({ "row": code })),
    ];
    let year_gives = prop_oneof![
        Just(json!("others")),
        Just(json!("total")),
        (2026..2036).prop_map(|year| json!({ "year": year })),
    ];
    let field = prop_oneof![
        Just(("start", "2028-Q1")),
        Just(("end", "2034-Q2")),
        Just(("locked", "yes")),
        Just(("locked", "no")),
        Just(("booster", "green_agenda")),
        Just(("booster", "")),
        Just(("sector", "digital")),
        Just(("profile", "trapezoid d=0.3 u=0.2")),
        Just(("amount", "1234567.89")),
        Just(("sources", "I10,I12")),
        Just(("note", "As agreed")),
        Just(("priority", "1")),
    ];
    let text = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
    prop_oneof![
        3 => (slice(), amount(), how, gives).prop_map(|(slice, total, how, gives)| {
            json!({ "edit": "spread", "slice": slice, "total": total, "how": how, "gives": gives })
        }),
        3 => (code(), 2026..2036, 0..40_000_000_000_i64, year_gives).prop_map(move |(code, year, cents, gives)| {
            json!({ "edit": "set_year", "allocation": code, "year": year, "amount": text(cents), "gives": gives })
        }),
        2 => (slice(), field).prop_map(|(slice, (field, value))| {
            json!({ "edit": "set_field", "slice": slice, "field": field, "value": value })
        }),
        2 => (code(), 1..20_000_000_000_i64).prop_map(move |(code, cents)| {
            json!({ "edit": "split_row", "allocation": code, "parts": [text(cents)], "rest": true })
        }),
        1 => prop::collection::vec(code(), 2..4).prop_map(|codes| json!({ "edit": "merge_rows", "allocations": codes })),
        1 => code().prop_map(|code| json!({ "edit": "duplicate_row", "allocation": code })),
        1 => (sector(), amount()).prop_map(|(key, amount)| json!({ "edit": "balance", "rows": "capital", "columns": "sector",
            "row_totals": [], "column_totals": [{ "key": key, "amount": amount }] })),
        1 => (code(), amount()).prop_map(|(code, amount)| {
            json!({ "edit": "set_amount", "allocation": code, "amount": amount, "balance": "others" })
        }),
        1 => code().prop_map(|code| json!({ "edit": "set_locked", "allocation": code, "locked": true })),
        1 => code().prop_map(|code| json!({ "edit": "set_cited", "allocation": code, "field": "amount", "sources": ["S05"] })),
        1 => code().prop_map(|code| json!({ "edit": "remove_allocation", "allocation": code })),
    ]
}

/// Lists of acts, each made in one scenario.
fn lists() -> impl Strategy<Value = Vec<Vec<Value>>> {
    let list = (scenario(), prop::collection::vec(act(), 1..4)).prop_map(|(scenario, acts)| {
        let made_in = |mut act: Value| {
            if let Some(scenario) = scenario {
                act["scenario"] = json!(scenario);
            }
            act
        };
        acts.into_iter().map(made_in).collect()
    });
    prop::collection::vec(list, 1..8)
}

/// The hash of the plan's state, with its history replayed.
fn verified(session: &Session) -> Value {
    let told = session.call("verify", Value::Null).unwrap();
    assert_eq!(told["ok"], true, "{told}");
    told["state_sha256"].clone()
}

/// What tells apart the states of one plan.
fn state(session: &Session) -> Value {
    session.call("status", Value::Null).unwrap()["fingerprint"].clone()
}

/// The locked rows of the base plan with their amounts.
fn locked(session: &Session) -> Vec<(String, String)> {
    let query = json!({ "group_by": [], "search": "", "filters": [], "only": null, "order": null, "closed": [], "measures": [] });
    let grid = session.call("grid", json!({ "query": query, "first": 0 })).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = grid["lines"].as_array().unwrap().iter().filter(|row| row["locked"] == true);
    rows.map(|row| (text(&row["code"]), text(&row["amount"]))).collect()
}

/// What a slice holds in the base plan, in the words of the margins: the sum of the sector.
fn held(session: &Session, sector: &Value) -> Value {
    let table = session.call("margins", json!({ "rows": "capital", "columns": "sector" })).unwrap();
    let found = table["columns"].as_array().unwrap().iter().find(|line| line["key"] == *sector).cloned();
    found.map_or(json!("0.00"), |line| line["amount"].clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn acts_undone_to_the_start_leave_what_was_there(lists in lists()) {
        let folder = tempfile::tempdir().unwrap();
        let session = session(folder.path());
        let start = verified(&session);
        let mut made = 0;
        for edits in &lists {
            let (before, kept) = (state(&session), locked(&session));
            let told = session.call("preview", json!({ "edits": edits }));
            prop_assert_eq!(&state(&session), &before, "a preview changes nothing");
            let done = session.call("edit", json!({ "edits": edits }));
            match (told, done) {
                (Ok(told), Ok(done)) => {
                    prop_assert_eq!(&told["sentence"], &done["label"]);
                    made += u32::from(state(&session) != before);
                }
                (Err(told), Err(done)) => {
                    prop_assert_eq!(told.message, done.message);
                    prop_assert_eq!(&state(&session), &before, "what is refused changes nothing");
                }
                (told, done) => prop_assert!(false, "{told:?} {done:?}"),
            }
            if let ([act], true) = (edits.as_slice(), state(&session) != before) {
                let sector = &act["slice"][0]["keys"][0];
                if act["edit"] == "spread" && act["scenario"].is_null() && act["slice"][0]["dimension"] == "sector" {
                    prop_assert_eq!(&held(&session, sector), &act["total"]);
                }
                if act["edit"] == "spread" || act["edit"] == "balance" {
                    prop_assert_eq!(locked(&session), kept);
                }
            }
        }
        let end = verified(&session);
        for _ in 0..made {
            session.call("undo", Value::Null).unwrap();
        }
        prop_assert_eq!(&verified(&session), &start);
        prop_assert!(session.call("undo", Value::Null).is_err(), "nothing is left to undo");
        for _ in 0..made {
            session.call("redo", Value::Null).unwrap();
        }
        prop_assert_eq!(&verified(&session), &end);
        session.close();
    }
}
