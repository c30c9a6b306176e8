//! What cannot be done to several rows at once is refused in a sentence that names the amounts and rows, in both languages.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::session;

/// What an edit is refused with in English and in Ukrainian, after some others that are made.
fn refused(before: &Value, edit: &Value) -> [String; 2] {
    ["en", "uk"].map(|locale| {
        let data = tempfile::tempdir().unwrap();
        let session = session(data.path());
        let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
        session.call("set_settings", settings).unwrap();
        if before.as_array().is_some_and(|edits| !edits.is_empty()) {
            session.call("edit", json!({ "edits": before })).unwrap();
        }
        let revision = session.call("status", json!({})).unwrap()["revision"].clone();
        let told = session.call("edit", json!({ "edits": [edit] })).unwrap_err().message;
        assert!(!told.contains("problem-") && !told.contains('{'), "{told}");
        assert_eq!(session.call("status", json!({})).unwrap()["revision"], revision, "{edit}");
        session.close();
        told
    })
}

fn assert_refused(before: &Value, edit: &Value, english: &str, ukrainian: &str) {
    assert_eq!(refused(before, edit), [english, ukrainian], "{edit}");
}

fn spread(rows: &[&str], total: &str, how: &Value) -> Value {
    json!({ "edit": "spread", "rows": rows, "total": total, "how": how, "gives": "unallocated" })
}

fn locked(rows: &[&str]) -> Value {
    rows.iter().map(|row| json!({ "edit": "set_locked", "allocation": row, "locked": true })).collect()
}

#[test]
fn a_total_leaves_room_for_what_is_locked_and_paid() {
    let (no, rescale) = (json!([]), json!("rescale"));
    assert_refused(
        &locked(&["A009"]),
        &spread(&["A009", "A010"], "849999999.99", &rescale),
        "Locked rows hold 850 mn, more than the total USD 849,999,999.99. Unlock some, or give a larger total.",
        "Заблоковані рядки містять 850 млн, більше за підсумок 849,999,999.99 дол. США. Розблокуйте деякі з них або задайте більший підсумок.",
    );
    assert_refused(
        &no,
        &spread(&["A001", "A002"], "3000000000.00", &rescale),
        "3,734.4 mn has been paid already, more than the total 3 bn. Give a larger total.",
        "Уже виплачено 3,734.4 млн, більше за підсумок 3 млрд. Задайте більший підсумок.",
    );
    assert_refused(
        &locked(&["A002"]),
        &spread(&["A001", "A002"], "13000000000.00", &rescale),
        "3,734.4 mn has been paid already and locked rows hold 9.884 bn, together more than the total 13 bn. Unlock some, or give a larger total.",
        "Уже виплачено 3,734.4 млн, а заблоковані рядки містять 9.884 млрд: разом більше за підсумок 13 млрд. Розблокуйте деякі рядки або задайте більший підсумок.",
    );
    assert_refused(
        &locked(&["A009"]),
        &spread(&["A009"], "900000000.00", &rescale),
        "There is no row to spread the total over: the only one is locked. Unlock it first.",
        "Немає рядка, на який можна розподілити підсумок: заблоковано 1 рядок, а інших тут немає. Спершу розблокуйте.",
    );
    assert_refused(
        &locked(&["A009", "A010"]),
        &spread(&["A009", "A010"], "1800000000.00", &rescale),
        "There is no row to spread the total over: all 2 are locked. Unlock some first.",
        "Немає рядка, на який можна розподілити підсумок: заблоковано всі 2 рядки. Спершу розблокуйте деякі.",
    );
}

#[test]
fn there_must_be_something_to_be_in_proportion_to() {
    let nothing = json!([{ "edit": "set_amount", "allocation": "A009", "amount": "0.00" }]);
    assert_refused(
        &nothing,
        &spread(&["A009"], "1.00", &json!("rescale")),
        "These rows hold nothing yet that is unpaid, so there is nothing to be in proportion to. Spread equally instead.",
        "Ці рядки ще не містять нічого невиплаченого, тож немає пропорції. Натомість розподіліть порівну.",
    );
    assert_refused(
        &json!([]),
        &spread(&["A002", "A003"], "1000000000.00", &json!("needs")),
        "No need is stated for the sectors of these rows, so there is nothing to spread by. Spread equally instead.",
        "Для секторів цих рядків потребу не названо, тож немає за чим розподіляти. Натомість розподіліть порівну.",
    );
    let like = json!({ "like": { "slice": [{ "dimension": "funder", "keys": ["korea"] }], "by": "sector" } });
    assert_refused(
        &json!([]),
        &spread(&["A009"], "1000000000.00", &like),
        "The other rows hold nothing where these rows stand, so there is nothing to spread by. Name other rows, or spread equally.",
        "Інші рядки не містять нічого там, де стоять ці, тож немає за чим розподіляти. Назвіть інші рядки або розподіліть порівну.",
    );
}

#[test]
fn rows_are_split_into_their_own_amount_and_merged_with_their_like() {
    let no = json!([]);
    let split = |parts: &[&str]| json!({ "edit": "split_row", "allocation": "A009", "parts": parts });
    assert_refused(
        &no,
        &split(&["425000000.00", "424999999.99"]),
        "Allocation A009: The parts add to USD 849,999,999.99 and not to 850 mn, which the row holds.",
        "Асигнування A009: Частини разом становлять 849,999,999.99 дол. США, а не 850 млн, які містить рядок.",
    );
    assert_refused(
        &no,
        &split(&["850000000.00"]),
        "Allocation A009: A row is split into two parts or more.",
        "Асигнування A009: Рядок ділять щонайменше на дві частини.",
    );
    let merge = |rows: &[&str]| json!({ "edit": "merge_rows", "allocations": rows });
    assert_refused(
        &no,
        &merge(&["A009"]),
        "Name two rows or more to merge.",
        "Назвіть щонайменше два рядки, щоб об’єднати їх.",
    );
    assert_refused(
        &no,
        &merge(&["A005", "A006", "A008"]),
        "A005 cannot be merged with A006, A008: they differ in the sector.",
        "A005 не можна об’єднати з A006, A008: у них різні сектори.",
    );
    assert_refused(
        &no,
        &merge(&["A009", "A015"]),
        "A009 cannot be merged with A015: they differ in the programme.",
        "A009 не можна об’єднати з A015: у них різні програми.",
    );
}

#[test]
fn fields_and_parameters_are_set_as_they_can_be() {
    let no = json!([]);
    let code = json!({ "edit": "set_field", "rows": ["A009"], "field": "code", "value": "B1" });
    assert_refused(&no, &code, "Allocation A009: A row keeps its code.", "Асигнування A009: Рядок зберігає свій код.");
    let parameters = json!({ "u": "0.1234567890123", "d": "0.3" });
    let fine = json!({ "edit": "set_profile", "allocation": "A009", "profile": "trapezoid", "parameters": parameters });
    assert_refused(
        &no,
        &fine,
        "Allocation A009: u = 0.1234567890123 of the profile trapezoid has more than twelve decimals. Round it; only typed shares may have up to eighteen.",
        "Асигнування A009: u = 0.1234567890123 профілю trapezoid має більш як дванадцять знаків після крапки. Округліть; лише введені частки можуть мати до вісімнадцяти.",
    );
}
