//! Laws of every curve, whatever its parameters, and what is refused.

#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::parameter::bound;
use super::*;
use crate::Total;

/// Numbers to make parameters of: the way from the least to the greatest value in millionths, the ends among them.
fn ways() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(prop_oneof![Just(0), Just(1_000_000), 0..=1_000_000_i64, 0..=200_000_i64], 24)
}

fn between(parameter: &Parameter, way: i64) -> Share {
    let (least, greatest) = (bound(parameter.least).decimal(), bound(parameter.greatest).decimal());
    let value = least + (greatest - least) * Decimal::new(way, 6);
    Share::quantised(if parameter.whole { value.round() } else { value })
}

/// Shares in proportion to the weights, that add to exactly one: the last takes what is left.
fn adding_to_one(weights: &[i64]) -> Vec<Share> {
    let sum = Decimal::from(weights.iter().sum::<i64>().max(1));
    let mut left = Decimal::ONE;
    let last = weights.len() - 1;
    let shares = weights.iter().enumerate().map(|(at, weight)| {
        let share = if at == last { left } else { (Decimal::from(*weight) / sum).trunc_with_scale(12) };
        left -= share;
        Share::quantised(share)
    });
    shares.collect()
}

/// Rising values, the last of them one: what has been reached after each of the shares.
fn rising(shares: &[Share]) -> Vec<Share> {
    let sums = shares.iter().scan(Decimal::ZERO, |sum, share| {
        *sum += share.decimal();
        Some(Share::quantised(*sum))
    });
    sums.collect()
}

/// Valid parameters of `curve`, made of some numbers; nothing where a condition on several of them is missed.
fn parameters_of(curve: &Curve, ways: &[i64]) -> Parameters {
    let length = 1 + usize::try_from(ways[0]).unwrap() % 7;
    let weights: Vec<i64> = ways[1..=length].iter().map(|way| way / 7).collect();
    let years = 1 + ways[9] % 12;
    let mut parameters = Parameters::new();
    for (known, way) in curve.parameters.iter().zip(&ways[10..]) {
        let entries = match (curve.key, known.key) {
            ("outlay_rates", "years") => vec![Share::quantised(Decimal::from(years))],
            ("outlay_rates", "c") if way % 2 == 0 => Vec::new(),
            ("outlay_rates", "c") => adding_to_one(&vec![way / 3; usize::try_from(years).unwrap()]),
            ("empirical", "t") => rising(&adding_to_one(&weights.iter().map(|weight| weight + 1).collect::<Vec<_>>())),
            ("empirical", "f") => rising(&adding_to_one(&weights)),
            _ if matches!(known.kind, Kind::List { .. }) => adding_to_one(&weights),
            _ => vec![between(known, *way)],
        };
        parameters.extend(entries.into_iter().zip(1..).map(|(value, number)| (known.name(number), value)));
    }
    parameters
}

/// Every curve at parameters from all over their ranges, as it is.
fn untimed() -> impl Strategy<Value = Profile> {
    (0..PROFILES.len(), ways()).prop_filter_map("parameters bind each other", |(at, ways)| {
        let curve = PROFILES[at];
        match Profile::new(curve.key, parameters_of(curve, &ways)) {
            Ok(profile) => Some(profile),
            Err(ProfileRefusal::RampsOverlap { .. } | ProfileRefusal::MoreThanWhole { .. }) => None,
            Err(refusal) => panic!("{refusal}"),
        }
    })
}

fn timed(profile: &Profile, delay: u32, stretch: &str) -> Profile {
    let mut parameters = profile.parameters.clone();
    parameters.insert("delay".to_owned(), Share::quantised(Decimal::from(delay)));
    parameters.insert("stretch".to_owned(), stretch.parse().unwrap());
    Profile::new(profile.key(), parameters).unwrap()
}

/// Every curve, mostly with a delay and a stretch too.
fn some_profile() -> impl Strategy<Value = Profile> {
    let delay = prop_oneof![Just(0), 0..20_u32];
    let stretch = prop::sample::select(vec!["1", "1", "0.05", "0.4", "0.999999999999", "1.5", "3.25"]);
    (untimed(), delay, stretch).prop_map(|(profile, delay, stretch)| timed(&profile, delay, stretch))
}

/// Typed shares of eighteen places by which these cents come one after the other.
fn typed(amounts: &[i64]) -> Profile {
    let sum = Decimal::from(amounts.iter().sum::<i64>());
    let (mut cents, mut before) = (0, Decimal::ZERO);
    let entries = amounts.iter().zip(1..).map(|(amount, number)| {
        cents += amount;
        let reached = Share::fine(Decimal::from(cents) / sum).decimal();
        let share = Share::fine(reached - before);
        before = reached;
        (format!("s{number:03}"), share)
    });
    Profile::new("typed", entries.collect()).unwrap()
}

proptest! {
    #[test]
    fn shares_are_exact(cents: i64, units in 0..=SHARE_UNITS) {
        let product = i128::from(cents) * i128::from(units);
        let whole = i128::from(SHARE_UNITS);
        let got = i128::from(share_of(Money::from_cents(cents), units).cents());
        let off = (got * whole - product).abs() * 2;
        prop_assert!(off < whole || (off == whole && got % 2 == 0), "off by {} halves", off);
    }

    #[test]
    fn halves_go_to_the_even_side(cents in 0..1_000_000_i64) {
        let half = share_of(Money::from_cents(cents), SHARE_UNITS / 2).cents();
        prop_assert_eq!(half, if cents % 4 == 3 { cents / 2 + 1 } else { cents / 2 });
    }

    #[test]
    fn curves_rise_from_nothing_to_the_whole(profile in some_profile(), span in 1..40_u32) {
        let shares = profile.cumulative(span);
        prop_assert_eq!(shares.len(), profile.reach(span) as usize);
        prop_assert!(shares.first().is_none_or(|first| *first >= 0));
        prop_assert!(shares.windows(2).all(|pair| pair[0] <= pair[1]), "{:?} falls: {:?}", profile, shares);
        prop_assert_eq!(shares.last(), Some(&SHARE_UNITS));
        // The curve itself rises: nothing had to be held up or down.
        let run = profile.run(span, 0);
        let shape = (profile.curve.shape)(&profile.parameters, profile.timing.span(run));
        for (k, share) in (1..run.periods() - run.idle()).zip(&shares[run.idle() as usize..]) {
            prop_assert_eq!(to_units(shape(Decimal::from(k))), *share, "{:?} at {} of {}", profile, k, span);
        }
    }

    #[test]
    fn spans_of_any_length_have_their_shares(profile in some_profile(), span: u32, elapsed: u32, most in 0..9_u32) {
        let span = span.max(1);
        let sampled = profile.sampled(span, 6);
        prop_assert!(sampled.windows(2).all(|pair| pair[0] <= pair[1]), "{:?} falls: {:?}", profile, sampled);
        prop_assert_eq!(sampled.last(), Some(&SHARE_UNITS));
        let run = profile.run(span, elapsed);
        let shares = profile.shares(run, most);
        prop_assert_eq!(shares.len(), most.min(run.periods()) as usize);
        prop_assert!(shares.iter().all(|share| (0..=SHARE_UNITS).contains(share)));
        prop_assert!(!run.is_over() || run.periods() == 1);
    }

    #[test]
    fn a_spread_adds_to_its_total(profile in some_profile(), cents: i64, span in 1..40_u32) {
        let total = Money::from_cents(cents);
        let sum: Total = spread(total, &profile.cumulative(span)).sum();
        prop_assert_eq!(sum, Total::from(total));
    }

    #[test]
    fn a_profile_spreads_as_its_shares_do(profile in some_profile(), cents: i64, span in 1..40_u32) {
        let total = Money::from_cents(cents);
        prop_assume!(!profile.is_fine());
        let told: Vec<Money> = spread(total, &profile.cumulative(span)).collect();
        prop_assert_eq!(profile.spread(total, span), told);
        prop_assert_eq!(profile.shares(profile.run(span, 0), u32::MAX), profile.cumulative(span));
    }

    #[test]
    fn fine_shares_are_exact(cents: i64, units in 0..=FINE_UNITS) {
        let product = i128::from(cents) * i128::from(units);
        let whole = i128::from(FINE_UNITS);
        let got = i128::from(share_of_fine(Money::from_cents(cents), units).cents());
        let off = (got * whole - product).abs() * 2;
        prop_assert!(off < whole || (off == whole && got % 2 == 0), "off by {} halves", off);
    }

    #[test]
    fn typed_amounts_up_to_eighty_trillion_are_met_to_the_cent(
        amounts in prop::collection::vec(prop_oneof![Just(0), 0..100_i64, 0..200_000_000_000_000_i64], 1..40),
    ) {
        let sum: i64 = amounts.iter().sum();
        prop_assume!(sum > 0);
        let profile = typed(&amounts);
        let total = Money::from_cents(sum);
        let span = u32::try_from(amounts.len()).unwrap();
        let told: Vec<i64> = profile.spread(total, span).into_iter().map(Money::cents).collect();
        prop_assert_eq!(told, amounts);
    }

    #[test]
    fn a_spread_of_something_pays_nothing_back(profile in some_profile(), cents in 0..i64::MAX, span in 1..40_u32) {
        prop_assert!(spread(Money::from_cents(cents), &profile.cumulative(span)).all(|amount| amount >= Money::ZERO));
    }

    #[test]
    fn a_delay_shifts_exactly(profile in untimed(), delay in 0..=400_u32, stretch in 1..30_i64, span in 1..20_u32) {
        let stretch = Decimal::new(stretch, 1).to_string();
        let at_once = timed(&profile, 0, &stretch).cumulative(span);
        let mut shifted = vec![0; delay as usize];
        shifted.extend(at_once);
        prop_assert_eq!(timed(&profile, delay, &stretch).cumulative(span), shifted);
    }

    #[test]
    fn no_delay_and_no_stretch_are_not_written(profile in untimed(), span in 1..20_u32) {
        let usual = timed(&profile, 0, "1.0");
        prop_assert_eq!(&usual, &profile);
        prop_assert_eq!(usual.parameters(), profile.parameters());
        prop_assert!(profile.reach(span) == span || profile.key() == "outlay_rates");
    }

    #[test]
    fn more_delay_and_more_stretch_never_bring_money_earlier(
        profile in untimed(), delay in 0..40_u32, more in 0..9_u32, stretch in 5..200_u32, longer in 0..50_u32,
        span in 1..20_u32, elapsed in 0..30_u32,
    ) {
        let hundredths = |whole: u32| Decimal::new(i64::from(whole), 2).to_string();
        let sooner = timed(&profile, delay, &hundredths(stretch));
        let later = timed(&profile, delay + more, &hundredths(stretch + longer));
        let told = |profile: &Profile| profile.shares(profile.run(span, elapsed), u32::MAX);
        let (sooner, later) = (told(&sooner), told(&later));
        prop_assert!(sooner.len() <= later.len());
        prop_assert!(sooner.iter().zip(&later).all(|(sooner, later)| sooner >= later), "{:?} and {:?}", sooner, later);
    }

    #[test]
    fn what_is_left_of_a_plain_curve_is_the_curve_over_what_is_left(
        profile in untimed(), span in 2..30_u32, elapsed in 0..30_u32,
    ) {
        prop_assume!(elapsed < span && profile.key() != "outlay_rates");
        let left = profile.run(span, elapsed);
        prop_assert_eq!(left, profile.run(span - elapsed, 0));
        prop_assert_eq!(profile.shares(left, u32::MAX), profile.cumulative(span - elapsed));
    }

    #[test]
    fn each_vintage_adds_to_its_commitment(
        commitments in prop::collection::vec(0..i64::MAX, 1..12), ways in prop::collection::vec(0..1000_i64, 1..12),
    ) {
        let commitments: Vec<Money> = commitments.into_iter().map(Money::from_cents).collect();
        let rates = adding_to_one(&ways);
        let lines = outlays(&commitments, &rates);
        for (year, (line, commitment)) in lines.iter().zip(&commitments).enumerate() {
            prop_assert_eq!(line.len(), commitments.len() + rates.len() - 1);
            prop_assert!(line[..year].iter().all(|amount| amount.is_zero()));
            prop_assert!(line.iter().all(|amount| *amount >= Money::ZERO));
            prop_assert_eq!(line.iter().copied().sum::<Total>(), Total::from(*commitment));
        }
    }

    #[test]
    fn a_ratio_loses_nothing(cents: i64, ways in -10..=1_000_010_i64, years in 0..60_u32) {
        let (paid, left) = disbursement_ratio(Money::from_cents(cents), Share::quantised(Decimal::new(ways, 6)), years);
        prop_assert_eq!(paid.len(), years as usize);
        prop_assert_eq!(paid.into_iter().sum::<Total>() + Total::from(left), Total::from_cents(i128::from(cents)));
    }
}

/// Parameters given as text.
fn given(pairs: &[(&str, &str)]) -> Parameters {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), value.parse().unwrap())).collect()
}

fn told(key: &str, pairs: &[(&str, &str)], span: u32) -> Vec<String> {
    let shares = Profile::new(key, given(pairs)).unwrap().cumulative(span);
    shares.into_iter().map(|units| Decimal::new(units, 12).normalize().to_string()).collect()
}

#[test]
fn usual_parameters_are_valid() {
    for curve in PROFILES {
        Profile::new(curve.key, curve.usual()).unwrap();
        assert!(!curve.source.is_empty());
        for parameter in curve.parameters.iter().chain(&TIMING) {
            let usual = bound(parameter.usual);
            assert!(bound(parameter.least) <= usual && usual <= bound(parameter.greatest), "{parameter:?}");
            if let Kind::List { most, usual } = parameter.kind {
                assert!(usual.len() <= most && most <= 999, "{parameter:?}");
            }
        }
    }
}

#[test]
fn outlays_of_a_curve_are_the_convolution() {
    // Two years of four quarters: 0.6 and 0.4 committed, paid at 0.5, 0.3, 0.2.
    let shares = told(
        "outlay_rates",
        &[("years", "2"), ("r001", "0.5"), ("r002", "0.3"), ("r003", "0.2"), ("c001", "0.6"), ("c002", "0.4")],
        8,
    );
    let yearly: Vec<&String> = shares.iter().skip(3).step_by(4).collect();
    assert_eq!(yearly, ["0.3", "0.68", "0.92", "1"]);
    assert_eq!(shares[..4], ["0.075", "0.15", "0.225", "0.3"]);
    // Equal commitments need not be said; a year of them ends exactly where thirds do.
    assert_eq!(told("outlay_rates", &[("years", "3"), ("r001", "1")], 3), ["0.333333333333", "0.666666666667", "1"]);
    // A span that its years do not divide is paid all the same.
    let profile = Profile::new("outlay_rates", given(&[("years", "2"), ("r001", "0.5"), ("r002", "0.5")])).unwrap();
    assert_eq!((profile.reach(5), profile.reach(8)), (8, 12));
}

#[test]
fn typed_curves_pass_through_what_was_typed() {
    assert_eq!(told("typed", &[("s001", "0.1"), ("s002", "0.9")], 4), ["0.05", "0.1", "0.55", "1"]);
    let points = [("t001", "0.25"), ("f001", "0"), ("t002", "0.5"), ("f002", "0.8"), ("t003", "1"), ("f003", "1")];
    assert_eq!(told("empirical", &points, 8), ["0", "0", "0.4", "0.8", "0.85", "0.9", "0.95", "1"]);
}

#[test]
fn time_is_shifted_and_stretched() {
    assert_eq!(told("uniform", &[("delay", "2"), ("stretch", "2")], 2), ["0", "0", "0.25", "0.5", "0.75", "1"]);
    assert_eq!(
        told("uniform", &[("stretch", "1.5")], 3),
        ["0.222222222222", "0.444444444444", "0.666666666667", "0.888888888889", "1"]
    );
    assert_eq!(told("uniform", &[("stretch", "0.05")], 3), ["1"]);
    let profile = Profile::new("uniform", given(&[("delay", "2"), ("stretch", "2")])).unwrap();
    let left = |elapsed: u32| profile.shares(profile.run(2, elapsed), u32::MAX);
    assert_eq!(left(1), [0, SHARE_UNITS / 4, SHARE_UNITS / 2, SHARE_UNITS / 4 * 3, SHARE_UNITS]);
    assert_eq!(left(4), [SHARE_UNITS / 2, SHARE_UNITS]);
    assert_eq!((left(6), profile.run(2, 6).is_over()), (vec![SHARE_UNITS], true));
}

#[test]
fn halves_within_the_error_of_a_curve_are_halves() {
    let half = Decimal::from_str_exact("0.1000000000005").unwrap();
    let least = Decimal::from_i128_with_scale(3, 25);
    assert_eq!([half - least, half, half + least].map(to_units), [100_000_000_000; 3]);
    let next = Decimal::from_str_exact("0.1000000000015").unwrap();
    assert_eq!([next - least, next, next + least].map(to_units), [100_000_000_002; 3]);
}

#[test]
fn refuses_what_is_not_a_profile() {
    let refused = |key: &str, pairs: &[(&str, &str)]| Profile::new(key, given(pairs)).unwrap_err();
    let told = |key: &str, pairs: &[(&str, &str)]| refused(key, pairs).to_string();
    assert!(matches!(refused("spiral", &[]), ProfileRefusal::Unknown(_)));
    assert!(matches!(refused("uniform", &[("s", "1")]), ProfileRefusal::UnknownParameter { .. }));
    assert!(matches!(refused("trapezoid", &[("u", "0.2")]), ProfileRefusal::MissingParameter { .. }));
    assert!(matches!(refused("trapezoid", &[("u", "0.7"), ("d", "0.7")]), ProfileRefusal::RampsOverlap { .. }));
    assert!(matches!(refused("front_linear", &[("s", "1.5")]), ProfileRefusal::OutOfRange { .. }));
    assert_eq!(told("uniform", &[("delay", "1.5")]), "delay = 1.5 of the profile uniform is not a whole number");
    assert!(matches!(refused("uniform", &[("delay", "401")]), ProfileRefusal::OutOfRange { .. }));
    assert!(matches!(refused("uniform", &[("stretch", "0.01")]), ProfileRefusal::OutOfRange { .. }));
    assert_eq!(told("nasa_beta", &[("A", "0.5"), ("B", "0.7")]), "A + B = 1.2 of the profile nasa_beta is more than 1");
}

#[test]
fn refuses_lists_that_make_no_curve() {
    let told = |key: &str, pairs: &[(&str, &str)]| Profile::new(key, given(pairs)).unwrap_err().to_string();
    for (key, pairs, words) in [
        ("typed", &[][..], "the list s of the profile typed is empty"),
        ("typed", &[("s001", "0.4"), ("s002", "0.5")], "the shares s of the profile typed add to 0.9 and not to 1"),
        ("typed", &[("s001", "1"), ("s002", "-0.2")], "s002 = -0.2 of the profile typed is a share below nought"),
        ("typed", &[("s001", "0.5"), ("s003", "0.5")], "the profile typed needs the parameter s002"),
        ("typed", &[("s001", "0.5"), ("s2", "0.5")], "the profile typed takes no parameter \"s2\""),
        ("typed", &[("s000", "0.5"), ("s001", "0.5")], "the profile typed takes no parameter \"s000\""),
        ("empirical", &[("t001", "1"), ("f001", "0.9")], "the curve ends with 0.9 at 1 and not with 1 at 1"),
        (
            "empirical",
            &[("t001", "0.5"), ("f001", "0.4"), ("t002", "1")],
            "the profile empirical needs the parameter f002",
        ),
        (
            "empirical",
            &[("f001", "0.4"), ("t001", "1"), ("f002", "1")],
            "the profile empirical needs the parameter t002",
        ),
        (
            "empirical",
            &[("t001", "0.5"), ("f001", "0.6"), ("t002", "0.7"), ("f002", "0.5"), ("t003", "1"), ("f003", "1")],
            "the curve falls at point 2: from 0.6 to 0.5",
        ),
        (
            "empirical",
            &[("t001", "0.5"), ("f001", "0.6"), ("t002", "0.5"), ("f002", "1")],
            "point 2 at 0.5 does not come after 0.5",
        ),
        ("empirical", &[("t001", "0"), ("f001", "1")], "point 1 at 0 does not come after 0"),
        (
            "outlay_rates",
            &[("years", "1.5"), ("r001", "1")],
            "years = 1.5 of the profile outlay_rates is not a whole number",
        ),
        (
            "outlay_rates",
            &[("years", "2"), ("r001", "0.5"), ("r002", "0.6")],
            "the shares r of the profile outlay_rates add to 1.1 and not to 1",
        ),
        (
            "outlay_rates",
            &[("years", "2"), ("r001", "1"), ("c001", "1")],
            "the list c of the profile outlay_rates has 1 entries and not 2",
        ),
    ] {
        assert_eq!(told(key, pairs), words);
    }
    let many: Parameters = (1..=401).map(|number| (format!("s{number:03}"), Share::ZERO)).collect();
    let refused = Profile::new("typed", many).unwrap_err();
    assert_eq!(refused, ProfileRefusal::TooMany { profile: "typed", parameter: "s", count: 401, most: 400 });
    let beyond: Parameters = (1..=1000).map(|number| (format!("s{number:03}"), Share::ZERO)).collect();
    assert!(matches!(Profile::new("typed", beyond), Err(ProfileRefusal::TooMany { count: 1000, .. })));
}

#[test]
fn only_typed_shares_have_more_than_twelve_places() {
    let third = |places: usize| Share::read_fine(&format!("0.{}", "3".repeat(places))).unwrap();
    let typed = |first: Share| {
        let rest = Share::fine(Decimal::ONE - first.decimal());
        Profile::new("typed", [("s001".to_owned(), first), ("s002".to_owned(), rest)].into()).unwrap()
    };
    assert!(!typed(third(12)).is_fine() && typed(third(13)).is_fine());
    assert_eq!((typed(third(12)).units(), typed(third(13)).units()), (SHARE_UNITS, FINE_UNITS));
    let reached = typed(third(18)).shares(typed(third(18)).run(2, 0), 2);
    assert_eq!(reached, [333_333_333_333_333_333, FINE_UNITS]);
    // What is told and drawn has twelve places all the same.
    assert_eq!(typed(third(18)).cumulative(2), [333_333_333_333, SHARE_UNITS]);
    let too_fine = |key: &str, parameters: Parameters| matches!(Profile::new(key, parameters), Err(ProfileRefusal::TooFine { value, .. }) if value == third(13));
    assert!(too_fine("trapezoid", [("u".to_owned(), third(13)), ("d".to_owned(), third(12))].into()));
    let halves = ["s001", "s002"].map(|name| (name.to_owned(), "0.5".parse().unwrap()));
    assert!(too_fine("typed", halves.into_iter().chain([("stretch".to_owned(), third(13))]).collect()));
    // What is off by less than twelve places can tell is told.
    let off = Profile::new("typed", [("s001".to_owned(), third(18))].into()).unwrap_err();
    let (sum, off_by) = (third(18), Share::fine(third(18).decimal() - Decimal::ONE));
    assert_eq!(off, ProfileRefusal::SharesDoNotAdd { profile: "typed", parameter: "s", sum, off: off_by });
}
