//! A curve through points typed in or read from a table: straight lines from nothing at the beginning through the shares
//! `f001`, `f002`, … at the times `t001`, `t002`, …, the last of which is the whole at the end.

use rust_decimal::Decimal;

use super::parameter::list;
use super::{Curve, Parameter, Parameters, ProfileRefusal, Shape, one_span};
use crate::Share;

const MOST: usize = 400;
const TIMES: Parameter = Parameter::shares("t", MOST, &["0.5", "1"]);
const SHARES: Parameter = Parameter::shares("f", MOST, &["0.5", "1"]);

/// Whatever was measured.
pub(super) static EMPIRICAL: Curve = Curve {
    key: "empirical",
    parameters: &[TIMES, SHARES],
    source: "Points typed in or read from a table; no model.",
    check,
    natural: one_span,
    shape: |parameters, span| through(points(parameters), span),
};

/// The points, that at nought first.
fn points(parameters: &Parameters) -> Vec<(Decimal, Decimal)> {
    let told = list(parameters, &TIMES).into_iter().zip(list(parameters, &SHARES));
    std::iter::once((Decimal::ZERO, Decimal::ZERO)).chain(told).collect()
}

fn check(parameters: &Parameters) -> Result<(), ProfileRefusal> {
    let counts = [&TIMES, &SHARES].map(|known| list(parameters, known).len());
    if let Some((known, count)) =
        [&TIMES, &SHARES].into_iter().zip(counts).find(|(_, count)| *count < counts[0].max(counts[1]))
    {
        return Err(ProfileRefusal::MissingParameter { profile: "empirical", parameter: known.name(count + 1) });
    }
    let points = points(parameters);
    for (point, pair) in points.windows(2).enumerate().map(|(at, pair)| (at + 1, pair)) {
        let ((earlier, before), (time, share)) = (pair[0], pair[1]);
        if time <= earlier {
            let (time, before) = (Share::quantised(time), Share::quantised(earlier));
            return Err(ProfileRefusal::OutOfOrder { point, time, before });
        }
        if share < before {
            let (share, before) = (Share::quantised(share), Share::quantised(before));
            return Err(ProfileRefusal::Falls { point, share, before });
        }
    }
    match points.last() {
        Some((time, share)) if *time != Decimal::ONE || *share != Decimal::ONE => {
            Err(ProfileRefusal::EndsElsewhere { time: Share::quantised(*time), share: Share::quantised(*share) })
        }
        _ => Ok(()),
    }
}

/// Straight lines from point to point.
fn through(points: Vec<(Decimal, Decimal)>, span: Decimal) -> Shape {
    Box::new(move |k| {
        let next = points.partition_point(|(time, _)| *time * span < k).clamp(1, points.len() - 1);
        let ((from, before), (to, share)) = (points[next - 1], points[next]);
        let reached = before + (share - before) * (k - from * span) / ((to - from) * span);
        reached.clamp(before, share)
    })
}
