//! The same share in each period: `F(t) = t`.

use super::{Curve, free};

/// Uniform, the usual profile of budget support.
pub(super) static UNIFORM: Curve = Curve {
    key: "uniform",
    parameters: &[],
    source: "Equal instalments; no model.",
    check: free,
    share: |_, k, n| k / n,
};
