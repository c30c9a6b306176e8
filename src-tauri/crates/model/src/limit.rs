//! Limits: what an analyst wants a slice of the plan to keep to.

use crate::table::Row;
use crate::{Id, Key, Money, Name, Plan, Slice, Total};

/// Which side of the amount is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitKind {
    /// Not more than.
    Ceiling,
    /// Not less than.
    Floor,
    /// Neither more nor less.
    Exact,
}

impl LimitKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Ceiling, Self::Floor, Self::Exact];

    /// The word for it in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Ceiling => "ceiling",
            Self::Floor => "floor",
            Self::Exact => "exact",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A ceiling, floor or exact total on a slice. It warns by default and refuses edits only where its author says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Identity; never changes.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Which allocations it counts.
    pub slice: Slice,
    /// Which side of the amount is wrong.
    pub kind: LimitKind,
    /// The amount.
    pub amount: Money,
    /// Whether an edit that moves further past the limit is refused rather than warned about.
    pub refuses: bool,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

impl Limit {
    /// What the limit's slice of `plan` holds.
    #[must_use]
    pub fn held(&self, plan: &Plan) -> Total {
        plan.allocations.iter().filter(|row| self.slice.holds(row, plan)).map(|row| row.amount).sum()
    }

    /// How far `held` lies on the wrong side of the limit; nothing where it is kept.
    #[must_use]
    pub fn missed_by(&self, held: Total) -> Total {
        let over = (held - Total::from(self.amount)).max(Total::ZERO);
        let under = (Total::from(self.amount) - held).max(Total::ZERO);
        match self.kind {
            LimitKind::Ceiling => over,
            LimitKind::Floor => under,
            LimitKind::Exact => over.max(under),
        }
    }
}

impl Row for Limit {
    type Key = Id;
    fn key(&self) -> &Id {
        &self.id
    }
}
