//! The grid through the door: sums of groups, windows, orders, ranges, copied text, and several calls in one.

#![allow(clippy::unwrap_used, clippy::needless_pass_by_value, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use bridge::Session;
use bridge::wire::{Answer, Call};
use proptest::prelude::*;
use serde_json::{Value, json};
use tranche_tests::session;

const DIMENSIONS: [&str; 10] = [
    "funder",
    "programme",
    "instrument",
    "capital",
    "sector",
    "purpose",
    "booster",
    "cluster",
    "amount_grade",
    "split_grade",
];

/// The shipped plan with what its own rows lack: locks, payments, notes of every kind.
fn desk(data: &std::path::Path) -> Session {
    let session = session(data);
    let lock = |code: &str| json!({ "edit": "set_locked", "allocation": code, "locked": true });
    let note = |code: &str, note: &str| json!({ "edit": "set_note", "allocation": code, "note": note });
    let paid = json!({ "edit": "set_paid", "allocation": "A002", "quarter": "2026-Q1", "amount": "1000000.01" });
    let edits = [
        note("A001", "a \"quoted\" note\nof two lines"),
        note("A003", "plain, with a comma"),
        paid,
        lock("A001"),
        lock("A007"),
        lock("A020"),
    ];
    ask(&session, "edit", json!({ "edits": edits }));
    session
}

fn ask(session: &Session, command: &str, request: Value) -> Value {
    session.call(command, request).unwrap()
}

fn grid(session: &Session, query: &Value) -> Value {
    ask(session, "grid", json!({ "query": query }))
}

fn cents(amount: &Value) -> i128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn lines(grid: &Value) -> &Vec<Value> {
    grid["lines"].as_array().unwrap()
}

fn rows(grid: &Value) -> Vec<&str> {
    lines(grid).iter().filter_map(|line| line["id"].as_str()).collect()
}

/// Amount and cells of a line or total, in cents.
fn figures(line: &Value) -> Vec<i128> {
    let cells = line["cells"].as_array().unwrap().iter().flat_map(|cells| cells.as_array().unwrap());
    std::iter::once(&line["amount"]).chain(cells).map(cents).collect()
}

fn added(mut sum: Vec<i128>, line: &Value) -> Vec<i128> {
    let own = figures(line);
    sum.resize(own.len(), 0);
    sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    sum
}

/// What the lines right below the one at `at` come to; `None` stands for the total.
fn below(lines: &[Value], at: Option<usize>) -> (u64, Vec<i128>) {
    let (begin, depth) = at.map_or((0, 0), |at| (at + 1, lines[at]["depth"].as_u64().unwrap() + 1));
    let within = lines[begin..].iter().take_while(|line| line["depth"].as_u64().unwrap() >= depth);
    let own: Vec<&Value> = within.filter(|line| line["depth"].as_u64().unwrap() == depth).collect();
    let count = own.iter().map(|line| line["count"].as_u64().unwrap_or(1)).sum();
    (count, own.into_iter().fold(Vec::new(), added))
}

/// Any query: groups, words, filters, an order, folded groups.
fn query() -> impl Strategy<Value = Value> {
    let columns =
        ["code", "amount", "share", "programme", "sector", "note", "start", "profile", "planned:2029", "paid:after"];
    let order = prop::option::of((prop::sample::select(columns.to_vec()), any::<bool>()));
    let filter = prop::sample::select(vec![
        json!([]),
        json!([{ "dimension": "capital", "keys": ["public"] }]),
        json!([{ "dimension": "sector", "keys": ["energy", "housing", "transport"] }]),
        json!([{ "dimension": "booster", "keys": ["no"] }, { "dimension": "purpose", "keys": ["reconstruction"] }]),
    ]);
    let closed = prop::sample::subsequence(
        vec![
            "sector=energy",
            "capital=public",
            "funder=eu",
            "capital=private/sector=energy",
            "sector=energy/capital=public",
        ],
        0..4,
    );
    let measures = prop::sample::subsequence(vec!["committed", "planned", "paid"], 0..=3);
    let search = prop::sample::select(vec!["", "loan", "energy", "a", "assumption eu"]);
    let groups = prop::sample::subsequence(DIMENSIONS.to_vec(), 0..4).prop_shuffle();
    (groups, search, filter, order, closed, measures).prop_map(|(groups, search, filters, order, closed, measures)| {
        let order = order.map(|(column, down)| json!({ "column": column, "down": down }));
        json!({ "group_by": groups, "search": search, "filters": filters, "order": order, "closed": closed, "measures": measures })
    })
}

/// The same query with other groups, folds and order.
fn like(query: &Value, changes: Value) -> Value {
    let mut query = query.clone();
    for (name, value) in changes.as_object().unwrap() {
        query[name] = value.clone();
    }
    query
}

fn check_sums(session: &Session, query: &Value) {
    let told = grid(session, query);
    let all = lines(&told);
    let total = &told["total"];
    let flat = grid(session, &like(query, json!({ "group_by": [], "closed": [], "order": null })));
    assert_eq!(total, &flat["total"], "{query}");
    let (count, sums) = below(all, None);
    if count > 0 {
        assert_eq!((count, &sums), (total["count"].as_u64().unwrap(), &figures(total)), "{query}");
    }
    assert_eq!(cents(&total["locked"]) + cents(&total["unlocked"]), cents(&total["amount"]));
    let open = grid(session, &like(query, json!({ "closed": [] })));
    for (at, group) in all.iter().enumerate().filter(|(_, line)| line["kind"] == "group") {
        let whole = lines(&open).iter().find(|line| line["path"] == group["path"]).unwrap();
        assert_eq!(figures(whole), figures(group), "{query}");
        if group["open"] == true {
            assert_eq!(below(all, Some(at)), (group["count"].as_u64().unwrap(), figures(group)), "{query}");
        } else {
            let depth = |line: &Value| line["depth"].as_u64().unwrap();
            assert!(all.get(at + 1).is_none_or(|next| depth(next) <= depth(group)), "{query}");
        }
    }
}

fn check_windows(session: &Session, query: &Value, step: u64) {
    let whole = grid(session, query);
    let all = lines(&whole);
    let mut together = Vec::new();
    while (together.len() as u64) < whole["line_count"].as_u64().unwrap() {
        let wanted = together.len();
        let window = ask(session, "grid", json!({ "query": query, "first": wanted, "count": step }));
        let first = usize::try_from(window["first"].as_u64().unwrap()).unwrap();
        // The last window is as full as the others.
        assert!(first <= wanted && lines(&window).len() as u64 == step.min(all.len() as u64));
        together.extend(lines(&window)[wanted - first..].iter().cloned());
        assert_eq!((&window["total"], &window["widths"]), (&whole["total"], &whole["widths"]));
    }
    assert_eq!(&together, all, "{query}");
}

#[test]
fn subtotals_add_to_the_total_and_windows_to_the_whole() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    proptest!(ProptestConfig::with_cases(60), |(query in query(), step in 1..40_u64)| {
        check_sums(&session, &query);
        check_windows(&session, &query, step);
    });
}

/// One edit that always succeeds, on a row that is neither locked nor paid.
fn any_edit() -> impl Strategy<Value = Value> {
    let code = (8..20_u32).prop_map(|number| format!("A{number:03}"));
    let act = prop::sample::select(vec![
        json!({ "edit": "set_amount", "amount": "123456789.01" }),
        json!({ "edit": "set_amount", "amount": "0.00" }),
        json!({ "edit": "set_sector", "sector": "energy" }),
        json!({ "edit": "set_note", "note": "energy, later" }),
        json!({ "edit": "set_span", "start": "2029-Q1", "end": "2031-Q4" }),
    ]);
    (code, act).prop_map(|(code, mut act)| {
        act["allocation"] = json!(code);
        json!({ "edits": [act] })
    })
}

#[test]
fn what_is_kept_is_what_is_worked_out_anew() {
    let queries = prop::collection::vec(query(), 1..4);
    let edits = prop::collection::vec(any_edit(), 1..6);
    proptest!(ProptestConfig::with_cases(12), |(queries in queries, edits in edits)| {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (asked, unasked) = (desk(one.path()), desk(other.path()));
        for edit in edits {
            for query in queries.iter().chain(&queries) {
                grid(&asked, query);
            }
            ask(&asked, "edit", edit.clone());
            ask(&unasked, "edit", edit);
        }
        for query in &queries {
            assert_eq!(grid(&asked, query), grid(&unasked, query));
        }
    });
}

#[test]
fn every_column_puts_rows_in_order_and_says_how_wide_it_is() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let plain = grid(&session, &json!({ "measures": ["planned", "paid"] }));
    let known: BTreeSet<&str> = rows(&plain).into_iter().collect();
    let widths: BTreeMap<&str, u64> = plain["widths"]
        .as_array()
        .unwrap()
        .iter()
        .map(|width| (width["column"].as_str().unwrap(), width["signs"].as_u64().unwrap()))
        .collect();
    assert!(widths.contains_key("planned:2026") && widths.contains_key("paid:after"));
    for column in widths.keys() {
        let sorted = |down: bool| grid(&session, &json!({ "order": { "column": column, "down": down } }));
        let (up, down) = (sorted(false), sorted(true));
        assert_eq!((rows(&up).len(), rows(&up).into_iter().collect::<BTreeSet<_>>()), (known.len(), known.clone()));
        assert_eq!(rows(&down).into_iter().collect::<BTreeSet<_>>(), known, "{column}");
        // In the others all rows may be alike.
        if ["code", "amount", "share", "programme", "start", "note", "locked", "planned:2029"].contains(column) {
            assert_ne!(rows(&up).first(), rows(&down).first(), "{column}");
        }
    }
    let amounts = |down: bool| -> Vec<i128> {
        let grid = grid(&session, &json!({ "order": { "column": "amount", "down": down } }));
        lines(&grid).iter().map(|line| cents(&line["amount"])).collect()
    };
    assert!(amounts(false).is_sorted() && amounts(true).iter().rev().is_sorted());
    let longest =
        |field: &str| lines(&plain).iter().map(|line| line[field].as_str().unwrap().chars().count() as u64).max();
    let labelled = ["programme", "funder", "sector", "instrument", "purpose", "capital", "profile", "amount_grade"];
    for column in labelled {
        assert!(Some(widths[column]) >= longest(&format!("{column}_label")), "{column}");
    }
    assert_eq!((Some(widths["code"]), Some(widths["note"])), (longest("code"), longest("note")));
    let total = plain["total"]["amount"].as_str().unwrap().len() as u64;
    assert_eq!(widths["amount"], total);
    let unknown = session.call("grid", json!({ "query": { "order": { "column": "colour" } } })).unwrap_err();
    assert_eq!(unknown.code, "unknown-column");
    assert!(unknown.message.contains("colour"), "{}", unknown.message);
}

#[test]
fn groups_follow_the_column_that_rows_are_ordered_by() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let ordered = |column: &str, down: bool| {
        let order = json!({ "column": column, "down": down });
        grid(&session, &json!({ "group_by": ["sector", "capital"], "order": order, "measures": [] }))
    };
    let groups = |grid: &Value, of: &str| -> Vec<Value> {
        lines(grid).iter().filter(|line| line["dimension"] == "sector").map(|line| line[of].clone()).collect()
    };
    let sums: Vec<i128> = groups(&ordered("amount", true), "amount").iter().map(cents).collect();
    assert!(sums.iter().rev().is_sorted() && sums.len() > 5);
    // A measure that is not shown orders as well.
    let by_year = groups(&ordered("planned:2028", false), "key");
    let shown = grid(&session, &json!({ "group_by": ["sector"], "measures": ["planned"] }));
    let in_2028 = |key: &Value| {
        let line = lines(&shown).iter().find(|line| line["kind"] == "group" && line["key"] == *key).unwrap();
        cents(&line["cells"][0][2])
    };
    assert!(by_year.iter().map(in_2028).is_sorted());
    let mut labels = groups(&ordered("sector", false), "label");
    labels.reverse();
    assert_eq!(groups(&ordered("sector", true), "label"), labels);
    assert_eq!(groups(&ordered("note", true), "label"), groups(&ordered("sector", false), "label"));
}

#[test]
fn only_some_rows_and_the_window_around_one() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let whole = grid(&session, &json!({}));
    let id = |at: usize| rows(&whole)[at].to_owned();
    let only = grid(&session, &json!({ "only": [id(4), "A003", "A999", id(4)] }));
    assert_eq!((rows(&only).len(), only["shown"].as_u64(), only["of"] == whole["of"]), (2, Some(2), true));
    let query = json!({ "group_by": ["sector"] });
    let around = |row: &str, closed: Value| {
        let query = like(&query, json!({ "closed": closed }));
        ask(&session, "grid", json!({ "query": query, "first": 3, "count": 9, "around": row }))
    };
    let found = around("A040", json!([]));
    let (first, at) = (found["first"].as_u64().unwrap(), found["found"].as_u64().unwrap());
    assert_eq!(lines(&found)[usize::try_from(at - first).unwrap()]["code"], "A040");
    assert!((3..=5).contains(&(at - first)) && lines(&found).len() == 9);
    let sector = &lines(&found)[usize::try_from(at - first).unwrap()]["sector"];
    let folded = around("A040", json!([format!("sector={}", sector.as_str().unwrap())]));
    assert_eq!((folded["found"].clone(), folded["first"].as_u64()), (Value::Null, Some(3)));
    assert_eq!(around("A999", json!([]))["found"], Value::Null);
    let past = ask(&session, "grid", json!({ "query": query, "first": 100_000, "count": 5 }));
    assert_eq!(lines(&past).last(), lines(&grid(&session, &query)).last());
    let none = grid(&session, &json!({ "search": "no row has these words", "group_by": ["sector"] }));
    assert_eq!(
        (lines(&none).len(), none["total"]["amount"].as_str(), none["shown"].as_u64()),
        (0, Some("0.00"), Some(0))
    );
}

fn range(session: &Session, query: &Value, (top, bottom): (usize, usize), columns: &[&str]) -> Value {
    ask(session, "grid_range", json!({ "query": query, "top": top, "bottom": bottom, "columns": columns }))
}

#[test]
fn a_range_counts_nothing_twice() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let query = json!({ "group_by": ["sector"], "closed": ["sector=energy"] });
    let told = grid(&session, &query);
    let (all, total) = (lines(&told), &told["total"]);
    let last = all.len() - 1;
    let whole = range(&session, &query, (0, last), &["code", "amount"]);
    assert_eq!((&whole["sum"], &whole["share"]), (&total["amount"], &total["share"]));
    assert_eq!(
        (whole["row_count"].clone(), whole["cells"].as_u64()),
        (told["shown"].clone(), Some(2 * all.len() as u64))
    );
    let energy = all.iter().position(|line| line["path"] == "sector=energy").unwrap();
    let one = range(&session, &query, (energy, energy), &["amount"]);
    assert_eq!((&one["sum"], &one["row_count"]), (&all[energy]["amount"], &all[energy]["count"]));
    // A group's own line and its first two rows are two rows; the last line alone may be a whole group.
    let group = all.iter().position(|line| line["open"] == true && line["count"].as_u64() > Some(2)).unwrap();
    let part = range(&session, &query, (group + 2, group), &["amount", "start"]);
    assert_eq!(cents(&part["sum"]), cents(&all[group + 1]["amount"]) + cents(&all[group + 2]["amount"]));
    assert_eq!((part["numbers"].as_u64(), part["rows"][0] == all[group + 1]["id"]), (Some(2), true));
    assert_eq!(range(&session, &query, (group, group), &["amount"])["sum"], all[group]["amount"]);
    let years = range(&session, &query, (0, last), &["planned:2027", "planned:2028", "paid:2027"]);
    let paid = grid(&session, &like(&query, json!({ "measures": ["planned", "paid"] })));
    let cell = |measure: usize, at: usize| cents(&paid["total"]["cells"][measure][at]);
    assert_eq!(cents(&years["sum"]), cell(0, 1) + cell(0, 2) + cell(1, 1));
    let words = range(&session, &query, (0, 3), &["programme"]);
    assert_eq!((&words["sum"], &words["share"], words["numbers"].as_u64()), (&Value::Null, &Value::Null, Some(0)));
    let beyond = range(&session, &query, (last + 5, last + 9), &["amount"]);
    assert_eq!((beyond["row_count"].as_u64(), &beyond["sum"]), (Some(0), &Value::Null));
}

#[test]
fn copied_text_has_exact_amounts_and_quoted_cells() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let columns = ["code", "note", "amount", "locked", "profile", "planned:2026", "paid:2026", "share"];
    let text = |query: Value, bottom: usize, columns: &[&str]| {
        let request = json!({ "query": query, "top": 0, "bottom": bottom, "columns": columns, "header": true });
        ask(&session, "grid_text", request)["text"].as_str().unwrap().to_owned()
    };
    let told = grid(&session, &json!({ "measures": ["planned", "paid"] }));
    let first = &lines(&told)[0];
    let copied = text(json!({}), 2, &columns);
    let (heading, rest) = copied.split_once('\n').unwrap();
    assert_eq!(heading, "Code\tNote\tAmount\tLocked\tProfile\t2026\tPaid 2026\tShare of the package, %");
    let cells = |line: &Value, at: usize| line["cells"][at][0].as_str().unwrap().to_owned();
    let of = |field: &str| first[field].as_str().unwrap();
    let wanted = format!(
        "A001\t\"a \"\"quoted\"\" note\nof two lines\"\t{}\tyes\t{}\t{}\t{}\t{}",
        of("amount"),
        of("profile_text"),
        cells(first, 0),
        cells(first, 1),
        of("share"),
    );
    assert!(rest.starts_with(&wanted), "{rest}");
    assert!(rest.ends_with(&lines(&told)[2]["share"].as_str().unwrap().to_owned()), "no line break at the end");
    let mut settings = ask(&session, "settings", json!({}));
    settings["number_format"] = json!("comma");
    ask(&session, "set_settings", json!({ "settings": settings }));
    assert!(text(json!({}), 0, &["amount"]).ends_with(&of("amount").replace('.', ",")));
    // Groups are told where there is nothing else, and are no rows where there is.
    let grouped = json!({ "group_by": ["capital"], "closed": ["capital=private", "capital=public"] });
    let groups = text(grouped.clone(), 9, &["code", "amount"]);
    assert!(groups.starts_with("Code\tAmount\nPublic\t") && groups.contains("\nPrivate\t"), "{groups}");
    let mixed = text(like(&grouped, json!({ "closed": ["capital=private"] })), 900, &["code"]);
    assert!(mixed.lines().skip(1).all(|line| line.starts_with('A')), "{mixed}");
}

fn call(command: &str, request: Value) -> Call {
    serde_json::from_value(json!({ "command": command, "request": request })).unwrap()
}

fn told(answers: &[Answer]) -> Vec<Result<&Value, &str>> {
    fn of(answer: &Answer) -> Result<&Value, &str> {
        match answer {
            Answer::Ok(reply) => Ok(reply),
            Answer::Problem(problem) => Err(problem.code.as_str()),
        }
    }
    answers.iter().map(of).collect()
}

#[test]
fn several_calls_are_answered_in_order_and_nothing_is_changed_after_a_failure() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let amount = |amount: &str| json!({ "edits": [{ "edit": "set_amount", "allocation": "A010", "amount": amount }] });
    let reads = || {
        vec![
            call("status", json!({})),
            call("grid", json!({ "query": { "only": ["A010"] } })),
            call("row", json!({ "id": "A010" })),
        ]
    };
    let calls =
        [call("edit", amount("5.00"))].into_iter().chain(reads()).chain([call("undo", json!({}))]).chain(reads());
    let answers = session.call_all(calls.collect());
    let told_all = told(&answers);
    assert!(told_all.iter().all(Result::is_ok), "{told_all:?}");
    assert_eq!(told_all[2].unwrap()["lines"][0]["amount"], "5.00");
    assert_eq!(told_all[1].unwrap(), &told_all[0].unwrap()["status"]);
    assert_ne!(told_all[6].unwrap()["lines"][0]["amount"], "5.00");
    assert_eq!(told_all[6].unwrap()["revision"], told_all[5].unwrap()["revision"]);
    let failing = vec![
        call("row", json!({ "id": "A999" })),
        call("edit", amount("6.00")),
        call("status", json!({})),
        call("save_as", json!({ "path": data.path().join("x.tranche") })),
        call("no_such_command", json!({})),
    ];
    let answers = session.call_all(failing);
    let codes: Vec<&str> = told(&answers).into_iter().map(|one| one.err().unwrap_or("ok")).collect();
    assert_eq!(codes, ["unknown-row", "skipped", "ok", "skipped", "unknown-command"]);
    assert!(!data.path().join("x.tranche").exists());
    let Answer::Problem(skipped) = &answers[1] else { panic!("{answers:?}") };
    assert!(skipped.message.contains("edit"), "{}", skipped.message);
    assert!(session.call_all(Vec::new()).is_empty());
}

#[test]
fn several_calls_may_be_about_several_places() {
    let data = tempfile::tempdir().unwrap();
    let session = desk(data.path());
    let row = |at: Value| serde_json::from_value(json!({ "command": "status", "at": at })).unwrap();
    let collapse = "The deal collapses in 2028";
    let answers =
        session.call_all(vec![row(Value::Null), row(json!({ "scenario": collapse })), row(json!({ "moment": 1 }))]);
    let told = told(&answers);
    let label = |at: usize| told[at].unwrap()["place"]["scenario_label"].as_str().unwrap();
    assert_eq!(label(1), collapse);
    assert_ne!(label(0), label(1));
    assert_eq!(told[2].unwrap()["place"]["moment"], 1);
}
