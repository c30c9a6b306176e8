//! Caps: how much of a slice can be absorbed in a year.

use crate::allocation::closed_set;
use crate::table::Row;
use crate::{Id, Key, Money, Name, Share, Slice};

/// How a cap's room in a year is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CapKind {
    /// The same amount each year.
    Fixed,
    /// The amount in the package's first year, growing by a rate a year: `amount × (1 + rate)^years`.
    Growing,
    /// A share of the year's gross domestic product.
    GdpShare,
}

closed_set!(CapKind, 3, Fixed = "fixed", Growing = "growing", GdpShare = "gdp_share");

/// The most that is paid of a slice in a calendar year. What does not fit waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Identity; never changes.
    pub id: Id,
    /// What it is called.
    pub name: Name,
    /// Which allocations share the room.
    pub slice: Slice,
    /// How the room is found.
    pub kind: CapKind,
    /// The room of a fixed cap, or of a growing one in the package's first year; nothing for a share.
    pub amount: Money,
    /// The yearly growth of a growing cap, or the share of product; nought for a fixed one.
    pub rate: Share,
    /// For how many years after the one in which it was payable money waits before it lapses; for ever where nothing is said.
    pub carry_years: Option<u32>,
    /// Where it comes from.
    pub sources: Vec<Key>,
    /// A remark.
    pub note: String,
}

impl Row for Cap {
    type Key = Id;
    fn key(&self) -> &Id {
        &self.id
    }
}
