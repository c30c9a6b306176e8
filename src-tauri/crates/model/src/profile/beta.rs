//! The beta distribution over the span: `F(t) = I_t(alpha, beta)`, the regularised incomplete beta function.
//!
//! Payment peaks at `(alpha − 1) / (alpha + beta − 2)` where both are above one. Both are bounded by 0.1 and 100, between
//! which the continued fraction keeps its places and takes at most some hundred steps.

use super::parameter::value;
use super::series::IncompleteBeta;
use super::{Curve, Parameter, free, one_span};

const ALPHA: Parameter = Parameter::one("alpha", "0.1", "100", "2");
const BETA_SHAPE: Parameter = Parameter::one("beta", "0.1", "100", "3");

/// One hump of any lean.
pub(super) static BETA: Curve = Curve {
    key: "beta",
    parameters: &[ALPHA, BETA_SHAPE],
    source: "Beta distribution: NIST Digital Library of Mathematical Functions, 8.17, https://dlmf.nist.gov/8.17.",
    check: free,
    natural: one_span,
    shape: |parameters, span| {
        let curve = IncompleteBeta::new(value(parameters, &ALPHA), value(parameters, &BETA_SHAPE));
        Box::new(move |k| curve.at(k / span))
    },
};
