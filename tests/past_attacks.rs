//! What careless and hostile hands do to versions, scenarios and merges: nothing is written, nothing is mended in silence, and
//! the sentence says why.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::Desk;

fn bytes(desk: &Desk, file: &str) -> Vec<u8> {
    std::fs::read(desk.path(file)).unwrap()
}

/// A plan with a frozen version, changed since.
fn frozen(desk: &Desk) {
    desk.ok(&["new", "plan.tranche"]);
    desk.ok(&["freeze", "plan.tranche", "One"]);
    let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": "1.00" }]));
    desk.ok(&["edit", "plan.tranche", edits]);
}

/// Changes a file behind the program's back.
fn tamper(desk: &Desk, sql: &str) {
    let file = rusqlite::Connection::open(desk.path("plan.tranche")).unwrap();
    assert_eq!(file.execute(sql, []).unwrap(), 1, "{sql}");
}

#[test]
fn names_that_cannot_be_read_are_refused() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    desk.ok(&["freeze", "plan.tranche", "Taken"]);
    desk.ok(&["scenario", "plan.tranche", "add", "Taken"]);
    let before = bytes(&desk, "plan.tranche");
    let long = "н".repeat(301);
    let hostile = ["", "   ", "a\u{1b}[31mb", "a\nb", "\u{202e}gnp", &long];
    for name in hostile {
        for command in [vec!["freeze", "plan.tranche", name], vec!["scenario", "plan.tranche", "add", name]] {
            // A line feed is no sign of a name of one line; scenarios are told as the plan is.
            if name == "a\nb" && command[0] == "scenario" {
                continue;
            }
            let told = desk.refused(1, &command);
            assert!(!told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told}");
        }
    }
    for name in ["../../etc/passwd", "a/b", "a\\b", "TAKEN", "taken", " Taken "] {
        desk.refused(1, &["freeze", "plan.tranche", name]);
    }
    for name in ["TAKEN", "taken", "base", "Base"] {
        desk.refused(1, &["scenario", "plan.tranche", "add", name]);
        desk.refused(1, &["scenario", "plan.tranche", "duplicate", "Taken", name]);
    }
    desk.refused(1, &["freeze", "plan.tranche", "Two", "--note", &"x".repeat(20_000)]);
    desk.refused(1, &["freeze", "plan.tranche", "Two", "--note", "\u{7}"]);
    desk.refused(2, &["freeze", "plan.tranche", "--baseline"]);
    assert_eq!(bytes(&desk, "plan.tranche"), before);
}

#[test]
fn overrides_that_mean_nothing_are_refused() {
    let desk = Desk::new();
    desk.ok(&["new", "plan.tranche"]);
    desk.ok(&["scenario", "plan.tranche", "add", "Late"]);
    let before = bytes(&desk, "plan.tranche");
    for (field, value) in [
        ("A017.amount", "much"),
        ("A017.amount", "-1.00"),
        ("A017.amount", "1e9"),
        ("A017.colour", "1.00"),
        ("A999.amount", "1.00"),
        ("A017.code", "B1"),
        ("A017.start", "2027"),
        ("A017.end", "2020-Q1"),
        ("A017", "1.00"),
        ("S05.due", "soon"),
        ("package.reading", "none"),
        ("package.name", "Mine"),
        ("", "1.00"),
        (".", "1.00"),
        ("A017.", "1.00"),
        ("A017.amount.more", "1.00"),
        ("../A017.amount", "1.00"),
    ] {
        desk.refused(1, &["scenario", "plan.tranche", "override", "Late", field, value, "--reason", "Why."]);
    }
    let set = |name: &str| {
        desk.refused(1, &["scenario", "plan.tranche", "override", name, "A017.amount", "1.00", "--reason", "Why."])
    };
    set("base");
    set("Nobody");
    desk.refused(
        1,
        &[
            "scenario",
            "plan.tranche",
            "override",
            "Late",
            "A017.amount",
            "1.00",
            "--reason",
            "Why.",
            "--source",
            "X999",
        ],
    );
    desk.refused(2, &["scenario", "plan.tranche", "override", "Late", "A017.amount", "1.00"]);
    desk.refused(1, &["scenario", "plan.tranche", "drop", "Late", "A999", "--reason", "Why."]);
    desk.refused(1, &["scenario", "plan.tranche", "reset", "Late", "A017.amount"]);
    desk.refused(1, &["scenario", "plan.tranche", "move", "Late", "--parent", "Late"]);
    assert_eq!(bytes(&desk, "plan.tranche"), before);
}

#[test]
fn a_version_that_was_tampered_with_is_named_shown_and_never_used() {
    let desk = Desk::new();
    for sql in [
        "UPDATE versions SET payload = replace(payload, '23300000000', '23400000000')",
        "UPDATE versions SET payload_sha256 = replace(payload_sha256, substr(payload_sha256, 1, 4), '0000')",
    ] {
        let _ = std::fs::remove_file(desk.path("plan.tranche"));
        frozen(&desk);
        tamper(&desk, sql);
        let before = bytes(&desk, "plan.tranche");
        let run = |arguments: &[&str]| {
            let output = desk.run(arguments);
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
            (output.status.code(), text(output.stdout), text(output.stderr))
        };
        // The plan's own figures are untouched, and told.
        desk.ok(&["schedule", "plan.tranche"]);
        let (code, _, error) = run(&["check", "plan.tranche"]);
        assert!(code == Some(1) && error.contains("One"), "{sql}: {code:?} {error}");
        let (code, out, error) = run(&["verify", "plan.tranche"]);
        assert!(code == Some(1) && format!("{out}{error}").contains("One"), "{sql}: {code:?} {out} {error}");
        // What the version holds is told with a warning.
        let (code, out, error) = run(&["schedule", "plan.tranche", "--version", "One"]);
        assert!(code == Some(0) && !out.is_empty() && !error.trim().is_empty(), "{sql}: {code:?} {error}");
        let (code, _, error) = run(&["diff", "plan.tranche", "plan.tranche", "--version-a", "One"]);
        assert!(code == Some(0) && !error.trim().is_empty(), "{sql}: {code:?} {error}");
        let (code, out, _) = run(&["versions", "plan.tranche"]);
        assert!(code == Some(0) && out.contains("not what was frozen"), "{sql}: {out}");
        // And nothing is made of it.
        desk.refused(1, &["return", "plan.tranche", "--to-version", "One"]);
        desk.refused(1, &["branch", "plan.tranche", "Again", "--from-version", "One"]);
        desk.refused(1, &["scenario", "plan.tranche", "split", "base", "own.tranche", "--version", "One"]);
        let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": "2.00" }]));
        let told = desk.refused(1, &["edit", "plan.tranche", edits]);
        assert!(told.contains("One"), "{told}");
        assert!(!desk.path("own.tranche").exists());
        assert_eq!(bytes(&desk, "plan.tranche"), before, "{sql}: a damaged version was mended");
    }
}

#[test]
fn a_place_is_real_and_nothing_is_written_at_a_frozen_one() {
    let desk = Desk::new();
    frozen(&desk);
    std::fs::copy(desk.path("plan.tranche"), desk.path("copy.tranche")).unwrap();
    let before = bytes(&desk, "plan.tranche");
    let edits = desk.edits(&json!([{ "edit": "set_note", "allocation": "A017", "note": "x" }]));
    for command in [
        &["undo", "plan.tranche"][..],
        &["redo", "plan.tranche"],
        &["edit", "plan.tranche", edits],
        &["freeze", "plan.tranche", "Two"],
        &["scenario", "plan.tranche", "add", "Late"],
        &["odds", "plan.tranche", "set", "signed", "0.5"],
        &["merge", "plan.tranche", "plan.tranche", "copy.tranche"],
        &["share", "plan.tranche", "shared.tranche"],
        &["call", "undo", "--plan", "plan.tranche"],
    ] {
        for place in [["--version", "One"], ["--moment", "1"]] {
            let told = desk.refused(1, &[command, &place].concat());
            assert!(told.contains("frozen"), "{command:?}: {told}");
        }
    }
    for command in ["check", "history", "versions", "verify", "schedule", "steps", "backlog"] {
        for place in [["--scenario", "Nobody"], ["--version", "None"], ["--moment", "99"]] {
            desk.refused(1, &[&[command, "plan.tranche"], &place[..]].concat());
        }
    }
    desk.refused(1, &["new", "new.tranche", "--scenario", "Nobody"]);
    assert!(!desk.path("new.tranche").exists() && !desk.path("shared.tranche").exists());
    assert_eq!(bytes(&desk, "plan.tranche"), before);
}

#[test]
fn a_version_taken_out_behind_the_back_is_damage() {
    let desk = Desk::new();
    frozen(&desk);
    tamper(&desk, "DELETE FROM versions");
    desk.refused(3, &["check", "plan.tranche"]);
    let desk = Desk::new();
    frozen(&desk);
    tamper(&desk, "UPDATE versions SET name = 'Two'");
    desk.refused(3, &["check", "plan.tranche"]);
}

#[test]
fn merges_that_mean_nothing_are_refused() {
    let desk = Desk::new();
    desk.ok(&["new", "base.tranche"]);
    for copy in ["ours.tranche", "theirs.tranche"] {
        std::fs::copy(desk.path("base.tranche"), desk.path(copy)).unwrap();
    }
    fn merge<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
        [&["merge"], arguments].concat()
    }
    // A file with itself: nothing to take, nothing done.
    let history = desk.ok(&["history", "ours.tranche"]);
    desk.ok(&merge(&["base.tranche", "ours.tranche", "ours.tranche"]));
    desk.ok(&merge(&["ours.tranche", "ours.tranche", "ours.tranche"]));
    assert_eq!(desk.ok(&["history", "ours.tranche"]), history);
    for (file, amount) in [("ours.tranche", "1.00"), ("theirs.tranche", "2.00")] {
        let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A017", "amount": amount }]));
        desk.ok(&["edit", file, edits]);
    }
    let before = bytes(&desk, "ours.tranche");
    // A base that was itself changed since would have its changes taken back.
    std::fs::copy(desk.path("base.tranche"), desk.path("newer.tranche")).unwrap();
    let edits = desk.edits(&json!([{ "edit": "set_amount", "allocation": "A018", "amount": "3.00" }]));
    desk.ok(&["edit", "newer.tranche", edits]);
    let told = desk.refused(1, &merge(&["newer.tranche", "ours.tranche", "theirs.tranche"]));
    assert!(told.contains("was itself changed"), "{told}");
    // Plans that have nothing to do with each other.
    let rows = (1..=99).map(|at| json!({ "edit": "remove_allocation", "allocation": format!("A{at:03}") }));
    let own = json!({
        "edit": "add_allocation", "programme": "private_to_mobilise", "instrument": "equity_private", "sector": "energy",
        "purpose": "reconstruction", "amount": "1.00", "start": "2027-Q1", "end": "2028-Q4",
    });
    desk.ok(&["new", "long.tranche"]);
    let edits = desk.edits(&Value::Array(rows.chain([own]).collect()));
    desk.ok(&["edit", "long.tranche", edits]);
    desk.ok(&["share", "long.tranche", "other.tranche", "--without-history"]);
    let told = desk.refused(1, &merge(&["base.tranche", "ours.tranche", "other.tranche"]));
    assert!(told.contains("no allocation in common"), "{told}");
    let request = json!({ "theirs": desk.path("other.tranche"), "dry_run": true }).to_string();
    let told = desk.refused(1, &["call", "merge", &request, "--plan", "ours.tranche"]);
    assert!(told.contains("nothing in common"), "{told}");
    // Files that are none.
    desk.refused(3, &merge(&["base.tranche", "ours.tranche", "missing.tranche"]));
    desk.refused(3, &merge(&["missing.tranche", "ours.tranche", "theirs.tranche"]));
    desk.refused(2, &merge(&["base.tranche", "--baseline", "theirs.tranche"]));
    desk.refused(2, &merge(&["base.tranche", "ours.tranche", "theirs.tranche", "--take", "mine"]));
    // Picks that are none.
    for picks in [
        "",
        "{",
        "{}",
        "[1]",
        r#"[{"key":"allocations/x/amount"}]"#,
        r#"[{"key":"allocations/x/amount","pick":"mine"}]"#,
        r#"[{"key":"allocations/x/amount","pick":"ours","more":1}]"#,
        r#"[{"key":"allocations/x/amount","pick":"ours"}]"#,
        r#"[{"key":"\u001b[31m","pick":"ours"}]"#,
        r#"[{"key":"a","key":"b","pick":"ours"}]"#,
    ] {
        std::fs::write(desk.path("picks.json"), picks).unwrap();
        let told =
            desk.refused(1, &merge(&["base.tranche", "ours.tranche", "theirs.tranche", "--picks", "picks.json"]));
        assert!(!told.contains('\u{1b}'), "{told}");
    }
    desk.refused(3, &merge(&["base.tranche", "ours.tranche", "theirs.tranche", "--picks", "missing.json"]));
    assert_eq!(bytes(&desk, "ours.tranche"), before);
}

#[test]
fn only_the_version_is_blamed_for_what_only_the_version_is() {
    let desk = Desk::new();
    for sql in [
        "UPDATE versions SET payload = replace(payload, '23300000000', '23400000000')",
        "UPDATE versions SET payload = 'x' || substr(payload, 2)",
    ] {
        for file in ["plan.tranche", "copy.tranche", "nameless.tranche"] {
            let _ = std::fs::remove_file(desk.path(file));
        }
        frozen(&desk);
        tamper(&desk, sql);
        let output = desk.run(&["verify", "plan.tranche"]);
        let told = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains("The history leads to the present state") && told.contains("“One”"), "{told}");
        let output = desk.run(&["schedule", "plan.tranche", "--version", "One"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("“One”") && !told.contains("does not lead"), "{sql}: {told}");
        // What is handed on says what it lacks.
        for (copy, more) in [("copy.tranche", &[][..]), ("nameless.tranche", &["--without-names"])] {
            let output = desk.run(&[&["share", "plan.tranche", copy], more].concat());
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(0), "{told}");
            assert!(told.contains("“One” was left out of the copy"), "{told}");
            desk.ok(&["verify", copy]);
        }
        let request = json!({ "path": desk.path("more.tranche"), "history": true, "versions": true, "names": true, "replace": true });
        let output = desk.run(&["call", "share", &request.to_string(), "--plan", "plan.tranche"]);
        let reply: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(reply["notice"].as_str().unwrap().contains("One"), "{reply}");
    }
    desk.ok(&["new", "sound.tranche"]);
    let told = desk.refused(3, &["share", "sound.tranche", "sound.tranche"]);
    assert!(told.contains("this plan’s own file"), "{told}");
    let told = desk.refused(3, &["scenario", "sound.tranche", "split", "base", "sound.tranche"]);
    assert!(told.contains("is there already") || told.contains("own file"), "{told}");
}
