//! The sides of a comparison: places of the open plan, or of other files.

use std::path::Path;
use std::sync::Arc;

use document::{Document, Snapshot};
use engine::{Every, Measure};
use model::{ScenarioId, Total};

use crate::handlers::grid::years;
use crate::wire::{PeriodAmount, Side, SideShown};
use crate::{Problem, Session, Words, place};

/// The fewest and the most sides of a comparison.
const SIDES: std::ops::RangeInclusive<usize> = 2..=6;

/// One side: a state, and what it is called.
pub(crate) struct SideState {
    /// The state.
    pub state: Arc<Snapshot>,
    /// What it is called.
    pub label: String,
}

impl SideState {
    /// As the engine takes it.
    pub(crate) fn side(&self) -> engine::Side<'_> {
        engine::Side { plan: self.state.plan(), schedule: self.state.schedule() }
    }

    /// Whether it is a whole plan and no scenario of one.
    pub(crate) fn is_base(&self) -> bool {
        self.state.scenario().is_base()
    }

    /// What is measured per year, and past the package.
    pub(crate) fn course(&self, measure: Measure) -> (Vec<Total>, Total) {
        self.state.schedule().totals(measure, Every::Year)
    }

    pub(crate) fn shown(&self) -> SideShown {
        let (plan, schedule) = (self.state.plan(), self.state.schedule());
        let overview = engine::overview(plan, schedule);
        let (paid, after) = self.course(Measure::Paid);
        let periods = years(plan).into_iter().zip(paid);
        SideShown {
            label: self.label.clone(),
            fingerprint: self.state.fingerprint().to_owned(),
            scenario: self.state.scenario().to_string(),
            as_of: plan.package.as_of.to_string(),
            allocated: overview.allocated.into(),
            paid: overview.paid.into(),
            after: after.into(),
            years: periods.map(|(period, amount)| PeriodAmount { period, amount: amount.into() }).collect(),
        }
    }
}

/// The states that are compared, in their order.
///
/// # Errors
/// Where there are too few or too many, a place is none, or what is wrong with a file.
pub(crate) fn sides(session: &Session, wanted: &[Side]) -> Result<Vec<SideState>, Problem> {
    if !SIDES.contains(&wanted.len()) {
        let (least, most) = (SIDES.start(), SIDES.end());
        return Err(Problem::usage("sides-count").with("given", wanted.len()).with("least", least).with("most", most));
    }
    wanted.iter().map(|side| one(session, side)).collect()
}

fn one(session: &Session, side: &Side) -> Result<SideState, Problem> {
    let words = session.words();
    let Some(path) = &side.path else {
        let document = session.document();
        let state = place::state(&document, &side.place())?;
        return Ok(SideState { label: label(&document, side, &state, words), state });
    };
    let path = crate::doing::absolute(path);
    let document = Document::peek(&*session.options().disk, &path)?;
    let state = place::state(&document, &side.place())?;
    let own = label(&document, side, &state, words);
    let name = file_name(&path);
    let plain = state.scenario().is_base() && side.place().is_present();
    let label = if plain { name } else { words.say("side-of-file", &[("file-text", &name), ("side-text", &own)]) };
    Ok(SideState { state, label })
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What a place of a plan is called: the scenario, and the version or moment.
fn label(document: &Document, side: &Side, state: &Snapshot, words: Words) -> String {
    let scenario = place::scenario_label(state.whole(), state.scenario(), words);
    let Some(when) = place::when_label(document, &side.place(), words) else { return scenario };
    match state.scenario() {
        ScenarioId::Base => when,
        ScenarioId::Of(_) => words.say("side-of-time", &[("scenario-text", &scenario), ("time-text", &when)]),
    }
}
