//! NASA's beta curve: `F(t) = 10 t² (1 − t)² (A + B t) + t⁴ (5 − 4 t)`.
//!
//! The share spent at half time is `(10 A + 5 B + 3) / 16`. It rises everywhere exactly where `A`, `B` and `1 − A − B` are
//! not negative: its slope is `10 t (1 − t) (2A + (3B − 4A) t + (2 − 5B) t²)`.

use rust_decimal::Decimal;

use super::parameter::value;
use super::{Curve, Parameter, ProfileRefusal, one_span};
use crate::Share;

const EARLY: Parameter = Parameter::one("A", "0", "1", "0.32");
const MIDDLE: Parameter = Parameter::one("B", "0", "1", "0.68");

/// A hump told by the share spent at half time.
pub(super) static NASA_BETA: Curve = Curve {
    key: "nasa_beta",
    parameters: &[EARLY, MIDDLE],
    source: "NASA Cost Estimating Handbook, beta curve for phasing.",
    check: |parameters| {
        let sum = value(parameters, &EARLY) + value(parameters, &MIDDLE);
        if sum > Decimal::ONE {
            let sum = Share::quantised(sum);
            return Err(ProfileRefusal::MoreThanWhole { profile: "nasa_beta", parameters: "A + B", sum });
        }
        Ok(())
    },
    natural: one_span,
    shape: |parameters, span| {
        let (early, middle) = (value(parameters, &EARLY), value(parameters, &MIDDLE));
        Box::new(move |k| {
            let t = k / span;
            let square = t * t;
            let left = Decimal::ONE - t;
            Decimal::TEN * square * left * left * (early + middle * t)
                + square * square * (Decimal::from(5) - Decimal::from(4) * t)
        })
    },
};
