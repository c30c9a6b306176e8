//! Several calls in one: what an act changes and what the screen asks because of it cross the door together.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use crate::commands::{Effect, effect_of};
use crate::wire::{Answer, Call};
use crate::{Problem, Session};

impl Session {
    /// Answers several calls in their order. After one that fails, those that only read are still answered, and those that
    /// change anything are skipped. Reads that follow each other are answered on two threads.
    #[must_use]
    pub fn call_all(&self, calls: Vec<Call>) -> Vec<Answer> {
        let mut answers = Vec::with_capacity(calls.len());
        let mut failed = false;
        let mut rest = calls.into_iter().peekable();
        while let Some(call) = rest.next() {
            let mut run = vec![call];
            if is_read(&run[0]) {
                run.extend(std::iter::from_fn(|| rest.next_if(is_read)));
            }
            answers.extend(self.run(run, failed));
            failed = failed || answers.iter().any(|answer| matches!(answer, Answer::Problem(_)));
        }
        answers
    }

    /// Answers reads, or one call that does more.
    fn run(&self, mut calls: Vec<Call>, failed: bool) -> Vec<Answer> {
        if calls.len() > 1 {
            return self.read_together(calls);
        }
        let answer = |call: Call| if failed && !is_read(&call) { self.skipped(&call) } else { self.answer(call) };
        calls.pop().map(answer).into_iter().collect()
    }

    fn read_together(&self, calls: Vec<Call>) -> Vec<Answer> {
        let waiting = Mutex::new(calls.into_iter().enumerate());
        let work = || {
            let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            std::iter::from_fn(next).map(|(at, call)| (at, self.answer(call))).collect::<Vec<_>>()
        };
        let mut answers = std::thread::scope(|scope| {
            let other = scope.spawn(work);
            let mut own = work();
            // Nothing in there panics: each answer is caught by itself.
            own.extend(other.join().unwrap_or_default());
            own
        });
        answers.sort_by_key(|(at, _)| *at);
        answers.into_iter().map(|(_, answer)| answer).collect()
    }

    /// Answers one call. A panic in it becomes a problem of its own, and the others are answered.
    fn answer(&self, call: Call) -> Answer {
        let Call { command, request, at } = call;
        let place = at.unwrap_or_else(|| self.place().clone());
        let asked = || self.at(place).call(&command, request);
        let answered = catch_unwind(AssertUnwindSafe(asked)).unwrap_or_else(|_| Err(Problem::internal(&command)));
        answered.map_or_else(Answer::Problem, Answer::Ok)
    }

    fn skipped(&self, call: &Call) -> Answer {
        Answer::Problem(self.worded(Problem::refused("skipped").with("command", &call.command)))
    }
}

/// Whether a call changes nothing. One of a command that does not exist changes nothing either.
fn is_read(call: &Call) -> bool {
    matches!(effect_of(&call.command), Some(Effect::Reads) | None)
}
