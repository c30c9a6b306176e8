//! Acts on several rows through the door: each is one act of the history, exact to the cent, and told before it is made.

// What is built for one request is handed over to it.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::session;

/// A session on the shipped plan.
struct Desk {
    session: Session,
    _folder: tempfile::TempDir,
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.session.close();
    }
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    Desk { session: session(folder.path()), _folder: folder }
}

impl Desk {
    fn ask(&self, command: &str, request: Value) -> Value {
        self.session.call(command, request).unwrap_or_else(|problem| unreachable!("{command}: {}", problem.message))
    }

    fn edit(&self, edits: Value) -> Value {
        self.ask("edit", json!({ "edits": edits }))
    }

    fn preview(&self, edits: Value) -> Value {
        self.ask("preview", json!({ "edits": edits }))
    }

    fn refused(&self, edits: Value) -> (String, String) {
        let edit = self.session.call("edit", json!({ "edits": edits.clone() })).unwrap_err();
        let preview = self.session.call("preview", json!({ "edits": edits })).unwrap_err();
        assert_eq!(edit, preview, "what is refused is refused in the same words before it is made");
        (edit.code, edit.message)
    }

    fn row(&self, code: &str) -> Value {
        self.ask("row", json!({ "id": code }))["row"].clone()
    }

    /// The cents of the rows that pass one filter, and of all.
    fn cents(&self, dimension: &str, key: &str) -> (i128, i128) {
        let rows = self.rows();
        let of = |rows: &mut dyn Iterator<Item = &Value>| rows.map(|row| cents(&row["amount"])).sum();
        (of(&mut rows.iter().filter(|row| row[dimension] == key)), of(&mut rows.iter()))
    }

    fn rows(&self) -> Vec<Value> {
        let query = json!({ "group_by": [], "search": "", "filters": [], "only": null, "order": null, "closed": [], "measures": [] });
        let grid = self.ask("grid", json!({ "query": query, "first": 0 }));
        grid["lines"].as_array().unwrap().clone()
    }

    fn state(&self) -> String {
        self.ask("verify", Value::Null)["state_sha256"].as_str().unwrap().to_owned()
    }
}

fn cents(amount: &Value) -> i128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn energy() -> Value {
    json!([{ "dimension": "sector", "keys": ["energy"] }])
}

fn spread(total: &str, how: Value, gives: Value) -> Value {
    json!([{ "edit": "spread", "slice": energy(), "total": total, "how": how, "gives": gives }])
}

#[test]
fn a_total_is_met_to_the_cent_and_locked_rows_stay() {
    let like = json!({ "like": { "slice": [{ "dimension": "sector", "keys": ["transport"] }], "by": "programme" } });
    for how in [json!("rescale"), json!("equal"), json!("needs"), like] {
        let desk = desk();
        desk.edit(json!([{ "edit": "set_locked", "allocation": "A022", "locked": true }]));
        let before = desk.state();
        let edits = spread("100000000000.01", how.clone(), json!("unallocated"));
        let told = desk.preview(edits.clone());
        assert_eq!(desk.state(), before, "a preview changes nothing");
        assert_eq!(told["held"], 1, "{how}");
        let together = "The 12 rows together then hold USD 100,000,000,000.01, one of them locked and unchanged.";
        assert!(told["notes"].as_array().unwrap().contains(&json!(together)), "{how}: {}", told["notes"]);
        let done = desk.edit(edits);
        assert_eq!(done["label"], told["sentence"]);
        let (energy, all) = desk.cents("sector", "energy");
        assert_eq!(energy, 10_000_000_000_001, "{how}");
        assert_eq!(cents(&told["allocated"][1]), all, "{how}");
        assert_eq!(desk.row("A022")["amount"], "35000000000.00");
        desk.ask("undo", Value::Null);
        assert_eq!(desk.state(), before);
    }
}

#[test]
fn what_gives_is_chosen() {
    let desk = desk();
    let (_, all) = desk.cents("sector", "energy");
    desk.edit(spread("200000000000.00", json!("rescale"), json!("others")));
    assert_eq!(desk.cents("sector", "energy"), (20_000_000_000_000, all));
    desk.ask("undo", Value::Null);
    let told = desk.preview(spread("165000000000.00", json!("rescale"), json!({ "row": "A001" })));
    assert_eq!(told["allocated"][0], told["allocated"][1]);
    let giver = told["changes"].as_array().unwrap().iter().find(|line| line["row"] == "A001").unwrap().clone();
    assert!(giver["by"].as_str().unwrap().starts_with('-'), "{giver}");
    assert_eq!(cents(&giver["after"]) - cents(&giver["before"]), cents(&giver["by"]));
}

#[test]
fn a_preview_says_what_the_needs_do_not_tell_apart() {
    let desk = desk();
    let told = desk.preview(spread("100000000000.00", json!("needs"), json!("unallocated")));
    let notes = told["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 1);
    assert!(notes[0].as_str().unwrap().contains("needs do not tell apart"), "{notes:?}");
    let all =
        json!([{ "edit": "spread", "slice": [], "total": "700000000000.00", "how": "needs", "gives": "unallocated" }]);
    let notes = desk.preview(all)["notes"].to_string();
    assert!(notes.contains("Budget support") && !notes.contains("tell apart"), "{notes}");
}

#[test]
fn a_year_is_typed_and_what_gives_is_chosen() {
    for (gives, amount) in
        [(json!("others"), "233000000.00"), (json!("total"), "300000000.00"), (json!({ "year": 2030 }), "233000000.00")]
    {
        let desk = desk();
        let typed = |amount: &str| json!([{ "edit": "set_year", "allocation": "A017", "year": 2028, "amount": amount, "gives": gives }]);
        let year = |desk: &Desk| {
            let years = desk.ask("row", json!({ "id": "A017" }))["years"].clone();
            years.as_array().unwrap().iter().find(|year| year["period"] == "2028").unwrap()["amount"].clone()
        };
        let before = cents(&year(&desk));
        let wanted = before + 1_000_001;
        let text = format!("{}.{:02}", wanted / 100, wanted % 100);
        desk.edit(typed(&text));
        assert_eq!(year(&desk), text, "{gives}");
        let row = desk.row("A017");
        assert_eq!(row["profile"], "typed");
        let sum = if amount == "233000000.00" { 23_300_000_000 } else { 23_300_000_000 + 1_000_001 };
        assert_eq!(cents(&row["amount"]), sum, "{gives}");
    }
}

#[test]
fn a_preview_tells_the_years_of_a_row_that_alone_changes_and_what_comes_or_goes() {
    let desk = desk();
    let planned = |desk: &Desk| desk.ask("row", json!({ "id": "A017" }))["years"].as_array().unwrap().clone();
    let before = planned(&desk);
    let edits = json!([{ "edit": "set_year", "allocation": "A017", "year": 2028, "amount": "60000000.00", "gives": { "year": 2030 } }]);
    let years = desk.preview(edits.clone())["years"].as_array().unwrap().clone();
    assert_eq!(years.iter().map(|year| year["period"].clone()).collect::<Vec<_>>(), ["2028", "2030"]);
    assert_eq!(years.iter().map(|year| cents(&year["by"])).sum::<i128>(), 0);
    desk.edit(edits);
    let after = planned(&desk);
    for year in &years {
        let of =
            |years: &[Value]| years.iter().find(|each| each["period"] == year["period"]).unwrap()["amount"].clone();
        assert_eq!((&year["before"], &year["after"]), (&of(&before), &of(&after)));
        assert_eq!(cents(&year["by"]), cents(&year["after"]) - cents(&year["before"]));
    }
    let told =
        desk.preview(json!([{ "edit": "split_row", "allocation": "A018", "parts": ["100000000.00"], "rest": true }]));
    assert_eq!(told["years"], json!([]));
    let amount = cents(&desk.row("A018")["amount"]);
    let lines = told["changes"].as_array().unwrap();
    assert_eq!(lines.iter().map(|line| cents(&line["by"])).sum::<i128>(), 0);
    assert_eq!(cents(&lines.last().unwrap()["by"]), amount - 10_000_000_000);
    let gone = desk.preview(json!([{ "edit": "remove_allocation", "allocation": "A018" }]));
    assert_eq!(cents(&gone["changes"][0]["by"]), -amount);
}

#[test]
fn a_table_is_filled_to_its_totals() {
    let desk = desk();
    let margins = |desk: &Desk, edits: Value| {
        desk.ask("margins", json!({ "rows": "programme", "columns": "sector", "edits": edits }))
    };
    let table = margins(&desk, json!([]));
    let line = |table: &Value, of: &str, key: &str| {
        table[of].as_array().unwrap().iter().find(|line| line["key"] == key).unwrap().clone()
    };
    let sums: i128 = table["rows"].as_array().unwrap().iter().map(|line| cents(&line["amount"])).sum();
    assert_eq!(sums, cents(&table["total"]));
    let programme = cents(&line(&table, "rows", "world_bank_2026")["amount"]);
    // What one sector of a programme gains, another loses.
    let (health, education) =
        (cents(&line(&table, "columns", "health")["amount"]), cents(&line(&table, "columns", "education")["amount"]));
    let text = |cents: i128| format!("{}.{:02}", cents / 100, cents % 100);
    let totals = |by: i128| json!([{ "key": "health", "amount": text(health + by) }, { "key": "education", "amount": text(education - by) }]);
    let edits = |by: i128| json!([{ "edit": "balance", "rows": "programme", "columns": "sector", "row_totals": [], "column_totals": totals(by) }]);
    let after = margins(&desk, edits(1_234_567));
    assert_eq!(cents(&line(&after, "columns", "health")["amount"]), health + 1_234_567);
    assert_eq!(cents(&line(&after, "rows", "world_bank_2026")["amount"]), programme);
    assert_eq!(after["total"], table["total"]);
    assert_eq!(margins(&desk, json!([])), table, "asking changes nothing");
    desk.edit(edits(1_234_567));
    assert_eq!(margins(&desk, json!([])), after);
    let (code, message) = desk
        .refused(json!([{ "edit": "balance", "rows": "programme", "columns": "sector", "row_totals": [],
        "column_totals": [{ "key": "health", "amount": "1.00" }] }]));
    assert_eq!(code, "balance-totals-differ", "{message}");
}

#[test]
fn rows_are_split_merged_and_duplicated() {
    let desk = desk();
    let before = desk.state();
    let told = desk.edit(
        json!([{ "edit": "split_row", "allocation": "A017", "parts": ["100000000.00", "50000000.01"], "rest": true }]),
    );
    assert_eq!(told["label"], "Split A017 into 3 rows");
    let amounts = ["A017", "A100", "A101"].map(|code| desk.row(code)["amount"].clone());
    assert_eq!(amounts, ["100000000.00", "50000000.01", "82999999.99"]);
    let told = desk.edit(json!([{ "edit": "merge_rows", "allocations": ["A017", "A100", "A101"] }]));
    assert_eq!(told["label"], "Merge 3 rows into A017");
    assert_eq!(desk.row("A017")["amount"], "233000000.00");
    desk.ask("undo", Value::Null);
    desk.ask("undo", Value::Null);
    assert_eq!(desk.state(), before);
    desk.edit(json!([
        { "edit": "duplicate_row", "allocation": "A001" },
        { "edit": "set_field", "rows": ["A100"], "field": "sector", "value": "health" },
    ]));
    let copy = desk.row("A100");
    assert_eq!(
        (&copy["sector"], &copy["paid"], &copy["programme"]),
        (&json!("health"), &json!([]), &json!("eu_support_loan"))
    );
    let (code, message) =
        desk.refused(json!([{ "edit": "split_row", "allocation": "A017", "parts": ["233000000.00"], "rest": true }]));
    assert_eq!(code, "split-leaves-nothing", "{message}");
    let (code, message) = desk.refused(json!([{ "edit": "merge_rows", "allocations": ["A017", "A018"] }]));
    assert_eq!(code, "rows-differ", "{message}");
}

#[test]
fn a_field_is_set_on_many_rows_at_once() {
    let desk = desk();
    let set =
        |field: &str, value: &str| json!([{ "edit": "set_field", "slice": energy(), "field": field, "value": value }]);
    desk.edit(json!([{ "edit": "set_locked", "allocation": "A009", "locked": true }]));
    let told = desk.preview(set("start", "2028-Q1"));
    // One of the twelve is locked, and four begin then already.
    assert_eq!((&told["rows"], &told["held"]), (&json!(7), &json!(1)), "{}", told["sentence"]);
    desk.edit(set("start", "2028-Q1"));
    assert_eq!(desk.row("A009")["start"], "2026-Q4");
    assert_eq!(desk.row("A005")["start"], "2028-Q1");
    desk.edit(set("locked", "yes"));
    let (code, message) = desk.refused(set("end", "2034-Q4"));
    assert_eq!(code, "all-locked", "{message}");
    let (code, message) =
        desk.refused(json!([{ "edit": "set_field", "rows": ["A009"], "field": "end", "value": "2034-Q4" }]));
    assert_eq!(code, "locked", "{message}");
    desk.edit(set("note", "As agreed"));
    desk.edit(set("locked", "no"));
    assert!(desk.rows().iter().all(|row| row["locked"] == false));
    let (code, message) = desk.refused(set("end", "2027-Q1"));
    assert_eq!(code, "end-before-start", "{message}");
    assert!(message.contains("A0"), "the row in the way is named: {message}");
    let (code, message) = desk.refused(set("code", "A1"));
    assert_eq!(code, "not-settable", "{message}");
    let (code, _) = desk.refused(
        json!([{ "edit": "set_field", "slice": energy(), "rows": ["A009"], "field": "end", "value": "2034-Q4" }]),
    );
    assert_eq!(code, "rows-or-slice");
    let (code, _) = desk.refused(json!([{ "edit": "set_field", "rows": [], "field": "end", "value": "2034-Q4" }]));
    assert_eq!(code, "no-rows-chosen");
    // Where all rows have the value already nothing is done.
    let seen = desk.state();
    desk.edit(set("note", "As agreed"));
    assert_eq!(desk.state(), seen);
}

#[test]
fn later_acts_of_a_list_go_on_from_earlier_ones() {
    let desk = desk();
    let new = json!({ "edit": "add_allocation", "code": "N1", "programme": "korea_edcf", "instrument": "loan_concessional", "sector": "energy",
        "purpose": "reconstruction", "amount": "1000000.00", "start": "2027-Q1", "end": "2028-Q4" });
    desk.edit(json!([
        new,
        { "edit": "remove_allocation", "allocation": "A021" },
        { "edit": "spread", "slice": energy(), "total": "120000000.07", "how": "equal", "gives": "unallocated" },
        { "edit": "split_row", "allocation": "N1", "parts": ["5000000.00"], "rest": true },
        { "edit": "set_field", "rows": ["A100"], "field": "note", "value": "split" },
    ]));
    assert_eq!(desk.cents("sector", "energy").0, 12_000_000_007);
    assert_eq!(desk.row("A100")["note"], "split");
    // What is refused on the way is told with its place in the list.
    let list = json!([{ "edit": "set_note", "allocation": "A001", "note": "x" }, { "edit": "set_span", "allocation": "A002", "start": "2030-Q1", "end": "2029-Q1" },
        { "edit": "duplicate_row", "allocation": "A002" }]);
    let (code, message) = desk.refused(list);
    assert_eq!(code, "end-before-start");
    assert!(message.contains('2') && message.contains("A002"), "{message}");
}

#[test]
fn acts_work_in_scenarios_and_leave_the_base_alone() {
    let desk = desk();
    let base = desk.cents("sector", "energy");
    let scenario = "The deal collapses in 2028";
    let mut edits = spread("100000000000.00", json!("rescale"), json!("unallocated"));
    edits[0]["scenario"] = json!(scenario);
    let told = desk.preview(edits.clone());
    assert_eq!(cents(&told["allocated"][0]) - cents(&told["allocated"][1]), base.0 - 10_000_000_000_000);
    desk.edit(edits);
    assert_eq!(desk.cents("sector", "energy"), base);
    let there = desk.session.at(bridge::wire::Place { scenario: Some(scenario.to_owned()), ..Default::default() });
    let limit = json!([{ "edit": "set_limit", "name": "Energy", "slice": energy(), "kind": "ceiling", "amount": "90000000000.00" }]);
    there.call("edit", json!({ "edits": limit })).unwrap();
    let limits = there.call("limits", Value::Null).unwrap();
    let own = limits.as_array().unwrap().iter().find(|line| line["source"] == "own").unwrap();
    assert_eq!((&own["held"], &own["missed_by"]), (&json!("100000000000.00"), &json!("10000000000.00")));
    // The limit of the scenario refuses there, by what it is there, and not in the base.
    let refusing = json!([{ "edit": "set_limit", "id": own["id"], "name": "Energy", "slice": energy(), "kind": "ceiling", "share": "0.1", "refuses": true }]);
    there.call("edit", json!({ "edits": refusing })).unwrap();
    let more = spread("110000000000.00", json!("rescale"), json!("unallocated"));
    let problem = there.call("edit", json!({ "edits": more })).unwrap_err();
    assert_eq!(problem.code, "limit-missed");
    assert!(problem.message.contains("“Energy” (at most 10\u{a0}% of all allocations ("), "{}", problem.message);
    assert!(desk.session.call("edit", json!({ "edits": more })).is_ok());
}

#[test]
fn limits_are_those_of_the_reading_and_the_analysts_own() {
    let desk = desk();
    let named = json!([{ "edit": "set_limit", "name": "Energy", "slice": energy(), "kind": "ceiling", "share": "0.255", "refuses": true }]);
    desk.edit(named);
    let limits = desk.ask("limits", Value::Null);
    let ids: Vec<&str> = limits.as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"reading:public") && ids.contains(&"reading:total"), "{ids:?}");
    let own = limits.as_array().unwrap().last().unwrap();
    assert_eq!((&own["source"], &own["share"], &own["rows"]), (&json!("own"), &json!("0.255"), &json!(12)));
    assert!(own["bound_label"].as_str().unwrap().starts_with("at most 25.5\u{a0}% of all allocations ("), "{own}");
    assert_eq!(cents(&own["bound"]) - cents(&own["held"]), cents(&own["left"]));
    let moved = desk.preview(json!([{ "edit": "set_amount", "allocation": "A001", "amount": "5000000000.00" }]));
    let public =
        moved["limits"].as_array().unwrap().iter().find(|line| line["name"] == "Public capital").unwrap().clone();
    assert_eq!(cents(&public["after"]) - cents(&public["before"]), 3_001_000_000_000, "{public}");
    let (code, message) = desk.refused(spread("400000000000.00", json!("rescale"), json!("unallocated")));
    assert_eq!(code, "limit-missed");
    assert!(
        message.starts_with("This would miss the limit “Energy” (at most 25.5\u{a0}% of all allocations (")
            && message.ends_with(
                "and the limit is set to refuse. Choose other amounts, change the limit, or let it only warn."
            ),
        "{message}"
    );
    desk.ask("set_settings", json!({ "settings": { "locale": "uk", "number_format": "comma", "author": "" } }));
    let (_, message) = desk.refused(spread("400000000000.00", json!("rescale"), json!("unallocated")));
    assert!(message.starts_with("Ліміт «Energy» (щонайбільше 25,5\u{a0}% від усіх асигнувань ("), "{message}");
}

#[test]
fn needs_are_told_gross_and_without_what_is_funded() {
    let desk = desk();
    let needs = |net: bool| desk.ask("needs", json!({ "net": net })).as_array().unwrap().clone();
    let (gross, net) = (needs(false), needs(true));
    let transport = |lines: &[Value]| lines.iter().find(|line| line["sector"] == "transport").unwrap().clone();
    let (before, after) = (transport(&gross), transport(&net));
    // Of transport only the EIB's guaranteed loans are running.
    assert_eq!(before["funded"], "934000000.00");
    assert_eq!(cents(&before["need"]) - cents(&after["need"]), 93_400_000_000);
    assert_eq!(before["gap"], after["gap"]);
    assert_eq!(
        gross
            .iter()
            .filter_map(|line| line["need_per_mille"].as_u64())
            .max()
            .max(gross.iter().filter_map(|line| line["allocated_per_mille"].as_u64()).max()),
        Some(1000)
    );
    assert!(before["coverage"].as_str().unwrap().ends_with('%'));
    let sum = gross.last().unwrap();
    assert_eq!((&sum["sector"], &sum["need_per_mille"]), (&json!(""), &Value::Null));
    let csv = desk.ask("needs_csv", json!({ "net": true }))["text"].as_str().unwrap().to_owned();
    assert!(csv.starts_with("sector,need,allocated,funded,gap,coverage\n"), "{csv}");
    assert_eq!(csv.lines().count(), gross.len(), "every sector, without the line of the sum");
}

#[test]
fn single_fields_have_sources_of_their_own() {
    let desk = desk();
    let cite =
        |sources: Value| json!([{ "edit": "set_cited", "allocation": "A017", "field": "start", "sources": sources }]);
    let told = desk.edit(cite(json!(["I10", "S05"])));
    assert_eq!(told["label"], "Sources of the first quarter of A017 changed");
    let detail = desk.ask("row", json!({ "id": "A017" }));
    let field =
        |name: &str| detail["fields"].as_array().unwrap().iter().find(|field| field["field"] == name).unwrap().clone();
    assert_eq!((&field("start")["own"], &field("start")["sources"]), (&json!(true), &json!(["I10", "S05"])));
    assert_eq!((&field("amount")["own"], &field("amount")["sources"]), (&json!(false), &json!(["I43"])));
    let ids: Vec<&str> =
        detail["sources"].as_array().unwrap().iter().map(|source| source["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["I43", "I10", "S05"]);
    desk.edit(cite(json!([])));
    assert_eq!(desk.row("A017")["cited"], json!([]));
}
