//! Blocks from the clipboard through the command table: told cell by cell, pasted as one act or not at all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use bridge::{Problem, Session};
use proptest::prelude::*;
use serde_json::{Value, json};
use tranche_tests::clipboard::{desk, on, pasted, problems, row, told};

fn speaking(session: &Session, locale: &str, numbers: &str) {
    let settings = json!({ "settings": { "locale": locale, "number_format": numbers, "author": "Analyst" } });
    session.call("set_settings", settings).unwrap();
}

fn fingerprint(session: &Session) -> String {
    session.call("status", json!({})).unwrap()["fingerprint"].as_str().unwrap().to_owned()
}

fn refused(session: &Session, request: &Value) -> Problem {
    session.call("paste", request.clone()).expect_err(&request.to_string())
}

/// The one problem of a text that lands on one cell; the plan stays as it is.
fn problem_at(session: &Session, request: &Value) -> String {
    let before = fingerprint(session);
    let told = told(session, request);
    let [(_, _, code)] = &*problems(&told) else { panic!("{request}: {told}") };
    let mut apply = request.clone();
    apply["apply"] = json!(true);
    let problem = refused(session, &apply);
    assert_eq!(problem.code, "paste-refused", "{request}");
    assert!(!problem.message.contains("problem-") && !problem.message.contains('{'), "{}", problem.message);
    assert_eq!(fingerprint(session), before);
    code.clone()
}

#[test]
fn a_block_with_names_finds_its_columns_and_rows() {
    let (_folder, session) = desk();
    let text =
        "amount\tcode\tSector\tПерший квартал\n1.5bn\tA017\tenergy\tQ1 2028\n233000000.00\tA018\tHealth\t2026-Q4\n";
    let request = json!({ "text": text });
    let preview = told(&session, &request);
    assert_eq!(preview["header"], true);
    let columns: Vec<&str> =
        preview["columns"].as_array().unwrap().iter().map(|one| one["column"].as_str().unwrap()).collect();
    assert_eq!(columns, ["amount", "code", "sector", "start"]);
    assert_eq!([&preview["changes"], &preview["refused"], &preview["rows"], &preview["added"]], [3, 0, 1, 0]);
    assert_eq!(preview["sentence"], "Change 3 cells of one row");
    let first = &preview["cells"][0];
    assert_eq!(first["before_label"], "233 mn");
    assert_eq!(first["after_label"], "1.5 bn");
    let history = session.call("status", json!({})).unwrap()["counts"]["history"].as_u64().unwrap();
    let done = pasted(&session, &request);
    assert!(!done["changed"].is_null());
    let now = row(&session, "A017");
    assert_eq!([&now["amount"], &now["sector"], &now["start"]], ["1500000000.00", "energy", "2028-Q1"]);
    // One act, which is undone as one.
    assert_eq!(session.call("status", json!({})).unwrap()["counts"]["history"].as_u64().unwrap(), history + 1);
    assert_eq!(told(&session, &request)["changes"], 0, "what was pasted stands there");
    session.call("undo", json!({})).unwrap();
    assert_eq!(row(&session, "A017")["amount"], "233000000.00");
    session.close();
}

#[test]
fn a_block_without_names_lands_on_cells() {
    let (_folder, session) = desk();
    let columns = json!(["code", "programme", "amount", "start", "end"]);
    let request = json!({ "text": "1bn\t2027-Q1\n2bn\t2027-Q2", "at": { "row": "A017", "column": "amount" }, "columns": columns });
    assert_eq!(told(&session, &request)["header"], false);
    pasted(&session, &request);
    let amounts = |codes: [&str; 2]| codes.map(|code| row(&session, code)["amount"].as_str().unwrap().to_owned());
    assert_eq!(amounts(["A017", "A018"]), ["1000000000.00", "2000000000.00"]);
    // The rows in view are those that it lands on, in their order.
    let query = json!({ "order": { "column": "amount", "down": true }, "filters": [{ "dimension": "programme", "keys": ["eib_guaranteed", "korea_edcf"] }] });
    let request =
        json!({ "text": "5bn\n6bn", "at": { "row": "A018", "column": "amount" }, "grid": query, "columns": columns });
    pasted(&session, &request);
    assert_eq!(row(&session, "A018")["amount"], "5000000000.00");
    assert_eq!(row(&session, "A019")["amount"], "6000000000.00");
    pasted(&session, &on("A017", "note", "a remark"));
    assert_eq!(row(&session, "A017")["note"], "a remark");
    let code = |request: &Value| refused(&session, request).code;
    assert_eq!(code(&json!({ "text": "5bn" })), "paste-needs-place");
    assert_eq!(code(&on("A999", "amount", "5bn")), "unknown-row");
    assert_eq!(code(&on("A017", "nowhere", "5bn")), "paste-unknown-place");
    session.close();
}

#[test]
fn lines_without_a_known_code_are_added() {
    let (_folder, session) = desk();
    let text = "code\tprogramme\tinstrument\tsector\tpurpose\tamount\tstart\tend\tlocked\n\
        X1\tKorea\tgrant\tEnergy and extractives\tmodernisation\t5bn\t2027-Q1\t2028-Q4\tyes\n\
        \tkorea_edcf\tГрант\tенергетика та видобувна промисловість\tМодернізація\t7bn\tQ1 2027\tQ4 2028\t\n";
    let request = json!({ "text": text });
    let codes = problems(&told(&session, &request));
    assert_eq!(codes, [("X1".to_owned(), "programme".to_owned(), "paste-no-place".to_owned())]);
    let request = json!({ "text": text.replace("X1\tKorea", "X1\tEDCF framework limit") });
    let done = pasted(&session, &request);
    assert_eq!([&done["added"], &done["rows"]], [2, 0]);
    let new = row(&session, "X1");
    assert_eq!([&new["amount"], &new["programme"], &new["capital"]], ["5000000000.00", "korea_edcf", "public"]);
    assert_eq!(new["locked"], true);
    // Past the last row in view a block adds rows too, and says what they lack.
    let at = json!({ "row": "X1", "column": "amount" });
    let grid = json!({ "only": ["X1"] });
    let request = json!({ "text": "5000000000.00\t2027-Q1\n6bn\t2027-Q1", "at": at, "grid": grid, "columns": ["amount", "start"] });
    let lacks = problems(&told(&session, &request));
    let columns: Vec<&str> = lacks.iter().map(|(_, column, _)| column.as_str()).collect();
    assert_eq!(columns, ["programme", "instrument", "sector", "purpose", "end"]);
    assert!(lacks.iter().all(|(_, _, code)| code == "paste-missing"));
    session.close();
}

#[test]
fn a_year_that_is_pasted_moves_the_amount_and_no_other_year() {
    let (_folder, session) = desk();
    let years = |session: &Session| session.call("row", json!({ "id": "A017" })).unwrap()["years"].clone();
    let before = years(&session);
    let request = json!({ "text": "code\t2028\tPlanned 2029\nA017\t70mn\t80mn" });
    pasted(&session, &request);
    let after = years(&session);
    for (at, year) in before.as_array().unwrap().iter().enumerate() {
        let now = after[at]["amount"].as_str().unwrap();
        match year["period"].as_str().unwrap() {
            "2028" => assert_eq!(now, "70000000.00"),
            "2029" => assert_eq!(now, "80000000.00"),
            _ => assert_eq!(now, year["amount"].as_str().unwrap()),
        }
    }
    let amount = row(&session, "A017")["amount"].as_str().unwrap().to_owned();
    // Amount and years that do not agree are refused; those that do are one act.
    let both = json!({ "text": format!("code\tamount\t2028\nA017\t{amount}\t90mn") });
    assert_eq!(problem_at(&session, &both), "paste-years-otherwise");
    let cents = amount.replace('.', "").parse::<u64>().unwrap() + 2_000_000_000;
    let sum = format!("{}.{:02}", cents / 100, cents % 100);
    let both = json!({ "text": format!("code\tamount\t2028\nA017\t{sum}\t90mn") });
    pasted(&session, &both);
    assert_eq!(row(&session, "A017")["amount"], sum);
    assert_eq!(problem_at(&session, &json!({ "text": "code\t2025\nA017\t5bn" })), "paste-unknown-column");
    session.close();
}

#[test]
fn what_cannot_be_an_amount_is_told_at_its_cell() {
    let (_folder, session) = desk();
    for (text, code) in [
        ("=SUM(B2:B9)", "paste-formula"),
        ("+A1", "paste-formula"),
        ("31.01.2028", "paste-date"),
        ("2028-01-31", "paste-date"),
        ("Jan-28", "paste-date"),
        ("1.234.567,89", "paste-other-marks"),
        ("1,5bn", "paste-other-marks"),
        ("45.000", "amount-ambiguous"),
        ("1,234.567.890", "amount-other-format"),
        ("-5bn", "negative-amount"),
        ("-5 %", "paste-share"),
        ("120%", "paste-share"),
        ("40 %", "paste-share"),
        ("4.5E+10", "paste-scientific"),
        ("4.5", "amount-unseen"),
        ("four", "amount-not-a-number"),
        ("5\u{202e}bn", "paste-hidden-sign"),
        ("5\u{200b}bn", "paste-hidden-sign"),
        ("5\u{1}bn", "paste-hidden-sign"),
        ("1bn\u{ad}", "paste-hidden-sign"),
    ] {
        for header in [false, true] {
            let request = if header {
                json!({ "text": format!("code\tamount\nA017\t{text}\nA018\t5bn") })
            } else {
                on("A017", "amount", text)
            };
            let found = problem_at(&session, &request);
            let wanted = if code == "amount-other-format" { "paste-other-marks" } else { code };
            assert_eq!(found, wanted, "{text:?}");
        }
    }
    for (request, code) in [
        (json!({ "text": "code\tamount\nA017\t\nA018\t5bn" }), "paste-empty-cell"),
        (on("A017", "start", "2028"), "not-a-quarter"),
        (on("A017", "end", "2020-Q1"), "end-before-start"),
        (on("A001", "amount", "1bn"), "less-than-paid"),
        (on("A017", "sector", "bridges"), "paste-no-place"),
        (on("A017", "locked", "perhaps"), "paste-not-yes-or-no"),
        (on("A017", "share", "5.00"), "paste-computed"),
        (on("A017", "share", "120"), "paste-computed"),
        (on("A017", "funder", "Japan"), "paste-computed"),
        (on("A017", "paid:2027", "5bn"), "paste-computed"),
        (on("A017", "sources", "I10;nobody"), "unknown-row"),
        (on("A017", "note", "=1+1"), "paste-formula"),
        (on("A017", "code", "A018"), "paste-other-row"),
        (on("A017", "amount", "5bn\t6bn"), "paste-too-wide"),
        (json!({ "text": "code\tamount\n?!\t5bn" }), "paste-group-line"),
        (json!({ "text": "code\tamount\tcolour\nA017\t5bn\tred", "header": true }), "paste-unknown-column"),
        (json!({ "text": "code\tamount\tAmount\nA017\t5bn\t6bn" }), "paste-column-twice"),
        (json!({ "text": "code\tamount\nA017\t5bn\nA017\t6bn" }), "paste-row-twice"),
        (json!({ "text": "code\tamount\nEnergy and extractives\t5bn" }), "paste-group-line"),
        (json!({ "text": "code\tamount\nTotal\t800bn" }), "paste-group-line"),
    ] {
        let columns = json!([
            "code",
            "funder",
            "sector",
            "share",
            "start",
            "end",
            "locked",
            "sources",
            "note",
            "paid:2027",
            "amount"
        ]);
        let mut request = request;
        request["columns"] = columns;
        assert_eq!(problem_at(&session, &request), code, "{request}");
    }
    session.close();
}

#[test]
fn blanks_of_typesetters_group_numbers_in_the_readers_format() {
    let (_folder, session) = desk();
    speaking(&session, "uk", "comma");
    for text in [
        "45\u{a0}000\u{a0}000\u{a0}000,00",
        "45\u{202f}000\u{202f}000\u{202f}000,00",
        "45\u{2009}000\u{2009}000\u{2009}000\u{a0}",
    ] {
        assert_eq!(told(&session, &on("A017", "amount", text))["changes"], 1, "{text:?}");
    }
    assert_eq!(problem_at(&session, &on("A017", "amount", "45,000,000,000.00")), "paste-other-marks");
    pasted(&session, &on("A017", "amount", "45,5 млрд"));
    assert_eq!(row(&session, "A017")["amount"], "45500000000.00");
    session.close();
}

#[test]
fn blocks_that_are_not_read_are_refused_as_a_whole() {
    let (_folder, session) = desk();
    let before = fingerprint(&session);
    let code = |request: &Value| refused(&session, request).code;
    assert_eq!(code(&on("A017", "amount", "")), "paste-empty");
    assert_eq!(code(&on("A017", "amount", &"1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n".repeat(100_000))), "paste-too-many-cells");
    assert_eq!(code(&on("A017", "amount", &"x".repeat(17 * 1024 * 1024))), "paste-too-long");
    let two = "<table><tr><td>1</table><table><tr><td>2</table>";
    assert_eq!(
        code(&json!({ "text": "1", "html": two, "at": { "row": "A017", "column": "amount" } })),
        "paste-several-tables"
    );
    let message = refused(&session, &on("A017", "amount", &"1\n".repeat(1_000_000))).message;
    assert!(message.contains("1000000"), "{message}");
    assert_eq!(fingerprint(&session), before);
    session.close();
}

#[test]
fn merged_cells_and_scripts_in_html_are_told_or_passed_over() {
    let (_folder, session) = desk();
    let html = "<style>td{}</style><table><tr><td>code<td>amount<td>note</tr>\
        <tr><td>A017<td colspan=2>5bn</tr>\
        <tr><td>A018<td>6bn<script>document.write('<td>7bn')</script><td>seen<!-- <td>8bn --></tr></table>";
    let preview = told(&session, &json!({ "text": "", "html": html }));
    let merged = |column: &str| ("A017".to_owned(), column.to_owned(), "paste-merged".to_owned());
    assert_eq!(problems(&preview), [merged("amount"), merged("note")]);
    assert_eq!(preview["changes"], 2);
    assert_eq!(refused(&session, &json!({ "text": "", "html": html, "apply": true })).code, "paste-refused");
    let split = html.replace(" colspan=2", "").replace("5bn", "5bn<td>new");
    pasted(&session, &json!({ "text": "", "html": split }));
    let rows = ["A017", "A018"].map(|code| row(&session, code));
    assert_eq!(rows[1]["amount"], "6000000000.00");
    assert_eq!([&rows[0]["note"], &rows[1]["note"]], ["new", "seen"]);
    session.close();
}

#[test]
fn locked_rows_stay_unless_the_block_unlocks_them() {
    let (_folder, session) = desk();
    session.call("edit", json!({ "edits": [{ "edit": "set_locked", "allocation": "A017", "locked": true }] })).unwrap();
    assert_eq!(problem_at(&session, &on("A017", "amount", "5bn")), "locked");
    assert_eq!(problem_at(&session, &on("A017", "planned:2028", "5bn")), "locked");
    pasted(&session, &json!({ "text": "code\tnote\nA017\tlocked, and said so" }));
    pasted(&session, &json!({ "text": "code\tlocked\tamount\nA017\tno\t5bn" }));
    let now = row(&session, "A017");
    assert_eq!([&now["amount"], &now["locked"]], [&json!("5000000000.00"), &json!(false)]);
    pasted(&session, &json!({ "text": "code\tlocked\t2028\nA017\tтак\t50mn" }));
    assert_eq!(row(&session, "A017")["locked"], true);
    session.close();
}

#[test]
fn a_limit_that_refuses_is_told_with_the_block() {
    let (_folder, session) = desk();
    let limit = json!({ "edit": "set_limit", "name": "Education", "kind": "ceiling", "amount": "100000000000.00", "refuses": true,
        "slice": [{ "dimension": "sector", "keys": ["education"] }] });
    session.call("edit", json!({ "edits": [limit] })).unwrap();
    let request = on("A017", "amount", "200bn");
    let preview = told(&session, &request);
    assert_eq!(preview["refused"], 0);
    assert_eq!(preview["problem"]["code"], "limit-missed");
    let mut apply = request;
    apply["apply"] = json!(true);
    assert_eq!(refused(&session, &apply).code, "limit-missed");
    session.close();
}

#[test]
fn an_instrument_brings_its_capital() {
    let (_folder, session) = desk();
    pasted(&session, &json!({ "text": "code\tinstrument\nA017\tPrivate loan" }));
    let now = row(&session, "A017");
    assert_eq!([&now["instrument"], &now["capital"]], ["loan_private", "private"]);
    let stale = json!({ "text": "code\tinstrument\tcapital\nA017\tGrant\tPrivate" });
    assert_eq!(problem_at(&session, &stale), "paste-capital-otherwise");
    pasted(&session, &json!({ "text": "code\tinstrument\tcapital\nA017\tGrant\tДержавний" }));
    assert_eq!(row(&session, "A017")["capital"], "public");
    session.close();
}

#[test]
fn a_block_is_pasted_into_the_scenario_that_is_looked_at() {
    let (_folder, session) = desk();
    session.call("edit", json!({ "edits": [{ "edit": "add_scenario", "name": "Late" }] })).unwrap();
    let late = session.at(bridge::wire::Place::scenario("Late"));
    pasted(&late, &json!({ "text": "code\tamount\nA017\t5bn" }));
    assert_eq!(row(&late, "A017")["amount"], "5000000000.00");
    assert_eq!(row(&session, "A017")["amount"], "233000000.00");
    session.close();
}

#[test]
fn more_cells_than_are_told_are_counted_and_the_refused_ones_are_told() {
    let (_folder, session) = desk();
    let grid = json!({ "query": {}, "top": 0, "bottom": 98, "columns": ["code"] });
    let codes = session.call("grid_text", grid).unwrap()["text"].as_str().unwrap().to_owned();
    let new = "\tkorea_edcf\tgrant\tenergy\tmodernisation\t5bn\t2027-Q1\t2028-Q4\n";
    let head = "code\tprogramme\tinstrument\tsector\tpurpose\tamount\tstart\tend\n";
    let text = format!("{head}{}{}", new.repeat(400), new.replace("5bn", "five"));
    assert_eq!(codes.lines().count(), 99);
    let preview = told(&session, &json!({ "text": text }));
    assert_eq!(preview["cells"].as_array().unwrap().len(), 1000);
    assert_eq!(preview["more"], 400 * 7 + 1 - 1000);
    assert_eq!(problems(&preview).len(), 1);
    session.close();
}

/// Every column that a grid has.
const COLUMNS: [&str; 26] = [
    "code",
    "programme",
    "funder",
    "instrument",
    "capital",
    "sector",
    "purpose",
    "booster",
    "amount",
    "share",
    "start",
    "end",
    "profile",
    "priority",
    "amount_grade",
    "held_grade",
    "split_grade",
    "paid",
    "settled",
    "moved",
    "sources",
    "cited",
    "note",
    "locked",
    "planned:2028",
    "planned:after",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_copied_pastes_back_without_a_change(
        top in 0_u32..90, height in 0_u32..30, left in 0_usize..26, width in 1_usize..26,
        header in any::<bool>(), english in any::<bool>(), point in any::<bool>(), down in any::<bool>(),
    ) {
        let (_folder, session) = desk();
        speaking(&session, if english { "en" } else { "uk" }, if point { "point" } else { "comma" });
        let notes = ["two\nlines \"quoted\"\twith a tab", " blanks ", "=1+1", "'guarded", "\u{a0}5 000\u{a0}"];
        let edits: Vec<Value> = notes.iter().enumerate().map(|(at, note)| {
            json!({ "edit": "set_note", "allocation": format!("A0{}", 17 + at), "note": note.replace('\t', " ") })
        }).collect();
        session.call("edit", json!({ "edits": edits })).unwrap();
        let columns = &COLUMNS[left..(left + width).min(COLUMNS.len())];
        let query = json!({ "order": { "column": "amount", "down": down }, "measures": ["planned", "paid"] });
        let request = json!({ "query": query, "top": top, "bottom": top + height, "columns": columns, "header": header });
        let text = session.call("grid_text", request).unwrap()["text"].as_str().unwrap().to_owned();
        let grid = session.call("grid", json!({ "query": query, "first": top, "count": 1 })).unwrap();
        let at = json!({ "row": grid["lines"][0]["code"], "column": columns[0] });
        // One line of a single cell that is empty is nothing to paste.
        prop_assume!(!text.trim().is_empty());
        let paste = json!({ "text": text, "at": at, "grid": query, "columns": columns, "header": header });
        let before = fingerprint(&session);
        let told = told(&session, &paste);
        prop_assert_eq!((&told["changes"], &told["refused"]), (&json!(0), &json!(0)), "{}", told["cells"]);
        let done = pasted(&session, &paste);
        prop_assert_eq!(&done["added"], 0);
        prop_assert_eq!(fingerprint(&session), before);
        session.close();
    }
}
