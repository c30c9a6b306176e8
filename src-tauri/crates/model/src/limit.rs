//! Limits: what an analyst wants a slice of the plan to keep to.

use crate::table::Row;
use crate::{Id, Key, Money, Name, Plan, Share, Slice, Total};

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

/// A ceiling, floor or exact total on a slice, in money or as a share of another slice. It warns by default and refuses edits only where its author says so.
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
    /// The amount; nothing where the limit is a share.
    pub amount: Money,
    /// The share of what another slice holds, where the limit is no amount: from 0 to 1.
    pub share: Option<Share>,
    /// The slice that it is a share of; without conditions, all allocations.
    pub of: Slice,
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

    /// What the slice is held against in `plan`: the amount, or the share of what the other slice holds, rounded half-even
    /// to the cent.
    #[must_use]
    pub fn bound(&self, plan: &Plan) -> Total {
        let Some(share) = self.share else { return Total::from(self.amount) };
        let whole: Total = plan.allocations.iter().filter(|row| self.of.holds(row, plan)).map(|row| row.amount).sum();
        whole.share(share)
    }

    /// How far `held` lies on the wrong side of `bound`; nothing where the limit is kept.
    #[must_use]
    pub fn missed_by(&self, held: Total, bound: Total) -> Total {
        let over = (held - bound).max(Total::ZERO);
        let under = (bound - held).max(Total::ZERO);
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
