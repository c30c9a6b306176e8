//! The Weibull curve, cut at the end of the span: `F(t) = f(t) / f(1)` with `f(t) = 1 − e^(−(t/scale)^shape)`.
//!
//! `scale` is the time at which an endless curve has paid 63 %. The bounds keep `(1/scale)^shape` between 10⁻¹⁰ and 1.1 × 10¹³,
//! where no digit of the twelve is lost.

use rust_decimal::Decimal;

use super::parameter::value;
use super::series::{exp, fading, ln, power};
use super::{Curve, Handle, Parameter, free, one_span};

const SHAPE: Parameter = Parameter::one("shape", "0.2", "10", "1.8");
const SCALE: Parameter = Parameter::one("scale", "0.05", "10", "0.5").dragged(Handle::At);

/// A hump with a long or a short tail.
pub(super) static WEIBULL: Curve = Curve {
    key: "weibull",
    parameters: &[SHAPE, SCALE],
    source: "Weibull distribution, as fitted to the budgets of Goddard Space Flight Center projects: NASA, NTRS 19910016622.",
    check: free,
    natural: one_span,
    shape: |parameters, span| {
        let (shape, scale) = (value(parameters, &SHAPE), value(parameters, &SCALE));
        let ln_scale = ln(scale);
        if scale > Decimal::ONE {
            // The hazard (1/scale)^shape is below one; it is taken apart from t^shape, so that no digits are lost.
            let whole = exp(-shape * ln_scale);
            return Box::new(move |k| fading(whole, power(k / span, shape)));
        }
        // e^5 is above 65, beyond which nothing is left to pay.
        let hazard = move |ln_t: Decimal| exp((shape * (ln_t - ln_scale)).min(Decimal::from(5)));
        let paid = move |ln_t: Decimal| Decimal::ONE - exp(-hazard(ln_t));
        let all = paid(Decimal::ZERO);
        Box::new(move |k| paid(ln(k / span)) / all)
    },
};
