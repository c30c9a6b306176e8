//! The commands about scenarios, how the talks could end, and what is different between plans.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use charts::Figure;
use model::{Edit, ScenarioId};

use crate::handlers::compare::{self, Ask};
use crate::handlers::figure::{self, Theming};
use crate::handlers::outcomes::Ends;
use crate::handlers::{scenarios, sides};
use crate::wire::{
    Changed, CompareRequest, Compared, Nothing, Outcomes, OverrideLine, OverridesRequest, ScenarioLine,
    ScenariosRequest,
};
use crate::{Problem, Session, place};

impl Session {
    /// The scenarios as a tree, the base plan first.
    ///
    /// # Errors
    /// Where the plan has no such place.
    pub fn scenarios(&self, request: ScenariosRequest) -> Result<Vec<ScenarioLine>, Problem> {
        let state = self.snapshot()?.in_scenario(ScenarioId::Base)?;
        let paid = |scenario: ScenarioId| {
            if !request.figures {
                return Ok(None);
            }
            let here = state.in_scenario(scenario)?;
            Ok(Some(scenarios::paid(here.plan(), here.schedule())))
        };
        self.with_view(&state, |view| scenarios::lines(view, paid))
    }

    /// What a scenario says otherwise than its parent.
    ///
    /// # Errors
    /// Where there is no such scenario.
    pub fn overrides(&self, request: OverridesRequest) -> Result<Vec<OverrideLine>, Problem> {
        self.look_for(|view| {
            let named = request.scenario.as_deref().map(|name| view.whole.scenario_named(name));
            scenarios::overrides(view, named.transpose()?.unwrap_or(view.scenario))
        })
    }

    /// How the talks could end, and what is paid then.
    ///
    /// # Errors
    /// Where the plan has no such place.
    pub fn outcomes(&self, _: Nothing) -> Result<Outcomes, Problem> {
        Ok(Ends::of(&self.snapshot()?, self.words())?.outcomes())
    }

    /// What is different between plans, and what that does to money.
    ///
    /// # Errors
    /// Where there are too few or too many sides, a side is none, or what is wrong with a file.
    pub fn compare(&self, request: CompareRequest) -> Result<Compared, Problem> {
        let ask = Ask::read(&request.by, &request.measure)?;
        Ok(compare::compared(&sides::sides(self, &request.sides)?, ask, self.words()))
    }

    /// Adds what the shipped plan has of scenarios, and of the events that they need, and the open one lacks.
    ///
    /// # Errors
    /// Where nothing is missing, or what the disk says.
    pub fn add_shipped_scenarios(&self, _: Nothing) -> Result<Changed, Problem> {
        place::check_changeable(self.place())?;
        let broken = |findings| Problem::new(crate::ProblemKind::Internal, "shipped-broken").with("reason", findings);
        let document = self.document();
        let changes = exchange::shipped_scenarios(document.snapshot().whole()).map_err(broken)?;
        if changes.is_empty() {
            return Err(Problem::refused("no-scenario-missing"));
        }
        let edits: Vec<Edit> = changes.into_iter().map(Edit::base).collect();
        let change = document.edit(&edits, &self.author(), &self.now())?;
        Ok(self.changed(&change))
    }

    /// Draws a chart of the place that is looked at, and of what it is compared with.
    pub(crate) fn draw(
        &self,
        name: &str,
        theming: Theming,
        compare: Option<&CompareRequest>,
    ) -> Result<Figure, Problem> {
        let state = self.snapshot()?;
        let frozen = place::when_label(&self.document(), self.place(), self.words());
        let comparison = figure::comparison(self, name, &state, compare)?;
        self.with_view(&state, |view| figure::draw(view, name, theming, figure::Shown { frozen, comparison }))
    }
}
