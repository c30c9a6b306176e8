//! The commands that read the plan.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use std::sync::Arc;

use document::{Document, Entry, Kind};
use engine::{Every, Measure};
use model::{Money, Total};

use crate::handlers::{View, choices, concerns, figure, grid, label, plan, row, schedule, status};
use crate::wire::{
    AmountRead, ChartRequest, Choices, Concern, Counts, Detail, EntryKind, Figure, Grid, GridRequest, LimitLine,
    NeedLine, Nothing, PeriodAmount, ReadAmount, RowRequest, Rule, ScheduleReply, ScheduleRequest, Source, Status,
    Text, Verified,
};
use crate::{Problem, Session, wire};

impl Session {
    /// Where the open plan stands.
    ///
    /// # Errors
    /// None; the table asks all commands alike.
    pub fn status(&self, _: Nothing) -> Result<Status, Problem> {
        Ok(self.status_now())
    }

    pub(crate) fn status_now(&self) -> Status {
        let document = self.document();
        let known = document.view();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.with_view(&known.snapshot, |view| {
            let package = &view.plan.package;
            let (strip, concerns) = status::strip(view);
            let readings: Vec<wire::Reading> =
                view.plan.readings.iter().map(|reading| status::reading(view, reading)).collect();
            let act = |entry: &Option<Arc<Entry>>| entry.as_ref().map(|entry| of_entry(view, entry));
            let current = readings.iter().find(|reading| reading.id == package.reading.as_str()).cloned();
            Status {
                name: view.words.name(&package.name).to_owned(),
                path: known.path.as_ref().map(|path| path.to_string_lossy().into_owned()),
                shipped: known.path.is_none(),
                dirty: known.dirty,
                saved_at: known.saved_at.clone(),
                read_only: known.read_only.map(|reason| view.words.plain(&format!("read-only-{}", reason_key(reason)))),
                revision: known.snapshot.revision(),
                fingerprint: view.fingerprint.to_owned(),
                scenario: model::Scenario::BASE.to_owned(),
                as_of: package.as_of.to_string(),
                first_year: package.first.year(),
                last_year: package.last.year(),
                currency: package.currency.clone(),
                price_basis: package.price_basis.clone(),
                reading: current.unwrap_or_else(|| unknown_reading(package.reading.as_str())),
                readings,
                undo: act(&known.undo),
                redo: act(&known.redo),
                strip,
                counts: Counts {
                    allocations: count(view.plan.allocations.len()),
                    sources: count(view.plan.sources.len()),
                    history: count(known.entries),
                    concerns,
                },
            }
        })
    }

    /// The allocations in groups.
    ///
    /// # Errors
    /// None.
    pub fn grid(&self, request: GridRequest) -> Result<Grid, Problem> {
        let snapshot = self.document().snapshot();
        Ok(self.with_view(&snapshot, |view| grid::grid(view, snapshot.revision(), &request)))
    }

    /// Everything about one allocation.
    ///
    /// # Errors
    /// Where there is no such allocation.
    pub fn row(&self, request: RowRequest) -> Result<Detail, Problem> {
        let document = self.document();
        let snapshot = document.snapshot();
        self.with_view(&snapshot, |view| {
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
                sources: allocation
                    .sources
                    .iter()
                    .filter_map(|key| view.plan.sources.get(key))
                    .map(|source| plan::source(source))
                    .collect(),
                history: entries(view, &document, |entry| touches(entry, allocation.id)),
                profile_sentence: view.words.label("profile", &format!("{}-sentence", allocation.profile.key())),
                profile_source: view.words.label("profile", &format!("{}-source", allocation.profile.key())),
                row,
            })
        })
    }

    /// What may be chosen for an allocation.
    ///
    /// # Errors
    /// None.
    pub fn choices(&self, _: Nothing) -> Result<Choices, Problem> {
        Ok(self.look(choices::choices))
    }

    /// A measure by dimensions and period.
    ///
    /// # Errors
    /// Where the measure, a dimension or the fineness is not known.
    pub fn schedule(&self, request: ScheduleRequest) -> Result<ScheduleReply, Problem> {
        self.look(|view| schedule::schedule(view, &request))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// As [`Session::schedule`].
    pub fn schedule_csv(&self, request: ScheduleRequest) -> Result<Text, Problem> {
        Ok(Text { text: self.look(|view| schedule::csv(view, &request))? })
    }

    /// A chart with its table and words.
    ///
    /// # Errors
    /// Where there is no such chart, or it cannot be drawn at that size.
    pub fn chart(&self, request: ChartRequest) -> Result<Figure, Problem> {
        let ChartRequest { name, width, height, theme } = request;
        self.look(|view| figure::draw(view, &name, (width, height), theme)).map(figure::figure)
    }

    /// What to know before defending the plan.
    ///
    /// # Errors
    /// None.
    pub fn concerns(&self, _: Nothing) -> Result<Vec<Concern>, Problem> {
        Ok(self.look(concerns::concerns))
    }

    /// Where the figures come from.
    ///
    /// # Errors
    /// None.
    pub fn sources(&self, _: Nothing) -> Result<Vec<Source>, Problem> {
        Ok(self.look(plan::sources))
    }

    /// The sectors against their needs.
    ///
    /// # Errors
    /// None.
    pub fn needs(&self, _: Nothing) -> Result<Vec<NeedLine>, Problem> {
        Ok(self.look(plan::needs))
    }

    /// By which rules unsplit figures were split.
    ///
    /// # Errors
    /// None.
    pub fn rules(&self, _: Nothing) -> Result<Vec<Rule>, Problem> {
        Ok(self.look(plan::rules))
    }

    /// The analyst's limits.
    ///
    /// # Errors
    /// None.
    pub fn limits(&self, _: Nothing) -> Result<Vec<LimitLine>, Problem> {
        Ok(self.look(plan::limits))
    }

    /// What was done to the plan, the latest first.
    ///
    /// # Errors
    /// None.
    pub fn history(&self, _: Nothing) -> Result<Vec<wire::Entry>, Problem> {
        let document = self.document();
        Ok(self.with_view(&document.snapshot(), |view| entries(view, &document, |_| true)))
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

/// The entries of the history that are wanted, the latest first.
pub(crate) fn entries(view: &View, document: &Document, wanted: impl Fn(&Entry) -> bool) -> Vec<wire::Entry> {
    let undone = document.undone();
    let all = document.history();
    let shown = all.iter().rev().filter(|entry| wanted(entry));
    shown
        .map(|entry| {
            let kind = match entry.kind {
                Kind::Created => EntryKind::Created,
                Kind::Edit => EntryKind::Edit,
                Kind::Undo => EntryKind::Undo,
                Kind::Redo => EntryKind::Redo,
            };
            wire::Entry {
                seq: entry.seq,
                label: as_done(view, entry),
                author: entry.author.clone(),
                time: entry.time.clone(),
                undone: undone.contains(&entry.seq),
                kind,
            }
        })
        .collect()
}

/// What an entry did, in words, and whether that was to undo or to do again.
pub(crate) fn as_done(view: &View, entry: &Entry) -> String {
    let again = |id: &str| view.words.say(id, &[("label-text", &of_entry(view, entry))]);
    match entry.kind {
        Kind::Created => view.words.plain("edit-created"),
        Kind::Edit => of_entry(view, entry),
        Kind::Undo => again("edit-undo"),
        Kind::Redo => again("edit-redo"),
    }
}

/// What the edits of an entry did, in words. A very large difference is not read for them: the status says them after every
/// act.
pub(crate) fn of_entry(view: &View, entry: &Entry) -> String {
    const MOST_BYTES: usize = 1 << 20;
    let diff = if entry.diff_bytes() <= MOST_BYTES { entry.diff().ok() } else { None };
    // What was undone is told as it was done.
    let diff = diff.map(|diff| if entry.kind == Kind::Undo { diff.reversed() } else { diff });
    label::label(view, &entry.edits, diff.as_ref())
}

/// Whether an entry names a row.
fn touches(entry: &Entry, row: model::Id) -> bool {
    entry.edits.iter().any(|edit| edit.change.allocation() == Some(row))
}

pub(crate) const fn reason_key(reason: document::ReadOnly) -> &'static str {
    match reason {
        document::ReadOnly::InUse => "in-use",
        document::ReadOnly::NoOwnFolder => "no-own-folder",
        document::ReadOnly::Peeked => "peeked",
        document::ReadOnly::Closed => "closed",
    }
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
