#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../tests/room/generate.rs"]
mod generate;

use std::collections::BTreeSet;

use model::Diff;
use proptest::prelude::*;

use self::generate::Dice;
use super::{diff_from_text, diff_to_text, edits_from_text, edits_to_text, slice_from_text, slice_to_text};
use crate::digest::StateDigest;

proptest! {
    #[test]
    fn edits_come_back(seed: u64) {
        let mut dice = Dice(seed);
        let plan = dice.plan();
        let edits: Vec<_> = (0..8).map(|_| dice.edit(&plan)).collect();
        let text = edits_to_text(&edits);
        let back = edits_from_text(&text).unwrap();
        prop_assert_eq!(&back, &edits);
        prop_assert_eq!(edits_to_text(&back), text);
    }

    #[test]
    fn differences_come_back(seed: u64) {
        let mut dice = Dice(seed);
        let (one, other) = (dice.plan(), dice.plan());
        let diff = Diff::between(&one, &other);
        let text = diff_to_text(&diff);
        let back = diff_from_text(&text).unwrap();
        prop_assert_eq!(&back, &diff);
        prop_assert_eq!(diff_to_text(&back), text);
        prop_assert_eq!(back.apply_to(&one).unwrap(), other);
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
        let (one, other) = (dice.plan(), dice.plan());
        let diff = Diff::between(&one, &other);
        let followed = StateDigest::of(&one).after(&diff);
        prop_assert_eq!(followed.state_sha256(), StateDigest::of(&other).state_sha256());
        prop_assert_eq!(followed.after(&diff.reversed()).state_sha256(), StateDigest::of(&one).state_sha256());
    }

    #[test]
    fn what_is_not_a_payload_is_refused(text: String) {
        prop_assert!(edits_from_text(&text).is_err());
        prop_assert!(diff_from_text(&text).is_err());
    }
}

#[test]
fn every_kind_of_edit_is_generated() {
    let mut dice = Dice(1);
    let plan = dice.plan();
    let kinds: BTreeSet<_> = (0..4000).map(|_| dice.edit(&plan).change.name()).collect();
    assert_eq!(kinds.len(), 22, "{kinds:?}");
}

#[test]
fn a_later_version_is_refused() {
    let refused = edits_from_text(r#"{"v":2,"edits":[]}"#).unwrap_err();
    assert!(refused.0.contains("version 2"), "{refused:?}");
    assert!(diff_from_text(r#"{"v":1,"changes":[{"table":"allocations"}]}"#).is_err());
    assert!(diff_from_text(r#"{"v":1,"changes":[{"table":"phases"}]}"#).is_err());
    assert!(edits_from_text(r#"{"v":1,"edits":[{"scenario":"base","edit":"burn_down"}]}"#).is_err());
}
