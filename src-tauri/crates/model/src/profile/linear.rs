//! Payment that falls or rises in a straight line: `F(t) = t + s (t − t²)`.
//!
//! `s = 1` begins at twice the average and ends at nothing; `s = −1` is its mirror image.

use rust_decimal::Decimal;

use super::parameter::value;
use super::{Curve, Parameter, Shape, free, one_span};

const EARLIER: Parameter = Parameter::one("s", "0", "1", "1");
const LATER: Parameter = Parameter::one("s", "-1", "0", "-1");

/// More at the beginning.
pub(super) static FRONT: Curve = Curve {
    key: "front_linear",
    parameters: &[EARLIER],
    source: "Linear payment rate; no model.",
    check: free,
    natural: one_span,
    shape: |parameters, span| bent(value(parameters, &EARLIER), span),
};

/// More at the end.
pub(super) static BACK: Curve = Curve {
    key: "back_linear",
    parameters: &[LATER],
    source: "Linear payment rate; no model.",
    check: free,
    natural: one_span,
    shape: |parameters, span| bent(value(parameters, &LATER), span),
};

fn bent(s: Decimal, span: Decimal) -> Shape {
    Box::new(move |k| {
        let t = k / span;
        t + s * (t - t * t)
    })
}
