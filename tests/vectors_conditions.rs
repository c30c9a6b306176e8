//! The test vectors of absorption and conditionality, reproduced digit by digit.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::{
    Chance, Every, Measure, Schedule, all_bounds, backlog, booster, expected_release, ledger, schedule, within,
};
use model::{Decimal, Money, Plan, Programme, ReleaseRule, Share, Total, sketch};
use serde_json::Value;

fn vector(name: &str) -> Value {
    let path = format!("{}/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn numbers(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

/// A unit of the vectors, in cents: small enough for sevenths, which are no decimals, to round to the exact cent.
const UNIT_CENTS: i64 = 100_000;

fn units(whole: i64) -> Money {
    Money::from_cents(whole * UNIT_CENTS)
}

/// A plan of one row: so much planned in each of ten years, by typed shares, and so much room. The room of a year is put as
/// its product, of which a cap takes all.
fn absorbed(planned: &[i64], room: &[i64], carry: &str, lapse_years: Option<u32>) -> (Plan, Schedule) {
    let total: i64 = planned.iter().sum();
    let share = |amount: &i64| Share::quantised(Decimal::from(*amount) / Decimal::from(total));
    let mut left = Decimal::ONE;
    let mut shares: Vec<String> = Vec::new();
    for (at, amount) in planned.iter().enumerate() {
        let mine = if at + 1 == planned.len() { left } else { share(amount).decimal() };
        left -= mine;
        shares.push(format!("s{:03}={}", at + 1, mine.normalize()));
    }
    let total = units(total);
    let last = 2025 + planned.len();
    let text = format!(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-01-01\n\
         A001 eu grant energy {total} 2026-Q1..{last}-Q4 typed({})\ncap gdp 1 {carry}\n",
        shares.join(",")
    );
    let mut plan = sketch::plan(&text).unwrap();
    for (year, room) in (2026..).zip(room) {
        plan.output.put(Arc::new(model::OutputYear {
            year,
            gdp: units(*room),
            extrapolated: false,
            sources: Vec::new(),
        }));
    }
    let programme = plan.programmes.iter().next().unwrap().clone();
    plan.programmes.put(Arc::new(Programme { lapse_years, ..(*programme).clone() }));
    let told = schedule(&plan);
    (plan, told)
}

fn years(told: &Schedule, measure: Measure) -> Vec<i64> {
    let unit = i128::from(UNIT_CENTS);
    let whole = |total: Total| {
        assert_eq!(total.cents() % unit, 0);
        i64::try_from(total.cents() / unit).unwrap()
    };
    told.totals(measure, Every::Year).0.into_iter().map(whole).collect()
}

/// What lapses in each year.
fn lapses(plan: &Plan, told: &Schedule) -> Vec<i64> {
    let mut by_year: BTreeMap<String, i64> = BTreeMap::new();
    for line in backlog(plan, told, Every::Year) {
        *by_year.entry(line.period.to_string()).or_default() += line.lapsed.cents();
    }
    let whole = |year: i32| {
        let cents = by_year.get(&year.to_string()).copied().unwrap_or(0);
        assert_eq!(cents % UNIT_CENTS, 0);
        cents / UNIT_CENTS
    };
    plan.package.years().map(whole).collect()
}

#[test]
fn absorption_with_carry_over() {
    let case = vector("01_absorption.json");
    let (planned, room) = (numbers(&case["planned"]), numbers(&case["cap"]));
    let (_, told) = absorbed(&planned, &room, "", None);
    assert_eq!(years(&told, Measure::Paid), numbers(&case["carry_over_forever"]["disbursed"]));
    assert_eq!(years(&told, Measure::Backlog), numbers(&case["carry_over_forever"]["backlog_end"]));
    let expiring = &case["expire_after_1_year_FIFO"];
    let (plan, told) = absorbed(&planned, &room, "carry 1", None);
    assert_eq!(years(&told, Measure::Paid), numbers(&expiring["disbursed"]));
    assert_eq!(years(&told, Measure::Backlog), numbers(&expiring["backlog_end"]));
    assert_eq!(lapses(&plan, &told), numbers(&expiring["lost"]));
}

#[test]
fn decommitment_after_two_and_three_years() {
    let case = vector("01_decommitment.json");
    let (commitments, room) = (numbers(&case["commitments"]), numbers(&case["payment_capacity"]));
    for (name, years_kept) in [("n_plus_2", 2), ("n_plus_3", 3)] {
        let column = |key: &str| -> Vec<i64> {
            case[name].as_array().unwrap().iter().map(|year| year[key].as_i64().unwrap()).collect()
        };
        let (plan, told) = absorbed(&commitments, &room, "", Some(years_kept));
        assert_eq!(years(&told, Measure::Paid), column("paid"), "{name}");
        assert_eq!(lapses(&plan, &told), column("decommitted"), "{name}");
        assert_eq!(years(&told, Measure::Backlog), column("RAL"), "{name}");
    }
}

/// A group with one grant of `amount`, planned for the first quarter at once, and these steps.
fn group(amount: &str, terms: &str, steps: &[String]) -> (Plan, Schedule) {
    let mut text = format!(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-01-01\nA001 eu grant energy {amount} 2026-Q1..2026-Q1 uniform group\n\
         terms group from 2026-Q1 {terms}\n"
    );
    for (at, step) in steps.iter().enumerate() {
        text += &format!("step S{:02} group {step}\n", at + 1);
    }
    let plan = sketch::plan(&text).unwrap();
    let told = schedule(&plan);
    (plan, told)
}

/// The quarter number `at` from 2026-Q1.
fn quarter(at: u64) -> String {
    format!("{}-Q{}", 2026 + at / 4, at % 4 + 1)
}

#[test]
fn steps_pay_suspend_and_lose_as_the_step_engine_says() {
    let case = &vector("02_conditionality.json")["step_engine"];
    let cents = |text: &Value| text.as_str().unwrap().parse::<i64>().unwrap() * 100;
    let steps: Vec<String> = case["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            let due = step["due"].as_u64().unwrap();
            let delay = step["fulfilled"].as_u64().map_or(100, |met| met - due);
            format!("due {} weight {} delay {delay}", quarter(due), step["value"].as_str().unwrap())
        })
        .collect();
    for (name, window) in [("window_4q_(Facility_12_months)", 4), ("window_2q_(RRF_6_months)", 2)] {
        let amount = format!("{}.00", case["total"].as_str().unwrap());
        let (plan, told) = group(&amount, &format!("proportional window {window} lag 0"), &steps);
        let by = |key: &str, at: usize| case[name][key].get(at.to_string()).map_or(0, &cents);
        let (mut suspended, mut lost) = (0, 0);
        for (at, (_, stocks)) in booster(&plan, &told, Every::Quarter).into_iter().enumerate() {
            assert_eq!(told.row(0).paid(at).cents(), by("paid", at), "{name}, paid in {at}");
            let dues: i64 = case["steps"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|step| step["due"].as_u64() == Some(at as u64))
                .map(|step| cents(&step["value"]))
                .sum();
            // What is paid of steps that were due earlier leaves suspension; the rest was paid when due.
            let late = by("paid", at) - (dues - by("suspended", at));
            suspended += by("suspended", at) - late - by("lost", at);
            lost += by("lost", at);
            assert_eq!(stocks.at_risk.cents(), i128::from(suspended), "{name}, suspended at {at}");
            assert_eq!(stocks.lost.cents(), i128::from(lost), "{name}, lost at {at}");
            assert_eq!(stocks.total().cents(), i128::from(cents(&case["total"])));
        }
    }
}

fn share(text: &Value) -> Share {
    text.as_str().unwrap().parse().unwrap()
}

#[test]
fn release_rules_let_expect_what_the_enumeration_says() {
    let case = &vector("02_conditionality.json")["release_rules"];
    let amount: Decimal = case["tranche_usd_bn"].as_str().unwrap().parse().unwrap();
    let list = |key: &str| -> Vec<Share> { case[key].as_array().unwrap().iter().map(share).collect() };
    let rules = [
        ("proportional", ReleaseRule::Proportional, None),
        ("all_or_nothing", ReleaseRule::AllOrNothing, None),
        ("floor_30pct", ReleaseRule::Floor, Some("0.3")),
        ("threshold_60pct", ReleaseRule::Threshold, Some("0.6")),
        ("threshold_then_full_80pct", ReleaseRule::ThresholdThenFull, Some("0.8")),
        ("gate_on_first", ReleaseRule::Gate, None),
    ];
    for (chances, told) in [("p_on_time", "expected_on_time"), ("p_final", "expected_final")] {
        let steps: Vec<Chance> = list("weights")
            .into_iter()
            .zip(list(chances))
            .enumerate()
            .map(|(at, (weight, probability))| Chance { weight, gate: at == 0, probability })
            .collect();
        for (name, rule, level) in rules {
            let level = level.map(|level| level.parse().unwrap());
            let expected = expected_release(rule, level, &steps).unwrap().decimal() * amount;
            assert_eq!(expected.normalize().to_string(), case[told][name].as_str().unwrap(), "{told}, {name}");
        }
    }
    // Met finally is met on time, or late and caught up.
    for ((on_time, catch_up), last) in list("p_on_time").iter().zip(list("p_catch_up_given_late")).zip(list("p_final"))
    {
        let late = Decimal::ONE - on_time.decimal();
        assert_eq!(on_time.decimal() + late * catch_up.decimal(), last.decimal());
    }
    let (least, most) = all_bounds(&list("p_on_time"));
    let bounds = &case["all_or_nothing_bounds_on_time"];
    let told = |share: Share| (share.decimal() * amount).normalize().to_string();
    assert_eq!(told(least), bounds["countermonotone_lower = A*max(0,1-sum(1-p))"].as_str().unwrap());
    assert_eq!(told(most), bounds["comonotone_upper = A*min(p)"].as_str().unwrap());
}

#[test]
fn delays_and_clawback_follow_the_hazard() {
    let all = vector("02_conditionality.json");
    let delay = &all["delay"];
    let hazard = share(&delay["h"]);
    for (quarters, expected) in (1..).zip(delay["P"].as_array().unwrap()) {
        assert_eq!(within(hazard, quarters).normalize().to_string(), expected.as_str().unwrap());
    }
    assert_eq!(within(hazard, 5).normalize().to_string(), delay["P_within_12_months(k<=4)"].as_str().unwrap());
    assert_eq!((Decimal::ONE - within(hazard, 5)).normalize().to_string(), delay["P_lost"].as_str().unwrap());
    let case = &all["clawback"];
    let guard = u32::try_from(case["guard_quarters"].as_u64().unwrap()).unwrap();
    let reversal = within(share(&case["reversal_hazard_per_quarter"]), guard);
    assert_eq!(reversal.to_string(), case["P_reversal"].as_str().unwrap());
    let paid: Decimal = case["paid"].as_str().unwrap().parse().unwrap();
    let expected = paid * share(&case["recovery_share"]).decimal() * reversal;
    let wanted: Decimal = case["expected_clawback"].as_str().unwrap().parse().unwrap();
    assert_eq!(expected, wanted);
}

/// Millions with two places, as money.
fn million(text: &Value) -> Money {
    let (whole, places) = text.as_str().unwrap().split_once('.').unwrap_or((text.as_str().unwrap(), "00"));
    Money::from_cents(
        (whole.parse::<i64>().unwrap() * 100 + format!("{places:0<2}").parse::<i64>().unwrap()) * 1_000_000,
    )
}

/// Lithuania's first request: two milestones of 33 unmet. One is met within the window, the other only by half.
#[test]
fn lithuania_loses_half_of_one_milestone() {
    let case = &vector("02_conditionality.json")["rrf_lithuania"];
    let (first, second) = (million(&case["M144"]["suspended"]), million(&case["M142"]["suspended_implied"]));
    let steps = [
        format!("due 2026-Q1 weight {} delay 2", case["M144"]["suspended"].as_str().unwrap()),
        format!("due 2026-Q1 weight {} partly 0.5 2026-Q3", case["M142"]["suspended_implied"].as_str().unwrap()),
    ];
    let both = Total::from(first) + Total::from(second);
    let amount = both.to_string();
    let (plan, told) = group(&amount, "proportional window 2 lag 0", &steps);
    let stocks = booster(&plan, &told, Every::Quarter);
    assert_eq!(stocks[0].1.at_risk, both);
    let released: Total =
        [million(&case["M144"]["released_after_6m"]), million(&case["M142"]["released_partial"])].into_iter().sum();
    assert_eq!(stocks[2].1.released, released);
    assert_eq!(stocks[2].1.lost, Total::from(million(&case["M142"]["reduced_permanently_implied"])));
    // The milestone's own ledger says the same, and the suspended sum is the published one but for rounding.
    let half = ledger(&plan, plan.step_named("S02").unwrap());
    assert_eq!(half.value, second);
    assert_eq!(half.quarters[2].2.lost, Total::from(million(&case["M142"]["reduced_permanently_implied"])));
    let published = million(&case["first_request"]["suspended_total_eur_m"]);
    assert_eq!((Total::from(published) - both).cents() / 1_000_000, 1, "26.20 against 26.19");
    let net: Decimal = "0.1466".parse().unwrap();
    let paid = Decimal::from_i128_with_scale(released.cents(), 0) * (Decimal::ONE - net) / Decimal::from(100_000_000);
    assert_eq!(paid.round_dp(1).to_string(), case["disbursed_net_of_prefinancing"].as_str().unwrap());
}

/// Romania's third request: grants and loans are suspended separately, and posts are counted within a milestone.
#[test]
fn romania_is_suspended_by_parts_and_loses_two_posts() {
    let case = &vector("02_conditionality.json")["rrf_romania"];
    let parts = &case["suspended_eur_m"];
    let mut text = String::from(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-01-01\nterms group from 2026-Q1 proportional window 2 lag 0\n",
    );
    for (code, instrument, part) in [("A001", "grant", "grant"), ("A002", "loan_concessional", "loan")] {
        let amount = million(&parts[part]);
        text += &format!("{code} eu {instrument} energy {amount} 2026-Q1..2026-Q1 uniform group\n");
    }
    text += "step S01 group due 2026-Q1 delay 1 grants\nstep S02 group due 2026-Q1 delay 2 loans\n";
    let plan = sketch::plan(&text).unwrap();
    let told = schedule(&plan);
    let at_risk = |at: usize| booster(&plan, &told, Every::Quarter)[at].1.at_risk;
    assert_eq!(at_risk(0), Total::from(million(&parts["total"])));
    assert_eq!(at_risk(1), Total::from(million(&parts["loan"])), "the grants are free, the loans are not");
    // 43 posts, two of them unfilled.
    let posts = &case["M121_energy_boards"];
    let (all, unfilled) = (posts["posts"].as_i64().unwrap(), posts["unfilled_posts"].as_i64().unwrap());
    let filled = Share::quantised(Decimal::from(all - unfilled) / Decimal::from(all));
    let suspended = million(&posts["suspended"]);
    let (plan, told) =
        group(&suspended.to_string(), "proportional window 2 lag 0", &[format!("due 2026-Q1 partly {filled} 2026-Q3")]);
    let lost = booster(&plan, &told, Every::Quarter)[2].1.lost.cents();
    let per_post = Decimal::from_i128_with_scale(lost, 0) / Decimal::from(unfilled) / Decimal::from(100_000_000);
    assert_eq!(per_post.round_dp(2).to_string(), posts["equal_share_per_post"].as_str().unwrap());
    // What was proved in time is released or recovered in full.
    for part in [&case["M440_state_owned_company_agency"], &case["procurement"]] {
        let amount = million(&part["suspended"]).to_string();
        let (plan, told) = group(&amount, "proportional window 2 lag 0", &["due 2026-Q1 delay 2".to_owned()]);
        assert_eq!(booster(&plan, &told, Every::Quarter)[2].1.released, Total::from(million(&part["suspended"])));
    }
    let named = ["M440_state_owned_company_agency", "M121_energy_boards", "procurement"];
    let sum: i64 = named.iter().map(|name| million(&case[*name]["suspended"]).cents()).sum();
    assert_eq!(million(&parts["total"]).cents() - sum, million(&case["other_implied"]).cents());
}

/// The Facility's first quarter of 2025: 13 of 16 steps met, 3.05 of 4.5 proposed; the missing ones weigh more than others.
#[test]
fn the_facility_pays_3_05_of_4_5() {
    let case = &vector("02_conditionality.json")["ukraine_facility"]["fourth_instalment"];
    let count = |key: &str| case[key].as_i64().unwrap();
    let (due, met) = (count("steps_due"), count("steps_fulfilled_at_request"));
    let billion = |key: &str| {
        million(&Value::from(format!(
            "{}",
            case[key].as_str().unwrap().parse::<Decimal>().unwrap() * Decimal::ONE_THOUSAND
        )))
    };
    let (full, proposed, suspended) =
        (billion("full_amount_eur_bn"), billion("proposed_eur_bn"), billion("suspended_eur_bn"));
    // Weights of the two kinds of steps, in the ratio of what they are worth each: 1.45 / 3 and 3.05 / 13.
    let weight = |worth: Money, others: i64| {
        Decimal::from(worth.cents() / 100_000_000) * Decimal::from(others) / Decimal::from(1000)
    };
    let mut steps =
        vec![format!("due 2026-Q1 weight {} delay 0", weight(proposed, due - met)); usize::try_from(met).unwrap()];
    steps.extend(vec![
        format!("due 2026-Q1 weight {} delay 9", weight(suspended, met));
        usize::try_from(due - met).unwrap()
    ]);
    let (plan, told) = group(&full.to_string(), "proportional window 4 lag 2", &steps);
    let first = booster(&plan, &told, Every::Quarter)[0].1;
    assert_eq!((first.released, first.at_risk), (Total::from(proposed), Total::from(suspended)));
    // Asked for in the first quarter, paid in the third.
    assert_eq!(told.row(0).paid(1), Money::ZERO);
    assert_eq!(told.row(0).paid(2), proposed);
    let missing = ledger(&plan, plan.step_named("S16").unwrap()).value;
    let in_millions = |cents: Decimal| (cents / Decimal::from(100_000_000)).round_dp(1);
    assert_eq!(
        in_millions(Decimal::from(missing.cents())).to_string(),
        case["mean_value_per_missing_step_eur_m"].as_str().unwrap()
    );
    let equal = Decimal::from(full.cents()) / Decimal::from(due);
    assert_eq!(in_millions(equal).to_string(), case["mean_value_per_step_if_equal_eur_m"].as_str().unwrap());
    let ratio = vector("02_conditionality.json")["ukraine_facility"]["ratio"].as_str().unwrap().to_owned();
    let exact = Decimal::from(suspended.cents()) / Decimal::from(due - met) / equal;
    assert_eq!(exact.round_dp(3).to_string(), ratio);
}

/// The clusters and chapters that ship are those of the vector.
#[test]
fn the_shipped_chapters_are_those_of_the_negotiations() {
    let case = vector("02_clusters_chapters.json");
    let plan = exchange::shipped_plan().unwrap();
    for cluster in case["clusters"].as_array().unwrap() {
        let number = u32::try_from(cluster["no"].as_u64().unwrap()).unwrap();
        let found = plan.clusters.iter().find(|row| row.number == number).unwrap();
        let mut wanted: Vec<i32> =
            numbers(&cluster["chapters"]).into_iter().map(|number| i32::try_from(number).unwrap()).collect();
        wanted.sort_unstable();
        let of = |chapter: &model::Chapter| chapter.cluster.as_ref() == Some(&found.key);
        let chapters: Vec<i32> =
            plan.chapters.iter().filter(|chapter| of(chapter)).map(|chapter| chapter.number).collect();
        assert_eq!(chapters, wanted, "{}", found.name.en);
        let steps: Vec<_> = plan.steps.iter().filter(|step| step.cluster == found.key).collect();
        assert_eq!(steps.len(), wanted.len());
        assert!(steps.iter().all(|step| step.weight == steps[0].weight), "equal weights within a group");
    }
    let outside: Vec<i32> =
        plan.chapters.iter().filter(|chapter| chapter.cluster.is_none()).map(|chapter| chapter.number).collect();
    assert_eq!(outside.iter().map(|number| i64::from(*number)).collect::<Vec<_>>(), numbers(&case["outside_clusters"]));
    for (number, name) in case["chapter_names"].as_object().unwrap() {
        let chapter = plan.chapters.get(&number.parse().unwrap()).unwrap();
        let bare = |text: &str| text.split(" (").next().unwrap().to_lowercase();
        assert_eq!(bare(&chapter.name.en), bare(name.as_str().unwrap()), "chapter {number}");
    }
}
