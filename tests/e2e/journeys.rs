//! The five journeys of the first release: first start, edit an amount, undo, save and reopen, export a picture. Each
//! reads the figures off the screen and compares them with what the command line program says about the same plan.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::amounts::{exact, in_billions, sum};
use crate::desk::journey;
use crate::programs::{ask, command_line, keep_screenshot};
use crate::window::{END, ENTER, Window};

/// The row that is edited, what is typed, and the amount that is meant.
const ROW: &str = "A001";
const TYPED: &str = "36bn";
const MEANT: &str = "36000000000.00";

#[test]
fn first_start_shows_the_shipped_plan() {
    journey("first-start", async |desk| {
        let window = desk.open().await;
        let status = ask(&["call", "status", "--plan", "--baseline"]);
        same_strip(&window, &status).await;
        assert_eq!(window.text("plan-fingerprint").await, text(&status, "fingerprint"));
        assert_eq!(window.content("plan-name").await, text(&status, "name"));
        keep_screenshot(&desk.screen, &window).await;

        let schedule = ask(&["schedule", "--baseline", "--by", "capital", "--format", "json"]);
        same_payments(&window, &schedule).await;
        same_readout(&window, &schedule).await;

        window.click("nav-disburse").await;
        window.find("chart-when_it_flows").await;
        window.close().await;
    });
}

#[test]
fn an_amount_is_edited_in_its_cell() {
    journey("edit-an-amount", async |desk| {
        let window = desk.open().await;
        let before = window.text("plan-fingerprint").await;

        // What cannot be read without guessing is refused in its cell, and nothing else happens.
        window.type_amount(ROW, &format!("1.234{ENTER}")).await;
        assert_eq!(window.attribute("problem", "data-code").await, "amount-ambiguous");
        assert_eq!(window.text("plan-fingerprint").await, before);
        window.leave_editor().await;

        window.type_amount(ROW, &format!("{TYPED}{ENTER}")).await;
        let after = window.text_when("plan-fingerprint", |fingerprint| fingerprint != before).await;
        window.cell_becomes(ROW, MEANT).await;

        // The same edit without a window leads to the same plan.
        let plan = desk.document("beside.tranche");
        edited_copy(&plan, &desk.document("edits.json"));
        let status = ask(&["call", "status", "--plan", path(&plan)]);
        assert_eq!(after, text(&status, "fingerprint"));
        same_strip(&window, &status).await;
        same_payments(&window, &ask(&["schedule", path(&plan), "--by", "capital", "--format", "json"])).await;
        window.close().await;
    });
}

#[test]
fn undo_reaches_back_across_a_restart() {
    journey("undo", async |desk| {
        let window = desk.open().await;
        let before = window.text("plan-fingerprint").await;
        let shipped = window.exact_in_cell(ROW).await;
        window.type_amount(ROW, &format!("{TYPED}{ENTER}")).await;
        let after = window.text_when("plan-fingerprint", |fingerprint| fingerprint != before).await;

        window.click("undo").await;
        window.text_when("plan-fingerprint", |fingerprint| fingerprint == before).await;
        window.cell_becomes(ROW, &shipped).await;
        window.click("redo").await;
        window.text_when("plan-fingerprint", |fingerprint| fingerprint == after).await;
        window.close().await;

        // Nothing was saved, and nothing is lost: the work is offered again, with its past.
        let window = desk.open().await;
        window.find("copy").await;
        window.press_on("[data-testid='copy'] .main", ENTER).await;
        window.text_when("plan-fingerprint", |fingerprint| fingerprint == after).await;
        window.cell_becomes(ROW, MEANT).await;
        window.click("undo").await;
        window.text_when("plan-fingerprint", |fingerprint| fingerprint == before).await;
        same_strip(&window, &ask(&["call", "status", "--plan", "--baseline"])).await;
        window.close().await;
    });
}

#[test]
fn a_plan_is_saved_and_opened_again() {
    journey("save-and-reopen", async |desk| {
        let window = desk.open().await;
        let before = window.text("plan-fingerprint").await;
        window.type_amount(ROW, &format!("{TYPED}{ENTER}")).await;
        let after = window.text_when("plan-fingerprint", |fingerprint| fingerprint != before).await;

        // The one journey that uses the system's own dialog. A name without an extension gets one.
        let title = window.label("save-as").await;
        window.click("save-as").await;
        window.until("the system's dialog", async || desk.screen.shows(&title)).await;
        desk.screen.answer_dialog(&title, &desk.document("My plan"));
        let plan = desk.document("My plan.tranche");
        assert!(window.text("notice").await.contains(path(&plan)));
        window.close().await;

        let status = ask(&["call", "status", "--plan", path(&plan)]);
        assert_eq!(after, text(&status, "fingerprint"));
        command_line(&["verify", path(&plan)]);

        let window = desk.open().await;
        assert_eq!(window.text("plan-fingerprint").await, before, "a start opens the shipped plan");
        desk.prepare_answers(&[&plan]);
        window.click("open").await;
        window.text_when("plan-fingerprint", |fingerprint| fingerprint == after).await;
        same_strip(&window, &status).await;
        window.cell_becomes(ROW, MEANT).await;
        window.close().await;

        // The same, named at start.
        let window = desk.open_plan(&plan).await;
        assert_eq!(window.text("plan-fingerprint").await, after);
        window.close().await;
    });
}

#[test]
fn a_chart_is_exported_as_a_picture() {
    journey("export-a-picture", async |desk| {
        let window = desk.open().await;
        let picture = desk.document("who pays.png");
        desk.prepare_answers(&[&picture]);
        window.click("export-chart").await;
        window.click("export-png").await;
        assert!(window.text("notice").await.contains(path(&picture)));

        // The same state gives the same bytes, whoever draws it.
        let beside = desk.document("beside.png");
        let size = ["--width", "1200", "--height", "675", "--theme", "light"];
        command_line(&[&["chart", "--baseline", "who_pays", "--out", path(&beside)], &size[..]].concat());
        let exported = fs::read(&picture).unwrap();
        assert!(exported.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert!(exported == fs::read(&beside).unwrap(), "the window and the command line drew different pictures");
        window.close().await;
    });
}

#[test]
fn a_mistake_in_the_program_is_answered_and_the_plan_stays() {
    journey("mistake", async |desk| {
        let window = desk.open().await;
        let before = window.text("plan-fingerprint").await;
        let problem = window.call("panic").await;
        assert_eq!(problem["refused"]["code"], "internal", "{problem}");
        assert!(text(&problem["refused"], "message").contains("panic"), "{problem}");

        // The next call finds the same plan, and it can still be changed.
        assert_eq!(text(&window.call("status").await["answered"], "fingerprint"), before);
        window.type_amount(ROW, &format!("{TYPED}{ENTER}")).await;
        window.cell_becomes(ROW, MEANT).await;
        window.close().await;
    });
}

/// The strip shows the amounts of `status`: short on its face, exact in its hint.
async fn same_strip(window: &Window, status: &Value) {
    for item in status["strip"].as_array().unwrap() {
        let id = format!("strip-{}", text(item, "key"));
        match item["amount"].as_str() {
            Some(amount) => {
                let hint = window.attribute(&id, "title").await;
                let shown = hint.lines().nth(1).unwrap_or_default();
                assert_eq!(exact(shown), amount, "{id} hints at {hint:?}");
                let face = window.text(&id).await;
                assert!(face.contains(&in_billions(amount)), "{id} shows {face:?} for {amount}");
            }
            None => {
                let face = window.text(&id).await;
                assert!(face.contains(&item["count"].to_string()), "{id} shows {face:?}");
            }
        }
    }
}

/// The table behind the first chart has, for every year, what `schedule` says of public and private money.
async fn same_payments(window: &Window, schedule: &Value) {
    window.click("show-table-who_pays").await;
    let rows = window.rows("chart-table-who_pays").await;
    let header = &rows[0];
    let years: Vec<_> = rows.iter().filter(|row| row[0].starts_with("20")).collect();
    assert_eq!(years.len(), 10, "{rows:?}");
    for row in years {
        // The columns of private money, and all others between the year and the total.
        let last = header.iter().position(|name| name == "Total").unwrap();
        let is_private = |column: &usize| header[*column].starts_with("Private");
        let [private, public]: [Vec<usize>; 2] = (1..last).partition::<Vec<_>, _>(is_private).into();
        for (capital, columns) in [("private", private), ("public", public)] {
            let shown: Vec<String> = columns.iter().map(|column| exact(&row[*column])).collect();
            assert_eq!(sum(&shown), paid(schedule, capital, &row[0]), "{capital} money in {row:?}");
        }
    }
    window.click("show-table-who_pays").await;
}

/// Pointing at a year of the first chart tells its exact figures.
async fn same_readout(window: &Window, schedule: &Value) {
    window.press_on("[data-testid='chart-who_pays'] [role='slider']", END).await;
    let rows = window.rows("readout").await;
    let year = rows[0][0].as_str();
    let private: Vec<String> =
        rows.iter().filter(|row| row[0].starts_with("Private")).map(|row| exact(&row[1])).collect();
    assert_eq!(sum(&private), paid(schedule, "private", year), "{rows:?}");
}

/// What a schedule says of one kind of capital in one year.
fn paid(schedule: &Value, capital: &str, period: &str) -> String {
    let lines = schedule["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["keys"][0] == capital && line["period"] == period);
    line.map_or_else(|| "0.00".to_owned(), |line| text(line, "amount").to_owned())
}

/// Makes a plan file with the same edit as in the window.
fn edited_copy(plan: &Path, edits: &Path) {
    fs::write(edits, format!(r#"[{{"edit":"set_amount","allocation":"{ROW}","amount":"{MEANT}"}}]"#)).unwrap();
    command_line(&["new", path(plan)]);
    command_line(&["edit", path(plan), path(edits)]);
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} is not a text in {value}"))
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}
