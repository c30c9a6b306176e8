//! The reform steps that ship. No source weighs or dates them, so one rule makes them; `rules.csv` prints it, and this is it.

use model::{Chapter, Code, Grade, Id, Key, Name, Quarter, Share, Step, StepKind, StepPart, StepState, Table};

use super::{CHAPTERS, STEP_KIND, half_even, shipped_id};
use crate::finding::{Finding, Findings, Reason};

/// When the first step is due: year and quarter.
const FIRST_DUE: (i32, i32) = (2027, 1);
/// When the last step is due: year and quarter.
const LAST_DUE: (i32, i32) = (2033, 4);
/// What every step that ships says of itself.
const NOTE: &str = "Due quarter and weight come from the printed rule on reform steps; no source states them. \
    The sources are those of the chapter.";

/// The id of the shipped step of the chapter with this number.
#[must_use]
pub const fn shipped_step_id(chapter: u32) -> Id {
    shipped_id(STEP_KIND, chapter)
}

/// One step for each chapter that has a cluster, of equal weight, due at even distances in the order of the chapters'
/// numbers.
pub(super) fn steps(chapters: &Table<Chapter>) -> Result<Table<Step>, Findings> {
    let inside: Vec<_> =
        chapters.iter().filter_map(|chapter| chapter.cluster.as_ref().map(|cluster| (chapter, cluster))).collect();
    let count = inside.len();
    let steps = inside.into_iter().enumerate().map(|(place, (chapter, cluster))| {
        step(chapter, cluster, due(place, count)).ok_or_else(|| {
            let number = chapter.number.to_string();
            let reason = Reason::NotAKey(number.clone());
            Findings::from(Finding::new(CHAPTERS.name, 0, "chapter_number", &number, reason))
        })
    });
    Ok(Table::from_rows(steps.collect::<Result<Vec<_>, _>>()?))
}

/// When step `place` of `count`, counted from nought, is due: the distance is rounded half to even.
fn due(place: usize, count: usize) -> Quarter {
    let of = |(year, part)| Quarter::new(year, part).unwrap_or_else(|| unreachable!("a quarter of our time"));
    let (first, last) = (of(FIRST_DUE), of(LAST_DUE));
    let distance = i128::from(last.since(first));
    let between = i128::try_from(count.saturating_sub(1)).unwrap_or(0).max(1);
    let place = i128::try_from(place).unwrap_or(0);
    first.plus(u32::try_from(half_even(place * distance, between)).unwrap_or(0))
}

/// The step of a chapter; nothing where its number gives no code.
fn step(chapter: &Chapter, cluster: &Key, due: Quarter) -> Option<Step> {
    let number = u32::try_from(chapter.number).ok()?;
    let code: Code = format!("S{number:02}").parse().ok()?;
    Some(Step {
        id: shipped_step_id(number),
        code,
        name: Name::new(
            format!("Close chapter {number}: {}", chapter.name.en),
            format!("Закрити розділ {number}: {}", chapter.name.uk),
        ),
        cluster: cluster.clone(),
        chapter: Some(number),
        due,
        weight: Share::ONE,
        kind: StepKind::Chapter,
        part: StepPart::All,
        gate: false,
        state: StepState::Due,
        delay_quarters: 0,
        probability: None,
        grade: Grade::Assumption,
        sources: chapter.sources.clone(),
        note: NOTE.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::shipped_plan;
    use std::collections::BTreeMap;

    #[test]
    fn one_step_for_each_chapter_of_a_cluster() {
        let plan = shipped_plan().unwrap();
        assert_eq!((plan.chapters.len(), plan.steps.len()), (35, 33));
        let outside: Vec<_> =
            plan.chapters.iter().filter(|row| row.cluster.is_none()).map(|row| (row.number, &*row.name.en)).collect();
        assert_eq!(outside, [(34, "Institutions"), (35, "Other issues")]);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for step in plan.steps.iter() {
            let chapter = plan.chapters.get(&i32::try_from(step.chapter.unwrap()).unwrap()).unwrap();
            assert_eq!(chapter.cluster.as_ref(), Some(&step.cluster));
            assert_eq!(step.id, shipped_step_id(step.chapter.unwrap()));
            *counts.entry(step.cluster.as_str()).or_default() += 1;
        }
        let expected = [
            ("competitiveness", 8),
            ("external_relations", 2),
            ("fundamentals", 5),
            ("green_agenda", 4),
            ("internal_market", 9),
            ("resources_cohesion", 5),
        ];
        assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
        assert_eq!(plan.step_named("S23").unwrap().id.to_string(), "5472616e636865000000000200000017");
    }

    #[test]
    fn they_weigh_the_same_and_are_due_at_even_distances() {
        let plan = shipped_plan().unwrap();
        let mut by_code: Vec<_> = plan.steps.iter().collect();
        by_code.sort_by(|left, right| left.code.cmp(&right.code));
        let due: Vec<i32> = by_code.iter().map(|step| step.due.since(by_code[0].due)).collect();
        // i × 27 ÷ 32 half to even: the seventeenth would be 13.5 and is 14.
        let expected = [
            0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12, 13, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 24,
            25, 26, 27,
        ];
        assert_eq!(due, expected);
        assert_eq!(by_code[0].due.to_string(), "2027-Q1");
        assert_eq!(by_code[32].due.to_string(), "2033-Q4");
        for step in by_code {
            assert_eq!((step.weight, step.delay_quarters, step.probability), (Share::ONE, 0, None));
            assert_eq!((step.kind, step.part, step.gate), (StepKind::Chapter, StepPart::All, false));
            assert_eq!((step.state, step.grade), (StepState::Due, Grade::Assumption));
            assert!(!step.sources.is_empty() && step.name.en != step.name.uk);
        }
    }

    #[test]
    fn a_single_step_is_due_first() {
        assert_eq!(due(0, 1).to_string(), "2027-Q1");
        assert_eq!(due(1, 2).to_string(), "2033-Q4");
    }
}
