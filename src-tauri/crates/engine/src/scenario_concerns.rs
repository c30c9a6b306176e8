//! Concerns about what a scenario says differently from what it follows.

use model::{FieldName, Id, Name, Plan, ScenarioId, TableName, Unapplied, What, Why};

use crate::concern::{Concern, Severity};
use crate::concern_kind::ConcernKind;

/// What was not applied of `scenario` and of those it follows, and what of its own has no reason.
pub(crate) fn scenario_concerns(plan: &Plan, scenario: ScenarioId, unapplied: &[Unapplied]) -> Vec<Concern> {
    let mut found: Vec<Concern> = Vec::new();
    for Unapplied { at, why } in unapplied {
        let scenario = name_of(plan, at.scenario);
        let value = plan.overrides.get(at).and_then(|row| match &row.what {
            What::Set(text) => Some(text.clone()),
            What::Add(_) | What::Remove => None,
        });
        match why {
            Why::RowGone => tell_gone(&mut found, scenario, at.table, &at.row, at.field.zip(value)),
            Why::Refused(refusal) => {
                let kind = ConcernKind::OverrideRefused {
                    scenario,
                    table: at.table,
                    called: plan.called(at.table, &at.row).unwrap_or_else(|| at.row.to_string()),
                    field: at.field,
                    value: value.unwrap_or_default(),
                    refusal: refusal.clone(),
                };
                let row = at.row.parse().ok().filter(|id| plan.allocations.get(id).is_some());
                let rows = row.filter(|_| at.table == TableName::Allocations);
                found.push(Concern::new(Severity::Warning, kind).about(rows));
            }
        }
    }
    found.extend(unreasoned(plan, scenario));
    found
}

fn name_of(plan: &Plan, scenario: Id) -> Name {
    plan.scenarios.get(&scenario).map(|row| row.name.clone()).unwrap_or_default()
}

/// Tells of overrides of a row that is gone; those of one row and scenario in one concern.
fn tell_gone(found: &mut Vec<Concern>, scenario: Name, table: TableName, row: &str, said: Option<(FieldName, String)>) {
    let same = found.iter_mut().find_map(|concern| match &mut concern.kind {
        ConcernKind::OverrideRowGone { scenario: of, table: within, row: gone, says }
            if *of == scenario && *within == table && gone == row =>
        {
            Some(says)
        }
        _ => None,
    });
    if let Some(says) = same {
        says.extend(said);
        return;
    }
    let says = said.into_iter().collect();
    let kind = ConcernKind::OverrideRowGone { scenario, table, row: row.to_owned(), says };
    found.push(Concern::new(Severity::Warning, kind));
}

fn unreasoned(plan: &Plan, scenario: ScenarioId) -> Option<Concern> {
    let id = scenario.id()?;
    let count = plan.overrides_of(id).iter().filter(|row| row.reason.trim().is_empty()).count();
    let kind = ConcernKind::OverridesUnreasoned { scenario: name_of(plan, id), count };
    (count > 0).then(|| Concern::new(Severity::Note, kind))
}
