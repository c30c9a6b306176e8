//! Curves measured on World Bank portfolios.
//!
//! Disbursed share of net commitments by age of the operation (IBRD, 31 May 2023, and IDA, 31 July 2024; approvals since
//! 2005), made monotone, at the middle of each age bucket from half a year to seven and a half, divided by the last value
//! so that the curve ends at one; straight lines between the points, and nothing at age nought. A cross-section of
//! vintages, not one cohort followed over time. The shares are those of `assets/baseline/wb_disbursement_profile.csv`.

use rust_decimal::Decimal;

use super::{Curve, Shape, free, one_span};

/// Cumulative share of net commitments, in 1/10,000, in the middle of the buckets 0-1, 1-2, ... 7-8 years.
const INVESTMENT_SHARES: [i64; 8] = [1251, 2448, 3752, 5166, 5517, 6987, 8059, 9109];
/// Likewise for policy lending, which the statements let us tell apart for IBRD as a whole (`IBRD_policy_all`).
const POLICY_SHARES: [i64; 8] = [7014, 9675, 9906, 9906, 9906, 9906, 9906, 9906];

/// Investment lending: about six to eight years from approval to the last payment.
pub(super) static INVESTMENT: Curve = Curve {
    key: "empirical_wb_investment",
    parameters: &[],
    source: "World Bank, IBRD and IDA statements of loans and credits (sources H01, H02): investment lending, pooled.",
    check: free,
    natural: one_span,
    shape: |_, span| interpolate(&INVESTMENT_SHARES, span),
};

/// Policy lending: most of it in the first two years.
pub(super) static POLICY: Curve = Curve {
    key: "empirical_wb_policy",
    parameters: &[],
    source: "World Bank, IBRD statement of loans (source H01): policy lending.",
    check: free,
    natural: one_span,
    shape: |_, span| interpolate(&POLICY_SHARES, span),
};

/// The curve through nought and the eight points at ages 1/15, 3/15, ... 15/15 of the span.
fn interpolate(shares: &'static [i64; 8], span: Decimal) -> Shape {
    let last = Decimal::from(shares[7]);
    Box::new(move |k| {
        let fifteenths = k * Decimal::from(15) / span;
        let mut before = (Decimal::ZERO, Decimal::ZERO);
        for (bucket, share) in shares.iter().enumerate() {
            let here = (Decimal::from(2 * bucket + 1), Decimal::from(*share));
            if fifteenths <= here.0 {
                let reached = before.1 + (here.1 - before.1) * (fifteenths - before.0) / (here.0 - before.0);
                return reached / last;
            }
            before = here;
        }
        Decimal::ONE
    })
}
