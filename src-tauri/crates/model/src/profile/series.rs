//! Exponentials, logarithms, powers and the incomplete beta function, in decimals.
//!
//! Made from series and continued fractions, so that every platform gets the same digits. Shares between nought and one
//! are right to at least 23 places, far more than the twelve that are kept. Decimals have 28 places and overflow at
//! 7.9 × 10²⁸: each function says between which bounds it stays clear of both ends.

use rust_decimal::Decimal;

/// `e^−65` is below 10⁻²⁸, the least decimal above nought.
const DEEPEST: i64 = -65;
/// `e^60` is about 1.1 × 10²⁶ and has room.
const HIGHEST: i64 = 60;

/// A constant given by its first 28 places.
fn places(digits: i128) -> Decimal {
    Decimal::from_i128_with_scale(digits, 28)
}

/// `e^x`; nought below `x = −65`, and as at 60 above `x = 60`.
///
/// Halves `x` until it is small, sums the series there and squares back. Each squaring doubles the relative error of
/// 10⁻²⁸, and there are at most nine of them.
pub(super) fn exp(x: Decimal) -> Decimal {
    if x < Decimal::from(DEEPEST) {
        return Decimal::ZERO;
    }
    let mut small = x.min(Decimal::from(HIGHEST));
    let mut squarings = 0;
    while small.abs() > Decimal::new(25, 2) {
        small /= Decimal::TWO;
        squarings += 1;
    }
    let mut term = Decimal::ONE;
    let mut sum = Decimal::ONE;
    for step in 1..=20_u32 {
        term = term * small / Decimal::from(step);
        sum += term;
    }
    for _ in 0..squarings {
        sum *= sum;
    }
    sum
}

/// The natural logarithm of `x > 0`; of anything else, that of the least decimal.
///
/// Doubles or halves `x` until it lies between 2/3 and 4/3, and sums `2 artanh((x − 1)/(x + 1))` there.
pub(super) fn ln(x: Decimal) -> Decimal {
    let mut near = x.max(Decimal::from_i128_with_scale(1, 28));
    let mut doublings = 0_i64;
    let (low, high) = (Decimal::TWO / Decimal::from(3), Decimal::from(4) / Decimal::from(3));
    while near > high {
        near /= Decimal::TWO;
        doublings += 1;
    }
    while near < low {
        near *= Decimal::TWO;
        doublings -= 1;
    }
    let z = (near - Decimal::ONE) / (near + Decimal::ONE);
    let square = z * z;
    let mut power = z;
    let mut sum = z;
    for odd in (3..=41_u32).step_by(2) {
        power *= square;
        sum += power / Decimal::from(odd);
    }
    let ln_two = places(6_931_471_805_599_453_094_172_321_215);
    sum * Decimal::TWO + ln_two * Decimal::from(doublings)
}

/// `base^exponent` for a base from 0 to 1 and an exponent above nought.
pub(crate) fn power(base: Decimal, exponent: Decimal) -> Decimal {
    if base <= Decimal::ZERO { Decimal::ZERO } else { exp(exponent * ln(base)) }
}

/// `(1 − e^(−whole × part)) / (1 − e^(−whole))` for a part from 0 to 1 and a whole above nought.
///
/// For a small whole numerator and denominator are both close to nought; there their series are divided by `whole`
/// first, so that no digits are lost however small it is.
pub(super) fn fading(whole: Decimal, part: Decimal) -> Decimal {
    if whole < Decimal::ONE {
        return part * mean_decay(whole * part) / mean_decay(whole);
    }
    (Decimal::ONE - exp(-whole * part)) / (Decimal::ONE - exp(-whole))
}

/// `(1 − e^(−y)) / y = 1 − y/2! + y²/3! − …` for `0 <= y < 1`.
fn mean_decay(y: Decimal) -> Decimal {
    let mut term = Decimal::ONE;
    let mut sum = Decimal::ONE;
    for step in 2..=28_u32 {
        term = -term * y / Decimal::from(step);
        sum += term;
    }
    sum
}

/// Numerators and denominators of `B(2k) / (2k (2k − 1))`, with the Bernoulli numbers `B(2k)`, for k = 1, 2, …
const STIRLING: [(i64, i64); 12] = [
    (1, 12),
    (-1, 360),
    (1, 1260),
    (-1, 1680),
    (1, 1188),
    (-691, 360_360),
    (1, 156),
    (-3617, 122_400),
    (43867, 244_188),
    (-174_611, 125_400),
    (77683, 5796),
    (-236_364_091, 1_506_960),
];

/// The natural logarithm of the gamma function, for `0 < z <= 10,000`, by Stirling's series.
///
/// `z` is first raised above 32, where the thirteenth term is below 10⁻³⁰.
fn ln_gamma(z: Decimal) -> Decimal {
    let mut z = z;
    let mut product = Decimal::ONE;
    let mut raised = Decimal::ZERO;
    while z < Decimal::from(32) {
        product *= z;
        z += Decimal::ONE;
        if product > Decimal::from(1_000_000_000_000_i64) {
            raised += ln(product);
            product = Decimal::ONE;
        }
    }
    raised += ln(product);
    let inverse = Decimal::ONE / z;
    let square = inverse * inverse;
    let mut power = inverse;
    let mut series = Decimal::ZERO;
    for (numerator, denominator) in STIRLING {
        series += power * Decimal::from(numerator) / Decimal::from(denominator);
        power *= square;
    }
    let half_ln_two_pi = places(9_189_385_332_046_727_417_803_297_364);
    (z - Decimal::new(5, 1)) * ln(z) - z + half_ln_two_pi + series - raised
}

/// The regularised incomplete beta function `I_x(a, b)` of one `a` and `b`, both from 0.1 to 100.
///
/// Below `x = (a + 1)/(a + b + 2)` the continued fraction of DLMF 8.17.22 converges fast; above it
/// `I_x(a, b) = 1 − I_(1−x)(b, a)` is taken. What does not depend on `x` is prepared once.
pub(super) struct IncompleteBeta {
    turn: Decimal,
    below: Side,
    above: Side,
}

impl IncompleteBeta {
    /// Prepares `I(a, b)`.
    pub(super) fn new(a: Decimal, b: Decimal) -> Self {
        let ln_beta = ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
        let turn = (a + Decimal::ONE) / (a + b + Decimal::TWO);
        Self { turn, below: Side::new(a, b, ln_beta), above: Side::new(b, a, ln_beta) }
    }

    /// `I_x`, from nought at `x = 0` to one at `x = 1`.
    pub(super) fn at(&self, x: Decimal) -> Decimal {
        if x <= Decimal::ZERO {
            return Decimal::ZERO;
        }
        if x >= Decimal::ONE {
            return Decimal::ONE;
        }
        if x <= self.turn { self.below.at(x) } else { Decimal::ONE - self.above.at(Decimal::ONE - x) }
    }
}

/// `I_x(a, b)` for `0 < x <= (a + 1)/(a + b + 2)`.
struct Side {
    a: Decimal,
    b: Decimal,
    /// `ln(a B(a, b))`.
    scale: Decimal,
    /// The coefficients of the continued fraction `1/(1 + d₁x/(1 + d₂x/(1 + …)))`.
    fraction: Vec<Decimal>,
}

impl Side {
    fn new(a: Decimal, b: Decimal, ln_beta: Decimal) -> Self {
        let turn = (a + Decimal::ONE) / (a + b + Decimal::TWO);
        let fraction = long_enough(a, b, turn);
        Self { a, b, scale: ln_beta + ln(a), fraction }
    }

    fn at(&self, x: Decimal) -> Decimal {
        let front = exp(self.a * ln(x) + self.b * ln(Decimal::ONE - x) - self.scale);
        if front.is_zero() { Decimal::ZERO } else { front * fraction_at(&self.fraction, x) }
    }
}

/// As many coefficients as it takes at `turn`, where the fraction converges slowest: about 30 as a rule, and 200 for
/// `a = 100`, `b = 0.1`.
fn long_enough(a: Decimal, b: Decimal, turn: Decimal) -> Vec<Decimal> {
    const MOST: usize = 640;
    let mut fraction: Vec<Decimal> = (1..=20).map(|m| coefficient(a, b, m)).collect();
    let mut value = fraction_at(&fraction, turn);
    while fraction.len() < MOST {
        let longer = fraction.len() * 3 / 2;
        fraction.extend((fraction.len() + 1..=longer).map(|m| coefficient(a, b, m)));
        let next = fraction_at(&fraction, turn);
        if (next - value).abs() < Decimal::from_i128_with_scale(1, 24) {
            break;
        }
        value = next;
    }
    fraction
}

/// `d_m` of the continued fraction, without its `x`.
fn coefficient(a: Decimal, b: Decimal, m: usize) -> Decimal {
    let half = Decimal::from(m / 2);
    let twice = a + half * Decimal::TWO;
    if m.is_multiple_of(2) {
        half * (b - half) / ((twice - Decimal::ONE) * twice)
    } else {
        -(a + half) * (a + b + half) / (twice * (twice + Decimal::ONE))
    }
}

/// The continued fraction at `x`, from its far end.
fn fraction_at(coefficients: &[Decimal], x: Decimal) -> Decimal {
    let tail = coefficients.iter().rev().fold(Decimal::ONE, |tail, d| Decimal::ONE + *d * x / tail);
    Decimal::ONE / tail
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    /// Whether `found` agrees with `digits` to so many places.
    fn agrees(name: &str, found: Decimal, digits: &str, places: u32) {
        let error = (found - decimal(digits)).abs();
        assert!(error <= Decimal::from_i128_with_scale(1, places), "{name} is {found}, off by {error}");
    }

    #[test]
    fn exponentials_agree_with_published_digits() {
        // OEIS A001113, A068985 and any table.
        agrees("e", exp(Decimal::ONE), "2.718281828459045235360287471", 26);
        agrees("e^-1", exp(-Decimal::ONE), "0.367879441171442321595523770", 26);
        agrees("e^-10", exp(-Decimal::TEN), "0.000045399929762484851535592", 26);
        agrees("e^-40", exp(Decimal::from(-40)), "0.0000000000000000042483542553", 27);
        agrees("e^10", exp(Decimal::TEN), "22026.465794806716516957900645", 21);
        assert_eq!(exp(Decimal::ZERO), Decimal::ONE);
        assert_eq!(exp(Decimal::MIN), Decimal::ZERO);
        assert!(exp(Decimal::MAX) > exp(Decimal::from(59)));
    }

    #[test]
    fn logarithms_agree_with_published_digits() {
        // OEIS A002162, A002391, A002392.
        agrees("ln 2", ln(Decimal::TWO), "0.693147180559945309417232121", 26);
        agrees("ln 3", ln(Decimal::from(3)), "1.098612288668109691395245237", 26);
        agrees("ln 10", ln(Decimal::TEN), "2.302585092994045684017991455", 26);
        agrees("ln 0.001", ln(decimal("0.001")), "-6.907755278982137052053974364", 26);
        assert_eq!(ln(Decimal::ONE), Decimal::ZERO);
        assert!(ln(Decimal::MAX) > Decimal::from(66) && ln(Decimal::ZERO) < Decimal::from(-64));
    }

    #[test]
    fn the_gamma_function_agrees_with_published_digits() {
        // ln √π, and the logarithm of Γ(1/4), OEIS A068466; the others were computed to 60 digits by mpmath.
        agrees("ln Γ(1/2)", ln_gamma(decimal("0.5")), "0.572364942924700087071713675", 25);
        agrees("ln Γ(1/4)", ln_gamma(decimal("0.25")), "1.288022524698077457370610440", 25);
        agrees("ln Γ(0.1)", ln_gamma(decimal("0.1")), "2.252712651734205959869701646", 25);
        agrees("ln Γ(100)", ln_gamma(Decimal::ONE_HUNDRED), "359.13420536957539877604401046", 24);
        agrees("ln Γ(200)", ln_gamma(Decimal::from(200)), "857.9336698258574368182534017", 24);
        agrees("Γ(5)", exp(ln_gamma(Decimal::from(5))), "24", 23);
    }

    #[test]
    fn the_incomplete_beta_function_agrees_at_the_edges_of_its_range() {
        // Γ(1/2) and arcsine give the fourth, a power the sixth; the others were computed to 60 digits by mpmath.
        for (a, b, x, digits) in [
            ("0.1", "0.1", "0.025", "0.351482572158119121535130275005"),
            ("0.1", "100", "0.025", "0.997132387341128223367826879980"),
            ("100", "100", "0.475", "0.239887147656240096029327853526"),
            ("0.5", "0.5", "0.25", "0.333333333333333333333333333333"),
            ("50", "0.5", "0.97", "0.081699333721822763652581246221"),
            ("100", "1", "0.99", "0.366032341273229504930616026573"),
            ("2.5", "3.7", "0.3", "0.319003175284308700042772907065"),
            ("100", "0.1", "0.975", "0.002867612658871776632173120000"),
            ("99.9", "0.1", "0.999", "0.172826773810005815057728972630"),
        ] {
            let curve = IncompleteBeta::new(decimal(a), decimal(b));
            agrees(&format!("I_{x}({a}, {b})"), curve.at(decimal(x)), &digits[..30], 23);
        }
    }

    #[test]
    fn fading_keeps_its_digits_where_hardly_anything_fades() {
        for (whole, part, digits) in [
            ("0.0000000001", "0.3", "0.3000000000105000000000700000"),
            ("0.999", "0.3", "0.4099065732277980916941693967"),
            ("1", "0.3", "0.4100195377264684652986827129"),
            ("60", "0.01", "0.4511883639059735673715410867"),
        ] {
            agrees("fading", fading(decimal(whole), decimal(part)), digits, 25);
        }
    }

    /// A number from `least` to `greatest`, both included, in steps of a millionth of the way.
    fn between(least: &str, greatest: &str) -> impl Strategy<Value = Decimal> + use<> {
        let (least, greatest) = (decimal(least), decimal(greatest));
        let way = prop_oneof![Just(0), Just(1_000_000), 0..=1_000_000_i64];
        way.prop_map(move |way| (least + (greatest - least) * Decimal::new(way, 6)).round_dp(12))
    }

    proptest! {
        #[test]
        fn logarithms_undo_exponentials(x in between("-50", "4")) {
            let error = (ln(exp(x)) - x).abs();
            // A number of the size e^x is kept to 10⁻²⁸.
            prop_assert!(error * exp(x) <= Decimal::from_i128_with_scale(1, 24), "off by {}", error);
        }

        #[test]
        fn powers_multiply(base in between("0", "1"), one in between("0.05", "20"), other in between("0.05", "20")) {
            let error = (power(base, one) * power(base, other) - power(base, one + other)).abs();
            prop_assert!(error <= Decimal::from_i128_with_scale(1, 25), "off by {}", error);
        }

        #[test]
        fn gamma_of_the_next_is_so_many_times_gamma(z in between("0.1", "200")) {
            let error = (ln_gamma(z + Decimal::ONE) - ln_gamma(z) - ln(z)).abs();
            prop_assert!(error <= Decimal::from_i128_with_scale(1, 23), "off by {}", error);
        }

        #[test]
        fn incomplete_beta_obeys_its_recurrence(
            a in between("0.1", "99"),
            b in between("0.1", "99"),
            x in between("0.000001", "0.999999"),
        ) {
            // DLMF 8.17.18 in a: I_x(a, b) = I_x(a + 1, b) + x^a (1 − x)^b / (a B(a, b)).
            let front = IncompleteBeta::new(a, b);
            let step = exp(a * ln(x) + b * ln(Decimal::ONE - x) - front.below.scale);
            let error = (front.at(x) - IncompleteBeta::new(a + Decimal::ONE, b).at(x) - step).abs();
            prop_assert!(error <= Decimal::from_i128_with_scale(1, 23), "off by {}", error);
            let mirrored = Decimal::ONE - IncompleteBeta::new(b, a).at(Decimal::ONE - x);
            let error = (front.at(x) - mirrored).abs();
            prop_assert!(error <= Decimal::from_i128_with_scale(1, 23), "off by {} from its mirror", error);
        }
    }
}
