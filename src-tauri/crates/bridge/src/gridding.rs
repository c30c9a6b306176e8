//! The commands of the grid.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use std::sync::Arc;

use document::Snapshot;

use crate::handlers::grid::arrange::Arranged;
use crate::handlers::{View, grid};
use crate::wire::{Grid, GridQuery, GridRange, GridRangeRequest, GridRequest, GridTextRequest, Text};
use crate::{Problem, Session};

impl Session {
    /// The allocations in groups, with sums per year: a window of the lines.
    ///
    /// # Errors
    /// Where the plan has no such place, or the query orders by a column that there is none.
    pub fn grid(&self, request: GridRequest) -> Result<Grid, Problem> {
        self.arranged(&request.query, |view, state, arranged| {
            Ok(grid::window(view, state.revision(), arranged, &request))
        })
    }

    /// What a range of the grid's cells comes to.
    ///
    /// # Errors
    /// As [`Session::grid`], and where there is no such column.
    pub fn grid_range(&self, request: GridRangeRequest) -> Result<GridRange, Problem> {
        self.arranged(&request.query, |view, _, arranged| grid::range(view, arranged, &request))
    }

    /// A range of the grid's cells, as a spreadsheet takes them.
    ///
    /// # Errors
    /// As [`Session::grid_range`].
    pub fn grid_text(&self, request: GridTextRequest) -> Result<Text, Problem> {
        self.arranged(&request.query, |view, _, arranged| Ok(Text { text: grid::text(view, arranged, &request)? }))
    }

    /// Looks at a query's arrangement, which is kept for the next question.
    ///
    /// # Errors
    /// As [`Session::grid`], and those of `look`.
    pub(crate) fn arranged<T>(
        &self,
        query: &GridQuery,
        look: impl FnOnce(&View, &Arc<Snapshot>, &Arranged) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let state = self.snapshot()?;
        self.with_view(&state, |view| look(view, &state, &*self.arrangements().of(&state, view, query)?))
    }
}
