//! What is counted twice is told with its sources, and a year that cannot be typed is refused with the amounts, in both
//! languages.

#![allow(clippy::unwrap_used)]

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::session;

/// What is asked of a session on the shipped plan that speaks English, and of one that speaks Ukrainian.
fn in_both<T>(ask: impl Fn(&Session) -> T) -> [T; 2] {
    ["en", "uk"].map(|locale| {
        let data = tempfile::tempdir().unwrap();
        let session = session(data.path());
        let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
        session.call("set_settings", settings).unwrap();
        let told = ask(&session);
        session.close();
        told
    })
}

fn row(programme: &str, instrument: &str, amount: &str) -> Value {
    json!({ "edit": "add_allocation", "code": "N1", "programme": programme, "instrument": instrument, "sector": "energy",
        "purpose": "reconstruction", "amount": amount, "start": "2027-Q1", "end": "2028-Q4", "profile": "uniform" })
}

/// The sentence of one kind of concern, how serious it is, its rows and its sources, after an edit.
fn concern(edit: &Value, code: &str) -> [(String, Value); 2] {
    in_both(|session| {
        let concerns = |session: &Session| session.call("concerns", json!({})).unwrap().as_array().unwrap().clone();
        assert!(concerns(session).iter().all(|concern| concern["code"] != code), "{code} is told of the shipped plan");
        session.call("edit", json!({ "edits": [edit] })).unwrap();
        let found = concerns(session).into_iter().find(|concern| concern["code"] == code).unwrap();
        let rows = found["rows"].as_array().unwrap().len();
        (found["message"].as_str().unwrap().to_owned(), json!([found["severity"], rows, found["sources"]]))
    })
}

fn assert_told(edit: &Value, code: &str, facts: &Value, sentences: [&str; 2]) {
    let told = concern(edit, code);
    assert_eq!(told.each_ref().map(|(sentence, _)| sentence.as_str()), sentences);
    assert!(told.iter().all(|(_, known)| known == facts), "{told:?}");
}

#[test]
fn what_contains_a_programme_counts_it_again() {
    assert_told(
        &row("eu_support_loan_whole", "loan_limited_recourse", "1000000000.00"),
        "programme_and_parent",
        &json!(["warning", 2, ["I10", "I12"]]),
        [
            "“EU Ukraine Support Loan 2026-27, budget part” (35.01 bn) and “EU Ukraine Support Loan 2026-27, with its defence part” (1 bn) are both allocated, and the second contains the first: the same money may be counted twice.",
            "Асигновано і з програми «Позика ЄС на підтримку України 2026–2027, бюджетна частина» (35.01 млрд), і з програми «Позика ЄС на підтримку України 2026–2027, разом з оборонною частиною» (1 млрд), а друга містить першу: ті самі кошти може бути пораховано двічі.",
        ],
    );
}

#[test]
fn drawings_that_are_paid_back_are_told() {
    assert_told(
        &row("imf_eff_2026", "loan_commercial", "1000000000.00"),
        "negative_net_flow",
        &json!(["warning", 1, ["I24", "I26"]]),
        [
            "“IMF Extended Fund Facility 2026-30” gives 8.107 bn, and 9.238 bn are payable back to the same lender over its years: on balance 1.131 bn flow back, and counting its drawings as new money overstates the plan.",
            "«Механізм розширеного фінансування МВФ 2026–2030» дає 8.107 млрд, а тому самому кредиторові за роки програми належить сплатити 9.238 млрд: у підсумку 1.131 млрд іде назад, тож вибірки, пораховані як нові кошти, завищують план.",
        ],
    );
}

#[test]
fn the_booster_on_top_of_a_full_package_is_told() {
    let edit = json!({ "edit": "set_package_total", "amount": "600000000000.00" });
    assert_told(
        &edit,
        "booster_added",
        &json!(["warning", 18, ["S03", "S01"]]),
        [
            "The reading “Sources 500 + 300; booster is an earmark across them” takes the booster as a mark on public and private money, and here its 200 bn may be counted as an addend of their own: with them the package is exceeded by 200 bn, and without them it is not.",
            "За тлумаченням «Джерела 500 + 300; прискорювач є позначкою на них» прискорювач є позначкою на державних і приватних коштах, а тут його 200 млрд, можливо, пораховано як окремий доданок: з ними пакет перевищено на 200 млрд, а без них – ні.",
        ],
    );
}

fn refused(year: i32, amount: &str, gives: &Value) -> [String; 2] {
    in_both(|session| {
        let edit = json!({ "edit": "set_year", "allocation": "A001", "year": year, "amount": amount, "gives": gives });
        let edit = session.call("edit", json!({ "edits": [edit] })).unwrap_err();
        assert!(edit.code.starts_with("year-"), "{edit:?}");
        edit.message
    })
}

#[test]
fn a_year_that_cannot_be_typed_is_refused_with_the_amounts() {
    let others = json!("others");
    assert_eq!(
        refused(2036, "1.00", &others),
        [
            "Allocation A001: 2036 is none of the package’s years, 2026 to 2035.",
            "Асигнування A001: 2036 не належить до років пакета: 2026–2035.",
        ]
    );
    assert_eq!(
        refused(2026, "1.00", &others),
        [
            "Allocation A001: 3,734.4 mn was paid in 2026 already, more than USD 1.00. Type a larger amount or correct the payments.",
            "Асигнування A001: У 2026 році вже виплачено 3,734.4 млн, більше за 1.00 дол. США. Задайте більшу суму або виправте виплати.",
        ]
    );
    assert_eq!(
        refused(2026, "90000000000.00", &others),
        [
            "Allocation A001: The other years would have to give USD 75,840,400,000.01 and have USD 20,850,400,000.01 planned. Type less, or let the total change.",
            "Асигнування A001: Інші роки мали б віддати 75,840,400,000.01 дол. США, а заплановано на них 20,850,400,000.01 дол. США. Задайте менше або дозвольте змінити підсумок.",
        ]
    );
    assert_eq!(
        refused(2026, "30000000000.00", &json!({ "year": 2030 })),
        [
            "Allocation A001: 2030 would have to give USD 15,840,400,000.01 and has USD 0.00 planned. Type less, or name another year.",
            "Асигнування A001: 2030 рік мав би віддати 15,840,400,000.01 дол. США, а заплановано на нього 0.00 дол. США. Задайте менше або назвіть інший рік.",
        ]
    );
    assert_eq!(
        refused(2027, "1.00", &json!({ "year": 2027 })),
        [
            "Allocation A001: 2027 cannot give to itself. Name another year.",
            "Асигнування A001: 2027 рік не може віддавати собі. Назвіть інший рік.",
        ]
    );
}
