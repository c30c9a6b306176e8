#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../tests/room/generate.rs"]
mod generate;
#[path = "../../tests/room/overlays.rs"]
mod overlays;

use std::collections::BTreeSet;

use model::{Change, Diff, Edit, Priority};
use proptest::prelude::*;

use self::generate::Dice;
use super::{
    Known, diff_from_text, diff_to_text, edits_from_text, edits_to_text, noted, plan_from_text, plan_to_text,
    slice_from_text, slice_to_text,
};
use crate::digest::StateDigest;

proptest! {
    #[test]
    fn edits_come_back(seed: u64) {
        let mut dice = Dice(seed);
        let plan = overlays::plan(&mut dice);
        let edits: Vec<_> = (0..8).map(|_| overlays::edit(&mut dice, &plan)).collect();
        let text = edits_to_text(&edits);
        let back = edits_from_text(&text).unwrap();
        prop_assert_eq!(&back, &edits);
        prop_assert_eq!(edits_to_text(&back), text);
    }

    #[test]
    fn differences_come_back(seed: u64) {
        let mut dice = Dice(seed);
        let (one, other) = (overlays::plan(&mut dice), overlays::plan(&mut dice));
        let diff = Diff::between(&one, &other);
        let text = diff_to_text(&diff);
        let back = diff_from_text(&text, (Known::Before, &one)).unwrap();
        prop_assert_eq!(&back, &diff);
        prop_assert_eq!(&diff_from_text(&text, (Known::After, &other)).unwrap(), &diff);
        prop_assert_eq!(diff_to_text(&back), text);
        prop_assert_eq!(back.apply_to(&one).unwrap(), other);
    }

    #[test]
    fn a_payload_says_the_first_version_that_can_hold_it(seed: u64) {
        let mut dice = Dice(seed);
        let (one, other) = (overlays::plan(&mut dice), overlays::plan(&mut dice));
        let (edits, diff) = (edits_to_text(&[overlays::edit(&mut dice, &one)]), diff_to_text(&Diff::between(&one, &other)));
        let diff_read = |text: &str| diff_from_text(text, (Known::Before, &one));
        let of_version = |text: &str, version: u32| format!("{{\"v\":{version},{}", &text[7..]);
        // One version less, and it cannot be read; any more that is known, and it says the same.
        for version in 0..=5 {
            let known = |text: &str| (text[5..6].parse().unwrap()..=4).contains(&version);
            let read = edits_from_text(&of_version(&edits, version));
            prop_assert_eq!(read.ok(), known(&edits).then(|| edits_from_text(&edits).unwrap()));
            let read = diff_read(&of_version(&diff, version));
            prop_assert_eq!(read.ok(), known(&diff).then(|| diff_read(&diff).unwrap()));
        }
    }

    #[test]
    fn whole_plans_come_back(seed: u64) {
        let plan = overlays::plan(&mut Dice(seed));
        let text = plan_to_text(&plan);
        let back = plan_from_text(&text).unwrap();
        prop_assert_eq!(plan_to_text(&back), text);
        prop_assert_eq!(back, plan);
    }

    #[test]
    fn slices_come_back(seed: u64) {
        let mut dice = Dice(seed);
        let plan = dice.plan();
        let slice = dice.limit(&plan).slice;
        prop_assert_eq!(slice_from_text(&slice_to_text(&slice)).unwrap(), slice);
    }

    #[test]
    fn a_hash_that_follows_an_edit_is_the_hash_of_the_next_plan(seed: u64) {
        let mut dice = Dice(seed);
        let (one, other) = (overlays::plan(&mut dice), overlays::plan(&mut dice));
        let diff = Diff::between(&one, &other);
        let followed = StateDigest::of(&one).after(&diff);
        prop_assert_eq!(followed.state_sha256(), StateDigest::of(&other).state_sha256());
        prop_assert_eq!(followed.after(&diff.reversed()).state_sha256(), StateDigest::of(&one).state_sha256());
    }

    #[test]
    fn what_is_not_a_payload_is_refused(text: String) {
        prop_assert!(edits_from_text(&text).is_err());
        prop_assert!(noted(&text).is_err() && plan_from_text(&text).is_err());
    }
}

#[test]
fn every_kind_of_edit_is_generated() {
    let mut dice = Dice(1);
    let plan = dice.plan();
    let kinds: BTreeSet<_> = (0..4000).map(|_| dice.edit(&plan).change.name()).collect();
    assert_eq!(kinds.len(), 33, "{kinds:?}");
}

#[test]
fn what_is_usual_is_not_written() {
    let mut dice = Dice(3);
    let plan = dice.plan();
    let mut row = Box::new(dice.allocation(&plan, "A001".parse().unwrap()));
    row.note.clear();
    row.cited.clear();
    let locked = i64::from(row.locked);
    let mut written = |class| {
        row.priority = Priority::new(class).unwrap();
        edits_to_text(&[Edit::base(Change::AddAllocation { row: row.clone() })])
    };
    let (usual, first) = (written(5), written(1));
    // As the first program wrote it: 18 cells, the last of them the lock.
    assert!(usual.starts_with(r#"{"v":1,"#) && usual.contains(&format!(r#","",{locked}]"#)), "{usual}");
    assert!(first.starts_with(r#"{"v":2,"#) && first.contains(&format!(r#","",{locked},1]"#)), "{first}");
    let spelled_out = first.replace(&format!(r#","",{locked},1]"#), &format!(r#","",{locked},5]"#));
    assert_eq!(edits_from_text(&spelled_out), edits_from_text(&usual));
    let out_of_range = first.replace(&format!(r#","",{locked},1]"#), &format!(r#","",{locked},0]"#));
    assert!(edits_from_text(&out_of_range).is_err());
    let cut = usual.replace(&format!(r#","",{locked}]"#), r#",""]"#);
    assert!(edits_from_text(&cut).is_err());
}

#[test]
fn a_later_version_is_refused() {
    let refused = edits_from_text(r#"{"v":5,"edits":[]}"#).unwrap_err();
    assert!(refused.0.contains("version 5"), "{refused:?}");
    assert!(noted(r#"{"v":1,"changes":[{"table":"allocations"}]}"#).is_err());
    assert!(noted(r#"{"v":1,"changes":[{"table":"phases"}]}"#).is_err());
    assert!(edits_from_text(r#"{"v":1,"edits":[{"scenario":"base","edit":"burn_down"}]}"#).is_err());
    assert!(edits_from_text(r#"{"v":0,"edits":[]}"#).is_err() && noted(r#"{"v":0,"changes":[]}"#).is_err());
    let lapse = r#"{"v":2,"edits":[{"scenario":"base","edit":"set_lapse","programme":"eu","years":3}]}"#;
    assert_eq!(edits_from_text(lapse).map(|edits| edits_to_text(&edits)), Ok(lapse.to_owned()));
    assert!(edits_from_text(&lapse.replace("\"v\":2", "\"v\":1")).is_err());
}

#[test]
fn a_patch_that_means_nothing_is_refused() {
    let id = "0".repeat(32);
    let good =
        format!(r#"{{"v":3,"changes":[{{"table":"allocations","row":"{id}","cells":[["amount_cents",1,2]]}}]}}"#);
    assert!(noted(&good).is_ok());
    for (from, to) in [
        (r#""v":3"#, r#""v":2"#),
        (r#""amount_cents""#, r#""amount""#),
        // The key never changes, and columns stand in their order, each once.
        (r#""amount_cents""#, r#""id""#),
        (r#"[["amount_cents",1,2]]"#, r#"[["amount_cents",1,2],["code","A001","A002"]]"#),
        (r#"[["amount_cents",1,2]]"#, r#"[["amount_cents",1,2],["amount_cents",2,3]]"#),
        (r#"[["amount_cents",1,2]]"#, r#"[["amount_cents",1]]"#),
        (r#"[["amount_cents",1,2]]"#, r#"[["amount_cents",1,2.5]]"#),
        (r#"[["amount_cents",1,2]]"#, r#"[["amount_cents",1,9223372036854775808]]"#),
        (r#"[["amount_cents",1,2]]"#, r#"[["amount_cents",true,2]]"#),
        (r#"[["amount_cents",1,2]]"#, "[]"),
        (r#""cells""#, r#""cell""#),
        (r#""row""#, r#""before":{"cells":["x"]},"row""#),
        (&*format!(r#""row":"{id}","#), ""),
        (r#""allocations""#, r#""history""#),
        (r#""allocations","row""#, r#""sectors","parts":[[],[]],"row""#),
    ] {
        let text = good.replace(from, to);
        assert_ne!(text, good);
        assert!(noted(&text).is_err(), "{text}");
    }
}
