//! What is refused is refused in a sentence that says what, where and what to do, in both languages; and what a careless
//! hand leaves out is put right where only one thing can be meant.

// What is built for one request is handed over to it.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value)]

use bridge::Session;
use serde_json::{Value, json};
use tranche_tests::{Desk, session};

/// A session on the shipped plan that speaks one language.
fn speaking(data: &std::path::Path, locale: &str) -> Session {
    let session = session(data);
    let settings = json!({ "settings": { "locale": locale, "number_format": "point", "author": "" } });
    session.call("set_settings", settings).unwrap();
    session
}

fn edited(session: &Session, edits: &Value) -> Result<Value, String> {
    session.call("edit", json!({ "edits": edits })).map_err(|problem| problem.message)
}

/// What an edit is refused with in English and in Ukrainian, after some others that are made.
fn refused(before: &Value, edit: &Value) -> [String; 2] {
    ["en", "uk"].map(|locale| {
        let data = tempfile::tempdir().unwrap();
        let session = speaking(data.path(), locale);
        if before.as_array().is_some_and(|edits| !edits.is_empty()) {
            edited(&session, before).unwrap();
        }
        let told = edited(&session, &json!([edit])).unwrap_err();
        assert!(!told.contains("problem-") && !told.contains('{'), "{told}");
        session.close();
        told
    })
}

fn assert_refused(before: &Value, edit: &Value, english: &str, ukrainian: &str) {
    let told = refused(before, edit);
    assert_eq!(told, [english, ukrainian], "{edit}");
}

fn terms(from: &str, more: Value) -> Value {
    let mut terms = json!({ "rule": "proportional", "window_quarters": 4, "lag_quarters": 2 });
    terms.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "edit": "set_terms", "cluster": "fundamentals", "from": from, "terms": terms })
}

fn event(more: Value) -> Value {
    let mut event = json!({ "code": "X1", "name": "Act", "date": "2027-01-01" });
    event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "edit": "add_event", "event": event })
}

fn cap(more: Value) -> Value {
    let mut cap = json!({ "name": "Energy", "kind": "fixed", "amount": "1000000000.00" });
    cap.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "edit": "add_cap", "cap": cap })
}

#[test]
fn a_plan_holds_so_many_caps_and_a_chain_so_many_events() {
    let caps: Vec<Value> = (0..64).map(|at| cap(json!({ "name": format!("k{at}") }))).collect();
    assert_refused(
        &Value::Array(caps),
        &cap(json!({ "name": "k64" })),
        "Cap “k64”: A plan holds 64 caps at most, and this would make 65.",
        "Стеля «k64»: Найбільша кількість стель у плані: 64, а тут їх було б 65.",
    );
    let link = |at: usize| match at {
        0 => event(json!({ "code": "K0" })),
        _ => event(json!({ "code": format!("K{at}"), "follows": format!("K{}", at - 1), "lag_days": 1 })),
    };
    assert_refused(
        &Value::Array((0..101).map(link).collect()),
        &link(101),
        "Event K101: An event can follow 100 others at most, one after the other, and not 101.",
        "Подія K101: Подія може йти щонайбільше за 100 іншими, однією за одною, а не за 101.",
    );
}

#[test]
fn every_count_is_refused_for_what_it_counts() {
    let no = json!([]);
    for (edit, english) in [
        (terms("2027-Q1", json!({ "window_quarters": 401 })), "Cluster fundamentals: A window may be 400"),
        (
            terms("2027-Q1", json!({ "lag_quarters": 401 })),
            "Cluster fundamentals: Money may be paid 400 quarters after",
        ),
        (
            terms("2027-Q1", json!({ "on_loss": "extended", "extension_quarters": 401 })),
            "Cluster fundamentals: A window may be extended by 400",
        ),
        (cap(json!({ "carry_years": 401 })), "Cap “Energy”: Money may wait for room for 400 years"),
        (
            event(json!({ "effects": [{ "verb": "delay", "quarters": 401 }] })),
            "Event X1: An event may delay money by 400",
        ),
        (
            json!({ "edit": "set_lapse", "programme": "private_to_mobilise", "years": 401 }),
            "Programme private_to_mobilise: Commitments may stay unpaid for 400 years",
        ),
        (
            json!({ "edit": "slip_step", "step": "S23", "quarters": 401 }),
            "Step S23: A step may be late by 400 quarters at most, and not by 401.",
        ),
    ] {
        let told = &refused(&no, &edit)[0];
        assert!(told.starts_with(english) && told.contains("401"), "{told}");
    }
}

#[test]
fn a_step_is_undone_after_it_was_met() {
    let edit = json!({
        "edit": "set_step", "step": "S23", "state": "reversed", "state_quarter": "2027-Q1", "reversed_quarter": "2027-Q1",
    });
    assert_refused(
        &json!([]),
        &edit,
        "Step S23: A step can be undone only after 2027-Q1, the quarter in which it was met, and not in 2027-Q1. Give a later quarter.",
        "Крок S23: Крок можна скасувати лише після 2027-Q1, кварталу, у якому його виконано, а не у 2027-Q1. Задайте пізніший квартал.",
    );
}

#[test]
fn an_entry_of_terms_is_named_by_its_quarter() {
    let no = json!([]);
    assert_refused(
        &no,
        &json!({ "edit": "set_terms", "cluster": "fundamentals", "from": "2031-Q1", "terms": null }),
        "The cluster “fundamentals” has no entry of terms from 2031-Q1 on. Name the quarter from which an entry holds.",
        "Кластер «fundamentals» не має запису умов із 2031-Q1. Назвіть квартал, із якого діє один із записів.",
    );
    assert_refused(
        &json!([terms("2031-Q1", json!({})), terms("2032-Q1", json!({}))]),
        &terms("2031-Q1", json!({ "from": "2032-Q1" })),
        "The cluster “fundamentals” has an entry of terms from 2032-Q1 on already. Change that one, or take it out first.",
        "Кластер «fundamentals» уже має запис умов із 2032-Q1. Змініть його або спершу вилучіть.",
    );
    assert_refused(
        &no,
        &terms("2031-Q1", json!({ "extension_quarters": 2 })),
        "Cluster fundamentals: Money that is lost has no window to extend. Leave extension_quarters out, or let the window be extended.",
        "Кластер fundamentals: Кошти, які втрачають, не мають вікна, яке можна продовжити. Вилучіть extension_quarters або нехай вікно продовжують.",
    );
    assert_refused(
        &no,
        &terms("2031-Q1", json!({ "on_loss": "extended" })),
        "Cluster fundamentals: A window that is extended needs extension_quarters. Give 1 or more.",
        "Кластер fundamentals: Вікно, яке продовжують, потребує extension_quarters. Задайте 1 або більше.",
    );
}

#[test]
fn an_event_that_contradicts_itself_or_its_followers_is_named() {
    let no = json!([]);
    assert_refused(
        &no,
        &event(json!({ "lag_days": 60 })),
        "Event X1: lag_days = 60 is counted from the event that is followed, and none is. Name it in follows, or leave lag_days out.",
        "Подія X1: lag_days = 60 відлічують від події, за якою йде ця, а її не названо. Назвіть її у follows або вилучіть lag_days.",
    );
    assert_refused(
        &json!([event(json!({ "code": "X0", "date": "2199-12-01" }))]),
        &event(json!({ "follows": "X0", "lag_days": 31 })),
        "Event X1: Counted from X0, its day would lie after 2199-12-31, where the calendar ends. Give fewer lag_days.",
        "Подія X1: День, відлічений від X0, був би пізніше за 2199-12-31, де закінчується календар. Задайте менше lag_days.",
    );
    let follower = event(json!({ "code": "X2", "follows": "X1", "lag_days": 30, "until": "2027-03-01" }));
    assert_refused(
        &json!([event(json!({})), follower]),
        &json!({ "edit": "set_event", "event": "X1", "date": "2027-02-10" }),
        "Event X2, which follows X1: The event would end on 2027-03-01, before it begins on 2027-03-12. Give a last day that is not earlier.",
        "Подія X2, яку відлічують від X1: Подія закінчилася б 2027-03-01, раніше, ніж починається 2027-03-12. Задайте не раніший останній день.",
    );
    for (effect, english) in [
        (
            json!({ "verb": "stop", "quarters": 2 }),
            "Event X1: An effect of the kind stop has no quarters. Leave it out.",
        ),
        (
            json!({ "verb": "delay", "quarters": 2, "share": "0.5" }),
            "Event X1: An effect of the kind delay has no share.",
        ),
    ] {
        let told = &refused(&no, &event(json!({ "effects": [effect] })))[0];
        assert!(told.starts_with(english), "{told}");
    }
}

#[test]
fn a_cap_has_the_numbers_of_its_kind() {
    let no = json!([]);
    assert_refused(
        &no,
        &cap(json!({ "rate": "0.1" })),
        "Cap “Energy”: A cap of the kind fixed has no rate. Leave it out.",
        "Стеля «Energy»: Стеля виду fixed не має rate. Вилучіть це поле.",
    );
    let told = &refused(&no, &cap(json!({ "kind": "gdp_share", "rate": "0.1" })))[0];
    assert_eq!(told, "Cap “Energy”: A cap of the kind gdp_share has no amount. Leave it out.");
}

#[test]
fn a_cap_that_becomes_one_of_another_kind_keeps_only_what_that_has() {
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "en");
    let kept = |edit: Value| {
        edited(&session, &json!([edit])).map(|_| {
            let cap = session.call("caps", Value::Null).unwrap()["caps"][0].clone();
            [cap["amount"].as_str().unwrap().to_owned(), cap["rate"].as_str().unwrap().to_owned()]
        })
    };
    let set = |more: Value| {
        let mut patch = json!({ "edit": "set_cap", "cap": "Energy" });
        patch.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        patch
    };
    kept(cap(json!({}))).unwrap();
    assert_eq!(kept(set(json!({ "kind": "gdp_share", "rate": "0.05" }))).unwrap(), ["0.00", "0.05"]);
    assert_eq!(
        kept(set(json!({ "amount": "1.00" }))).unwrap_err(),
        "Cap “Energy”: A cap of the kind gdp_share has no amount. Leave it out."
    );
    // A share of product is no growth: it does not outlast the kind.
    assert_eq!(kept(set(json!({ "kind": "growing", "amount": "7.00" }))).unwrap(), ["7.00", "0"]);
    assert_eq!(kept(set(json!({ "rate": "0.1" }))).unwrap(), ["7.00", "0.1"]);
    assert!(kept(set(json!({ "kind": "gdp_share" }))).unwrap_err().contains("no room at all"));
    assert_eq!(kept(set(json!({ "kind": "fixed" }))).unwrap(), ["7.00", "0"]);
    session.close();
}

#[test]
fn a_cap_is_found_by_its_name_where_one_has_it() {
    let no = json!([]);
    let set = json!({ "edit": "set_cap", "cap": "Energy", "amount": "2.00" });
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "en");
    edited(&session, &json!([cap(json!({})), set, { "edit": "remove_cap", "cap": "Energy" }])).unwrap();
    assert_eq!(session.call("caps", Value::Null).unwrap()["caps"], json!([]));
    session.close();
    assert_refused(&no, &set, "There is no cap “Energy” in this plan.", "У цьому плані немає: стеля «Energy».");
    assert_refused(
        &json!([cap(json!({})), cap(json!({}))]),
        &set,
        "2 caps are called “Energy”. Name the one that is meant by its id.",
        "Стель із назвою «Energy» кілька: 2. Назвіть потрібну за її ідентифікатором.",
    );
}

#[test]
fn a_slice_names_a_dimension_once() {
    let no = json!([]);
    let slice = json!([{ "dimension": "sector", "keys": ["energy"] }, { "dimension": "sector", "keys": ["housing"] }]);
    let (english, ukrainian) = (
        "The dimension sector is named twice. Name it once, with every key that counts.",
        "Вимір sector названо двічі. Назвіть його один раз з усіма значеннями, які підходять.",
    );
    let [of_cap, of_event, of_limit] = [
        cap(json!({ "slice": slice })),
        event(json!({ "effects": [{ "verb": "stop", "except": slice }] })),
        json!({ "edit": "set_limit", "name": "Building", "slice": slice, "kind": "ceiling", "amount": "1.00" }),
    ];
    assert_refused(&no, &of_cap, &format!("Cap “Energy”: {english}"), &format!("Стеля «Energy»: {ukrainian}"));
    assert_refused(&no, &of_event, &format!("Event X1: {english}"), &format!("Подія X1: {ukrainian}"));
    assert_refused(&no, &of_limit, &format!("Limit “Building”: {english}"), &format!("Ліміт «Building»: {ukrainian}"));
    let desk = Desk::new();
    let twice = ["explain", "--baseline", "--where", "sector=energy", "--where", "sector=housing", "--period", "2029"];
    assert!(desk.refused(1, &twice).contains(english));
}

#[test]
fn a_refused_edit_says_what_it_is_about_even_where_the_edit_names_an_id() {
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "en");
    edited(&session, &json!([cap(json!({})), event(json!({}))])).unwrap();
    let id = |reply: &Value| reply["id"].as_str().unwrap().to_owned();
    let step = id(&session.call("step", json!({ "step": "S23" })).unwrap()["step"]);
    let cap = id(&session.call("caps", Value::Null).unwrap()["caps"][0]);
    let events = session.call("events", Value::Null).unwrap();
    let event = id(events.as_array().unwrap().iter().find(|event| event["code"] == "X1").unwrap());
    let row = id(&session.call("row", json!({ "id": "A017" })).unwrap()["row"]);
    for (edit, begins) in [
        (json!({ "edit": "set_step", "step": step, "weight": "0" }), "Step S23: The weight 0 "),
        (json!({ "edit": "set_step", "step": "S23", "weight": "NaN" }), "Step S23: “NaN” is not a number"),
        (json!({ "edit": "set_step", "step": "S23", "code": "S24" }), "Step S23: The code S24 is taken."),
        (json!({ "edit": "set_step", "step": "S99", "weight": "1" }), "There is no step “S99” in this plan."),
        (json!({ "edit": "set_cap", "cap": cap, "carry_years": 500 }), "Cap “Energy”: Money may wait"),
        (json!({ "edit": "set_cap", "cap": cap, "amount": "0.00" }), "The cap “Energy” would leave no room"),
        (json!({ "edit": "set_event", "event": event, "date": "2027-02-30" }), "Event X1: “2027-02-30” is not a day"),
        (json!({ "edit": "set_amount", "allocation": row, "amount": "-1.00" }), "Allocation A017: The amount "),
        (
            json!({ "edit": "add_step", "step": { "name": "Court", "cluster": "fundamentals", "due": "soon", "kind": "chapter" } }),
            "Step “Court”: “soon” is not a quarter.",
        ),
    ] {
        let told = edited(&session, &json!([edit])).unwrap_err();
        assert!(told.starts_with(begins), "{told}");
    }
    let slip = json!({ "step": "S23", "quarters": 1000, "dry_run": true });
    let told = session.call("slip", slip).unwrap_err();
    assert_eq!(told.message, "Step S23: A step may be late by 400 quarters at most, and not by 1000.");
    assert_eq!((told.args["about"].as_str(), told.args["row"].as_str()), ("steps", "S23"));
    session.close();
}

/// An act that rescales other rows stands for many edits of the plan; what comes after it keeps its place in the list.
#[test]
fn the_place_of_a_refused_edit_is_its_place_in_the_list() {
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "en");
    let told = edited(
        &session,
        &json!([
            { "edit": "set_amount", "allocation": "A056", "amount": "1.00", "balance": "others" },
            { "edit": "set_amount", "allocation": "A057", "amount": "-2.00" },
        ]),
    );
    let told = told.unwrap_err();
    assert!(told.starts_with("Change 2 of 2 was refused, and none was made: Allocation A057: The amount"), "{told}");
    session.close();
}

#[test]
fn a_parameter_that_is_no_number_is_named_with_its_row() {
    let no = json!([]);
    for text in ["NaN", "inf", "1e400"] {
        let edit = json!({
            "edit": "set_profile", "allocation": "A017", "profile": "trapezoid", "parameters": { "u": text, "d": "0.1" },
        });
        assert_refused(
            &no,
            &edit,
            &format!(
                "Allocation A017: “{text}” is no value of the parameter u. Write a number with a point and at most twelve decimals."
            ),
            &format!(
                "Асигнування A017: «{text}» не є значенням параметра u. Напишіть число з крапкою та щонайбільше дванадцятьма знаками після неї."
            ),
        );
    }
    let desk = Desk::new();
    let tried =
        ["profile", "trapezoid", "--parameters", r#"{"u":"NaN","d":"0.1"}"#, "--total", "1bn", "--periods", "8"];
    assert!(desk.refused(1, &tried).contains("“NaN” is no value of the parameter u."));
    let told = desk.refused(2, &["profile", "nosuch", "--total", "1bn", "--periods", "8"]);
    assert!(told.contains("Known are: uniform, ") && told.contains("outlay_rates"), "{told}");
}

#[test]
fn plain_numbers_among_the_parameters_of_an_edit_are_read_as_they_are_written() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    let edits =
        r#"[{"edit":"set_profile","allocation":"A017","profile":"trapezoid","parameters":{"u":0.200000000001,"d":0}}]"#;
    std::fs::write(desk.path("edits.json"), edits).unwrap();
    desk.ok(&["edit", "plan.tranche", "edits.json"]);
    let row = desk.ok(&["call", "row", r#"{"id":"A017"}"#, "--plan", "plan.tranche"]);
    let row: Value = serde_json::from_str(&row).unwrap();
    assert_eq!(row["row"]["parameters"], json!({ "u": "0.200000000001", "d": "0" }));
    // What has been through a float already, or has an exponent, is not.
    std::fs::write(desk.path("edits.json"), edits.replace("0.200000000001", "2e-1")).unwrap();
    let told = desk.refused(1, &["edit", "plan.tranche", "edits.json"]);
    assert!(told.contains("at edits[0]: parameters.u: 0.2 must be text in quotes"), "{told}");
    let amount = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": 1.5 }]));
    let told = desk.refused(1, &["edit", "plan.tranche", amount]);
    assert!(told.contains("at edits[0]: amount: 1.5 must be text in quotes"), "{told}");
}

#[test]
fn a_field_that_is_missing_or_of_another_kind_is_named() {
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "en");
    let told = |command: &str, request: Value| session.call(command, request).unwrap_err().message;
    let slip = "The request for “slip” lacks ";
    assert_eq!(told("slip", json!({})), format!("{slip}step. Add it."));
    assert_eq!(told("slip", json!({ "step": "S23" })), format!("{slip}quarters. Add it."));
    let edit = |edit: Value| told("edit", json!({ "edits": [edit] }));
    let lacks = |field: &str| format!("The request for “edit” lacks edits[0].{field}. Add it.");
    assert_eq!(edit(json!({ "allocation": "A017" })), lacks("edit"));
    assert_eq!(edit(json!({ "edit": "set_amount", "amount": "1.00" })), lacks("allocation"));
    assert_eq!(edit(json!({ "edit": "add_step", "step": { "name": "Court" } })), lacks("step.cluster"));
    assert_eq!(edit(json!({ "edit": "set_step", "step": "S23", "name": { "uk": "Суд" } })), lacks("name.en"));
    assert_eq!(edit(json!({ "edit": "set_lapse", "programme": "private_to_mobilise" })), lacks("years"));
    let mut short = terms("2027-Q1", json!({}));
    short["terms"].as_object_mut().unwrap().remove("rule");
    assert_eq!(edit(short), lacks("terms.rule"));
    let of_another_kind = edit(json!({ "edit": "set_step", "step": "S23", "delay_quarters": -1 }));
    assert!(of_another_kind.contains("at edits[0]: delay_quarters: invalid value"), "{of_another_kind}");
    let whole = told("slip", json!([]));
    assert!(whole.starts_with("The request for “slip” was not understood: "), "{whole}");
    session.close();
    let data = tempfile::tempdir().unwrap();
    let session = speaking(data.path(), "uk");
    let told = session.call("slip", json!({})).unwrap_err().message;
    assert_eq!(told, "У запиті до «slip» бракує step. Додайте це поле.");
    session.close();
}
