//! A table of two dimensions is brought to its totals through the door, and where it cannot be, a sentence says why.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::session;

fn speaking(data: &std::path::Path, locale: &str) -> Session {
    let session = session(data);
    let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
    session.call("set_settings", settings).unwrap();
    session
}

fn named(totals: &[(&str, &str)]) -> Value {
    totals.iter().map(|(key, amount)| json!({ "key": key, "amount": amount })).collect()
}

fn balance(rows: &[(&str, &str)], columns: &[(&str, &str)]) -> Value {
    let (row_totals, column_totals) = (named(rows), named(columns));
    json!({
        "edit": "balance", "rows": "programme", "columns": "sector", "row_totals": row_totals, "column_totals": column_totals,
    })
}

/// What an edit is refused with in English and in Ukrainian, after another that is made.
fn assert_refused(before: Option<&Value>, edit: &Value, english: &str, ukrainian: &str) {
    let told = ["en", "uk"].map(|locale| {
        let data = tempfile::tempdir().unwrap();
        let session = speaking(data.path(), locale);
        if let Some(before) = before {
            session.call("edit", json!({ "edits": [before] })).unwrap();
        }
        let status = session.call("status", json!({})).unwrap();
        let told = session.call("edit", json!({ "edits": [edit] })).unwrap_err().message;
        assert_eq!(
            session.call("status", json!({})).unwrap()["fingerprint"],
            status["fingerprint"],
            "something changed"
        );
        session.close();
        told
    });
    assert_eq!(told, [english, ukrainian], "{edit}");
}

/// The totals of the rows and of the columns of the table, by key.
fn totals(session: &Session) -> [BTreeMap<String, String>; 2] {
    let margins = session.call("margins", json!({ "rows": "programme", "columns": "sector" })).unwrap();
    ["rows", "columns"].map(|side| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        margins[side].as_array().unwrap().iter().map(|line| (text(&line["key"]), text(&line["amount"]))).collect()
    })
}

#[test]
fn a_table_is_brought_to_its_totals_in_one_step() {
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "en");
    let before = totals(&session);
    let fingerprint = session.call("status", json!({})).unwrap()["fingerprint"].clone();
    let wanted = [("energy", "150000000000.01"), ("transport", "145037350780.00")];
    let energy_and_transport = |totals: &BTreeMap<String, String>| -> i64 {
        wanted.iter().map(|(key, _)| totals[*key].replace('.', "").parse::<i64>().unwrap()).sum()
    };
    // The second takes what the first gives.
    let transport = energy_and_transport(&before[1]) - 15_000_000_000_001;
    let transport = format!("{}.{:02}", transport / 100, transport % 100);
    let edit = balance(&[], &[wanted[0], ("transport", &transport)]);
    session.call("edit", json!({ "edits": [edit] })).unwrap();
    let after = totals(&session);
    assert_eq!(after[0], before[0]);
    assert_eq!((after[1]["energy"].as_str(), after[1]["transport"].as_str()), (wanted[0].1, transport.as_str()));
    for (key, total) in before[1].iter().filter(|(key, _)| !wanted.iter().any(|(wanted, _)| wanted == key)) {
        assert_eq!(&after[1][key], total, "{key}");
    }
    session.call("undo", json!({})).unwrap();
    assert_eq!(session.call("status", json!({})).unwrap()["fingerprint"], fingerprint);
    session.close();
}

#[test]
fn totals_that_cannot_be_met_together_are_told_by_the_places_that_conflict() {
    let halved = [("private_to_mobilise", "10000000000.00"), ("public_to_mobilise", "594616000000.00")];
    assert_refused(
        None,
        &balance(&halved, &[]),
        "“Telecom, digital and media” would need 20 bn beyond what is locked or paid, with amounts to change only at “Private capital to be mobilised”, where the totals leave 10 bn: 10 bn too little. Change one of these totals, or give an amount to a row where these do not meet yet.",
        "Для «Телекомунікації, цифрові технології та медіа» потрібно було б 20 млрд понад заблоковане й виплачене, а суми, які можуть змінитися, є лише в «Приватний капітал, який ще належить залучити», де підсумки лишають 10 млрд: бракує 10 млрд. Змініть один із цих підсумків або задайте суму рядкові там, де вони ще не перетинаються.",
    );
}

#[test]
fn totals_that_make_no_sense_are_refused_each_for_its_reason() {
    let no = &[][..];
    for (rows, columns, english, ukrainian) in [
        (
            &[("japan_era", "4000000000.00")][..],
            no,
            "The totals of the rows add to 801 bn and those of the columns to 800 bn, 1 bn apart; a total that is not named counts as it stands. Make both the same.",
            "Підсумки рядків дають разом 801 млрд, а підсумки стовпців 800 млрд: різниця 1 млрд; підсумок, якого не названо, береться таким, як є. Зрівняйте обидві суми.",
        ),
        (
            &[("japan_era", "-0.01")],
            no,
            "“ERA loan through JICA” was to hold USD −0.01. A total cannot be below nought.",
            "«Кредит ERA через JICA» мав би містити −0.01 дол. США. Підсумок не може бути меншим за нуль.",
        ),
        (
            &[("japan", "1.00")],
            no,
            "There is no programme “japan” in this plan.",
            "У цьому плані немає: програма «japan».",
        ),
        (
            &[("japan_era", "1.00"), ("japan_era", "2.00")],
            no,
            "“ERA loan through JICA” is named twice.",
            "«Кредит ERA через JICA» названо двічі.",
        ),
        (
            &[("eu_support_loan", "3000000000.00"), ("eu_ukraine_facility_rest", "41894000000.00")],
            no,
            "3,734.4 mn of “EU Ukraine Support Loan 2026-27, budget part” is locked or paid, more than the 3 bn it was to hold. Unlock rows there, or raise the total.",
            "У «Позика ЄС на підтримку України 2026–2027, бюджетна частина» заблоковано або виплачено 3,734.4 млн, більше за 3 млрд, які там мали б бути. Розблокуйте рядки або збільште підсумок.",
        ),
    ] {
        assert_refused(None, &balance(rows, columns), english, ukrainian);
    }
    let lock = json!({ "edit": "set_field", "slice": [{ "dimension": "programme", "keys": ["japan_era"] }], "field": "locked", "value": "yes" });
    let more = [("japan_era", "4000000000.00"), ("canada_era_rest", "800000000.00")];
    assert_refused(
        Some(&lock),
        &balance(&more, no),
        "“ERA loan through JICA” has no unlocked row with an amount, so it cannot come from 3 bn to 4 bn. Unlock a row there, give one an amount, or leave the total as it is.",
        "У «Кредит ERA через JICA» немає незаблокованого рядка із сумою, тож 3 млрд не можуть стати 4 млрд. Розблокуйте там рядок, задайте котромусь суму або лишіть підсумок.",
    );
    let same =
        json!({ "edit": "balance", "rows": "sector", "columns": "sector", "row_totals": [], "column_totals": [] });
    assert_refused(
        None,
        &same,
        "The rows and the columns of the table are both sector. Choose another dimension for one of them.",
        "І рядки, і стовпці таблиці — це sector. Оберіть для одних із них інший вимір.",
    );
}
