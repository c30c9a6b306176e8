//! Payment that falls or rises in a straight line: `F(t) = t + s (t − t²)`.
//!
//! `s = 1` begins at twice the average and ends at nothing; `s = −1` is its mirror image.

use rust_decimal::Decimal;

use super::{Curve, Parameter, Parameters, free, value};

fn share(parameters: &Parameters, k: Decimal, n: Decimal) -> Decimal {
    let t = k / n;
    t + value(parameters, "s") * (t - t * t)
}

/// More at the beginning.
pub(super) static FRONT: Curve = Curve {
    key: "front_linear",
    parameters: &[Parameter { key: "s", least: "0", greatest: "1", usual: "1" }],
    source: "Linear payment rate; no model.",
    check: free,
    share,
};

/// More at the end.
pub(super) static BACK: Curve = Curve {
    key: "back_linear",
    parameters: &[Parameter { key: "s", least: "-1", greatest: "0", usual: "-1" }],
    source: "Linear payment rate; no model.",
    check: free,
    share,
};
