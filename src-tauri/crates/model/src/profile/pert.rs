//! The PERT curve: the beta distribution with `alpha = 1 + lambda × mode` and `beta = 1 + lambda × (1 − mode)`.
//!
//! The usual weight `lambda` of the mode is 4, which makes the mean `(1 + 4 mode) / 6`. At nought the curve is uniform.

use rust_decimal::Decimal;

use super::parameter::value;
use super::series::IncompleteBeta;
use super::{Curve, Handle, Parameter, free, one_span};

const MODE: Parameter = Parameter::one("mode", "0", "1", "0.35").dragged(Handle::At);
const WEIGHT: Parameter = Parameter::one("lambda", "0", "60", "4").optional();

/// One hump whose peak is named.
pub(super) static PERT: Curve = Curve {
    key: "pert",
    parameters: &[MODE, WEIGHT],
    source: "PERT: Malcolm, Roseboom, Clark and Fazar, Operations Research 7 (1959), 646–669.",
    check: free,
    natural: one_span,
    shape: |parameters, span| {
        let (mode, weight) = (value(parameters, &MODE), value(parameters, &WEIGHT));
        let alpha = Decimal::ONE + weight * mode;
        let curve = IncompleteBeta::new(alpha, Decimal::TWO + weight - alpha);
        Box::new(move |k| curve.at(k / span))
    },
};
