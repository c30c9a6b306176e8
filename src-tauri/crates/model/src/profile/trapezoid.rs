//! A ramp up, a level stretch and a ramp down.
//!
//! With `h = 1 / (1 − (u + d)/2)`: `F(t) = h t²/(2u)` for `t < u`; `h (t − u/2)` for `u ≤ t ≤ 1 − d`;
//! `1 − h (1 − t)²/(2d)` for `t > 1 − d`.

use rust_decimal::Decimal;

use super::{Curve, Parameter, Parameters, ProfileRefusal, value};
use crate::Share;

/// The shape most easily explained to a ministry.
pub(super) static TRAPEZOID: Curve = Curve {
    key: "trapezoid",
    parameters: &[
        Parameter { key: "u", least: "0", greatest: "1", usual: "0.2" },
        Parameter { key: "d", least: "0", greatest: "1", usual: "0.3" },
    ],
    source: "Piecewise linear payment rate; no model.",
    check: |parameters| {
        let (u, d) = (value(parameters, "u"), value(parameters, "d"));
        if u + d > Decimal::ONE {
            return Err(ProfileRefusal::RampsOverlap { u: Share::quantised(u), d: Share::quantised(d) });
        }
        Ok(())
    },
    share,
};

fn share(parameters: &Parameters, k: Decimal, n: Decimal) -> Decimal {
    let (u, d) = (value(parameters, "u"), value(parameters, "d"));
    let two = Decimal::TWO;
    let t = k / n;
    let level = Decimal::ONE - (u + d) / two;
    if t < u {
        return t * t / (two * u * level);
    }
    let left = Decimal::ONE - t;
    if left < d {
        return Decimal::ONE - left * left / (two * d * level);
    }
    (t - u / two) / level
}
