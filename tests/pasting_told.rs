//! What a paste tells before it is done: what follows from the cells, and which of them are refused for what they may mean.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use tranche_tests::clipboard::{desk, on, pasted, problems, row, told};

#[test]
fn what_follows_from_years_is_told_with_the_sums_before_it_is_pasted() {
    let (_folder, session) = desk();
    let request = json!({ "text": "code\t2028\t2029\nA017\t70mn\t80mn" });
    let preview = told(&session, &request);
    let cells = preview["cells"].as_array().unwrap();
    let columns: Vec<(&str, bool)> =
        cells.iter().map(|cell| (cell["column"].as_str().unwrap(), cell["follows"] == true)).collect();
    let wanted = [("planned:2028", false), ("planned:2029", false), ("amount", true), ("profile", true)];
    assert_eq!(columns, wanted);
    assert_eq!(preview["changes"], 2, "what follows is no cell of the block");
    let sums = |of: &Value| ["allocated", "unallocated"].map(|name| of[name].clone());
    let before = session.call("row", json!({ "id": "A017" })).unwrap()["row"]["amount"].clone();
    let done = pasted(&session, &request);
    assert_eq!(sums(&done), sums(&preview));
    let amount = row(&session, "A017")["amount"].clone();
    assert_ne!(amount, before);
    let cents = |amount: &Value| amount.as_str().unwrap().replace('.', "").parse::<i128>().unwrap();
    let moved = |sums: &Value| cents(&sums[1]) - cents(&sums[0]);
    assert_eq!(moved(&done["allocated"]), cents(&amount) - cents(&before));
    assert_eq!(moved(&done["unallocated"]), cents(&before) - cents(&amount));
    let said = done["sentence"].as_str().unwrap();
    assert_eq!(said, format!("Type 2028, 2029 of A017, which now holds {}", cells[2]["after_label"].as_str().unwrap()));
    // A row that is added gets its amount from its years, too; one that says its amount has nothing that follows.
    let new = "programme\tinstrument\tsector\tpurpose\tstart\tend\t2027\nkorea_edcf\tgrant\tenergy\tmodernisation\t2027-Q1\t2028-Q4\t5mn";
    let preview = told(&session, &json!({ "text": new }));
    let follows = preview["cells"].as_array().unwrap().iter().filter(|cell| cell["follows"] == true);
    assert_eq!(follows.map(|cell| &cell["column"]).collect::<Vec<_>>(), ["amount"]);
    let plain = told(&session, &json!({ "text": "code\tamount\nA017\t5bn" }));
    assert!(plain["cells"].as_array().unwrap().iter().all(|cell| cell["follows"] == false));
    let brings = told(&session, &json!({ "text": "code\tinstrument\nA018\tPrivate loan" }));
    assert_eq!(brings["cells"][1]["column"], "capital", "what an instrument brings is told");
    session.close();
}

#[test]
fn a_raised_sign_never_becomes_a_digit() {
    let (_folder, session) = desk();
    for cell in ["5<sup>2</sup> bn", "5000000000<sup>1</sup>", "5<sub>1</sub> bn"] {
        let html = format!("<table><tr><td>{cell}</td></tr></table>");
        for text in ["", "52 bn", "50000000001"] {
            let at = json!({ "row": "A017", "column": "amount" });
            let told = told(&session, &json!({ "text": text, "html": html, "at": at }));
            let codes: Vec<String> = problems(&told).into_iter().map(|(_, _, code)| code).collect();
            assert_eq!(codes, ["paste-off-line"], "{cell} {text}");
        }
    }
    session.close();
}

#[test]
fn what_stands_beyond_the_names_of_columns_is_refused() {
    let (_folder, session) = desk();
    for text in ["code\tamount\nA010\t6bn\tjunk\t9bn\n", "code\tamount\nA010\t6bn\nA011\t7bn\t\t9bn\n"] {
        let told = told(&session, &json!({ "text": text }));
        let codes: Vec<String> = problems(&told).into_iter().map(|(_, _, code)| code).collect();
        assert!(!codes.is_empty() && codes.iter().all(|code| code == "paste-unnamed-column"), "{codes:?}");
    }
    // Tabs with nothing behind them are no cells.
    let told = told(&session, &json!({ "text": "code\tamount\nA010\t6bn\t\t\n" }));
    assert_eq!(told["refused"], 0);
    session.close();
}

#[test]
fn an_amount_to_the_cent_means_dollars_however_small() {
    let (_folder, session) = desk();
    for (text, amount) in [("250000.00", "250000.00"), ("0.01", "0.01"), ("$250", "250.00"), ("USD 250", "250.00")] {
        pasted(&session, &on("A017", "amount", "233mn"));
        pasted(&session, &on("A017", "amount", text));
        assert_eq!(row(&session, "A017")["amount"], amount, "{text}");
    }
    // The program's own copy of a small amount pastes onto a large one.
    let grid = json!({ "query": { "only": ["A017"] }, "top": 0, "bottom": 0, "columns": ["amount"] });
    let copy = session.call("grid_text", grid).unwrap()["text"].as_str().unwrap().to_owned();
    pasted(&session, &on("A018", "amount", &copy));
    assert_eq!(row(&session, "A018")["amount"], "250.00");
    let told = told(&session, &on("A019", "amount", "250"));
    let message = told["cells"][0]["problem"]["message"].as_str().unwrap();
    assert!(message.contains("USD 250."), "{message}");
    session.close();
}

#[test]
fn columns_are_known_by_their_names_in_files_too() {
    let (_folder, session) = desk();
    let text = "allocation_code\tamount_usd\tstart_quarter\tend_quarter\tsource_id\nA017\t6000000000.00\t2027-Q1\t2028-Q4\tI10\n";
    let told = told(&session, &json!({ "text": text }));
    let columns: Vec<&str> =
        told["columns"].as_array().unwrap().iter().map(|one| one["column"].as_str().unwrap_or("?")).collect();
    assert_eq!(columns, ["code", "amount", "start", "end", "sources"]);
    assert_eq!(told["refused"], 0);
    session.close();
}

#[test]
fn a_code_that_no_row_has_is_told_as_one() {
    let (_folder, session) = desk();
    for code in ["X9", "a010"] {
        let told = told(&session, &json!({ "text": format!("code\tamount\n{code}\t5bn") }));
        assert_eq!(problems(&told)[0].2, "paste-no-such-row", "{code}");
        let message = told["cells"][0]["problem"]["message"].as_str().unwrap();
        assert!(message.contains(&format!("“{code}”")) && message.contains("Programme, Instrument"), "{message}");
    }
    session.close();
}

#[test]
fn a_row_out_of_view_is_told_apart_from_one_that_is_not_there() {
    let (_folder, session) = desk();
    let problem = |row: &str| {
        let mut request = on(row, "amount", "5bn");
        request["grid"] = json!({ "filters": [{ "dimension": "sector", "keys": ["health"] }] });
        session.call("paste", request).unwrap_err()
    };
    assert_eq!(problem("A010").code, "paste-row-hidden");
    assert!(problem("A010").message.starts_with("A010 is in the plan"));
    assert_eq!(problem("A999").code, "unknown-row");
    session.close();
}

#[test]
fn blanks_of_several_widths_group_one_number() {
    let (_folder, session) = desk();
    pasted(&session, &on("A017", "amount", "1\u{2009}234\u{202f}567.50"));
    assert_eq!(row(&session, "A017")["amount"], "1234567.50");
    let told = told(&session, &on("A018", "amount", "1\u{2009}23\u{202f}567.50"));
    assert_eq!(problems(&told)[0].2, "amount-bad-grouping");
    session.close();
}
