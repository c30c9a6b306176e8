//! The commands about what money depends on: steps, events, caps, and why a figure is what it is.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use document::DocumentError;
use model::{Change, Edit, Refusal};

use crate::handlers::about::About;
use crate::handlers::{View, absorption, events, explain, history, profile, slip, steps};
use crate::wire::{
    Accession, BacklogReply, BacklogRequest, Booster, BoosterRequest, Caps, Changed, EventLine, ExplainRequest,
    Explanation, Nothing, ProfileReply, ProfileRequest, Sanity, Slip, SlipRequest, StepDetail, StepRequest, Steps,
    Text,
};
use crate::{Problem, Session, place};

impl Session {
    /// The reform steps, their groups and terms.
    ///
    /// # Errors
    /// None.
    pub fn steps(&self, _: Nothing) -> Result<Steps, Problem> {
        self.look(steps::steps)
    }

    /// Everything about one step.
    ///
    /// # Errors
    /// Where there is no such step.
    pub fn step(&self, request: StepRequest) -> Result<StepDetail, Problem> {
        let document = self.document();
        self.look_for(|view| {
            let step = view.plan.step_named(&request.step)?;
            let ledger = engine::ledger(view.plan, step);
            Ok(StepDetail {
                step: steps::line(view, step, &ledger),
                ledger: steps::ledger(&ledger),
                rows: steps::rows(view, &ledger),
                sources: steps::sources(view.plan, &step.sources),
                history: history::entries(view, &document, &step.id.to_string()),
            })
        })
    }

    /// What became of the booster by when.
    ///
    /// # Errors
    /// Where the fineness is not known, or there is no such group.
    pub fn booster(&self, request: BoosterRequest) -> Result<Booster, Problem> {
        self.look_for(|view| steps::booster(view, &request))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// As [`Session::booster`].
    pub fn booster_csv(&self, request: BoosterRequest) -> Result<Text, Problem> {
        Ok(Text { text: self.look_for(|view| steps::booster_csv(view, &request))? })
    }

    /// When all steps are met, as a distribution.
    ///
    /// # Errors
    /// None.
    pub fn accession(&self, _: Nothing) -> Result<Accession, Problem> {
        self.look(steps::accession)
    }

    /// The calendar of events.
    ///
    /// # Errors
    /// None.
    pub fn events(&self, _: Nothing) -> Result<Vec<EventLine>, Problem> {
        self.look(events::events)
    }

    /// How much can be absorbed in a year, and when commitments lapse.
    ///
    /// # Errors
    /// None.
    pub fn caps(&self, _: Nothing) -> Result<Caps, Problem> {
        self.look(absorption::caps)
    }

    /// Each year beside the product and beside what others reached.
    ///
    /// # Errors
    /// Where the shipped yardsticks are broken, which their tests rule out.
    pub fn sanity(&self, _: Nothing) -> Result<Sanity, Problem> {
        self.look_for(absorption::sanity)
    }

    /// What waits for room, and what lapsed.
    ///
    /// # Errors
    /// Where the fineness is not known.
    pub fn backlog(&self, request: BacklogRequest) -> Result<BacklogReply, Problem> {
        self.look_for(|view| absorption::backlog(view, &request))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// As [`Session::backlog`].
    pub fn backlog_csv(&self, request: BacklogRequest) -> Result<Text, Problem> {
        Ok(Text { text: self.look_for(|view| absorption::backlog_csv(view, &request))? })
    }

    /// Why a figure of the schedule is what it is.
    ///
    /// # Errors
    /// Where a row is not in the plan, or the period is none or lies outside the package.
    pub fn explain(&self, request: ExplainRequest) -> Result<Explanation, Problem> {
        self.look_for(|view| explain::explain(view, &request))
    }

    /// What a profile makes of an amount.
    ///
    /// # Errors
    /// Where it is no profile, the amount is none, or there are no periods or too many.
    pub fn profile(&self, request: ProfileRequest) -> Result<ProfileReply, Problem> {
        profile::profile(self.words(), request)
    }

    /// Lets a step come later, or only tells what that would do.
    ///
    /// # Errors
    /// Where there is no such step, it is not due any more, or it would come too late.
    pub fn slip(&self, request: SlipRequest) -> Result<Slip, Problem> {
        let SlipRequest { step, quarters, dry_run } = request;
        if quarters == 0 {
            return Err(Problem::refused("slip-of-nothing"));
        }
        let document = self.document();
        let before = self.snapshot()?;
        let step = before.plan().step_named(&step)?;
        let edit = Edit { scenario: before.scenario(), change: Change::SlipStep { step: step.id, quarters } };
        let refused = |refusal: Refusal| About::step(&step.code).put(refusal.into());
        let told = |view: &View, shift: &engine::Shift, changed| slip::slip(view, step, quarters, shift, changed);
        if dry_run {
            let plan = before.plan().apply(&Edit::base(edit.change)).map_err(refused)?;
            let after = engine::schedule_after(before.plan(), before.schedule(), &plan);
            let shift = engine::shift(&plan, before.schedule(), &after);
            return Ok(self.with_view(&before, |view| told(view, &shift, None)));
        }
        place::check_changeable(self.place())?;
        let change = document.edit(std::slice::from_ref(&edit), &self.author(), &self.now());
        let change = change.map_err(|error| match error {
            DocumentError::Refused { refusal, .. } => refused(refusal),
            other => other.into(),
        })?;
        let (from, to) = (change.before.in_scenario(edit.scenario)?, change.after.in_scenario(edit.scenario)?);
        let shift = engine::shift(to.plan(), from.schedule(), to.schedule());
        let changed = self.changed(&change);
        Ok(self.with_view(&from, |view| told(view, &shift, Some(changed))))
    }

    /// Adds what the shipped plan has of steps, terms and events and the open one lacks.
    ///
    /// # Errors
    /// Where nothing is missing, or what the disk says.
    pub fn add_shipped_steps(&self, _: Nothing) -> Result<Changed, Problem> {
        place::check_changeable(self.place())?;
        let document = self.document();
        let edits = shipped_edits(document.snapshot().plan())?;
        if edits.is_empty() {
            return Err(Problem::refused("nothing-missing"));
        }
        let change = document.edit(&edits, &self.author(), &self.now())?;
        Ok(self.changed(&change))
    }
}

/// The edits that bring in what the shipped plan has of steps, terms and events and `plan` lacks.
fn shipped_edits(plan: &model::Plan) -> Result<Vec<Edit>, Problem> {
    let broken = |findings| Problem::new(crate::ProblemKind::Internal, "shipped-broken").with("reason", findings);
    let mut changes = exchange::shipped_conditions(plan).map_err(broken)?;
    changes.extend(exchange::shipped_events(plan).map_err(broken)?);
    Ok(changes.into_iter().map(Edit::base).collect())
}
