//! The same share in each period: `F(t) = t`.

use super::{Curve, free, one_span};

/// Uniform, the usual profile of budget support.
pub(super) static UNIFORM: Curve = Curve {
    key: "uniform",
    parameters: &[],
    source: "Equal instalments; no model.",
    check: free,
    natural: one_span,
    shape: |_, span| Box::new(move |k| k / span),
};
