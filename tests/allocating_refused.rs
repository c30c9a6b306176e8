//! Budgets by script, where they cannot be what was asked for: each refusal is a sentence with its exit code, and the file
//! stays as it is to the byte. Limits and needs as they are told, scenarios, and the shipped plan.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use tranche_tests::Desk;

const PLAN: &str = "plan.tranche";

/// Runs each command line, and holds its exit code and its sentence against what is expected.
fn all_refused(desk: &Desk, cases: &[(i32, &str, &str)]) {
    let before = desk.bytes(PLAN);
    for (code, line, sentence) in cases {
        let arguments: Vec<&str> = line.split(' ').collect();
        let told = desk.refused(*code, &arguments).replace('\u{a0}', " ");
        assert!(told.contains(sentence), "{line}: {told}");
        assert!(!told.contains("problem-") && !told.contains('{') && !told.contains("edits["), "{line}: {told}");
        assert!(*code == 2 || told.lines().count() == 1, "{line}: {told}");
    }
    assert_eq!(desk.bytes(PLAN), before, "what was refused changed the file");
}

#[test]
fn what_cannot_be_spread_balanced_or_locked_is_told_in_a_sentence() {
    let desk = Desk::with_plan(PLAN);
    desk.written("M.csv", "dimension,key,amount_usd\nsector,energy,1\n");
    desk.written("bad.csv", b"dimension,key,amount_usd\nsector,\xff,1\n");
    desk.written("empty.csv", "");
    let energy = "spread plan.tranche --slice sector=energy";
    let balance = "balance plan.tranche --rows programme --columns sector --margins";
    let of = |start: &str, rest: &str| format!("{start} {rest}");
    let cases = [
        (1, of(energy, "--total -1bn --how rescale"), "plan.tranche: The amount −1 bn is negative."),
        (2, of(energy, "--total abc --how rescale"), "“abc” is not an amount."),
        (2, of(energy, "--total 1e9 --how rescale"), "“1e9” is not an amount."),
        (2, of(energy, "--total 99999999999999999999bn --how rescale"), "is too large. The most is"),
        (2, of(energy, "--total 1bn --how moon"), "--how is rescale, equal, needs, like or from=ROW"),
        (2, of(energy, "--total 1bn --how from="), "--how is rescale, equal, needs, like or from=ROW"),
        (2, of(energy, "--total 1bn --how like"), "--how like needs --like DIM=KEY and --by DIM"),
        (2, of(energy, "--total 1bn --how equal --by sector"), "--like and --by belong to --how like"),
        (2, of(energy, "--total 1bn --how like --like sector=water --by moon"), "possible values: funder, programme"),
        (2, of(energy, "--total 1bn --how from=A017 --gives others"), "--how from=ROW says already what gives"),
        (2, of(energy, "--how rescale"), "--total <AMOUNT>"),
        (2, "spread plan.tranche --total 1bn --how rescale".to_owned(), "--slice <DIM=KEY,...>"),
        (2, "spread plan.tranche --slice energy --total 1bn --how equal".to_owned(), "write it like sector=energy"),
        (
            2,
            "spread plan.tranche --slice moon=x --total 1bn --how equal".to_owned(),
            "“moon” is not a known dimension.",
        ),
        (1, of(energy, "--slice sector=water --total 1bn --how equal"), "The dimension sector is named twice."),
        (
            1,
            of(energy, "--slice capital=private --slice instrument=grant --total 1bn --how equal"),
            "Instrument: Grant”: all of it must hold at once. Choose a slice that has rows.",
        ),
        (
            1,
            "spread plan.tranche --slice purpose=compensation --total 1bn --how equal".to_owned(),
            "No row is meant by “Purpose: Compensation”. Choose a slice that has rows.",
        ),
        (
            2,
            "balance plan.tranche --rows foo --columns sector --margins M.csv".to_owned(),
            "invalid value 'foo' for '--rows <DIM>'",
        ),
        (2, "spread plan.tranche --slice sektor=energy --total 1bn --how equal".to_owned(), "'--slice <DIM=KEY,...>'"),
        (1, of(energy, "--total 1bn --how from=A999"), "There is no allocation “A999” in this plan."),
        (1, of(energy, "--total 1bn --how from=A005"), "A005 cannot give to itself."),
        (1, of(energy, "--total 900bn --how rescale --gives others"), "would have to be taken from rows that have"),
        (1, of(energy, "--total 900bn --how rescale --scenario Nobody"), "There is no scenario “Nobody” in this plan."),
        (1, of(energy, "--total 1bn --how rescale --moment 1"), "is frozen and cannot be changed."),
        (1, of(energy, "--total 1bn --how rescale --moment 1 --dry-run"), "is frozen and cannot be changed."),
        (3, "spread missing.tranche --slice sector=energy --total 1bn --how rescale".to_owned(), "is not there."),
        (
            1,
            "spread plan.tranche --slice sector=moon --total 1bn --how rescale".to_owned(),
            "There is no sector “moon”",
        ),
        (1, "lock plan.tranche --slice sector=moon".to_owned(), "There is no sector “moon” in this plan."),
        (2, "unlock plan.tranche".to_owned(), "--slice <DIM=KEY,...>"),
        (3, "lock missing.tranche --slice sector=energy".to_owned(), "is not there."),
        (1, "lock plan.tranche --slice sector=energy --moment 1".to_owned(), "is frozen and cannot be changed."),
        (3, of(balance, "none.csv"), "none.csv is not there."),
        (3, of(balance, "."), ". is a folder."),
        (3, of(balance, "bad.csv"), "bad.csv could not be read"),
        (1, of(balance, "empty.csv"), "empty.csv"),
        (
            2,
            "balance plan.tranche --rows moon --columns sector --margins M.csv".to_owned(),
            "'moon' for '--rows <DIM>'",
        ),
        (
            1,
            "balance plan.tranche --rows sector --columns sector --margins M.csv".to_owned(),
            "Choose another dimension",
        ),
        (2, "limits plan.tranche --format csv".to_owned(), "'csv' for '--format <FORMAT>'"),
        (3, "needs missing.tranche".to_owned(), "is not there."),
        (1, "needs plan.tranche --scenario Nobody".to_owned(), "There is no scenario “Nobody” in this plan."),
    ];
    let cases: Vec<_> = cases.iter().map(|(code, line, sentence)| (*code, line.as_str(), *sentence)).collect();
    all_refused(&desk, &cases);
    // As JSON the same sentence, with what a program needs to tell refusals apart.
    let line = ["spread", PLAN, "--slice", "sector=energy", "--total", "-1bn", "--how", "rescale", "--json"];
    let problem: Value = serde_json::from_str(&desk.refused(1, &line)).unwrap();
    assert_eq!((&problem["kind"], &problem["code"]), (&json!("refused"), &json!("negative-amount")));
    assert!(problem["message"].as_str().unwrap().starts_with("The amount"), "{problem}");
}

#[test]
fn a_bad_block_is_refused_whole_and_told_cell_by_cell() {
    let desk = Desk::with_plan(PLAN);
    let paste = ["paste", PLAN, "BLOCK.tsv", "--at", "A017:amount"];
    let before = desk.bytes(PLAN);
    for (text, sentence) in [
        ("=A1+2", "“=A1+2” is a formula, not a value."),
        ("2028-01-05", "looks like a date, not an amount."),
        ("-5 %", "a share below nothing"),
        ("120 %", "a share of more than 100 %"),
        ("-3bn", "is negative."),
        ("1.234.567,50", "is written with other marks than your number format"),
        ("1,000.5", "or, if you mean dollars, write USD 1,000.5."),
        ("5.3E+09", "has lost its digits to a short notation."),
        ("5\u{202e}bn", "a sign that cannot be seen (U+202E)."),
        ("5\u{7}bn", "a sign that cannot be seen (U+0007)."),
        ("{\\rtf1 5bn}", "is not an amount."),
        ("moon", "“moon” is not an amount."),
    ] {
        desk.written("BLOCK.tsv", format!("5bn\n{text}\n"));
        let output = desk.run(&[&paste[..], &["--dry-run"]].concat());
        let dry = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{text}: {dry}");
        assert!(dry.starts_with("One cell is refused; until it is put right, nothing is pasted.\n"), "{text}: {dry}");
        let cell = dry.lines().find(|line| line.starts_with("2     A018        amount")).unwrap();
        assert!(cell.contains(sentence), "{text}: {dry}");
        assert!(dry.contains("\ncells: 1 changed, 1 refused, 0 unchanged\n"), "{text}: {dry}");
        let told = desk.refused(1, &paste);
        assert!(told.starts_with("BLOCK.tsv: One cell was refused, so nothing was pasted: line 2, "), "{told}");
        assert!(told.contains(sentence) && !told.contains(['\u{7}', '\u{202e}']), "{text}: {told}");
    }
    // The exit code says it to programs, too.
    let output = desk.run(&[&paste[..], &["--dry-run", "--json"]].concat());
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &told["refused"]), (Some(1), &json!(1)));
    // Thin and non-breaking spaces group; a mark before the first cell and line ends of either kind are nothing.
    desk.written("BLOCK.tsv", "\u{feff}1\u{a0}000\u{a0}000.00\r\n1\u{2009}000\u{2009}000.00\r\n");
    assert_eq!(desk.asked(&[&paste[..], &["--dry-run", "--json"]].concat())["changes"], 2);
    desk.written("merged.html", "<table><tr><td rowspan=2>5bn<td>2027-Q1<tr><td>2027-Q2</table>");
    desk.written("empty.tsv", "");
    desk.written("many.tsv", "\t".repeat(1_000_000));
    desk.written("names.tsv", "code\tamount\tcolour\nA017\t5bn\tred\n");
    all_refused(
        &desk,
        &[
            (1, "paste plan.tranche merged.html --at A017:amount", "This cell was merged with others"),
            (1, "paste plan.tranche empty.tsv --at A017:amount", "empty.tsv: There are no cells to paste."),
            (
                1,
                "paste plan.tranche many.tsv --at A017:amount",
                "many.tsv: 1000001 cells are to be pasted. At most 200000",
            ),
            (1, "paste plan.tranche names.tsv --header", "No column is called “colour”."),
            (1, "paste plan.tranche BLOCK.tsv", "BLOCK.tsv: The block does not name its columns."),
            (1, "paste plan.tranche BLOCK.tsv --at A017:moon", "There is no column “moon”"),
            (1, "paste plan.tranche BLOCK.tsv --at A999:amount", "There is no allocation “A999” in this plan."),
            (2, "paste plan.tranche BLOCK.tsv --at A017", "write --at like A017:amount"),
            (2, "paste plan.tranche BLOCK.tsv --header --no-header", "cannot be used with"),
            (3, "paste plan.tranche none.tsv --at A017:amount", "none.tsv is not there."),
            (3, "paste plan.tranche . --at A017:amount", ". is a folder."),
            (3, "paste missing.tranche BLOCK.tsv --at A017:amount", "is not there."),
            (1, "paste plan.tranche BLOCK.tsv --at A017:amount --moment 1", "is frozen and cannot be changed."),
        ],
    );
    assert_eq!(desk.bytes(PLAN), before);
}

#[test]
fn limits_are_told_and_refuse_by_how_much() {
    let desk = Desk::with_plan(PLAN);
    let told = desk.ok(&["limits", PLAN]);
    assert_eq!(told.lines().count(), 5, "{told}");
    assert!(told.lines().skip(1).all(|line| line.contains(" kept ") && line.ends_with(" 0.00")), "{told}");
    let energy = json!([{ "dimension": "sector", "keys": ["energy"] }]);
    let edits = desk.edits(&json!([
        { "edit": "set_limit", "name": "A fifth", "kind": "ceiling", "slice": energy, "share": "0.2", "refuses": true },
        { "edit": "set_limit", "name": "Grids", "kind": "floor", "slice": energy, "amount": "160000000000.00" },
    ]));
    desk.ok(&["edit", PLAN, edits]);
    let told = desk.ok(&["limits", PLAN]);
    let line =
        |name: &str| told.lines().find(|line| line.contains(name)).unwrap().split_whitespace().collect::<Vec<_>>();
    assert_eq!(
        line("A fifth")[3..].join(" "),
        "ceiling 0.2 of all allocations refuses kept 160000000000.00 159850000000.00 150000000.00"
    );
    assert_eq!(line("Grids")[2..].join(" "), "floor warns missed 160000000000.00 159850000000.00 150000000.00");
    let lines = desk.asked(&["limits", PLAN, "--format", "json"]);
    assert_eq!(desk.asked(&["limits", PLAN, "--json"]), lines);
    let missed = |line: &&Value| line["missed"] == true;
    let missed: Vec<_> = lines.as_array().unwrap().iter().filter(missed).map(|line| &line["missed_by"]).collect();
    assert_eq!(missed, ["150000000.00"]);
    desk.written("BLOCK.tsv", "500bn\n");
    all_refused(
        &desk,
        &[
            (
                1,
                "spread plan.tranche --slice sector=energy --total 200bn --how equal",
                "“A fifth” (at most 20 % of all",
            ),
            (1, "spread plan.tranche --slice sector=energy --total 200bn --how equal --dry-run", "by 31.97 bn"),
            (1, "paste plan.tranche BLOCK.tsv --at A005:amount", "would miss the limit “A fifth”"),
        ],
    );
    let output = desk.run(&["paste", PLAN, "BLOCK.tsv", "--at", "A005:amount", "--dry-run"]);
    let dry = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{dry}");
    assert!(dry.ends_with("Choose other amounts, change the limit, or let it only warn.\n"), "{dry}");
}

#[test]
fn needs_stand_beside_allocations() {
    let desk = Desk::with_plan(PLAN);
    let csv = desk.ok(&["needs", PLAN, "--format", "csv"]);
    assert!(csv.starts_with("sector,need,allocated,funded,gap,coverage\n"), "{csv}");
    let table = desk.ok(&["needs", PLAN]);
    let total = table.lines().find(|line| line.starts_with("total ")).unwrap();
    assert!(total.contains(" 587600000000.00  800000000000.00 "), "{table}");
    // Whoever adds the columns up learns why the gap is not their difference.
    assert!(
        table.trim_end().lines().last().unwrap().starts_with("The gap is that of the sectors with a need"),
        "{table}"
    );
    for line in csv.lines().skip(1) {
        let mut cells = line.split(',');
        let (sector, need) = (cells.next().unwrap(), cells.next().unwrap());
        assert!(table.lines().any(|told| told.starts_with(sector) && told.contains(need)), "{line}: {table}");
    }
    let reply = desk.asked(&["needs", PLAN, "--net", "--format", "json"]);
    let health = reply.as_array().unwrap().iter().find(|line| line["sector"] == "health").unwrap();
    assert_eq!([&health["need"], &health["funded"]], ["23367000000.00", "233000000.00"]);
    assert_eq!(desk.ok(&["needs", "--baseline", "--format", "csv"]), csv);
}

#[test]
fn a_scenario_is_divided_without_the_base_plan() {
    let desk = Desk::with_plan(PLAN);
    desk.ok(&["scenario", PLAN, "add", "Late"]);
    let held = |at: &[&str]| {
        let needs = desk.asked(&[&["needs", PLAN, "--format", "json"], at].concat());
        let lines = needs.as_array().unwrap();
        lines.iter().find(|line| line["sector"] == "energy").unwrap()["allocated"].as_str().unwrap().to_owned()
    };
    let late = ["--scenario", "Late"];
    let act =
        ["spread", PLAN, "--slice", "sector=energy", "--total", "100bn", "--how", "rescale", "--scenario", "Late"];
    let (before, dry) = (desk.bytes(PLAN), desk.ok(&[&act[..], &["--dry-run"]].concat()));
    assert_eq!(desk.bytes(PLAN), before);
    let done = desk.ok(&act);
    assert_eq!(dry.lines().next(), done.lines().next());
    assert_eq!((held(&late), held(&[])), ("100000000000.00".to_owned(), "159850000000.00".to_owned()));
    let overrides = desk.asked(&["scenario", PLAN, "overrides", "Late", "--json"]);
    assert_eq!(overrides.as_array().unwrap().len(), 12);
    let limits = desk.ok(&[&["limits", PLAN], &late[..]].concat());
    assert!(
        limits.lines().last().unwrap().ends_with("missed  800000000000.00  740150000000.00  59850000000.00"),
        "{limits}"
    );
    desk.ok(&[&["lock", PLAN, "--slice", "sector=energy"], &late[..]].concat());
    let refused = desk.refused(1, &[&act[..4], &["--total", "90bn", "--how", "equal", "--scenario", "Late"]].concat());
    assert!(refused.contains("Locked rows hold 100 bn, more than the total 90 bn."), "{refused}");
    desk.written("BLOCK.tsv", "5bn\n");
    desk.ok(&[&["paste", PLAN, "BLOCK.tsv", "--at", "A017:amount"], &late[..]].concat());
    assert_eq!(held(&[]), "159850000000.00");
    desk.ok(&["verify", PLAN]);
}

#[test]
fn the_shipped_plan_is_read_and_never_written() {
    let desk = Desk::with_plan(PLAN);
    desk.written("M.csv", "dimension,key,amount_usd\nsector,energy,149850000000\nsector,transport,145188000000\n");
    desk.written("BLOCK.tsv", "5bn\n");
    for line in [
        "spread --baseline --slice sector=energy --total 100bn --how needs",
        "balance --baseline --rows programme --columns sector --margins M.csv",
        "paste --baseline BLOCK.tsv --at A017:amount",
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        let told = desk.ok(&[&arguments[..], &["--dry-run"]].concat());
        assert!(told.starts_with("Change "), "{told}");
        let refused = desk.refused(2, &arguments);
        assert!(refused.contains("the shipped plan is never overwritten; name a plan file, or --dry-run"), "{refused}");
    }
    let limits = desk.ok(&["limits", "--baseline"]);
    assert_eq!(limits, desk.ok(&["limits", PLAN]));
    all_refused(
        &desk,
        &[
            (2, "lock --baseline --slice sector=energy", "the shipped plan is never overwritten"),
            (2, "unlock --baseline --slice sector=energy", "the shipped plan is never overwritten"),
            (2, "new --baseline --empty", "the shipped plan is never overwritten"),
        ],
    );
}
