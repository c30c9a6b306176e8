//! Writing CSV: allocations and schedules.
//!
//! UTF-8, a header, comma, line feed, quotes where a cell needs them. Amounts are decimal strings with two places and a point,
//! whatever the reader's language. Text cells are guarded ([`crate::guarded`]); amounts, keys and quarters never are.

use model::{Allocation, Cited, Dimension, Plan, Total};

use crate::columns::LIST_SIGN;
use crate::columns::allocations::ALLOCATIONS;
use crate::guard::guarded;
use crate::parameters::parameters_to_text;

/// The column before the last of a schedule: `2026`, `2026-Q1` or `after`.
const PERIOD: &str = "period";
/// The last column of a schedule.
const AMOUNT: &str = "amount_usd";

/// Appends `cell`, quoted where CSV needs it.
fn push_cell(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// Appends cells and a line feed.
pub(crate) fn push_line<T: AsRef<str>>(text: &mut String, cells: impl IntoIterator<Item = T>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_cell(text, cell.as_ref());
    }
    text.push('\n');
}

/// A schedule as CSV: the dimensions, then `period`, then `amount_usd`. Lines stand in the order in which they are added.
///
/// ```
/// use model::{Dimension, Total};
/// let mut table = exchange::ScheduleCsv::new(&[Dimension::Capital]);
/// table.line(["public"], "2026", Total::from_cents(1_795_600_000_000));
/// assert_eq!(table.into_text(), "capital,period,amount_usd\npublic,2026,17956000000.00\n");
/// ```
#[derive(Clone, Debug)]
pub struct ScheduleCsv {
    text: String,
}

impl ScheduleCsv {
    /// A schedule of these dimensions without lines.
    #[must_use]
    pub fn new(dimensions: &[Dimension]) -> Self {
        let mut text = String::new();
        push_line(&mut text, dimensions.iter().map(|dimension| dimension.key()).chain([PERIOD, AMOUNT]));
        Self { text }
    }

    /// Adds a line: the place in each dimension, the period, and the amount.
    pub fn line<T: AsRef<str>>(&mut self, keys: impl IntoIterator<Item = T>, period: &str, amount: Total) {
        for key in keys {
            push_cell(&mut self.text, &guarded(key.as_ref()));
            self.text.push(',');
        }
        push_line(&mut self.text, [period, &amount.to_string()]);
    }

    /// The whole file.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }
}

/// The allocations of `plan` as CSV, in the order of their codes. [`crate::columns::allocations::allocations`] reads it back
/// to the same rows.
#[must_use]
pub fn allocations_csv(plan: &Plan) -> String {
    let mut text = String::new();
    push_line(&mut text, ALLOCATIONS.needed.iter().chain(ALLOCATIONS.allowed));
    for row in plan.by_code() {
        push_line(&mut text, cells_of(row, plan));
    }
    text
}

/// The cells of one row, in the order of [`ALLOCATIONS`].
fn cells_of(row: &Allocation, plan: &Plan) -> [String; 24] {
    // Taken apart in full, so that a new field cannot be forgotten here.
    let Allocation {
        id,
        code,
        programme,
        instrument,
        capital,
        sector,
        purpose,
        booster,
        amount,
        start,
        end,
        profile,
        amount_grade,
        split_grade,
        sources,
        note,
        locked,
        paid,
        priority,
        cited,
    } = row;
    let funder = Dimension::Funder.of(row, plan);
    let cluster = booster.as_ref().map(ToString::to_string).unwrap_or_default();
    [
        code.to_string(),
        programme.to_string(),
        funder.to_owned(),
        instrument.key().to_owned(),
        capital.key().to_owned(),
        sector.to_string(),
        purpose.key().to_owned(),
        yes_or_no(booster.is_some()),
        cluster,
        amount.to_string(),
        start.to_string(),
        end.to_string(),
        profile.key().to_owned(),
        parameters_to_text(profile.parameters()),
        amount_grade.key().to_owned(),
        split_grade.key().to_owned(),
        joined(sources.iter().map(ToString::to_string)),
        joined(paid.iter().map(|paid| paid.amount.to_string())),
        joined(paid.iter().map(|paid| paid.quarter.to_string())),
        guarded(note).into_owned(),
        yes_or_no(*locked),
        id.to_string(),
        priority.class().to_string(),
        Cited::to_text(cited),
    ]
}

fn yes_or_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

fn joined(entries: impl Iterator<Item = String>) -> String {
    entries.collect::<Vec<_>>().join(&LIST_SIGN.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::columns::allocations::allocations;
    use crate::{File, Finding, Reason, shipped_plan};
    use model::{Id, Table};
    use proptest::prelude::*;

    fn read_back(text: &str, plan: &Plan) -> Result<Table<Allocation>, Vec<Finding>> {
        let file = File { name: "plan.csv", text };
        let read = allocations(file, plan, |place| Id::from_bits(u128::from(place)));
        read.map(Table::from_rows).map_err(|findings| findings.as_slice().to_vec())
    }

    #[test]
    fn the_shipped_plan_is_read_back_the_same() {
        let plan = shipped_plan().unwrap();
        let text = allocations_csv(&plan);
        assert_eq!(text, allocations_csv(&shipped_plan().unwrap()));
        assert_eq!(text.lines().count(), 100);
        assert_eq!(read_back(&text, &plan).unwrap(), plan.allocations);
    }

    #[test]
    fn a_formula_in_a_note_is_guarded_and_read_back() {
        let mut plan = shipped_plan().unwrap();
        for note in ["=HYPERLINK(\"http://x\",\"y\")", "@SUM(1)", "'=1", "a,b\n\"c\"", " =1", "-5"] {
            let mut row = plan.by_code()[0].as_ref().clone();
            note.clone_into(&mut row.note);
            row.locked = true;
            plan.allocations.put(row.into());
            let text = allocations_csv(&plan);
            assert!(!text.contains(",=") && !text.contains(",\"="), "{note}");
            assert_eq!(read_back(&text, &plan).unwrap(), plan.allocations, "{note}");
        }
    }

    #[test]
    fn typed_shares_keep_their_eighteen_places() {
        let mut plan = shipped_plan().unwrap();
        let mut row = plan.by_code()[0].as_ref().clone();
        let shares = [("s001", "0.333333333333333333"), ("s002", "0.666666666666666667")];
        let shares = shares.map(|(name, share)| (name.to_owned(), model::Share::read_fine(share).unwrap()));
        row.profile = model::Profile::new("typed", shares.into()).unwrap();
        plan.allocations.put(row.into());
        let text = allocations_csv(&plan);
        assert_eq!(read_back(&text, &plan).unwrap(), plan.allocations);
        let finer = text.replacen("0.333333333333333333", "0.3333333333333333333", 1);
        assert!(read_back(&finer, &plan).is_err());
    }

    #[test]
    fn a_file_without_priorities_gives_the_usual_one() {
        let mut plan = shipped_plan().unwrap();
        let mut row = plan.by_code()[0].as_ref().clone();
        row.priority = model::Priority::new(1).unwrap();
        plan.allocations.put(row.into());
        let whole = allocations_csv(&plan);
        assert!(whole.lines().next().unwrap().ends_with(",id,priority,field_sources"));
        assert_eq!(read_back(&whole, &plan).unwrap(), plan.allocations);
        // As it was written before fields had sources of their own.
        let text: String = whole.lines().map(|line| format!("{}\n", line.rsplit_once(',').unwrap().0)).collect();
        assert!(text.lines().nth(1).unwrap().ends_with(",1") && text.lines().nth(2).unwrap().ends_with(",5"));
        assert_eq!(read_back(&text, &plan).unwrap(), plan.allocations);
        let short: Vec<_> = text.lines().map(|line| line.rsplit_once(',').unwrap().0).collect();
        let old = read_back(&short.join("\n"), &plan).unwrap();
        assert_eq!(old, shipped_plan().unwrap().allocations);
        let empty = short.join(",\n").replacen(",id,", ",id,priority", 1);
        assert_eq!(read_back(&format!("{empty},"), &plan).unwrap(), old);
    }

    #[test]
    fn a_schedule_is_written_as_the_contract_says() {
        let mut table = ScheduleCsv::new(&[Dimension::Capital, Dimension::Cluster]);
        table.line(["public", ""], "2026-Q1", Total::from_cents(-5));
        table.line(["private", "green_agenda"], "after", Total::from_cents(100));
        let expected = "capital,cluster,period,amount_usd\npublic,,2026-Q1,-0.05\nprivate,green_agenda,after,1.00\n";
        assert_eq!(table.into_text(), expected);
        let mut whole = ScheduleCsv::new(&[]);
        whole.line::<&str>([], "2026", Total::from_cents(1));
        assert_eq!(whole.into_text(), "period,amount_usd\n2026,0.01\n");
    }

    /// What is replaced by what, then the row, column and reason that are named.
    type Case = (&'static str, &'static str, usize, &'static str, fn(&Reason) -> bool);

    /// The shipped rows with `from` in the first record row replaced by `to`.
    fn changed(from: &str, to: &str) -> Finding {
        let plan = shipped_plan().unwrap();
        let text = allocations_csv(&plan);
        assert!(text.contains(from), "{from}");
        let findings = read_back(&text.replacen(from, to, 1), &plan).unwrap_err();
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert_eq!(findings[0].file, "plan.csv");
        findings[0].clone()
    }

    #[test]
    fn each_bad_cell_is_named_with_row_column_and_reason() {
        let cases: &[Case] = &[
            ("35010000000.00", "NaN", 2, "amount_usd", |reason| matches!(reason, Reason::NotAnAmount(_))),
            ("35010000000.00", "1e999", 2, "amount_usd", |reason| matches!(reason, Reason::NotAnAmount(_))),
            ("35010000000.00", "", 2, "amount_usd", |reason| matches!(reason, Reason::Missing)),
            ("35010000000.00", "-1.00", 2, "amount_usd", |reason| matches!(reason, Reason::Negative(_))),
            ("35010000000.00", "1.005", 2, "amount_usd", |reason| matches!(reason, Reason::NotAnAmount(_))),
            ("35010000000.00", "999999999999999999999999999999", 2, "amount_usd", |reason| {
                matches!(reason, Reason::TooLarge(_))
            }),
            ("35010000000.00", "1.00", 2, "", |reason| matches!(reason, Reason::Rule(_))),
            ("2027-Q4", "2026-Q1", 2, "end_quarter", |reason| matches!(reason, Reason::EndBeforeStart { .. })),
            ("2027-Q4", "2027-Q5", 2, "end_quarter", |reason| matches!(reason, Reason::NotAQuarter(_))),
            ("5472616e636865000000000100000001,5", "5472616e636865000000000100000001,10", 2, "priority", |reason| {
                matches!(reason, Reason::UnknownWord { .. })
            }),
            ("5472616e636865000000000100000001,5", "5472616e636865000000000100000001,high", 2, "priority", |reason| {
                matches!(reason, Reason::UnknownWord { .. })
            }),
            ("uniform", "wavy", 2, "profile", |reason| matches!(reason, Reason::UnknownProfile(_))),
            ("uniform,{}", "trapezoid,{}", 2, "profile_parameters", |reason| {
                matches!(reason, Reason::BadParameters(_))
            }),
            (",budget_support,", ",castles,", 2, "sector", |reason| {
                matches!(reason, Reason::UnknownKey { table: "sectors", .. })
            }),
            (",eu_support_loan,eu,", ",eu_support_loan,japan,", 2, "funder", |reason| {
                matches!(reason, Reason::OtherFunder { .. })
            }),
            ("eu_support_loan", "nobody", 2, "programme", |reason| matches!(reason, Reason::UnknownKey { .. })),
            (",no,,", ",yes,,", 2, "cluster", |reason| matches!(reason, Reason::HalfFilled { .. })),
            (",no,,", ",maybe,,", 2, "booster", |reason| matches!(reason, Reason::NotYesOrNo(_))),
            ("I10;I12", "I10;X99", 2, "source_id", |reason| {
                matches!(reason, Reason::UnknownKey { table: "sources", .. })
            }),
            (",running,", ",certain,", 2, "amount_grade", |reason| matches!(reason, Reason::UnknownWord { .. })),
            (",3734400000.00,", ",,", 2, "paid_to_date_usd", |reason| matches!(reason, Reason::HalfFilled { .. })),
            ("A002", "A001", 3, "allocation_code", |reason| matches!(reason, Reason::Twice(_))),
            ("A002,", "A002,,", 3, "", |reason| matches!(reason, Reason::CellCount { found: 25, expected: 24 })),
        ];
        for (from, to, row, column, is_reason) in cases {
            let finding = changed(from, to);
            assert_eq!((finding.row, finding.column.as_str()), (*row, *column), "{from} -> {to}: {finding}");
            assert!(is_reason(&finding.reason), "{from} -> {to}: {finding}");
        }
    }

    #[test]
    fn a_wrong_header_is_named_column_by_column() {
        let plan = shipped_plan().unwrap();
        let text = allocations_csv(&plan);
        let reasons = |from: &str, to: &str| {
            let findings = read_back(&text.replacen(from, to, 1), &plan).unwrap_err();
            findings.into_iter().map(|finding| (finding.row, finding.column, finding.reason)).collect::<Vec<_>>()
        };
        assert_eq!(
            reasons(",amount_usd,", ",amount,"),
            [(1, "amount".to_owned(), Reason::ColumnUnknown), (1, "amount_usd".to_owned(), Reason::ColumnMissing)]
        );
        assert_eq!(reasons(",locked,", ",note,"), [(1, "note".to_owned(), Reason::ColumnTwice)]);
        for (text, reason) in [("", Reason::Empty), ("\n\n", Reason::Empty), ("\u{feff}", Reason::Empty)] {
            assert_eq!(read_back(text, &plan).unwrap_err()[0].reason, reason, "{text:?}");
        }
        let header_only = text.lines().next().unwrap();
        assert_eq!(read_back(header_only, &plan).unwrap_err()[0].reason, Reason::Empty);
    }

    #[test]
    fn every_bad_row_is_found_and_no_good_one_is_blamed() {
        let plan = shipped_plan().unwrap();
        let text = allocations_csv(&plan).replace(",trapezoid,", ",wavy,");
        let findings = read_back(&text, &plan).unwrap_err();
        assert_eq!(findings.len(), 85);
        assert!(findings.iter().all(|finding| finding.column == "profile"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,200}") {
            let plan = shipped_plan().unwrap();
            prop_assert!(read_back(&text, &plan).is_err());
        }

        #[test]
        fn any_note_survives_a_round_trip(note in "[^\\p{Cc}\\p{Cf}\\p{Cn}]{0,40}") {
            let mut plan = shipped_plan().unwrap();
            let mut row = plan.by_code()[5].as_ref().clone();
            row.note = note;
            plan.allocations.put(row.into());
            prop_assert_eq!(read_back(&allocations_csv(&plan), &plan).unwrap(), plan.allocations);
        }
    }
}
