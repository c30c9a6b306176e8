//! The commands that read the plan.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use document::{Document, ReadOnly, Snapshot, VerifyFailure};
use engine::{Every, Measure};
use model::{Money, TableName, Total};

use crate::handlers::figure::Theming;
use crate::handlers::{choices, concerns, figure, grid, history, plan, row, scenarios, schedule, status};
use crate::session::is_signed;
use crate::wire::{
    AmountRead, ChartRequest, Choices, Concern, Counts, Detail, Figure, Nothing, PeriodAmount, Place, ReadAmount,
    RowRequest, Rule, ScheduleReply, ScheduleRequest, Source, Status, Text, Verified,
};
use crate::{Problem, Session, Words, place, wire};

impl Session {
    /// Where the open plan stands.
    ///
    /// # Errors
    /// None; the table asks all commands alike.
    pub fn status(&self, _: Nothing) -> Result<Status, Problem> {
        let document = self.document();
        let state = place::state(&document, self.place())?;
        Ok(self.standing(&document, self.place(), &state))
    }

    /// Where the plan stands after something was done: at the place that is looked at, or, where that is gone, as a whole now.
    pub(crate) fn status_now(&self) -> Status {
        let document = self.document();
        match place::state(&document, self.place()) {
            Ok(state) => self.standing(&document, self.place(), &state),
            Err(_) => self.standing(&document, &Place::default(), &document.snapshot()),
        }
    }

    fn standing(&self, document: &Document, place: &Place, state: &Snapshot) -> Status {
        let known = document.view();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.with_view(state, |view| {
            let package = &view.plan.package;
            let (told, found) = state.standing();
            let (strip, concerns) = status::strip(view, told, found);
            let readings: Vec<wire::Reading> =
                view.plan.readings.iter().map(|reading| status::reading(view, reading)).collect();
            let current = readings.iter().find(|reading| reading.id == package.reading.as_str()).cloned();
            Status {
                name: view.words.name(&package.name).to_owned(),
                path: known.path.as_ref().map(|path| path.to_string_lossy().into_owned()),
                shipped: known.path.is_none(),
                dirty: known.dirty,
                saved_at: known.saved_at.clone(),
                read_only: known.read_only.map(|reason| read_only(document, reason, view.words)),
                revision: known.snapshot.revision(),
                fingerprint: view.fingerprint.to_owned(),
                scenario: view.scenario.to_string(),
                place: place::shown(document, place, state, view.words),
                author_known: is_signed(self.options(), &self.settings_now()),
                as_of: package.as_of.to_string(),
                first_year: package.first.year(),
                last_year: package.last.year(),
                currency: package.currency.clone(),
                price_basis: package.price_basis.clone(),
                reading: current.unwrap_or_else(|| unknown_reading(package.reading.as_str())),
                readings,
                undo: known.undo.as_ref().map(|entry| history::to_undo(view, document, entry)),
                redo: known.redo.as_ref().map(|entry| history::to_redo(view, document, entry)),
                strip,
                counts: Counts {
                    allocations: count(view.plan.allocations.len()),
                    sources: count(view.plan.sources.len()),
                    history: count(known.entries),
                    concerns,
                    scenarios: count(view.whole.scenarios.len()),
                    versions: count(known.versions),
                    overrides: count(view.scenario.id().map_or(0, |id| view.whole.overrides_of(id).len())),
                },
            }
        })
    }

    /// Everything about one allocation.
    ///
    /// # Errors
    /// Where there is no such allocation.
    pub fn row(&self, request: RowRequest) -> Result<Detail, Problem> {
        let document = self.document();
        self.look_for(|view| {
            let allocation = view.plan.allocation_named(&request.id)?;
            let place = view.plan.allocations.as_slice().iter().position(|row| row.id == allocation.id).unwrap_or(0);
            let told = view.schedule.row(place);
            let (mut cells, after) = told.told(Measure::Planned, Every::Year);
            cells.push(after);
            let years = grid::periods(view).into_iter().zip(cells);
            let row = row::row(view, allocation, told.moved());
            Ok(Detail {
                curve: row::curve(allocation),
                years: years.map(|(period, amount)| PeriodAmount { period, amount: amount.into() }).collect(),
                sources: row::sources(view, allocation),
                fields: row::fields(view, allocation),
                history: history::entries(view, &document, &allocation.id.to_string()),
                profile_sentence: view.words.label("profile", &format!("{}-sentence", allocation.profile.key())),
                profile_source: view.words.label("profile", &format!("{}-source", allocation.profile.key())),
                overrides: scenarios::of_row(view, TableName::Allocations, allocation.id)?,
                row,
            })
        })
    }

    /// What may be chosen for an allocation.
    ///
    /// # Errors
    /// None.
    pub fn choices(&self, _: Nothing) -> Result<Choices, Problem> {
        self.look(choices::choices)
    }

    /// A measure by dimensions and period.
    ///
    /// # Errors
    /// Where the measure, a dimension or the fineness is not known.
    pub fn schedule(&self, request: ScheduleRequest) -> Result<ScheduleReply, Problem> {
        self.look_for(|view| schedule::schedule(view, &request))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// As [`Session::schedule`].
    pub fn schedule_csv(&self, request: ScheduleRequest) -> Result<Text, Problem> {
        Ok(Text { text: self.look_for(|view| schedule::csv(view, &request))? })
    }

    /// A chart with its table and words.
    ///
    /// # Errors
    /// Where there is no such chart, or it cannot be drawn at that size.
    pub fn chart(&self, request: ChartRequest) -> Result<Figure, Problem> {
        let ChartRequest { name, width, height, theme, compare } = request;
        self.draw(&name, Theming { size: (width, height), theme }, compare.as_ref()).map(figure::figure)
    }

    /// What to know before defending the plan.
    ///
    /// # Errors
    /// None.
    pub fn concerns(&self, _: Nothing) -> Result<Vec<Concern>, Problem> {
        let state = self.snapshot()?;
        Ok(self.with_view(&state, |view| concerns::concerns(view, &state.standing().1)))
    }

    /// Where the figures come from.
    ///
    /// # Errors
    /// None.
    pub fn sources(&self, _: Nothing) -> Result<Vec<Source>, Problem> {
        self.look(plan::sources)
    }

    /// By which rules unsplit figures were split.
    ///
    /// # Errors
    /// None.
    pub fn rules(&self, _: Nothing) -> Result<Vec<Rule>, Problem> {
        self.look(plan::rules)
    }

    /// Whether the history leads to the present state.
    ///
    /// # Errors
    /// None: a history that does not is an answer.
    pub fn verify(&self, _: Nothing) -> Result<Verified, Problem> {
        let document = self.document();
        let words = self.words();
        let state_sha256 = document.snapshot().state_sha256().to_string();
        Ok(match document.verify() {
            Ok(verified) => {
                let entries = u32::try_from(verified.entries).unwrap_or(u32::MAX);
                let message = words.say("verify-ok", &[("entries", &entries.to_string())]);
                Verified { ok: true, entries, message, state_sha256 }
            }
            Err(VerifyFailure::Version { name, .. }) => {
                let message = words.say("verify-version", &[("name-text", &name)]);
                Verified { ok: false, entries: 0, message, state_sha256 }
            }
            Err(failure) => {
                let message = words.say("problem-history-broken", &[("what", &failure.to_string())]);
                Verified { ok: false, entries: 0, message, state_sha256 }
            }
        })
    }

    /// Reads an amount as people type it.
    ///
    /// # Errors
    /// Where it is not an amount, ambiguous, or would be rounded.
    pub fn read_amount(&self, request: ReadAmount) -> Result<AmountRead, Problem> {
        let amount: Money = model::read_amount(&request.text, self.words().numbers)?;
        Ok(AmountRead { amount: Total::from(amount).into() })
    }
}

pub(crate) const fn reason_key(reason: ReadOnly) -> &'static str {
    match reason {
        ReadOnly::InUse => "in-use",
        ReadOnly::NoOwnFolder => "no-own-folder",
        ReadOnly::Peeked => "peeked",
        ReadOnly::Closed => "closed",
        ReadOnly::Version(_) => "version",
    }
}

/// Why the plan cannot be changed, in a sentence.
fn read_only(document: &Document, reason: ReadOnly, words: Words) -> String {
    let version = match reason {
        ReadOnly::Version(id) => document.version(id).map_or_else(|| id.to_string(), |version| version.name.clone()),
        _ => String::new(),
    };
    words.say(&format!("read-only-{}", reason_key(reason)), &[("version-text", &version)])
}

/// A reading that the plan names and does not have, which opening a file rules out.
fn unknown_reading(key: &str) -> wire::Reading {
    wire::Reading {
        id: key.to_owned(),
        label: key.to_owned(),
        date: None,
        arithmetic: String::new(),
        evidence_for: String::new(),
        evidence_against: String::new(),
        judgement: String::new(),
        sources: Vec::new(),
    }
}
