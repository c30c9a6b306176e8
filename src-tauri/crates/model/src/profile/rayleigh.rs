//! The Norden–Rayleigh curve, cut at the end of the span: `F(t) = (1 − e^(−a t²)) / (1 − e^(−a))`.
//!
//! Payment peaks at `1 / √(2a)`; `a = 3.5` has 97 % of an endless curve inside the span.

use super::parameter::value;
use super::series::fading;
use super::{Curve, Parameter, free, one_span};

const PACE: Parameter = Parameter::one("a", "0.01", "60", "3.5");

/// Rises in a straight line, then fades away.
pub(super) static RAYLEIGH: Curve = Curve {
    key: "rayleigh",
    parameters: &[PACE],
    source: "Norden–Rayleigh curve of development effort, as in the SCEA tutorial of 2004.",
    check: free,
    natural: one_span,
    shape: |parameters, span| {
        let pace = value(parameters, &PACE);
        Box::new(move |k| {
            let t = k / span;
            fading(pace, t * t)
        })
    },
};
