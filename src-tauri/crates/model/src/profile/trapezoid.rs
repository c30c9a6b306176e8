//! A ramp up, a level stretch and a ramp down.
//!
//! With `h = 1 / (1 − (u + d)/2)`: `F(t) = h t²/(2u)` for `t < u`; `h (t − u/2)` for `u ≤ t ≤ 1 − d`;
//! `1 − h (1 − t)²/(2d)` for `t > 1 − d`.

use rust_decimal::Decimal;

use super::parameter::value;
use super::{Curve, Handle, Parameter, ProfileRefusal, Shape, one_span};
use crate::Share;

const RAMP_UP: Parameter = Parameter::one("u", "0", "1", "0.2").dragged(Handle::At);
const RAMP_DOWN: Parameter = Parameter::one("d", "0", "1", "0.3").dragged(Handle::FromEnd);

/// The shape most easily explained to a ministry.
pub(super) static TRAPEZOID: Curve = Curve {
    key: "trapezoid",
    parameters: &[RAMP_UP, RAMP_DOWN],
    source: "Piecewise linear payment rate; no model.",
    check: |parameters| {
        let (u, d) = (value(parameters, &RAMP_UP), value(parameters, &RAMP_DOWN));
        if u + d > Decimal::ONE {
            return Err(ProfileRefusal::RampsOverlap { u: Share::quantised(u), d: Share::quantised(d) });
        }
        Ok(())
    },
    natural: one_span,
    shape: |parameters, span| ramps(value(parameters, &RAMP_UP), value(parameters, &RAMP_DOWN), span),
};

fn ramps(u: Decimal, d: Decimal, span: Decimal) -> Shape {
    let two = Decimal::TWO;
    let level = Decimal::ONE - (u + d) / two;
    Box::new(move |k| {
        let t = k / span;
        if t < u {
            return t * t / (two * u * level);
        }
        let left = Decimal::ONE - t;
        if left < d {
            return Decimal::ONE - left * left / (two * d * level);
        }
        (t - u / two) / level
    })
}
