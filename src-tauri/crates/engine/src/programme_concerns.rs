//! Concerns about what is counted from programmes: more than they have, or the same money twice.

use model::{Id, Key, Plan, Programme, Total};

use crate::concern::{Concern, Severity};
use crate::concern_kind::ConcernKind;
use crate::gap::Headline;

/// Every concern about programmes, and about the booster counted beside the money that it marks.
pub(crate) fn programmes(plan: &Plan, headline: &Headline) -> Vec<Concern> {
    let mut found = Vec::new();
    for (programme, held) in plan.programmes.iter().zip(&headline.by_programme) {
        if *held > Total::ZERO {
            found.extend(exceeded(plan, programme, *held));
            found.extend(contained(plan, headline, programme, *held));
            found.extend(flows_back(plan, programme));
        }
    }
    found.extend(booster_added(plan, headline));
    found
}

fn rows_of<'a>(plan: &'a Plan, programmes: &'a [&Key]) -> impl Iterator<Item = Id> + 'a {
    plan.allocations.iter().filter(|row| programmes.contains(&&row.programme)).map(|row| row.id)
}

fn exceeded(plan: &Plan, programme: &Programme, held: Total) -> Option<Concern> {
    let amount = programme.amount?;
    let by = held - Total::from(amount);
    let kind = ConcernKind::ProgrammeExceeded { programme: programme.name.clone(), amount, by };
    let concern = || Concern::new(Severity::Warning, kind).about(rows_of(plan, &[&programme.key]));
    (by > Total::ZERO).then(|| concern().resting_on(&programme.sources))
}

/// The nearest of the programmes around one that is allocated too.
fn contained(plan: &Plan, headline: &Headline, programme: &Programme, held: Total) -> Option<Concern> {
    let mut around = programme.part_of.as_ref();
    // A chain that led back to itself would be longer than there are programmes.
    for _ in 0..plan.programmes.len() {
        let at = plan.programmes.place_of(around?)?;
        let (parent, contains) = (&plan.programmes.as_slice()[at], headline.by_programme[at]);
        if contains > Total::ZERO && parent.key != programme.key {
            let kind = ConcernKind::ProgrammeAndParent {
                programme: programme.name.clone(),
                amount: held,
                parent: parent.name.clone(),
                contains,
            };
            let rows = rows_of(plan, &[&programme.key, &parent.key]).collect::<Vec<_>>();
            let sources = programme.sources.iter().chain(&parent.sources);
            return Some(Concern::new(Severity::Warning, kind).about(rows).resting_on(sources));
        }
        around = parent.part_of.as_ref();
    }
    None
}

fn flows_back(plan: &Plan, programme: &Programme) -> Option<Concern> {
    let (amount, owed) = programme.amount.zip(programme.owed)?;
    let by = Total::from(owed) - Total::from(amount);
    let kind = ConcernKind::NegativeNetFlow { programme: programme.name.clone(), amount, owed, by };
    let concern = || Concern::new(Severity::Warning, kind).about(rows_of(plan, &[&programme.key]));
    (by > Total::ZERO).then(|| concern().resting_on(&programme.sources))
}

/// Whether the booster comes on top, where the reading says that it is a mark on other money: the package is exceeded, and
/// would not be without it, or the public and private figures are reached by what does not belong to it. Where the other
/// rows exceed a package alone, that is too small for them and says nothing of the booster.
fn booster_added(plan: &Plan, headline: &Headline) -> Option<Concern> {
    let reading = plan.reading().filter(|reading| reading.booster_mark.is_some() && !reading.booster_is_block())?;
    let Headline { told, boosted: [of_public, of_private], .. } = headline;
    let package = Total::from(told.package);
    let over = (told.allocated - package).max(Total::ZERO);
    let by = (over > Total::ZERO && over <= told.booster).then_some(over);
    let filled = reading.public.zip(reading.private).is_some_and(|(public, private)| {
        told.public - *of_public >= public.into() && told.private - *of_private >= private.into()
    });
    let boosted = || plan.allocations.iter().filter(|row| row.booster.is_some()).map(|row| row.id);
    let kind = ConcernKind::BoosterAdded { reading: reading.label.clone(), amount: told.booster, by };
    let concern = || Concern::new(Severity::Warning, kind).about(boosted()).resting_on(&reading.sources);
    (told.booster > Total::ZERO && (by.is_some() || filled)).then(concern)
}
