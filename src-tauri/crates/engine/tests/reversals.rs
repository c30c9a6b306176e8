//! What is taken back when a step is undone, and what is not. Each case was once wrong.

#![allow(clippy::unwrap_used)]

use engine::{Every, Measure, Schedule, schedule};
use model::{Quarter, sketch};

/// The schedule of one grant to a group, planned for 2026-Q4 at once, with these further lines.
fn told(amount: &str, lines: &str) -> Schedule {
    let text = format!(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20\n\
         A001 eu grant energy {amount} 2026-Q4..2026-Q4 uniform group\n{lines}"
    );
    schedule(&sketch::plan(&text).unwrap())
}

/// What is paid of the grant, in whole dollars, in each quarter in which anything is.
fn paid(told: &Schedule) -> Vec<(String, i64)> {
    let (cells, _) = told.row(0).told(Measure::Paid, Every::Quarter);
    let first: Quarter = told.first();
    let each = cells.into_iter().zip(0..).map(|(cell, at)| (first.plus(at).to_string(), cell.cents() / 100));
    each.filter(|(_, dollars)| *dollars != 0).collect()
}

fn flows(list: &[(&str, i64)]) -> Vec<(String, i64)> {
    list.iter().map(|(quarter, dollars)| ((*quarter).to_owned(), *dollars)).collect()
}

#[test]
fn what_is_released_after_a_reversal_waits_for_its_own_lag() {
    let told = told(
        "600.00",
        "terms group from 2026-Q1 proportional window 20 lag 2\n\
         step S01 group due 2027-Q1 met 2027-Q1 reversed 2028-Q2\nstep S02 group due 2028-Q3\n",
    );
    assert_eq!(paid(&told), flows(&[("2027-Q3", 300), ("2028-Q2", -300), ("2029-Q1", 300)]));
}

#[test]
fn new_money_does_not_lapse_for_money_that_was_taken_back() {
    let told = told(
        "600.00",
        "A002 eu grant transport 600.00 2030-Q3..2030-Q3 uniform\ncap 600.00 carry 1\n\
         terms group from 2026-Q1 proportional window 20 lag 0\n\
         step S01 group due 2027-Q1 met 2027-Q1 reversed 2030-Q1\nstep S02 group due 2030-Q4\n",
    );
    assert_eq!(paid(&told), flows(&[("2027-Q1", 300), ("2030-Q1", -300), ("2031-Q1", 300)]));
}

#[test]
fn a_step_that_was_undone_does_not_count_with_those_that_come_later() {
    let told = told(
        "600.00",
        "terms group from 2026-Q1 all_or_nothing window 20 lag 0 clawback 0.5\n\
         step S01 group due 2027-Q1 met 2027-Q1 reversed 2028-Q1\nstep S02 group due 2029-Q1\n",
    );
    assert_eq!(paid(&told), []);
}

#[test]
fn each_reversal_is_clawed_back_by_the_terms_of_its_own_day() {
    let told = told(
        "600.00",
        "terms group from 2026-Q1 proportional window 40 lag 2 clawback 1\n\
         terms group from 2029-Q1 proportional window 40 lag 2 clawback 0.5\n\
         step S01 group due 2027-Q1 met 2027-Q1 reversed 2028-Q1\nstep S02 group due 2027-Q1 met 2027-Q1 reversed 2030-Q1\n\
         step S03 group due 2027-Q1 met 2027-Q1\n",
    );
    assert_eq!(paid(&told), flows(&[("2027-Q3", 600), ("2028-Q1", -200), ("2030-Q1", -100)]));
}

#[test]
fn a_step_that_is_undone_before_it_is_due_has_its_window_all_the_same() {
    let told = told(
        "600.00",
        "terms group from 2026-Q1 proportional window 4 lag 2\n\
         step S01 group due 2030-Q1 met 2027-Q1 reversed 2027-Q3\nstep S02 group due 2027-Q1 met 2027-Q1\n",
    );
    assert_eq!(paid(&told), flows(&[("2027-Q3", 300)]));
    let at_risk = told.totals(Measure::AtRisk, Every::Quarter).0;
    let quarters: Vec<usize> = (0..40).filter(|at| at_risk[*at].cents() != 0).collect();
    assert_eq!(quarters, [16, 17, 18, 19], "2030, and lost from 2031 on");
    assert_eq!(told.totals(Measure::Lost, Every::Year).0[5].to_string(), "300.00");
}

#[test]
fn what_was_released_under_terms_older_than_the_package_stays_released() {
    for (lag, last) in [(0, "2030-Q1"), (1, "2030-Q2")] {
        let told = told(
            "600.00",
            &format!(
                "terms group from 2025-Q1 floor 0.5 window 40 lag {lag}\n\
                 terms group from 2026-Q1 proportional window 40 lag {lag}\nstep S01 group due 2030-Q1\n"
            ),
        );
        assert_eq!(paid(&told), flows(&[("2026-Q4", 300), (last, 300)]));
    }
}

#[test]
fn what_still_waits_is_paid_in_the_quarter_in_which_other_money_is_taken_back() {
    let step = |code: u32, rest: &str| format!("step S{code:02} group due 2027-Q1 met 2027-Q1 {rest}\n");
    let steps = step(1, "reversed 2029-Q1") + &step(2, "") + &step(3, "") + &step(4, "");
    let told = told("1200.00", &format!("cap 300.00\nterms group from 2026-Q1 proportional window 40 lag 0\n{steps}"));
    assert_eq!(paid(&told), flows(&[("2027-Q1", 300), ("2028-Q1", 300), ("2029-Q1", 300)]));
}
