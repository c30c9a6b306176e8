//! Typed shares of eighteen places meet amounts to the cent, and every door lets them through as they are.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::session;

/// Of 300 billion the first quarter gets a cent, the second a third of the whole, the third the rest: the first is less
/// than a share of twelve places can tell.
const SHARES: [(&str, &str); 3] =
    [("s001", "0.000000000000033333"), ("s002", "0.333333333333333333"), ("s003", "0.666666666666633334")];

fn parameters() -> Value {
    SHARES.iter().map(|(name, share)| ((*name).to_owned(), json!(share))).collect::<serde_json::Map<_, _>>().into()
}

#[test]
fn typed_shares_go_through_every_door_with_all_their_places() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let edits = json!([
        { "edit": "set_amount", "allocation": "A005", "amount": "300000000000.00" },
        { "edit": "set_span", "allocation": "A005", "start": "2027-Q1", "end": "2027-Q3" },
        { "edit": "set_profile", "allocation": "A005", "profile": "typed", "parameters": parameters() },
    ]);
    session.call("edit", json!({ "edits": edits })).unwrap();
    let row = session.call("row", json!({ "id": "A005" })).unwrap()["row"].clone();
    assert_eq!(row["parameters"], parameters());
    let request = json!({ "profile": "typed", "parameters": parameters(), "total": "300000000000.00", "periods": 3 });
    let told = session.call("profile", request).unwrap();
    assert_eq!(told["amounts"], json!(["0.01", "100000000000.00", "199999999999.99"]));
    // The file and the history keep them, and so does what scenarios and comparisons tell of the field.
    let path = data.path().join("typed.tranche");
    let fingerprint = session.call("save_as", json!({ "path": path })).unwrap()["fingerprint"].clone();
    let table = data.path().join("typed.csv");
    session.call("export_plan", json!({ "path": table })).unwrap();
    assert!(SHARES.iter().all(|(_, share)| std::fs::read_to_string(&table).unwrap().contains(share)));
    session.call("undo", json!({})).unwrap();
    session.call("redo", json!({})).unwrap();
    session.call("save", json!({})).unwrap();
    session.call("open_shipped", json!({})).unwrap();
    let opened = session.call("open", json!({ "path": path })).unwrap();
    assert_eq!(opened["fingerprint"], fingerprint);
    assert!(session.call("verify", json!({})).unwrap()["ok"].as_bool().unwrap());
    let row = session.call("row", json!({ "id": "A005" })).unwrap()["row"].clone();
    assert_eq!(row["parameters"], parameters());
    session.close();
}
