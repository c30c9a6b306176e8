//! The journey of a budget, by keyboard alone: a plan of twenty rows is built from nothing, rescaled, a row is locked, a
//! subtotal changes around it, and all of it is undone and made again.

use crate::desk::journey;
use crate::programs::ask;
use crate::window::{ENTER, Window};

const CTRL: char = '\u{e009}';

/// Twenty rows as a spreadsheet copies them: ten sectors, each with a grant and a loan. The amounts are made up for the test.
fn block() -> String {
    let sectors = [
        "energy",
        "transport",
        "housing",
        "health",
        "agriculture",
        "culture",
        "water",
        "digital",
        "commerce_industry",
        "education",
    ];
    let mut text = "Programme\tInstrument\tSector\tPurpose\tAmount\tStart\tEnd\n".to_owned();
    for sector in sectors {
        for (instrument, amount) in [("grant", "1bn"), ("loan_concessional", "3bn")] {
            text.push_str(&format!(
                "public_to_mobilise\t{instrument}\t{sector}\treconstruction\t{amount}\t2027-Q1\t2030-Q4\n"
            ));
        }
    }
    text
}

fn with_ctrl(letter: char) -> String {
    format!("{CTRL}{letter}{CTRL}")
}

fn is_amount(cell: &str) -> bool {
    cell.ends_with("-amount")
}

/// The exact amount in a cell that is in sight.
async fn amount(window: &Window, cell: &str) -> String {
    window.attribute(cell, "data-amount").await
}

#[test]
fn a_budget_is_built_rescaled_locked_undone_and_made_again_by_keyboard() {
    journey("allocate", async |desk| {
        let window = desk.open().await;
        let shipped = window.text("plan-fingerprint").await;

        // A plan without rows, from the palette; a table pasted into it.
        window.keys(&with_ctrl('k')).await;
        window.find("palette").await;
        window.keys(&format!("without rows{ENTER}")).await;
        window.find("empty-plan").await;
        let empty = window.text_when("plan-fingerprint", |shown| shown != shipped).await;
        window.copy_text(&block()).await;
        window.keys(&with_ctrl('v')).await;
        window.until("the preview", async || window.attribute("paste", "data-waiting").await == "false").await;
        window.keys(&ENTER.to_string()).await;
        window.until("the total", async || amount(&window, "total-amount").await == "40000000000.00").await;
        let pasted = window.text("plan-fingerprint").await;
        assert_ne!(pasted, empty);

        // One sector's subtotal is typed over: its rows share it in the proportion they have.
        let energy = "group-sector=energy-amount";
        window.walk_to(energy, is_amount).await;
        window.keys("8bn").await;
        window.keys(&ENTER.to_string()).await;
        window.find("choice-how-rescale").await;
        window.until("a preview", async || window.attribute("outlook", "data-waiting").await == "false").await;
        assert_eq!(window.attributes("preview-line", ["data-row"]).await, [["A001"], ["A002"]]);
        window.keys(&ENTER.to_string()).await;
        window.until("the subtotal", async || amount(&window, energy).await == "8000000000.00").await;
        assert_eq!(amount(&window, "cell-A001-amount").await, "2000000000.00");
        assert_eq!(amount(&window, "cell-A002-amount").await, "6000000000.00");
        let rescaled = window.text("plan-fingerprint").await;

        // A locked row keeps its amount; the other one takes all of the change.
        window.walk_to("cell-A001-amount", is_amount).await;
        window.keys(&with_ctrl('l')).await;
        let locked = window.text_when("plan-fingerprint", |shown| shown != rescaled).await;
        window.walk_to(energy, is_amount).await;
        window.keys("10bn").await;
        window.keys(&ENTER.to_string()).await;
        window.find("choice-how-rescale").await;
        window.until("a preview", async || window.attribute("outlook", "data-waiting").await == "false").await;
        window.keys(&ENTER.to_string()).await;
        window.until("the subtotal", async || amount(&window, energy).await == "10000000000.00").await;
        assert_eq!(amount(&window, "cell-A001-amount").await, "2000000000.00");
        assert_eq!(amount(&window, "cell-A002-amount").await, "8000000000.00");
        let last = window.text("plan-fingerprint").await;

        // Undone to the beginning, and made again: the plan is the same each time.
        for fingerprint in [&locked, &rescaled, &pasted, &empty] {
            window.keys(&with_ctrl('z')).await;
            window.text_when("plan-fingerprint", |shown| shown == fingerprint.as_str()).await;
        }
        window.find("empty-plan").await;
        for fingerprint in [&pasted, &rescaled, &locked, &last] {
            window.keys(&with_ctrl('y')).await;
            window.text_when("plan-fingerprint", |shown| shown == fingerprint.as_str()).await;
        }

        // The file holds what the window showed.
        let plan = desk.document("budget.tranche");
        desk.prepare_answers(&[&plan]);
        window.keys(&with_ctrl('s')).await;
        window.find("notice").await;
        let file = plan.to_str().unwrap();
        let told = ask(&["call", "status", "--plan", file]);
        assert_eq!(told["fingerprint"].as_str(), Some(last.as_str()));
        assert_eq!(told["counts"]["allocations"], 20);
        let history = ask(&["history", file, "--json"]);
        for sentence in ["Add 20 rows", "A001 locked", "2 energy rows"] {
            assert!(history.to_string().contains(sentence), "{sentence} is not in the history");
        }
        window.close().await;
    });
}
