//! Budgets by script: totals spread, tables balanced, rows locked, blocks pasted, limits and needs told. A dry run changes no
//! byte and tells exactly what the run then does; what is refused changes nothing.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use tranche_tests::Desk;

const PLAN: &str = "plan.tranche";

fn fingerprint(desk: &Desk) -> Value {
    desk.status(PLAN)["fingerprint"].clone()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn cents(amount: &Value) -> i128 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// Every row by its code, as the export has it: that knows nothing of previews.
fn rows(desk: &Desk) -> BTreeMap<String, Value> {
    let out = desk.path("plan.json");
    desk.ok(&["export", PLAN, "--out", out.to_str().unwrap()]);
    let plan: Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
    list(&plan["allocations"]).iter().map(|row| (row["code"].as_str().unwrap().to_owned(), row.clone())).collect()
}

/// What the rows hold together whose `field` is `key`.
fn held(rows: &BTreeMap<String, Value>, field: &str, key: &str) -> i128 {
    rows.values().filter(|row| row[field] == key).map(|row| cents(&row["amount"])).sum()
}

fn together(rows: &BTreeMap<String, Value>) -> i128 {
    rows.values().map(|row| cents(&row["amount"])).sum()
}

/// What a row holds, in cents.
fn amount(rows: &BTreeMap<String, Value>, code: &str) -> i128 {
    cents(&rows[code]["amount"])
}

fn lines(changes: &Value) -> Vec<[&Value; 4]> {
    let mut lines: Vec<_> =
        list(changes).iter().map(|line| ["row", "field", "before", "after"].map(|name| &line[name])).collect();
    lines.sort_by_key(|line| line.map(ToString::to_string));
    lines
}

/// Makes an act after its dry run: that changes no byte, and tells the sentence and every difference that the act then makes.
/// Gives what was told.
fn foretold(desk: &Desk, act: &[&str]) -> Value {
    let before = desk.bytes(PLAN);
    let told = desk.asked(&[act, &["--dry-run", "--json"]].concat());
    let text = desk.ok(&[act, &["--dry-run"]].concat());
    assert_eq!(desk.bytes(PLAN), before, "a dry run changed the file: {act:?}");
    let sentence = told["sentence"].as_str().unwrap();
    assert_eq!(text.lines().next(), Some(sentence));
    desk.written("before.tranche", before);
    let done = desk.ok(act);
    assert_eq!(done.trim_end(), sentence, "{act:?}");
    let diff = desk.asked(&["diff", "before.tranche", PLAN, "--format", "json"]);
    assert_eq!(lines(&told["changes"]), lines(&diff["changes"]), "{act:?}");
    for line in list(&told["changes"]) {
        let figures = ["row", "before", "after", "by"].map(|name| line[name].as_str().unwrap());
        let as_text = text.lines().any(|told| figures.iter().all(|figure| told.contains(figure)));
        assert!(as_text, "{figures:?}: {text}");
    }
    told
}

fn spread<'a>(slice: &'a str, total: &'a str, how: &'a str) -> Vec<&'a str> {
    vec!["spread", PLAN, "--slice", slice, "--total", total, "--how", how]
}

fn undone(desk: &Desk, fresh: &Value) {
    assert_eq!(desk.asked(&["undo", PLAN, "--json"])["status"]["fingerprint"], *fresh);
}

#[test]
fn a_slice_gets_its_total_as_the_dry_run_told() {
    let desk = Desk::with_plan(PLAN);
    let (fresh, old) = (fingerprint(&desk), rows(&desk));
    assert_eq!(together(&old), 80_000_000_000_000);
    for how in ["rescale", "equal", "needs", "from=A017"] {
        let told = foretold(&desk, &spread("sector=energy", "100bn", how));
        let new = rows(&desk);
        assert_eq!(held(&new, "sector", "energy"), 10_000_000_000_000, "{how}");
        let others = |row: &&Value| row["sector"] != "energy" && row["code"] != "A017";
        assert!(old.values().filter(others).eq(new.values().filter(others)), "{how}: another row moved");
        let gone = 15_985_000_000_000 - 10_000_000_000_000;
        let (given, left) = if how == "from=A017" { (gone, 0) } else { (0, gone) };
        assert_eq!(amount(&new, "A017") - amount(&old, "A017"), given, "{how}");
        assert_eq!(cents(&told["unallocated"][1]), left, "{how}");
        if how == "equal" {
            let mut shares: Vec<i128> =
                new.values().filter(|row| row["sector"] == "energy").map(|row| cents(&row["amount"])).collect();
            shares.sort_unstable();
            assert_eq!((shares[0], shares[11]), (833_333_333_333, 833_333_333_334));
        }
        undone(&desk, &fresh);
    }
    // Two sectors by their needs, and what others leave to them.
    desk.ok(&spread("sector=energy,housing", "180.4bn", "needs"));
    let new = rows(&desk);
    assert_eq!(
        [held(&new, "sector", "energy"), held(&new, "sector", "housing")],
        [9_060_000_000_000, 8_980_000_000_000]
    );
    undone(&desk, &fresh);
    foretold(&desk, &[&spread("sector=energy", "200bn", "rescale")[..], &["--gives", "others"]].concat());
    assert_eq!(together(&rows(&desk)), together(&old));
    undone(&desk, &fresh);
    let like = ["--like", "sector=transport", "--by", "programme"];
    desk.ok(&[&spread("sector=energy", "100bn", "like")[..], &like].concat());
    assert_eq!(held(&rows(&desk), "sector", "energy"), 10_000_000_000_000);
    undone(&desk, &fresh);
    desk.ok(&["verify", PLAN]);
}

#[test]
fn locked_rows_stay_and_are_counted() {
    let desk = Desk::with_plan(PLAN);
    let (fresh, old) = (fingerprint(&desk), rows(&desk));
    let chosen = ["--slice", "sector=energy", "--slice", "programme=private_to_mobilise"];
    let lock = |word: &str| desk.ok(&[&[word, PLAN], &chosen[..]].concat());
    assert_eq!(lock("lock"), "Lock 4 energy rows\n");
    let locked: Vec<String> = rows(&desk)
        .values()
        .filter(|row| row["locked"] == true)
        .map(|row| row["code"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(locked, ["A022", "A023", "A094", "A095"]);
    // What changes nothing writes nothing.
    let before = desk.bytes(PLAN);
    assert_eq!(lock("lock"), "Nothing changed\n");
    assert_eq!(desk.bytes(PLAN), before);
    let text = desk.ok(&[&spread("sector=energy", "150bn", "rescale")[..], &["--dry-run"]].concat());
    assert!(text.contains("\nlocked rows that stay: 4\n"), "{text}");
    let told = foretold(&desk, &spread("sector=energy", "150bn", "rescale"));
    assert_eq!((&told["held"], list(&told["changes"]).len()), (&json!(4), 8));
    let new = rows(&desk);
    assert_eq!(held(&new, "sector", "energy"), 15_000_000_000_000);
    assert!(locked.iter().all(|code| amount(&new, code) == amount(&old, code)));
    let refused = desk.refused(1, &spread("sector=energy", "100bn", "rescale"));
    assert_eq!(
        refused,
        "plan.tranche: Locked rows hold 145 bn, more than the total 100 bn. Unlock some, or give a larger total.\n"
    );
    desk.ok(&["undo", PLAN]);
    assert_eq!(lock("unlock"), "Unlock 4 energy rows\n");
    assert_eq!(fingerprint(&desk), fresh);
}

#[test]
fn a_table_is_filled_from_its_margins_to_the_cent() {
    let desk = Desk::with_plan(PLAN);
    let (fresh, old) = (fingerprint(&desk), rows(&desk));
    let balance = ["balance", PLAN, "--rows", "programme", "--columns", "sector", "--margins", "M.csv"];
    desk.written(
        "M.csv",
        "dimension,key,amount_usd\nsector,energy,150000000000.01\nsector,transport,145037999999.99\n\
         programme,ebrd_own_account,20006000000\nprogramme,eib_guaranteed,3334000000\n",
    );
    foretold(&desk, &balance);
    let new = rows(&desk);
    assert_eq!(held(&new, "sector", "energy"), 15_000_000_000_001);
    assert_eq!(held(&new, "sector", "transport"), 14_503_799_999_999);
    assert_eq!(held(&new, "programme", "ebrd_own_account"), 2_000_600_000_000);
    assert_eq!(held(&new, "programme", "eib_guaranteed"), 333_400_000_000);
    // What the file does not name keeps its total.
    for (field, key) in [("sector", "housing"), ("sector", "budget_support"), ("programme", "private_to_mobilise")] {
        assert_eq!(held(&new, field, key), held(&old, field, key), "{key}");
    }
    undone(&desk, &fresh);
    let before = desk.bytes(PLAN);
    let totals = |text: &str| {
        desk.written("M.csv", format!("dimension,key,amount_usd\n{text}\n"));
        let dry = desk.refused(1, &[&balance[..], &["--dry-run"]].concat());
        assert_eq!(desk.refused(1, &balance), dry, "{text}");
        dry
    };
    for (text, sentence) in [
        ("sector,energy,-1", "M.csv, row 2, column amount_usd: \"-1\" is negative."),
        ("sector,energy,1bn", "M.csv, row 2, column amount_usd: \"1bn\" is not an amount."),
        ("sector,energy,1\nsector,energy,2", "M.csv, row 3, column key: \"sector energy\" stands in an earlier row"),
        ("sectors,energy,1", "M.csv, row 2, column dimension: \"sectors\" is not one of: funder,"),
        ("sector,energy", "M.csv, row 2: the row has 2 cells, the header has 3."),
        ("capital,public,1", "M.csv: capital is neither programme nor sector."),
        ("sector,moon,1", "plan.tranche: There is no sector “moon” in this plan."),
        ("sector,energy,159849999999.99", "USD 0.01 apart"),
        // Budget support comes from four programmes that pay for nothing else.
        ("sector,budget_support,50694000000\nsector,transport,134188000000", ": 1 bn too little."),
        ("programme,japan_era,2000000000\nprogramme,korea_edcf,3100000000", "“ERA loan through JICA”"),
    ] {
        let told = totals(text).replace('\u{a0}', " ");
        assert!(told.contains(sentence), "{text}: {told}");
    }
    assert_eq!(desk.bytes(PLAN), before);
}

/// Twenty rows as a spreadsheet hands them over: a line of names, then a line for each row.
fn twenty() -> (String, i128) {
    let (mut text, mut sum) = ("Programme\tinstrument\tSector\tpurpose\tAmount\tstart\tend\n".to_owned(), 0);
    let sectors = ["housing", "energy", "transport", "water", "health"];
    for at in 0..20 {
        let millions = 1_000 + 137 * i128::try_from(at).unwrap();
        sum += millions * 100_000_000;
        let (sector, year) = (sectors[at % 5], 2026 + at % 4);
        let given = format!("{},{:03}mn", millions / 1000, millions % 1000);
        writeln!(text, "private_to_mobilise\tgrant\t{sector}\treconstruction\t{given}\t{year}-Q4\tQ2 2034\r").unwrap();
    }
    (text, sum)
}

#[test]
fn twenty_rows_are_pasted_into_an_empty_plan() {
    let desk = Desk::new();
    desk.ok(&["new", PLAN, "--empty"]);
    assert_eq!(desk.status(PLAN)["counts"]["allocations"], 0);
    let (fresh, before, (text, sum)) = (fingerprint(&desk), desk.bytes(PLAN), twenty());
    desk.written("BLOCK.tsv", &text);
    let told = desk.asked(&["paste", PLAN, "BLOCK.tsv", "--dry-run", "--json"]);
    let counts = ["added", "changes", "refused", "unchanged", "rows"].map(|name| told[name].as_u64().unwrap());
    assert_eq!(counts, [20, 140, 0, 0, 0]);
    let dry = desk.ok(&["paste", PLAN, "BLOCK.tsv", "--dry-run"]);
    assert!(dry.starts_with("Add 20 rows\n\nline  allocation  column"), "{dry}");
    let sums = "\ncells: 140 changed, 0 refused, 0 unchanged\nrows: 0 changed, 20 added\n\
        allocated: 0.00 -> 46030000000.00 USD\nunallocated: 800000000000.00 -> 753970000000.00 USD\n";
    assert!(dry.ends_with(sums), "{dry}");
    assert_eq!(desk.bytes(PLAN), before);
    assert_eq!(
        desk.ok(&["paste", PLAN, "BLOCK.tsv"]),
        "Add 20 rows of “Private capital to be mobilised”, together 46.03 bn\n"
    );
    let new = rows(&desk);
    assert_eq!((new.len(), together(&new)), (20, sum));
    for cell in list(&told["cells"]).iter().filter(|cell| cell["column"] == "start") {
        let row = &new[cell["row"].as_str().unwrap()];
        assert_eq!(row["start"], cell["after_label"]);
    }
    assert_eq!((&new["A001"]["sector"], &new["A020"]["amount"]), (&json!("housing"), &json!("3603000000.00")));
    // As one act, which is undone and made again as one.
    let full = fingerprint(&desk);
    undone(&desk, &fresh);
    desk.ok(&["redo", PLAN]);
    assert_eq!(fingerprint(&desk), full);
    // The journey goes on: rescale, lock, rescale again, back to the start.
    foretold(&desk, &spread("programme=private_to_mobilise", "50bn", "rescale"));
    desk.ok(&["lock", PLAN, "--slice", "sector=health"]);
    foretold(&desk, &spread("programme=private_to_mobilise", "40bn", "equal"));
    assert_eq!(together(&rows(&desk)), 4_000_000_000_000);
    for _ in 0..4 {
        desk.ok(&["undo", PLAN]);
    }
    assert_eq!(fingerprint(&desk), fresh);
    desk.ok(&["verify", PLAN]);
}

#[test]
fn a_block_lands_on_the_cells_below_and_right_of_one() {
    let desk = Desk::with_plan(PLAN);
    let fresh = fingerprint(&desk);
    let paste = ["paste", PLAN, "BLOCK.tsv", "--at", "A017:amount"];
    desk.written("BLOCK.tsv", "5bn\t2027-Q1\n6bn\n");
    let before = desk.bytes(PLAN);
    let dry = desk.ok(&[&paste[..], &["--dry-run"]].concat());
    assert_eq!(
        dry,
        "Change 3 cells of 2 rows\n\n\
         line  allocation  column  before   after    refused\n\
         1     A017        amount  233 mn   5 bn\n\
         1     A017        start   2026-Q4  2027-Q1\n\
         2     A018        amount  233 mn   6 bn\n\n\
         cells: 3 changed, 0 refused, 0 unchanged\nrows: 2 changed, 0 added\n\
         allocated: 800000000000.00 -> 810534000000.00 USD\nunallocated: 0.00 -> -10534000000.00 USD\n"
    );
    assert_eq!(desk.bytes(PLAN), before);
    desk.ok(&paste);
    let new = rows(&desk);
    assert_eq!([amount(&new, "A017"), amount(&new, "A018")], [500_000_000_000, 600_000_000_000]);
    assert_eq!(new["A017"]["start"], "2027-Q1");
    // What stands there already is pasted again without a trace.
    let before = desk.bytes(PLAN);
    assert_eq!(desk.ok(&paste), "Nothing changed\n");
    let dry = desk.ok(&[&paste[..], &["--dry-run"]].concat());
    assert!(dry.starts_with("Everything stands there already.\n\ncells: 0 changed, 0 refused, 3 unchanged\n"), "{dry}");
    assert_eq!(desk.bytes(PLAN), before);
    undone(&desk, &fresh);
    // A table of a page, whatever else stands on it; a year lands as a year.
    desk.written(
        "BLOCK.html",
        "<script>x<td>9</td></script><style>td{}</style><table><tr><td>7&nbsp;bn</td></tr></table>",
    );
    desk.ok(&["paste", PLAN, "BLOCK.html", "--at", "A017:amount"]);
    assert_eq!(amount(&rows(&desk), "A017"), 700_000_000_000);
    undone(&desk, &fresh);
    desk.written("BLOCK.tsv", "10mn\t20mn\n");
    desk.ok(&["paste", PLAN, "BLOCK.tsv", "--at", "A017:planned:2028"]);
    assert!(desk.ok(&["explain", PLAN, "--allocation", "A017", "--period", "2029"]).contains("20000000.00"));
    undone(&desk, &fresh);
}
