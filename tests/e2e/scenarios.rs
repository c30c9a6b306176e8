//! The journey of scenarios: one is duplicated, five things in the copy change, the comparison lists exactly these five;
//! a version is frozen, the base changes, and the version has not changed.

use crate::desk::journey;
use crate::programs::{ask, command_line};
use crate::window::{ENTER, Window};

/// The shipped scenario that is duplicated.
const ORIGINAL: &str = "5472616e636865000000000400000009";
/// The rows that change in the copy, with what is typed and what is meant.
const CHANGES: [(&str, &str, &str); 5] = [
    ("A013", "1bn", "1000000000.00"),
    ("A038", "2bn", "2000000000.00"),
    ("A051", "3bn", "3000000000.00"),
    ("A072", "4bn", "4000000000.00"),
    ("A073", "5bn", "5000000000.00"),
];
/// The keys that open the menu of what has the focus.
const SHIFT_F10: &str = "\u{e008}\u{e03a}\u{e008}";
/// The row that changes in the base, after the version was frozen.
const ROW: &str = "A013";

#[test]
fn a_copy_is_compared_and_a_version_stays_as_it_was() {
    journey("scenarios", async |desk| {
        desk.forget_author();
        let window = desk.open().await;
        let shipped = window.exact_in_cell(ROW).await;

        // A duplicate is looked at at once. Whose edits these are is asked before the first of them, and once.
        window.click(&format!("scenario-{ORIGINAL}")).await;
        window.until("the original", async || window.attribute("place", "data-place").await == "scenario").await;
        window.type_into(&format!("scenario-{ORIGINAL}"), SHIFT_F10).await;
        window.click("scenario-duplicate").await;
        window.type_over("name-field", "Copy").await;
        window.click("name-done").await;
        window.type_into("author-name", "Olena").await;
        window.click("author-keep").await;
        window.until("the copy", async || window.content("place").await.contains("Copy")).await;
        for (code, typed, meant) in CHANGES {
            window.type_amount(code, &format!("{typed}{ENTER}")).await;
            window.cell_becomes(code, meant).await;
        }

        // Held against what it was copied from, it differs in these five and in nothing else.
        window.click("nav-compare").await;
        window.click("compare-side-at-0").await;
        window.click(&format!("compare-side-{ORIGINAL}")).await;
        window.until("five differences", async || differences(&window).await.len() == CHANGES.len()).await;
        let expected: Vec<(String, String)> =
            CHANGES.iter().map(|(code, ..)| ((*code).to_owned(), "amount".to_owned())).collect();
        assert_eq!(differences(&window).await, expected);

        // The same without a window, from the file.
        let plan = desk.document("scenarios.tranche");
        desk.prepare_answers(&[&plan]);
        window.click("save-as").await;
        window.find("notice").await;
        let file = plan.to_str().unwrap();
        let told = ask(&["diff", file, file, "--scenario-a", ORIGINAL, "--scenario-b", "Copy", "--format", "json"]);
        let told: Vec<(String, String)> = told["changes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|change| (text(&change["row"]), text(&change["field"])))
            .collect();
        assert_eq!(told, expected);
        let history = ask(&["history", file, "--json"]);
        assert!(history.to_string().contains("Olena"), "{history}");

        // The base has not moved. It is frozen as it is, and then changes.
        window.click("nav-allocate").await;
        window.click("scenario-base").await;
        window.cell_becomes(ROW, &shipped).await;
        let before = window.text("plan-fingerprint").await;
        window.click("freeze").await;
        window.type_over("name-field", "As agreed").await;
        window.click("name-done").await;
        window.find("version-As agreed").await;
        window.type_amount(ROW, &format!("7bn{ENTER}")).await;
        window.cell_becomes(ROW, "7000000000.00").await;
        window.text_when("plan-fingerprint", |shown| shown != before).await;

        // The version tells what it told, in the window and, once saved, without one.
        window.click("version-As agreed").await;
        window.cell_becomes(ROW, &shipped).await;
        assert_eq!(window.text("plan-fingerprint").await, before);
        window.click("place-back").await;
        window.cell_becomes(ROW, "7000000000.00").await;
        window.click("save").await;
        window.until("the file to have the version", async || versions(file) == ["As agreed"]).await;
        command_line(&["verify", file]);
        let frozen = ask(&["call", "status", "--plan", file, "--version", "As agreed"]);
        assert_eq!(text(&frozen["fingerprint"]), before);
        window.close().await;
    });
}

/// The differences that the screen lists: of each the row and the field.
async fn differences(window: &Window) -> Vec<(String, String)> {
    window
        .attributes("difference", ["data-row", "data-field"])
        .await
        .into_iter()
        .map(|[row, field]| (row, field))
        .collect()
}

fn versions(file: &str) -> Vec<String> {
    let told = ask(&["versions", file, "--json"]);
    let told = told.as_array().or_else(|| told["versions"].as_array()).unwrap();
    told.iter().map(|version| text(&version["name"])).collect()
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap().to_owned()
}
