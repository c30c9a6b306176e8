//! The arrangements of the last few queries, so that scrolling costs its window alone.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use document::Snapshot;

use super::arrange::Arranged;
use crate::handlers::View;
use crate::wire::GridQuery;
use crate::{Problem, Words};

/// How many arrangements are kept.
const KEPT: usize = 4;

/// The arrangements of the last few queries, the latest first.
#[derive(Debug, Default)]
pub(crate) struct Arrangements(Mutex<VecDeque<Known>>);

/// An arrangement and what it is one of. It keeps no state alive.
#[derive(Debug)]
struct Known {
    state: Weak<Snapshot>,
    words: Words,
    query: GridQuery,
    arranged: Arc<Arranged>,
}

impl Arrangements {
    /// The arrangement of a query over a state, which `view` is of.
    ///
    /// # Errors
    /// Where the query orders by a column that there is none.
    pub(crate) fn of(&self, state: &Arc<Snapshot>, view: &View, query: &GridQuery) -> Result<Arc<Arranged>, Problem> {
        let is_it = |known: &Known| {
            std::ptr::eq(known.state.as_ptr(), Arc::as_ptr(state)) && known.words == view.words && known.query == *query
        };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.iter().position(is_it).and_then(|at| kept.remove(at)) {
            let arranged = Arc::clone(&known.arranged);
            kept.push_front(known);
            return Ok(arranged);
        }
        // Others that read need not wait while this one is worked out.
        drop(kept);
        let arranged = Arc::new(Arranged::of(view, query)?);
        let known = Known {
            state: Arc::downgrade(state),
            words: view.words,
            query: query.clone(),
            arranged: Arc::clone(&arranged),
        };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // What is of a state that is gone can never be asked for again.
        kept.retain(|known| known.state.strong_count() > 0);
        kept.push_front(known);
        kept.truncate(KEPT);
        Ok(arranged)
    }
}
