//! Writing CSV: the sectors against their needs. The manners are those of the other tables (`csv.rs`).

use model::{Key, Share, Total};

use crate::csv::push_line;

/// The columns of [`needs_csv`].
const NEEDS: [&str; 6] = ["sector", "need", "allocated", "funded", "gap", "coverage"];

/// What a sector needs, and what is allocated to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedsLine {
    /// The sector.
    pub sector: Key,
    /// What it needs, where the assessment says so.
    pub need: Option<Total>,
    /// What is allocated to it.
    pub allocated: Total,
    /// What is signed or running.
    pub funded: Total,
    /// What is missing, where there is a need.
    pub gap: Option<Total>,
    /// What is allocated as a share of the need, where there is one.
    pub coverage: Option<Share>,
}

/// The needs as CSV, in US dollars: `sector,need,allocated,funded,gap,coverage`, lines in the order given. What is not
/// stated is empty; the coverage is a share, 1 for the whole need.
///
/// ```
/// use model::Total;
/// let line = exchange::NeedsLine {
///     sector: "energy".parse()?,
///     need: Some(Total::from_cents(400)),
///     allocated: Total::from_cents(100),
///     funded: Total::from_cents(50),
///     gap: Some(Total::from_cents(300)),
///     coverage: Some("0.25".parse()?),
/// };
/// let text = exchange::needs_csv(&[line]);
/// assert_eq!(text, "sector,need,allocated,funded,gap,coverage\nenergy,4.00,1.00,0.50,3.00,0.25\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn needs_csv(lines: &[NeedsLine]) -> String {
    let mut text = String::new();
    push_line(&mut text, NEEDS);
    for line in lines {
        let amount = |amount: Option<Total>| amount.map(|amount| amount.to_string()).unwrap_or_default();
        let cells = [
            line.sector.to_string(),
            amount(line.need),
            line.allocated.to_string(),
            line.funded.to_string(),
            amount(line.gap),
            line.coverage.map(|share| share.to_string()).unwrap_or_default(),
        ];
        push_line(&mut text, cells);
    }
    text
}
