//! The commands about dividing the package: what edits would do, limits, needs, and the table that balancing starts from.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use std::sync::Arc;

use document::{DocumentError, Snapshot};
use model::{Dimension, Plan, apply_all};

use crate::handlers::edit_list::{self, ReadEdits};
use crate::handlers::{limits, margins, needs, preview};
use crate::wire::{
    Edit, EditRequest, LimitLine, Margins, MarginsRequest, NeedLine, NeedsRequest, Nothing, Preview, Text,
};
use crate::{Problem, Session, place};

impl Session {
    /// What edits would do; nothing is changed.
    ///
    /// # Errors
    /// As [`Session::edit`], save for what the disk says.
    pub fn preview(&self, request: EditRequest) -> Result<Preview, Problem> {
        place::check_changeable(self.place())?;
        let state = self.snapshot()?;
        let (whole, read) = self.tried(&state, request.edits)?;
        preview::preview(&state, &whole, &read, self.words())
    }

    /// The plan with its scenarios as edits of `state` would leave it, and how they were read.
    fn tried(&self, state: &Arc<Snapshot>, edits: Vec<Edit>) -> Result<(Plan, ReadEdits), Problem> {
        let read = edit_list::read(state, edits, &self.hand(state.revision())?)?;
        match apply_all(state.whole(), &read.edits) {
            Ok(whole) => Ok((whole, read)),
            Err((at, refusal)) => Err(read.refused(DocumentError::Refused { at, refusal }, state, self.words())),
        }
    }

    /// The limits of the reading in force and the analyst's own.
    ///
    /// # Errors
    /// None.
    pub fn limits(&self, _: Nothing) -> Result<Vec<LimitLine>, Problem> {
        self.look(limits::limits)
    }

    /// The sectors against their needs.
    ///
    /// # Errors
    /// None.
    pub fn needs(&self, request: NeedsRequest) -> Result<Vec<NeedLine>, Problem> {
        self.look(|view| needs::needs(view, request.net))
    }

    /// The same as CSV.
    ///
    /// # Errors
    /// None.
    pub fn needs_csv(&self, request: NeedsRequest) -> Result<Text, Problem> {
        Ok(Text { text: self.look(|view| needs::csv(view, request.net))? })
    }

    /// Two dimensions against each other, with the sums of both.
    ///
    /// # Errors
    /// Where they are one, or as [`Session::preview`].
    pub fn margins(&self, request: MarginsRequest) -> Result<Margins, Problem> {
        let (rows, columns): (Dimension, Dimension) = (request.rows.dimension(), request.columns.dimension());
        if rows == columns {
            return Err(Problem::refused("one-dimension-twice").with("dimension", rows.key()));
        }
        let state = self.snapshot()?;
        if request.edits.is_empty() {
            return Ok(margins::margins(state.plan(), rows, columns, self.words()));
        }
        let (whole, _) = self.tried(&state, request.edits)?;
        Ok(margins::margins(&whole.resolve(state.scenario())?.plan, rows, columns, self.words()))
    }
}
