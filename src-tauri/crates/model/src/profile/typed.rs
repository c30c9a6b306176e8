//! Shares typed one by one, for equal parts of the span: within a part payment is even.
//!
//! A share may have eighteen places, so that it meets an amount somebody typed to the cent.

use rust_decimal::Decimal;

use super::parameter::{add_to_one, list};
use super::{Curve, Parameter, Shape, one_span};

const SHARES: Parameter = Parameter::shares("s", 400, &["0.25", "0.25", "0.25", "0.25"]).fine();

/// Whatever was agreed.
pub(super) static TYPED: Curve = Curve {
    key: "typed",
    parameters: &[SHARES],
    source: "Shares typed in; no model.",
    check: |parameters| add_to_one("typed", &SHARES, parameters),
    natural: one_span,
    shape: |parameters, span| steps(list(parameters, &SHARES), span),
};

/// The curve that gets `shares[0]` in the first of equal parts, `shares[1]` in the second and so on.
fn steps(shares: Vec<Decimal>, span: Decimal) -> Shape {
    let parts = Decimal::from(shares.len());
    let before = running(&shares);
    Box::new(move |k| along(&before, &shares, k * parts / span))
}

/// What was reached before each entry.
pub(super) fn running(entries: &[Decimal]) -> Vec<Decimal> {
    let sums = entries.iter().scan(Decimal::ZERO, |sum, entry| {
        let before = *sum;
        *sum += *entry;
        Some(before)
    });
    sums.collect()
}

/// What is reached at `place`, counted in entries, where each entry comes evenly.
pub(super) fn along(before: &[Decimal], entries: &[Decimal], place: Decimal) -> Decimal {
    let full = usize::try_from(place.trunc()).unwrap_or(usize::MAX);
    match (before.get(full), entries.get(full)) {
        (Some(before), Some(entry)) => before + entry * place.fract(),
        _ => entries.iter().sum(),
    }
}
