//! Rows that go through absorption together: told by their sums, and one by one only where they must be.

use crate::absorb::{Claim, Decision, Kind};

/// Rows of one kind on their way through the quarters.
pub(crate) struct Group<'a> {
    pub kind: Kind,
    pub rows: Vec<Waiting<'a>>,
    /// What becomes payable of all of them in each quarter.
    pub sums: Vec<i128>,
    /// What waits of all of them.
    pub waiting: i128,
    /// How many quarters there were until all that waited was paid the last time.
    pub settled: usize,
    /// What is taken back of its one row in this quarter, from what was paid: less than nothing.
    pub taken: i64,
    pub decisions: Vec<Decision>,
}

/// One row of a group, told as of the quarter in which it was last looked at.
pub(crate) struct Waiting<'a> {
    pub row: u32,
    pub flows: &'a [i64],
    pub cents: i64,
    /// How many quarters have been counted.
    pub counted: usize,
    /// What was taken back of what waited, by quarter.
    pub withdrawn: Vec<(usize, i64)>,
}

impl Waiting<'_> {
    /// What waits before anything arrives in quarter `at`; since it was last counted either all was paid or nothing.
    pub(crate) fn bring(&mut self, at: usize, settled: usize) -> i64 {
        let mut from = self.counted;
        if settled > from {
            self.cents = 0;
            from = settled;
        }
        if from < at {
            self.cents += self.flows[from..at].iter().sum::<i64>();
        }
        self.counted = at.max(self.counted);
        self.cents
    }

    /// What waits after what arrives in quarter `at`, which is counted then.
    pub(crate) fn arrived(&mut self, at: usize, settled: usize) -> i64 {
        if self.counted <= at {
            self.cents = self.bring(at, settled) + self.flows[at];
            self.counted = at + 1;
        }
        self.cents
    }

    /// What arrived from quarter `begin` to before `at` and was not taken back while it waited.
    pub(crate) fn kept(&self, begin: usize, at: usize) -> i64 {
        let arrived: i64 = self.flows[begin..at].iter().filter(|flow| **flow > 0).sum();
        let withdrawn: i64 = self.withdrawn.iter().filter(|(of, _)| *of >= begin).map(|(_, cents)| cents).sum();
        (arrived - withdrawn).max(0)
    }
}

impl<'a> Group<'a> {
    pub(crate) fn of(kind: Kind, claims: Vec<&Claim<'a>>, quarters: usize) -> Self {
        let mut sums = vec![0_i128; quarters];
        for claim in &claims {
            sums.iter_mut().zip(claim.flows).for_each(|(sum, cents)| *sum += i128::from(*cents));
        }
        let waiting = |claim: &Claim<'a>| Waiting {
            row: claim.row,
            flows: claim.flows,
            cents: 0,
            counted: 0,
            withdrawn: Vec::new(),
        };
        let rows = claims.into_iter().map(waiting).collect();
        Self { kind, rows, sums, waiting: 0, settled: 0, taken: 0, decisions: Vec::with_capacity(quarters) }
    }

    pub(crate) fn is_bound_by(&self, cap: usize) -> bool {
        self.kind.caps >> cap & 1 == 1
    }

    /// Pays all that waits, and gives how much that is.
    pub(crate) fn pay_all(&mut self, at: usize) -> i128 {
        let paid = std::mem::take(&mut self.waiting);
        if self.taken < 0 {
            let part = self.rows.first_mut().map_or(0, |row| std::mem::take(&mut row.cents));
            self.decide(Decision::Parts(vec![part]));
        } else {
            self.settled = at + 1;
            self.decisions.push(Decision::All);
        }
        paid
    }

    /// Notes what is paid in a quarter, less what is taken back in it.
    pub(crate) fn decide(&mut self, decision: Decision) {
        let taken = std::mem::take(&mut self.taken);
        self.decisions.push(match decision {
            Decision::Nothing if taken < 0 => Decision::Parts(vec![taken]),
            Decision::Parts(parts) if taken < 0 => {
                Decision::Parts(parts.into_iter().map(|part| part + taken).collect())
            }
            decision => decision,
        });
    }
}
