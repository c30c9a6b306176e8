//! The test vector of dividing between floors and caps, reproduced to the cent.

#![allow(clippy::unwrap_used)]

use model::{Money, Part, waterfill};
use serde_json::Value;

fn dollars(amount: &Value) -> Money {
    amount.as_str().map_or_else(|| amount.to_string(), str::to_owned).parse().unwrap()
}

#[test]
fn needs_are_met_between_floors_and_caps() {
    let path = format!("{}/vectors/07_waterfill.json", env!("CARGO_MANIFEST_DIR"));
    let vector: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let case = &vector["waterfill"];
    let list = |name: &str| -> Vec<Money> { case[name].as_array().unwrap().iter().map(dollars).collect() };
    let (needs, floors, caps) = (list("need"), list("floor"), list("cap"));
    let part = |((need, floor), cap): ((&Money, &Money), &Money)| Part {
        weight: need.cents().unsigned_abs(),
        floor: *floor,
        cap: Some(*cap),
    };
    let parts: Vec<Part> = needs.iter().zip(&floors).zip(&caps).map(part).collect();
    let total = dollars(&case["total"]);
    assert_eq!(waterfill(total, &parts).unwrap(), list("allocation"));
    // The ratio the vector states: what is at neither bound is so much of its need.
    let (over, under) = case["ratio"].as_str().unwrap().split_once('/').unwrap();
    let (over, under): (i64, i64) = (over.parse().unwrap(), under.parse().unwrap());
    let free = list("allocation").into_iter().zip(&parts).zip(&needs);
    for ((amount, _), need) in free.filter(|((amount, part), _)| *amount > part.floor && Some(*amount) < part.cap) {
        assert_eq!(amount.cents() * under, need.cents() * over);
    }
}
