//! The journey of the booster: a fundamentals step slips by a year, the effect is read off the charts, and is undone.

use serde_json::Value;

use crate::amounts::exact;
use crate::desk::journey;
use crate::programs::{ask, command_line};
use crate::window::{ENTER, Window};

/// The step that slips, and by how much.
const STEP: &str = "S05";
const QUARTERS: &str = "4";
/// The chart of the booster's four states, and the chart of payments by year.
const STATES: &str = "what_waits_for_reforms";
const PAYMENTS: &str = "who_pays";

#[test]
fn a_step_slips_by_a_year_and_comes_back() {
    journey("slip-a-step", async |desk| {
        let window = desk.open().await;
        let fingerprint = window.text("plan-fingerprint").await;
        let paid_before = paid(&window).await;
        window.click("nav-booster").await;
        window.click(&format!("show-table-{STATES}")).await;
        let before = quarters(&window).await;
        assert_eq!(
            before,
            told(&["booster", "--baseline", "--every", "quarter", "--json"]),
            "the chart of the shipped plan"
        );

        // What it would do to money is told before anything is done.
        let request = format!(r#"{{"step":"{STEP}","quarters":{QUARTERS},"dry_run":true}}"#);
        let slip = ask(&["call", "slip", &request, "--plan", "--baseline"]);
        let sentence = slip["sentence"].as_str().unwrap();
        window.click(&format!("step-{STEP}")).await;
        window.text_when("slip-sentence", |shown| shown == sentence).await;
        assert_eq!(window.text("plan-fingerprint").await, fingerprint);
        assert_eq!(quarters(&window).await, before);

        // One key leads from the step to the act, one press does it, and the same is said again.
        window.type_into(&format!("step-{STEP}"), "s").await;
        window.type_into("slip", &ENTER.to_string()).await;
        let slipped = window.text_when("plan-fingerprint", |shown| shown != fingerprint).await;
        assert!(window.text("notice").await.contains(sentence));

        // The chart shows what the sentence says, and what the same slip without a window leads to.
        window.until("the chart to show the slip", async || quarters(&window).await != before).await;
        let after = quarters(&window).await;
        let peak = after.iter().find(|quarter| quarter[0] == slip["at_risk_peak_in"].as_str().unwrap()).unwrap();
        assert_eq!(peak[2], slip["at_risk_peak"].as_str().unwrap(), "at risk in {peak:?}");
        let most = after.iter().map(|quarter| cents(&quarter[2])).max().unwrap();
        assert_eq!(most, cents(&peak[2]), "nothing is ever more at risk");
        let plan = desk.document("beside.tranche");
        let file = plan.to_str().unwrap();
        command_line(&["new", file]);
        command_line(&["slip", file, STEP, "--quarters", QUARTERS]);
        assert_eq!(ask(&["call", "status", "--plan", file])["fingerprint"], slipped.as_str());
        assert_eq!(after, told(&["booster", file, "--every", "quarter", "--json"]), "the chart after the slip");

        // The years of the other chart change by what the sentence's own figures say, and no other year does.
        let paid_after = paid(&window).await;
        let changes: Vec<(String, i128)> = changed(&paid_before, &paid_after);
        let said = slip["years"].as_array().unwrap().iter();
        let said: Vec<(String, i128)> = said
            .map(|year| (year["period"].as_str().unwrap().to_owned(), cents(year["amount"].as_str().unwrap())))
            .collect();
        assert!(!said.is_empty(), "{slip}");
        assert_eq!(changes, said);

        // Undone, the charts show the old amounts again.
        window.click("undo").await;
        window.text_when("plan-fingerprint", |shown| shown == fingerprint).await;
        window.until("the years to show the old amounts", async || years(&window).await == paid_before).await;
        window.click("nav-booster").await;
        window.click(&format!("show-table-{STATES}")).await;
        window.until("the chart to show the old amounts", async || quarters(&window).await == before).await;
        window.close().await;
    });
}

/// What is paid in each year, by the table behind the chart of payments, to which the window is led.
async fn paid(window: &Window) -> Vec<(String, i128)> {
    window.click("nav-allocate").await;
    window.click(&format!("show-table-{PAYMENTS}")).await;
    years(window).await
}

/// The last column of that table: what is paid in each year.
async fn years(window: &Window) -> Vec<(String, i128)> {
    let rows = window.rows(&format!("chart-table-{PAYMENTS}")).await;
    assert_eq!(rows[0].last().unwrap(), "Paid", "{:?}", rows[0]);
    let years = rows.iter().filter(|row| row[0].starts_with("20"));
    years.map(|row| (row[0].clone(), cents(&exact(row.last().unwrap())))).collect()
}

/// By how much the years changed that did.
fn changed(before: &[(String, i128)], after: &[(String, i128)]) -> Vec<(String, i128)> {
    let pairs = before.iter().zip(after).map(|((year, was), (_, is))| (year.clone(), is - was));
    pairs.filter(|(_, change)| *change != 0).collect()
}

/// The table behind the chart of states: of each quarter its name and what is released, at risk, not yet due and lost.
async fn quarters(window: &Window) -> Vec<Vec<String>> {
    let rows = window.rows(&format!("chart-table-{STATES}")).await;
    let quarters = rows.into_iter().filter(|row| row[0].contains("-Q"));
    quarters.map(|row| [row[..1].to_vec(), row[1..5].iter().map(|shown| exact(shown)).collect()].concat()).collect()
}

/// The same as the command line program tells it.
fn told(arguments: &[&str]) -> Vec<Vec<String>> {
    let booster: Value = ask(arguments);
    let text = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
    let lines = booster["periods"].as_array().unwrap().iter();
    lines
        .map(|line| ["period", "released", "at_risk", "not_yet_due", "lost"].map(|key| text(line, key)).to_vec())
        .collect()
}

fn cents(amount: &str) -> i128 {
    amount.replace('.', "").parse().unwrap()
}
