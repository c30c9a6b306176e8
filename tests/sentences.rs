//! What the program says of what was done and of what to know, where one word would make it untrue.

#![allow(clippy::unwrap_used)]

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::{Desk, session};

/// What the shipped plan's concerns say after some edits, of one code, in both languages.
fn concern(edits: &Value, code: &str) -> [String; 2] {
    ["en", "uk"].map(|locale| {
        let data = tempfile::tempdir().unwrap();
        let session = session(data.path());
        let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
        session.call("set_settings", settings).unwrap();
        session.call("edit", json!({ "edits": edits })).unwrap();
        let told = said(&session, code);
        session.close();
        told
    })
}

fn said(session: &Session, code: &str) -> String {
    let concerns = session.call("concerns", Value::Null).unwrap();
    let found = concerns.as_array().unwrap().iter().find(|concern| concern["code"] == code);
    found.map(|concern| concern["message"].as_str().unwrap().to_owned()).unwrap_or_default()
}

#[test]
fn an_overdue_step_is_told_by_whether_its_window_is_open() {
    let due = |quarter: &str| json!([{ "edit": "set_step", "step": "S23", "due": quarter }]);
    let [english, ukrainian] = concern(&due("2026-Q2"), "steps_overdue");
    assert!(english.ends_with("it counts as met in the first open quarter."), "{english}");
    assert!(ukrainian.ends_with("вважається виконаним у першому відкритому кварталі."), "{ukrainian}");
    let closed = due("2025-Q1");
    assert_eq!(concern(&closed, "steps_overdue"), ["", ""]);
    let [english, ukrainian] = concern(&closed, "steps_lapsed");
    assert_eq!(
        english,
        "S23 was expected before the plan’s as-of date and is not entered as met, and its window has closed: what hangs on it can no longer be claimed."
    );
    assert!(ukrainian.contains("а його вікно вже закрилося"), "{ukrainian}");
}

#[test]
fn a_step_that_is_met_later_is_told_as_too_late_or_as_an_assumption() {
    let met = |quarter: &str| json!([{ "edit": "set_step", "step": "S23", "due": "2027-Q1", "state": "met", "state_quarter": quarter }]);
    let [english, ukrainian] = concern(&met("2035-Q1"), "steps_too_late");
    assert_eq!(english, "S23 is met only after its window has closed: what hangs on it can no longer be claimed then.");
    assert!(ukrainian.starts_with("S23 виконується лише після того, як закрилося його вікно"), "{ukrainian}");
    let [english, ukrainian] = concern(&met("2027-Q2"), "steps_ahead");
    assert_eq!(
        english,
        "S23 is entered as met or undone after the plan’s as-of date: it is counted so, and that is an assumption."
    );
    assert!(ukrainian.contains("і це припущення"), "{ukrainian}");
    assert_eq!(concern(&met("2026-Q4"), "steps_ahead"), ["", ""]);
}

#[test]
fn an_opening_past_the_package_is_told_apart_from_what_does_nothing_there() {
    let event = |verb: &str| {
        let effect = json!({ "verb": verb, "slice": [{ "dimension": "capital", "keys": ["private"] }] });
        json!([{ "edit": "add_event", "event": { "code": "E90", "name": "Accession", "date": "2040-01-01", "effects": [effect] } }])
    };
    for verb in ["open", "while"] {
        let opening = event(verb);
        let [english, ukrainian] = concern(&opening, "opened_after_horizon");
        assert!(
            english.starts_with("E90 opens money only after the package’s last quarter: it moves ")
                && english.ends_with(" past the package."),
            "{english}"
        );
        assert!(ukrainian.contains("за його межі переходять"), "{ukrainian}");
        assert_eq!(concern(&opening, "events_after_horizon"), ["", ""]);
    }
    let stop = event("stop");
    assert!(concern(&stop, "events_after_horizon")[0].contains("it changes nothing within it"));
    assert_eq!(concern(&stop, "opened_after_horizon"), ["", ""]);
}

#[test]
fn a_slip_within_a_year_says_so() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let mut edits: Vec<Value> = session.call("steps", Value::Null).unwrap()["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["cluster"] == "internal_market" && step["code"] != "S05")
        .map(|step| json!({ "edit": "remove_step", "step": step["code"] }))
        .collect();
    let grid = session.call("grid", Value::Null).unwrap();
    let rows = grid["lines"].as_array().unwrap().iter().filter(|line| line["cluster"] == "internal_market");
    edits.extend(
        rows.map(|row| json!({ "edit": "set_span", "allocation": row["code"], "start": "2027-Q1", "end": "2027-Q1" })),
    );
    let terms = json!({ "rule": "proportional", "window_quarters": 8, "lag_quarters": 0 });
    edits.push(json!({ "edit": "set_terms", "cluster": "internal_market", "from": "2020-Q1", "terms": terms }));
    edits.push(json!({ "edit": "set_step", "step": "S05", "due": "2028-Q1" }));
    session.call("edit", json!({ "edits": edits })).unwrap();
    let slip = |quarters: u32| {
        let told = session.call("slip", json!({ "step": "S05", "quarters": quarters, "dry_run": true })).unwrap();
        (told["sentence"].as_str().unwrap().to_owned(), told["years"].as_array().unwrap().len())
    };
    let (sentence, years) = slip(1);
    assert!(years == 0 && sentence.contains(" move to other quarters of the same year (2028)"), "{sentence}");
    assert!(!sentence.contains("no payment moves") && sentence.contains("nothing is lost"), "{sentence}");
    let (sentence, years) = slip(4);
    assert!(years == 2 && !sentence.contains("same year"), "{sentence}");
    let settings = json!({ "settings": { "locale": "uk", "number_format": "comma", "author": "" } });
    session.call("set_settings", settings).unwrap();
    assert!(slip(1).0.contains("переходять на інші квартали того самого року (2028)"), "{}", slip(1).0);
    session.close();
}

#[test]
fn a_long_list_is_told_by_what_its_first_edit_did() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let add = |at: usize| {
        let code = format!("N{at:04}");
        json!({ "edit": "add_step", "step": { "code": code, "name": "Step", "cluster": "fundamentals", "due": "2027-Q1", "kind": "chapter" } })
    };
    let edit = |edits: Vec<Value>| desk.ok(&["edit", "plan.tranche", desk.edits(&Value::Array(edits))]);
    let undo = || desk.status("plan.tranche")["undo"].as_str().unwrap().to_owned();
    assert_eq!(edit((0..300).map(add).collect()), "Step N0000 “Step” added, and 299 more changes\n");
    assert_eq!(undo(), "Step N0000 “Step” added, and 299 more changes");
    let label = desk.ok(&["undo", "plan.tranche"]);
    assert_eq!(label, "Undone: Step N0000 “Step” added, and 299 more changes\n");
    desk.ok(&["redo", "plan.tranche"]);
    let remove = |at: usize| json!({ "edit": "remove_step", "step": format!("N{at:04}") });
    edit((0..300).map(remove).collect());
    assert_eq!(undo(), "Step N0000 “Step” removed, and 299 more changes");
    // What was just done is at hand; so many changes are not read again only to be named.
    let note = "What it takes. ".repeat(600);
    let long = |at: usize| {
        let mut add = add(at);
        add["step"]["note"] = json!(note);
        add
    };
    assert_eq!(edit((0..200).map(long).collect()), "Step N0000 “Step” added, and 199 more changes\n");
    assert_eq!(undo(), "200 changes");
}

/// What lists of edits are called in the history, in both languages.
fn called(lists: &[Value]) -> Vec<[String; 2]> {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let labels = |locale: &str| -> Vec<String> {
        let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
        session.call("set_settings", settings).unwrap();
        let page = session.call("history", json!({ "limit": lists.len() })).unwrap();
        page["entries"].as_array().unwrap().iter().map(|entry| entry["label"].as_str().unwrap().to_owned()).collect()
    };
    for edits in lists {
        let told = session.call("preview", json!({ "edits": edits })).unwrap();
        let done = session.call("edit", json!({ "edits": edits })).unwrap();
        assert_eq!(told["sentence"], done["label"], "a preview says what the history will");
        assert_eq!(done["status"]["undo"], done["label"]);
    }
    let (english, ukrainian) = (labels("en"), labels("uk"));
    session.close();
    english.into_iter().zip(ukrainian).map(|(english, ukrainian)| [english, ukrainian]).rev().collect()
}

fn assert_called(lists: &[(Value, &str, &str)]) {
    let edits: Vec<Value> = lists.iter().map(|(edits, ..)| edits.clone()).collect();
    for (told, (edits, english, ukrainian)) in called(&edits).iter().zip(lists) {
        assert_eq!(told, &[(*english).to_owned(), (*ukrainian).to_owned()], "{edits}");
    }
}

fn of_energy(field: &str, value: &str) -> Value {
    let energy = json!([{ "dimension": "sector", "keys": ["energy"] }]);
    json!([{ "edit": "set_field", "slice": energy, "field": field, "value": value }])
}

#[test]
fn one_field_of_many_rows_is_told_with_its_value() {
    let rows = |rows: Value, field: &str, value: &str| json!([{ "edit": "set_field", "rows": rows, "field": field, "value": value }]);
    assert_called(&[
        (
            of_energy("start", "2028-Q2"),
            "Move 12 energy rows to start 2028-Q2",
            "Початок 12 рядків енергетики: тепер 2028-Q2",
        ),
        (
            rows(json!(["A017", "A018"]), "end", "2032-Q4"),
            "Move 2 rows of “Lending under the Ukraine Facility guarantee” to end 2032-Q4",
            "Кінець 2 рядків «Кредитування під гарантію Ukraine Facility»: тепер 2032-Q4",
        ),
        (of_energy("locked", "yes"), "Lock 12 energy rows", "Заблоковано 12 рядків енергетики"),
        (of_energy("locked", "no"), "Unlock 12 energy rows", "Розблоковано 12 рядків енергетики"),
        (
            rows(json!(["A001", "A022", "A023"]), "priority", "2"),
            "Set the priority of 3 rows to 2",
            "Для 3 рядків змінено «черговість»: тепер 2",
        ),
        (
            rows(json!(["A017", "A018"]), "sector", "transport"),
            "Set the sector of 2 rows of “Lending under the Ukraine Facility guarantee” to Transport",
            "Для 2 рядків «Кредитування під гарантію Ukraine Facility» змінено «сектор»: тепер Транспорт",
        ),
        (
            rows(json!(["A094", "A096"]), "booster", ""),
            "Take 2 rows of “Private capital to be mobilised” out of the booster",
            "Для 2 рядків «Приватний капітал, який ще належить залучити» знято прив’язку до прискорювача",
        ),
        (
            of_energy("note", "As agreed"),
            "Change the note of 12 energy rows",
            "Для 12 рядків енергетики змінено «примітка»",
        ),
    ]);
}

#[test]
fn several_amounts_are_told_with_their_sum() {
    let amount = |code: &str, amount: &str| json!({ "edit": "set_amount", "allocation": code, "amount": amount });
    let balanced = |total: &str, balance: Value| {
        let mut act = amount("A017", total);
        act["balance"] = balance;
        json!([act])
    };
    let energy = json!([{ "dimension": "sector", "keys": ["energy"] }]);
    assert_called(&[
        (
            json!([amount("A001", "40000000000.00"), amount("A002", "10000000000.00")]),
            "Change the amounts of 2 budget support rows, together 50 bn",
            "Змінено суми 2 рядків бюджетної підтримки: разом 50 млрд",
        ),
        (
            balanced("333000000.00", json!({ "row": "A005" })),
            "Move 100 mn from A005 to A017",
            "Перенесено 100 млн з A005 до A017",
        ),
        (
            json!([{ "edit": "spread", "slice": energy, "total": "200000000000.00", "how": "rescale", "gives": "unallocated" }]),
            "Change the amounts of 12 energy rows, together 200 bn",
            "Змінено суми 12 рядків енергетики: разом 200 млрд",
        ),
        (
            balanced("233000000.00", json!("others")),
            "Change the amounts of 99 rows, together 845.356 bn as before",
            "Змінено суми 99 рядків: разом 845.356 млрд, як і раніше",
        ),
    ]);
}

#[test]
fn rows_that_come_and_go_are_counted() {
    let new = |sector: &str| {
        json!({ "edit": "add_allocation", "programme": "korea_edcf", "instrument": "loan_concessional", "sector": sector,
        "purpose": "reconstruction", "amount": "1000000.00", "start": "2027-Q1", "end": "2028-Q4" })
    };
    let remove = |code: &str| json!({ "edit": "remove_allocation", "allocation": code });
    assert_called(&[
        (
            Value::Array((0..20).map(|_| new("health")).collect()),
            "Add 20 health rows, together 20 mn",
            "Додано 20 рядків охорони здоров’я: разом 20 млн",
        ),
        (
            json!([remove("A100"), remove("A101"), remove("A102")]),
            "Remove 3 health rows, together 3 mn",
            "Вилучено 3 рядки охорони здоров’я: разом 3 млн",
        ),
        (
            json!([{ "edit": "split_row", "allocation": "A103", "parts": ["400000.00"], "rest": true }]),
            "Split A103 into 2 rows",
            "A103 поділено на 2 рядки",
        ),
        (
            json!([{ "edit": "merge_rows", "allocations": ["A103", "A104", "A105", "A106", "A107"] }]),
            "Merge 5 rows into A103",
            "Об’єднано 5 рядків у A103",
        ),
        (
            json!([{ "edit": "set_year", "allocation": "A017", "year": 2028, "amount": "50000000.00", "gives": "total" }]),
            "Type 2028 of A017: 50 mn; the row now holds USD 223,825,396.82",
            "Для A017 введено 2028: 50 млн; тепер разом 223,825,396.82 дол. США",
        ),
        (
            json!([{ "edit": "set_year", "allocation": "A017", "year": 2028, "amount": "60000000.00", "gives": "others" }]),
            "Type 2028 of A017: 60 mn; its other years give, and its total holds",
            "Для A017 введено 2028: 60 млн за рахунок інших років, сума рядка та сама",
        ),
        (
            json!([{ "edit": "set_year", "allocation": "A017", "year": 2028, "amount": "55000000.00", "gives": { "year": 2027 } }]),
            "Move 5 mn of A017 from 2028 to 2027",
            "У A017 перенесено 5 млн: з 2028 до 2027",
        ),
        (
            json!([{ "edit": "set_note", "allocation": "A017", "note": "x" }, { "edit": "set_priority", "allocation": "A017", "priority": 1 }]),
            "A017: note, priority changed",
            "A017: змінено поля (примітка, черговість)",
        ),
        (
            json!([new("energy"), new("health"), remove("A001"), { "edit": "set_note", "allocation": "A018", "note": "x" },
            { "edit": "set_priority", "allocation": "A019", "priority": 1 }]),
            "Change 2 rows, add 2 rows of “EDCF framework limit”, remove 1 budget support row",
            "Змінено 2 рядки, додано 2 рядки «Рамковий ліміт EDCF», вилучено 1 рядок бюджетної підтримки",
        ),
        (
            json!([{ "edit": "set_note", "allocation": "A018", "note": "y" }, { "edit": "set_priority", "allocation": "A019", "priority": 2 }]),
            "Note of A018 changed, and 1 more change",
            "Змінено примітку A018, і ще 1 зміна",
        ),
    ]);
}

#[test]
fn a_row_that_goes_while_another_changes_is_not_merged_into_it() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    let amount = json!({ "edit": "set_amount", "allocation": "A017", "amount": "5.00" });
    let gone = json!({ "edit": "remove_allocation", "allocation": "A018" });
    let told = session.call("edit", json!({ "edits": [amount, gone] })).unwrap()["label"].clone();
    assert!(!told.as_str().unwrap().contains("Merge"), "{told}");
    session.close();
}
