//! Writing CSV: the four states of booster money, and what waits because not all can be absorbed.
//!
//! The manners are those of the other tables (`csv.rs`): decimal strings with two places and a point, keys never guarded.

use model::{Code, Key, Total};

use crate::csv::push_line;

/// The columns of [`booster_csv`].
const BOOSTER: [&str; 5] = ["period", "released", "at_risk", "not_yet_due", "lost"];
/// The columns of [`backlog_csv`].
const BACKLOG: [&str; 6] = ["period", "allocation_code", "programme", "sector", "backlog", "lapsed"];

/// Booster money at the end of a period, every cent of it in one of four states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoosterLine {
    /// The period: `2026` or `2026-Q1`.
    pub period: String,
    /// Its steps are met.
    pub released: Total,
    /// Its steps are late and can still be met.
    pub at_risk: Total,
    /// Its steps are not due yet.
    pub not_yet_due: Total,
    /// Its steps can no longer be met.
    pub lost: Total,
}

/// What of one row waits at the end of a period, and what lapsed within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BacklogLine {
    /// The period: `2026`, `2026-Q1` or `after`.
    pub period: String,
    /// The row.
    pub allocation: Code,
    /// Its programme.
    pub programme: Key,
    /// Its sector.
    pub sector: Key,
    /// What waits.
    pub backlog: Total,
    /// What lapsed within the period because it had waited too long.
    pub lapsed: Total,
}

/// The booster as CSV, in US dollars: `period,released,at_risk,not_yet_due,lost`, lines in the order given.
///
/// ```
/// use model::Total;
/// let line = exchange::BoosterLine {
///     period: "2027".to_owned(),
///     released: Total::from_cents(100),
///     at_risk: Total::from_cents(0),
///     not_yet_due: Total::from_cents(250),
///     lost: Total::from_cents(0),
/// };
/// assert_eq!(exchange::booster_csv(&[line]), "period,released,at_risk,not_yet_due,lost\n2027,1.00,0.00,2.50,0.00\n");
/// ```
#[must_use]
pub fn booster_csv(lines: &[BoosterLine]) -> String {
    let mut text = String::new();
    push_line(&mut text, BOOSTER);
    for line in lines {
        let states = [line.released, line.at_risk, line.not_yet_due, line.lost].map(|amount| amount.to_string());
        push_line(&mut text, std::iter::once(line.period.clone()).chain(states));
    }
    text
}

/// What waits and what lapsed as CSV, in US dollars: `period,allocation_code,programme,sector,backlog,lapsed`, lines in
/// the order given.
#[must_use]
pub fn backlog_csv(lines: &[BacklogLine]) -> String {
    let mut text = String::new();
    push_line(&mut text, BACKLOG);
    for line in lines {
        let BacklogLine { period, allocation, programme, sector, backlog, lapsed } = line;
        let cells = [
            period.clone(),
            allocation.to_string(),
            programme.to_string(),
            sector.to_string(),
            backlog.to_string(),
            lapsed.to_string(),
        ];
        push_line(&mut text, cells);
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_waits_is_written_with_its_row() {
        let line = BacklogLine {
            period: "after".to_owned(),
            allocation: "A017".parse().unwrap(),
            programme: "eu_support_loan".parse().unwrap(),
            sector: "energy".parse().unwrap(),
            backlog: Total::from_cents(4_500_000_000_000),
            lapsed: Total::from_cents(1),
        };
        let expected = "period,allocation_code,programme,sector,backlog,lapsed\n\
                        after,A017,eu_support_loan,energy,45000000000.00,0.01\n";
        assert_eq!(backlog_csv(&[line]), expected);
        assert_eq!(backlog_csv(&[]), "period,allocation_code,programme,sector,backlog,lapsed\n");
    }
}
