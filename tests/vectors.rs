//! The test vectors, reproduced digit by digit.

#![allow(clippy::unwrap_used, clippy::panic)]

use model::{Money, Parameters, Profile, SHARE_UNITS, Share, Total, apportion, disbursement_ratio, outlays, spread};
use serde_json::Value;

fn vector(name: &str) -> Value {
    let path = format!("{}/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The curve a vector is about: `logistic_early` is the logistic with other parameters.
fn profile_of(case: &Value) -> Profile {
    let key = match case["profile"].as_str().unwrap() {
        "logistic_early" => "logistic",
        key => key,
    };
    let parameters = case["params"].as_object().unwrap().iter();
    let parameters: Parameters =
        parameters.map(|(name, value)| (name.clone(), value.as_str().unwrap().parse().unwrap())).collect();
    Profile::new(key, parameters).unwrap()
}

fn twelve_places(units: i64) -> String {
    format!("{}.{:012}", units / SHARE_UNITS, units % SHARE_UNITS)
}

#[test]
fn profiles_to_the_twelfth_place_and_to_the_cent() {
    let mut reproduced = std::collections::BTreeSet::new();
    for case in vector("01_profiles.json")["cases"].as_array().unwrap() {
        let profile = profile_of(case);
        let periods = u32::try_from(case["N"].as_u64().unwrap()).unwrap();
        let shares = profile.cumulative(periods);
        let told: Vec<String> = shares.iter().copied().map(twelve_places).collect();
        let expected: Vec<&str> =
            case["cumulative_12dp"].as_array().unwrap().iter().map(|share| share.as_str().unwrap()).collect();
        assert_eq!(told, expected, "{} over {periods}", case["profile"]);
        let total = Money::from_cents(case["total"].as_i64().unwrap());
        let amounts: Vec<i64> = spread(total, &shares).map(Money::cents).collect();
        let expected: Vec<i64> =
            case["cumulative_rounding"].as_array().unwrap().iter().map(|cents| cents.as_i64().unwrap()).collect();
        assert_eq!(amounts, expected, "{} over {periods}", case["profile"]);
        if let Some(expected) = case["largest_remainder"].as_array() {
            let weights: Vec<u64> = std::iter::once(0)
                .chain(shares.iter().copied())
                .zip(&shares)
                .map(|(before, until)| u64::try_from(until - before).unwrap())
                .collect();
            let parts: Vec<i64> = apportion(total, &weights).unwrap().into_iter().map(Money::cents).collect();
            let expected: Vec<i64> = expected.iter().map(|cents| cents.as_i64().unwrap()).collect();
            assert_eq!(parts, expected, "{} over {periods}", case["profile"]);
        }
        reproduced.insert(case["profile"].as_str().unwrap().to_owned());
    }
    let wanted = [
        "back_linear",
        "beta",
        "front_linear",
        "logistic",
        "logistic_early",
        "nasa_beta",
        "pert",
        "rayleigh",
        "trapezoid",
        "uniform",
        "weibull",
    ];
    assert_eq!(reproduced.iter().collect::<Vec<_>>(), wanted);
}

/// At the edges of their parameters' ranges, and stretched, the curves keep their twelve places.
#[test]
fn profiles_at_the_edges_of_their_ranges() {
    let vector = vector("01_profiles_edges.json");
    for case in vector["cases"].as_array().unwrap() {
        let periods = u32::try_from(case["N"].as_u64().unwrap()).unwrap();
        let told: Vec<String> = profile_of(case).cumulative(periods).into_iter().map(twelve_places).collect();
        let expected: Vec<&str> =
            case["cumulative_12dp"].as_array().unwrap().iter().map(|share| share.as_str().unwrap()).collect();
        assert_eq!(told, expected, "{case}");
    }
}

fn dollars(amount: &Value) -> Money {
    amount.as_str().map_or_else(|| amount.to_string(), str::to_owned).parse().unwrap()
}

#[test]
fn yearly_commitments_are_paid_at_outlay_rates() {
    let vector = vector("01_outlay_rates.json");
    let case = &vector["outlay_convolution"];
    let rates: Vec<Share> =
        case["rates"].as_array().unwrap().iter().map(|rate| rate.as_str().unwrap().parse().unwrap()).collect();
    let commitments: Vec<Money> = case["budget_authority"].as_array().unwrap().iter().map(dollars).collect();
    let expected: Vec<Money> = case["outlays"].as_array().unwrap().iter().map(dollars).collect();
    let lines = outlays(&commitments, &rates);
    let sum_of = |year: usize| lines.iter().map(|line| line[year]).sum::<Total>().to_money().unwrap();
    assert_eq!((0..lines[0].len()).map(sum_of).collect::<Vec<_>>(), expected);
    assert_eq!(lines.iter().flatten().copied().sum::<Total>(), Total::from(dollars(&case["sum"])));
    // The curve of the same name has each of those years as one period.
    let years = rates.iter().zip(1..).map(|(rate, number)| (format!("r{number:03}"), *rate));
    let parameters = years.chain([("years".to_owned(), "10".parse().unwrap())]).collect();
    let curve = Profile::new("outlay_rates", parameters).unwrap().cumulative(10);
    assert_eq!(spread(dollars(&case["sum"]), &curve).collect::<Vec<_>>(), expected);
}

#[test]
fn a_share_of_what_is_unpaid_is_paid_each_year() {
    let vector = vector("01_outlay_rates.json");
    let case = &vector["disbursement_ratio"];
    let expected: Vec<Money> = case["disbursed"].as_array().unwrap().iter().map(dollars).collect();
    let rho: Share = case["rho"].as_str().unwrap().parse().unwrap();
    let (paid, left) = disbursement_ratio(dollars(&case["opening"]), rho, u32::try_from(expected.len()).unwrap());
    assert_eq!((paid, left), (expected, dollars(&case["undisbursed_end"])));
}

#[test]
fn apportionment_by_largest_remainder() {
    let cases = vector("01_apportion.json");
    for case in cases["cases"].as_array().unwrap() {
        let weights: Vec<u64> = case["weights"].as_array().unwrap().iter().map(thousandths).collect();
        let parts = apportion(Money::from_cents(case["total"].as_i64().unwrap()), &weights).unwrap();
        let expected: Vec<i64> =
            case["expected"].as_array().unwrap().iter().map(|part| part.as_i64().unwrap()).collect();
        assert_eq!(parts.into_iter().map(Money::cents).collect::<Vec<_>>(), expected, "{}", case["case"]);
    }
}

/// Weights come as whole numbers or as decimals of up to three places; proportion is all that counts.
fn thousandths(weight: &Value) -> u64 {
    let text = weight.as_str().map_or_else(|| weight.to_string(), str::to_owned);
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<3}").parse().unwrap()
}

/// The empirical curves are what `assets/baseline/wb_disbursement_profile.csv` says, by the rule of their documentation.
#[test]
fn empirical_curves_follow_the_shipped_table() {
    let path = format!("{}/../assets/baseline/wb_disbursement_profile.csv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let column = |name: &str| header.iter().position(|title| *title == name).unwrap();
    for (portfolio, key) in
        [("IBRD_IDA_investment_pooled", "empirical_wb_investment"), ("IBRD_policy_all", "empirical_wb_policy")]
    {
        let shares: Vec<i64> = text
            .lines()
            .map(|line| line.split(',').collect::<Vec<_>>())
            .filter(|cells| cells[column("portfolio")] == portfolio)
            .take(8)
            .map(|cells| cells[column("cumulative_share_of_net_monotone")].replace('.', "").parse().unwrap())
            .collect();
        // At fifteenths of the span with odd numbers the curve passes through the points of the table.
        let told = Profile::new(key, Parameters::new()).unwrap().cumulative(15);
        for (bucket, share) in shares.iter().enumerate() {
            let exact = i128::from(*share) * i128::from(SHARE_UNITS);
            let whole = i128::from(shares[7]);
            let rounded = (exact * 2 + whole) / (whole * 2);
            assert_eq!(i128::from(told[2 * bucket]), rounded, "{key}, bucket {bucket}");
        }
    }
}
