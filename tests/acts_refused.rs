//! Acts on several rows that cannot be made: each is refused in a sentence in both languages, before and when it is made,
//! and nothing is changed.

#![allow(clippy::unwrap_used)]

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::session;

/// Acts with the code that each is refused with.
fn acts() -> Vec<(Value, &'static str)> {
    let spread = |slice: Value, total: &str, how: Value, gives: Value| json!({ "edit": "spread", "slice": slice, "total": total, "how": how, "gives": gives });
    let energy = || json!([{ "dimension": "sector", "keys": ["energy"] }]);
    let one = |code: &str, total: &str| json!({ "edit": "spread", "rows": [code], "total": total, "how": "rescale", "gives": "unallocated" });
    let (rescale, free) = (json!("rescale"), json!("unallocated"));
    let year = |year: i32, amount: &str, gives: Value| json!({ "edit": "set_year", "allocation": "A017", "year": year, "amount": amount, "gives": gives });
    let balance = |rows: &str, columns: &str, totals: Value| json!({ "edit": "balance", "rows": rows, "columns": columns, "row_totals": totals, "column_totals": [] });
    let split = |parts: Value| json!({ "edit": "split_row", "allocation": "A017", "parts": parts });
    let set =
        |field: &str, value: &str| json!({ "edit": "set_field", "slice": energy(), "field": field, "value": value });
    let limit = |more: Value| {
        let mut limit = json!({ "edit": "set_limit", "name": "x", "kind": "ceiling" });
        limit.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        limit
    };
    vec![
        (spread(energy(), "-1.00", rescale.clone(), free.clone()), "negative-amount"),
        (spread(energy(), "1e9", rescale.clone(), free.clone()), "amount-not-canonical"),
        (spread(energy(), "9999999999999999999.00", rescale.clone(), free.clone()), "amount-too-large"),
        (
            spread(json!([{ "dimension": "sector", "keys": ["moon"] }]), "1.00", rescale.clone(), free.clone()),
            "unknown-row",
        ),
        (
            spread(json!([{ "dimension": "sector", "keys": [] }]), "1.00", rescale.clone(), free.clone()),
            "no-rows-chosen",
        ),
        (spread(energy(), "1.00", rescale.clone(), json!({ "row": "A009" })), "gives-to-itself"),
        (spread(energy(), "1.00", rescale.clone(), json!({ "row": "A999" })), "unknown-row"),
        (spread(energy(), "900000000000.00", rescale.clone(), json!("others")), "cannot-give"),
        (one("A001", "1.00"), "spread-paid"),
        (one("A003", "5.00"), "spread-locked"),
        (year(2025, "1.00", json!("total")), "year-outside"),
        (year(2028, "-1.00", json!("total")), "negative-amount"),
        (year(2028, "9000000000.00", json!("others")), "year-others-lack"),
        (year(2028, "9000000000.00", json!({ "year": 2030 })), "year-lacks"),
        (year(2028, "1.00", json!({ "year": 2028 })), "year-gives-to-itself"),
        (balance("sector", "sector", json!([])), "one-dimension-twice"),
        (balance("sector", "capital", json!([{ "key": "moon", "amount": "1.00" }])), "unknown-row"),
        (
            balance(
                "sector",
                "capital",
                json!([{ "key": "energy", "amount": "1.00" }, { "key": "energy", "amount": "2.00" }]),
            ),
            "named-twice",
        ),
        (split(json!([])), "too-few-parts"),
        (split(json!(["1.00", "2.00"])), "split-does-not-add"),
        (split(json!(["-1.00", "233000001.00"])), "negative-amount"),
        (json!({ "edit": "merge_rows", "allocations": ["A017"] }), "too-few-rows"),
        (json!({ "edit": "merge_rows", "allocations": ["A003", "A004"] }), "locked"),
        (json!({ "edit": "duplicate_row", "allocation": "A999" }), "unknown-row"),
        (set("start", "2028"), "not-a-value"),
        (set("amount", "45 bn"), "not-a-value"),
        (set("priority", "10"), "not-a-value"),
        (set("profile", "spiral"), "unknown-profile"),
        (set("sources", "I10,X99"), "unknown-row"),
        (set("paid", "2026-Q1=5.00"), "not-settable"),
        (set("colour", "red"), "unknown-field"),
        (json!({ "edit": "set_cited", "allocation": "A017", "field": "note", "sources": ["S05"] }), "not-citable"),
        (json!({ "edit": "set_cited", "allocation": "A017", "field": "amount", "sources": ["X99"] }), "unknown-row"),
        (limit(json!({})), "limit-without-bound"),
        (limit(json!({ "amount": "1.00", "share": "0.5" })), "limit-twofold"),
        (limit(json!({ "share": "1.01" })), "share-out-of-range"),
        (limit(json!({ "share": "-0.1" })), "share-out-of-range"),
    ]
}

fn hash(session: &Session) -> Value {
    session.call("verify", Value::Null).unwrap()["state_sha256"].clone()
}

#[test]
fn what_cannot_be_done_to_rows_is_refused_in_a_sentence() {
    for locale in ["en", "uk"] {
        let data = tempfile::tempdir().unwrap();
        let session = session(data.path());
        let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
        session.call("set_settings", settings).unwrap();
        let lock = json!({ "edit": "set_locked", "allocation": "A003", "locked": true });
        session.call("edit", json!({ "edits": [lock] })).unwrap();
        let before = hash(&session);
        for (act, code) in acts() {
            let edits = json!({ "edits": [act] });
            let told = session.call("preview", edits.clone()).unwrap_err();
            let refused = session.call("edit", edits).unwrap_err();
            assert_eq!(told, refused, "{act}");
            let message = &refused.message;
            assert_eq!(refused.code, code, "{act}: {message}");
            assert!(!message.contains("problem-") && !message.contains('{') && !message.is_empty(), "{act}: {message}");
            assert!(message.ends_with('.'), "{act}: {message}");
        }
        assert_eq!(hash(&session), before);
        session.close();
    }
}

#[test]
fn a_limit_is_named_by_its_name_where_only_one_has_it() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let set = |more: Value| {
        let mut act = json!({ "edit": "set_limit", "name": "Cap", "slice": [], "kind": "ceiling", "amount": "5.00" });
        act.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        act
    };
    let edit = |edits: Value| session.call("edit", json!({ "edits": edits }));
    let own = || {
        let lines = session.call("limits", Value::Null).unwrap();
        let own: Vec<Value> =
            lines.as_array().unwrap().iter().filter(|line| line["source"] == "own").cloned().collect();
        own.iter().map(|line| (line["name"].clone(), line["bound"].clone())).collect::<Vec<_>>()
    };
    edit(json!([set(json!({}))])).unwrap();
    edit(json!([set(json!({ "id": "Cap", "name": "Roof", "amount": "6.00" }))])).unwrap();
    assert_eq!(own(), [(json!("Roof"), json!("6.00"))]);
    // A later edit of a list may name what an earlier one adds.
    let remove = |name: &str| json!({ "edit": "remove_limit", "limit": name });
    edit(json!([set(json!({})), remove("Cap")])).unwrap();
    edit(json!([remove("Roof")])).unwrap();
    assert_eq!(own(), []);
    assert_eq!(edit(json!([remove("Roof")])).unwrap_err().code, "unknown-row");
    edit(json!([set(json!({})), set(json!({}))])).unwrap();
    for act in [remove("Cap"), set(json!({ "id": "Cap" }))] {
        let refused = edit(json!([act])).unwrap_err();
        assert_eq!(refused.code, "limit-ambiguous");
        assert!(refused.message.contains("2 limits are called “Cap”"), "{}", refused.message);
    }
    let refused = edit(json!([set(json!({ "amount": null, "share": "1.2" }))])).unwrap_err();
    assert!(
        refused.message.contains("A limit cannot be 1.2 of a slice. Give a share from 0 to 1."),
        "{}",
        refused.message
    );
    session.close();
}

#[test]
fn what_is_freed_and_finds_no_taker_is_told_so() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let all = json!({ "edit": "set_field", "slice": [], "field": "locked", "value": "yes" });
    let open = json!({ "edit": "set_field", "rows": ["A017", "A018"], "field": "locked", "value": "no" });
    session.call("edit", json!({ "edits": [all, open] })).unwrap();
    let zero = json!({ "edit": "set_amount", "allocation": "A018", "amount": "0.00" });
    session.call("edit", json!({ "edits": [zero] })).unwrap();
    let spread = json!({ "edit": "spread", "rows": ["A017"], "total": "0.00", "how": "rescale", "gives": "others" });
    let two = json!([{ "edit": "set_locked", "allocation": "A019", "locked": false },
        { "edit": "set_amount", "allocation": "A019", "amount": "0.00" }, spread]);
    let refused = session.call("edit", json!({ "edits": two })).unwrap_err();
    assert_eq!(refused.code, "cannot-take", "{}", refused.message);
    assert!(refused.message.contains("233 mn would be freed, and no other row could take it"), "{}", refused.message);
    session.close();
}
