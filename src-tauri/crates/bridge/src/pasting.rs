//! The command that pastes.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use document::{DocumentError, Snapshot};
use exchange::clipboard::read_block;
use model::{Edit, Refusal, apply_all};

use crate::handlers::paste::{self, Worked};
use crate::wire::{PasteRequest, Pasted};
use crate::{Problem, Session, place};

impl Session {
    /// Tells what a block from the clipboard would do, or does it: all of it or nothing.
    ///
    /// # Errors
    /// Where the block as a whole cannot be read; where it is to be pasted, the first cell that is refused, or what the disk
    /// says.
    pub fn paste(&self, request: PasteRequest) -> Result<Pasted, Problem> {
        let changeable = place::check_changeable(self.place());
        if request.apply {
            changeable.clone()?;
        }
        let block = read_block(&request.text, request.html.as_deref())?;
        let query = request.grid.clone().unwrap_or_default();
        let (state, worked) = self.arranged(&query, |view, state, arranged| {
            let in_view: Vec<usize> = arranged.rows_in_view().collect();
            let revision = state.revision();
            let worked = paste::work(view, &block, (&request, &in_view), || self.ids().next(revision))?;
            Ok((state.clone(), worked))
        })?;
        let Worked { mut pasted, changes, first_refused } = worked;
        let scenario = state.scenario();
        let edits: Vec<Edit> = changes.into_iter().map(|change| Edit { scenario, change }).collect();
        if !request.apply {
            let refused = changeable.err().or_else(|| would_refuse(&state, &edits));
            pasted.problem = refused.map(|problem| self.worded(problem));
            return Ok(pasted);
        }
        if let Some(reason) = first_refused {
            return Err(Problem::refused("paste-refused").with("refused", pasted.refused).with("reason-text", reason));
        }
        let change =
            self.document().edit(&edits, &self.author(), &self.now()).map_err(|error| told(error, &state, &edits))?;
        let changed = self.changed(&change);
        pasted.sentence.clone_from(&changed.label);
        pasted.changed = Some(changed);
        Ok(pasted)
    }
}

/// What the plan says of all edits together, where each of them by itself could be made.
fn would_refuse(state: &Snapshot, edits: &[Edit]) -> Option<Problem> {
    let (at, refusal) = apply_all(state.whole(), edits).err()?;
    Some(told(DocumentError::Refused { at, refusal }, state, edits))
}

/// A refusal with the row that it is about. A limit is missed by all edits together.
fn told(error: DocumentError, state: &Snapshot, edits: &[Edit]) -> Problem {
    let at = match &error {
        DocumentError::Refused { refusal: Refusal::LimitMissed { .. }, .. } => None,
        DocumentError::Refused { at, .. } => edits.get(*at).and_then(|edit| edit.change.allocation()),
        _ => None,
    };
    let row = at.and_then(|id| state.plan().allocations.get(&id)).map(|row| row.code.to_string());
    let problem = Problem::from(error);
    match row {
        Some(code) => problem.with("about", "allocations").with("row", code),
        None => problem,
    }
}
