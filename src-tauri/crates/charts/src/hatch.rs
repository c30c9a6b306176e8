//! Hatching: plotters has no patterns, so the stripes over a shape are cut to it here, in whole grid units. A stripe runs
//! from bottom left to top right, so that over a rectangle every corner of a cut stripe is a whole number.

/// A corner in grid units: x to the right, y down.
pub type Corner = (i32, i32);

/// A rectangle in grid units; `left <= right`, `top <= bottom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Smallest x.
    pub left: i32,
    /// Smallest y.
    pub top: i32,
    /// Largest x.
    pub right: i32,
    /// Largest y.
    pub bottom: i32,
}

/// The stripes over `bounds`, `width` wide and `spacing` apart measured along x, each a polygon that lies inside. The
/// stripes of neighbouring rectangles join: they are counted from the picture's corner, not from the rectangle's.
#[must_use]
pub fn stripes(bounds: Bounds, width: i32, spacing: i32) -> Vec<Vec<Corner>> {
    let Bounds { left, top, right, bottom } = bounds;
    if left >= right || top >= bottom {
        return Vec::new();
    }
    stripes_in(&[(left, top), (right, top), (right, bottom), (left, bottom)], width, spacing)
}

/// The same over a convex polygon: each stripe to the nearest grid unit.
pub(crate) fn stripes_in(corners: &[Corner], width: i32, spacing: i32) -> Vec<Vec<Corner>> {
    // On a stripe x + y lies between `start` and `start + width`.
    let along = corners.iter().map(|(x, y)| x + y);
    let (Some(least), Some(most)) = (along.clone().min(), along.max()) else { return Vec::new() };
    if width <= 0 || spacing <= width || area(corners) == 0 {
        return Vec::new();
    }
    let (first, last) = ((least - width).div_euclid(spacing), most.div_euclid(spacing));
    (first..=last).filter_map(|count| stripe(corners, count * spacing, width)).collect()
}

fn stripe(corners: &[Corner], start: i32, width: i32) -> Option<Vec<Corner>> {
    let polygon = cut(&cut(corners, start, 1), start + width, -1);
    (polygon.len() >= 3 && area(&polygon) > 0).then_some(polygon)
}

/// The part of a polygon where `side * (x + y - limit)` is not negative. On an edge that is level or upright the crossing
/// is a whole number; elsewhere it is the nearest one.
fn cut(corners: &[Corner], limit: i32, side: i32) -> Vec<Corner> {
    let inside = |(x, y): Corner| side * (x + y - limit);
    let mut kept = Vec::with_capacity(corners.len() + 2);
    for (index, &from) in corners.iter().enumerate() {
        let to = corners[(index + 1) % corners.len()];
        if inside(from) >= 0 {
            kept.push(from);
        }
        if inside(from).signum() * inside(to).signum() < 0 {
            let (before, behind) = (i64::from(inside(from).abs()), i64::from(inside(to).abs()));
            let between = |a: i32, b: i32| {
                let moved = i64::from(b - a) * before;
                let whole = before + behind;
                // Halves away from nought, so that a mirrored edge is cut in the mirrored place.
                let rounded = (2 * moved.abs() + whole) / (2 * whole) * moved.signum();
                a + i32::try_from(rounded).unwrap_or(0)
            };
            kept.push((between(from.0, to.0), between(from.1, to.1)));
        }
    }
    kept
}

/// Twice the area of a polygon, without its sign.
fn area(corners: &[Corner]) -> i64 {
    let cross = |(ax, ay): Corner, (bx, by): Corner| i64::from(ax) * i64::from(by) - i64::from(bx) * i64::from(ay);
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(|(a, b)| cross(*a, *b)).sum::<i64>().abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_a_stripe_at_a_corner() {
        let bounds = Bounds { left: 0, top: 0, right: 10, bottom: 10 };
        assert_eq!(stripes(bounds, 4, 100), [vec![(0, 0), (4, 0), (0, 4)]]);
    }

    #[test]
    fn draws_nothing_over_nothing() {
        assert!(stripes(Bounds { left: 5, top: 5, right: 5, bottom: 50 }, 2, 6).is_empty());
        assert!(stripes(Bounds { left: 5, top: 5, right: 50, bottom: 50 }, 0, 6).is_empty());
    }

    proptest! {
        #[test]
        fn stays_inside(left in 0..5000, top in 0..5000, wide in 1..900, high in 1..900, width in 1..30, gap in 1..60) {
            let bounds = Bounds { left, top, right: left + wide, bottom: top + high };
            for polygon in stripes(bounds, width, width + gap) {
                for (x, y) in polygon {
                    prop_assert!((bounds.left..=bounds.right).contains(&x), "{x} outside {bounds:?}");
                    prop_assert!((bounds.top..=bounds.bottom).contains(&y), "{y} outside {bounds:?}");
                }
            }
        }

        /// Over whole periods in x the stripes cover their share of the rectangle, to the unit.
        #[test]
        fn covers_its_share(left in 0..500, top in 0..500, periods in 1..9, high in 1..200, width in 1..20, gap in 1..40) {
            let spacing = width + gap;
            let bounds = Bounds { left, top, right: left + periods * spacing, bottom: top + high };
            let covered: i64 = stripes(bounds, width, spacing).iter().map(|it| area(it)).sum();
            prop_assert_eq!(covered, 2 * i64::from(periods) * i64::from(high) * i64::from(width));
        }
    }
}
