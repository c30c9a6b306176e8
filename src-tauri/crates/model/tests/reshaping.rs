//! Laws of splitting, merging and duplicating rows, of fields set by their text, and of any sequence of such acts.

#![allow(clippy::unwrap_used, clippy::panic)]

use model::{
    Allocation, Change, Code, Diff, Edit, FieldName, FieldRefusal, Fields, Gives, Grade, How, Id, Instrument, Key,
    Money, PaidQuarter, Plan, Profile, Quarter, Refusal, RowsRefusal, Source, TableName, Total, apply_all,
    duplicate_row, merge_rows, sketch, split_row, spread_over,
};
use proptest::prelude::*;

fn plan() -> Plan {
    let mut plan = sketch::plan(
        "package 800bn 2026-Q1..2035-Q4 as-of 2026-11-20
        A001 eu grant energy 10bn 2027-Q1..2028-Q4 uniform paid 2026-Q2=1bn
        A002 eu grant energy 5bn 2026-Q1..2030-Q4 trapezoid(u=0.2,d=0.3) paid 2026-Q1=1bn 2026-Q2=0.5bn
        A003 eu grant energy 20bn 2026-Q3..2026-Q4 uniform
        A007 eu grant transport 1bn 2030-Q1..2036-Q4 logistic(k=10,m=0.5) green_agenda",
    )
    .unwrap();
    for name in ["I10", "I12", "S05"] {
        plan.sources.put(std::sync::Arc::new(source(name)));
    }
    plan
}

fn source(name: &str) -> Source {
    let text = String::new;
    Source { key: key(name), title: text(), publisher: text(), date: text(), url: text(), how_verified: text() }
}

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

fn id(at: u128) -> Id {
    Id::from_bits(at)
}

fn bn(amount: i64) -> Money {
    Money::from_cents(amount * 100_000_000_000)
}

fn field(name: &str) -> FieldName {
    FieldName::of(TableName::Allocations, name).unwrap()
}

fn row(plan: &Plan, at: u128) -> &Allocation {
    plan.allocations.get(&id(at)).unwrap()
}

fn applied(plan: &Plan, changes: &[Change]) -> Plan {
    tried(plan, changes).unwrap()
}

fn tried(plan: &Plan, changes: &[Change]) -> Result<Plan, Refusal> {
    let edits: Vec<Edit> = changes.iter().cloned().map(Edit::base).collect();
    apply_all(plan, &edits).map_err(|(_, refusal)| refusal)
}

fn held(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.amount).sum()
}

fn paid(plan: &Plan) -> Total {
    plan.allocations.iter().map(|row| row.paid_total()).sum()
}

/// New ids from 100 on.
fn ids() -> impl FnMut() -> Id {
    let mut next = 99;
    move || {
        next += 1;
        id(next)
    }
}

#[test]
fn a_row_is_split_into_rows_like_it() {
    let plan = plan();
    let next = applied(&plan, &split_row(&plan, id(2), &[bn(2), bn(1), bn(2)], ids()).unwrap());
    assert_eq!((held(&next), paid(&next)), (held(&plan), paid(&plan)));
    let before = row(&plan, 2);
    assert_eq!(row(&next, 2), &Allocation { amount: bn(2), ..before.clone() });
    for (at, code, amount) in [(100, "A008", bn(1)), (101, "A009", bn(2))] {
        let like = Allocation { id: id(at), code: code.parse().unwrap(), amount, paid: Vec::new(), ..before.clone() };
        assert_eq!(row(&next, at), &like);
    }
}

#[test]
fn parts_that_are_not_the_row_are_refused() {
    let plan = plan();
    let refused = |plan: &Plan, parts: &[Money]| split_row(plan, id(2), parts, ids()).unwrap_err();
    let adds = |sum| RowsRefusal::SplitDoesNotAdd { sum: Total::from(sum), amount: bn(5) }.into();
    assert_eq!(refused(&plan, &[bn(2), bn(2)]), adds(bn(4)));
    assert_eq!(refused(&plan, &[bn(5)]), RowsRefusal::TooFewParts { count: 1 }.into());
    assert_eq!(refused(&plan, &[]), RowsRefusal::TooFewParts { count: 0 }.into());
    assert_eq!(refused(&plan, &[bn(6), bn(-1)]), Refusal::NegativeAmount(bn(-1)));
    // What was paid stays with the first part.
    let paid = Money::from_cents(150_000_000_000);
    assert_eq!(refused(&plan, &[bn(1), bn(4)]), Refusal::LessThanPaid { paid, amount: bn(1) });
    let locked = applied(&plan, &[Change::SetLocked { allocation: id(2), locked: true }]);
    assert_eq!(refused(&locked, &[bn(2), bn(3)]), Refusal::Locked("A002".parse().unwrap()));
}

#[test]
fn rows_become_one_that_holds_what_they_held() {
    let set = |allocation, sources: &[&str]| {
        let sources: Vec<Key> = sources.iter().map(|name| key(name)).collect();
        [
            Change::SetSources { allocation, sources: sources.clone() },
            Change::SetCited { allocation, field: field("amount"), sources },
        ]
    };
    let note = |allocation, note: &str| Change::SetNote { allocation, note: note.to_owned() };
    let grades = [
        Change::SetAmountGrade { allocation: id(1), grade: Grade::Signed },
        Change::SetSplitGrade { allocation: id(1), grade: Grade::Signed },
        Change::SetAmountGrade { allocation: id(2), grade: Grade::Running },
        Change::SetSplitGrade { allocation: id(2), grade: Grade::Signed },
        Change::SetAmountGrade { allocation: id(3), grade: Grade::Signed },
        Change::SetSplitGrade { allocation: id(3), grade: Grade::Proposed },
    ];
    let notes = [note(id(1), "One."), note(id(2), "Two."), note(id(3), "One.")];
    let plan =
        applied(&plan(), &[&set(id(1), &["I10", "S05"])[..], &set(id(2), &["I12", "S05"]), &grades, &notes].concat());
    // Beside sources, an amount that has none is an assumption.
    let unsourced = applied(&plan, &merge_rows(&plan, &[id(1), id(3)]).unwrap());
    assert_eq!(row(&unsourced, 1).amount_grade, Grade::Assumption);
    let plan = applied(&plan, &[Change::SetSources { allocation: id(3), sources: vec![key("I12")] }]);
    let next = applied(&plan, &merge_rows(&plan, &[id(1), id(2), id(3), id(2)]).unwrap());
    assert_eq!((held(&next), paid(&next), next.allocations.len()), (held(&plan), paid(&plan), 2));
    let (was, merged) = (row(&plan, 1), row(&next, 1));
    let quarter = |text: &str| text.parse::<Quarter>().unwrap();
    let paid = |text: &str, cents| PaidQuarter { quarter: quarter(text), amount: Money::from_cents(cents) };
    let sources: Vec<Key> = ["I10", "S05", "I12"].map(key).to_vec();
    let expected = Allocation {
        amount: bn(35),
        start: quarter("2026-Q1"),
        end: quarter("2030-Q4"),
        paid: vec![paid("2026-Q1", 100_000_000_000), paid("2026-Q2", 150_000_000_000)],
        amount_grade: Grade::Running,
        split_grade: Grade::Proposed,
        sources: sources.clone(),
        cited: vec![model::Cited { field: field("amount"), sources }],
        note: "One.\nTwo.".to_owned(),
        ..was.clone()
    };
    assert_eq!(merged, &expected);
}

#[test]
fn rows_of_different_kinds_are_not_merged() {
    let plan = plan();
    let code = |text: &str| text.parse::<Code>().unwrap();
    let differ = |field, row: &str, others: &[&str]| {
        let others = others.iter().map(|other| code(other)).collect();
        Refusal::from(RowsRefusal::RowsDiffer { field, row: code(row), others })
    };
    let refused =
        |plan: &Plan, rows: &[u128]| merge_rows(plan, &rows.iter().copied().map(id).collect::<Vec<_>>()).unwrap_err();
    assert_eq!(refused(&plan, &[4, 1, 2]), differ("sector", "A007", &["A001", "A002"]));
    let lent = applied(&plan, &[Change::SetInstrument { allocation: id(2), instrument: Instrument::Guarantee }]);
    assert_eq!(refused(&lent, &[1, 2, 3]), differ("instrument", "A001", &["A002"]));
    let tied = applied(&plan, &[Change::SetCluster { allocation: id(3), cluster: Some(key("green_agenda")) }]);
    assert_eq!(refused(&tied, &[1, 2, 3]), differ("booster", "A001", &["A003"]));
    assert_eq!(refused(&plan, &[1, 1]), RowsRefusal::TooFewRows { count: 1 }.into());
    assert_eq!(refused(&plan, &[]), RowsRefusal::TooFewRows { count: 0 }.into());
    assert!(matches!(refused(&plan, &[1, 66]), Refusal::Unknown { .. }));
    let locked = applied(&plan, &[Change::SetLocked { allocation: id(3), locked: true }]);
    assert_eq!(refused(&locked, &[1, 3]), Refusal::Locked(code("A003")));
    let most = Change::SetAmount { allocation: id(3), amount: Money::from_cents(i64::MAX) };
    let sum = Total::from(Money::from_cents(i64::MAX)) + Total::from(bn(10));
    assert_eq!(refused(&applied(&plan, &[most]), &[1, 3]), RowsRefusal::SumTooLarge { sum }.into());
}

#[test]
fn a_copy_is_open_and_unpaid() {
    let plan = applied(&plan(), &[Change::SetLocked { allocation: id(1), locked: true }]);
    let next = applied(&plan, &[duplicate_row(&plan, id(1), id(50)).unwrap()]);
    let (of, copy) = (row(&plan, 1), row(&next, 50));
    let like = Allocation { id: id(50), code: "A008".parse().unwrap(), paid: Vec::new(), locked: false, ..of.clone() };
    assert_eq!(copy, &like);
    assert!(matches!(duplicate_row(&plan, id(66), id(50)), Err(Refusal::Unknown { .. })));
}

#[test]
fn every_field_that_can_be_set_is_set_by_its_text() {
    let plan = plan();
    let other = Allocation {
        capital: model::Capital::Private,
        start: "2026-Q4".parse().unwrap(),
        priority: model::Priority::new(2).unwrap(),
        sources: vec![key("I10")],
        note: "Seen.".to_owned(),
        ..row(&plan, 4).clone()
    };
    let mut set = Vec::new();
    for (field, _) in Allocation::FIELDS {
        let text = other.tell(*field);
        match row(&plan, 3).change(*field, &text) {
            Ok(change) => {
                let next = tried(&plan, std::slice::from_ref(&change)).unwrap();
                assert_eq!(row(&next, 3).tell(*field), text, "{field}");
                set.push(field.as_str());
            }
            Err(refusal) => assert_eq!(refusal, FieldRefusal::NotSettable(*field)),
        }
    }
    let unset = ["code", "paid", "cited"];
    let wanted: Vec<&str> =
        Allocation::FIELDS.iter().map(|(field, _)| field.as_str()).filter(|name| !unset.contains(name)).collect();
    assert_eq!(set, wanted);
    // One end of the span moves, and the other stays.
    let span = |name, text| row(&plan, 2).change(field(name), text);
    let (start, end) = ("2026-Q1".parse().unwrap(), "2029-Q2".parse().unwrap());
    assert_eq!(span("end", "2029-Q2"), Ok(Change::SetSpan { allocation: id(2), start, end }));
}

#[test]
fn a_text_that_means_nothing_is_refused() {
    let plan = plan();
    for (name, text) in [
        ("amount", "ten"),
        ("amount", ""),
        ("start", "2027"),
        ("priority", "10"),
        ("locked", "perhaps"),
        ("instrument", "gift"),
        ("profile", ""),
        ("profile", "trapezoid u"),
        ("profile", "typed s001=0.3333333333333333333"),
        ("sources", "I10,,no key"),
    ] {
        let refused = row(&plan, 1).change(field(name), text).unwrap_err();
        assert!(matches!(&refused, FieldRefusal::Value(bad) if bad.value == text), "{name} {text:?}: {refused:?}");
    }
    let refused = row(&plan, 1).change(field("profile"), "trapezoid u=0.9 d=0.3").unwrap_err();
    assert!(matches!(refused, FieldRefusal::Profile(_)), "{refused:?}");
}

/// A composite act, sensible or not.
#[derive(Clone, Debug)]
enum Act {
    Spread(u16, i64, usize, Option<u128>),
    Split(usize, Vec<u64>),
    Merge(Vec<usize>),
    Duplicate(usize),
    Lock(usize, bool),
    Field(usize, &'static str, &'static str),
}

fn act() -> impl Strategy<Value = Act> {
    let giver = prop_oneof![Just(None), (0..6_u128).prop_map(Some)];
    let fields = vec![
        ("start", "2026-Q1"),
        ("end", "2036-Q4"),
        ("sector", "transport"),
        ("profile", "typed s001=0.333333333333333333 s002=0.666666666666666667"),
        ("booster", "green_agenda"),
        ("capital", "private"),
    ];
    prop_oneof![
        (any::<u16>(), 0..5_000_000_000_000_i64, 0..3_usize, giver)
            .prop_map(|(rows, cents, how, giver)| Act::Spread(rows, cents, how, giver)),
        (0..8_usize, prop::collection::vec(1..1000_u64, 1..5)).prop_map(|(row, parts)| Act::Split(row, parts)),
        prop::collection::vec(0..8_usize, 1..4).prop_map(Act::Merge),
        (0..8_usize).prop_map(Act::Duplicate),
        (0..8_usize, any::<bool>()).prop_map(|(row, locked)| Act::Lock(row, locked)),
        (0..8_usize, prop::sample::select(fields)).prop_map(|(row, (name, text))| Act::Field(row, name, text)),
    ]
}

/// The changes of an act on the plan as it stands; nothing where it is refused.
fn expanded(plan: &Plan, act: &Act, new: &mut u128) -> Option<Vec<Change>> {
    let rows = plan.by_code();
    let at = |place: usize| rows[place % rows.len()].id;
    let mut next = || {
        *new += 1;
        id(*new)
    };
    match act {
        Act::Spread(chosen, cents, how, giver) => {
            let of = (0..rows.len().min(16)).filter(|place| chosen >> place & 1 == 1).map(at).collect::<Vec<_>>();
            let how = [How::Rescale, How::Equal, How::Needs][*how].clone();
            let gives = match giver {
                None => Gives::Unallocated,
                Some(0) => Gives::Others,
                Some(giver) => Gives::Row(at(usize::try_from(*giver).unwrap())),
            };
            spread_over(plan, &of, Money::from_cents(*cents), &how, gives).ok()
        }
        Act::Split(place, weights) => {
            let row = plan.allocations.get(&at(*place)).unwrap();
            let mut parts = model::apportion(row.amount, weights).ok()?;
            parts.sort_unstable();
            parts.reverse();
            split_row(plan, row.id, &parts, next).ok()
        }
        Act::Merge(places) => merge_rows(plan, &places.iter().map(|place| at(*place)).collect::<Vec<_>>()).ok(),
        Act::Duplicate(place) => duplicate_row(plan, at(*place), next()).ok().map(|change| vec![change]),
        Act::Lock(place, locked) => Some(vec![Change::SetLocked { allocation: at(*place), locked: *locked }]),
        Act::Field(place, name, text) => {
            let row = plan.allocations.get(&at(*place)).unwrap();
            row.change(field(name), text).ok().map(|change| vec![change])
        }
    }
}

proptest! {
    #[test]
    fn any_acts_undone_in_turn_leave_the_plan_as_it_was(acts in prop::collection::vec(act(), 1..12)) {
        let first = plan();
        let (mut plan, mut undo, mut new) = (first.clone(), Vec::new(), 1000);
        for act in &acts {
            let Some(next) = expanded(&plan, act, &mut new).and_then(|changes| tried(&plan, &changes).ok()) else {
                continue;
            };
            prop_assert_eq!(next.flaws(), Vec::new());
            prop_assert_eq!(paid(&next), paid(&plan), "{:?}", act);
            if matches!(act, Act::Split(..) | Act::Merge(..)) {
                prop_assert_eq!(held(&next), held(&plan));
            }
            for (before, after) in plan.allocations.iter().filter_map(|row| Some((row, next.allocations.get(&row.id)?))) {
                let stays = matches!(act, Act::Lock(..)) || !before.locked || before == after;
                prop_assert!(stays, "a locked row moved by {:?}", act);
            }
            undo.push(Diff::between(&plan, &next).reversed());
            plan = next;
        }
        for diff in undo.iter().rev() {
            plan = diff.apply_to(&plan).unwrap();
        }
        prop_assert_eq!(plan, first);
    }

    #[test]
    fn what_was_split_is_merged_again(cents in 1..i64::MAX / 4, weights in prop::collection::vec(0..u64::MAX, 2..12)) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let plan = applied(&plan(), &[Change::SetAmount { allocation: id(3), amount: Money::from_cents(cents) }]);
        let parts = model::apportion(Money::from_cents(cents), &weights).unwrap();
        let split = applied(&plan, &split_row(&plan, id(3), &parts, ids()).unwrap());
        prop_assert_eq!(held(&split), held(&plan));
        let rows: Vec<Id> = std::iter::once(id(3)).chain((100..).map(id).take(parts.len() - 1)).collect();
        let merged = applied(&split, &merge_rows(&split, &rows).unwrap());
        prop_assert_eq!(merged, plan);
    }
}

#[test]
fn profiles_keep_eighteen_places_as_text() {
    let text = "typed s001=0.333333333333333333 s002=0.666666666666666667";
    let change = row(&plan(), 1).change(field("profile"), text).unwrap();
    let next = applied(&plan(), &[change]);
    assert_eq!(row(&next, 1).tell(field("profile")), text);
    let mut other = row(&plan(), 1).clone();
    other.put(field("profile"), text).unwrap();
    assert_eq!(other.profile, row(&next, 1).profile);
    assert!(Profile::is_fine(&other.profile));
}
