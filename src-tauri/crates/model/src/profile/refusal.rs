//! Why a profile is refused.

use crate::Share;

/// Why a profile is not one. `profile` is always the key of the curve.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileRefusal {
    /// There is no curve of that name.
    #[error("there is no profile {0:?}")]
    Unknown(String),
    /// The curve does not take this parameter.
    #[error("the profile {profile} takes no parameter {parameter:?}")]
    UnknownParameter {
        /// Which curve.
        profile: &'static str,
        /// As given.
        parameter: String,
    },
    /// The curve needs this parameter, or the list has a gap here.
    #[error("the profile {profile} needs the parameter {parameter}")]
    MissingParameter {
        /// Which curve.
        profile: &'static str,
        /// Which parameter.
        parameter: String,
    },
    /// The parameter lies outside its range.
    #[error("{parameter} = {value} of the profile {profile} is not between {least} and {greatest}")]
    OutOfRange {
        /// Which curve.
        profile: &'static str,
        /// Which parameter.
        parameter: String,
        /// As given.
        value: Share,
        /// The least value.
        least: &'static str,
        /// The greatest value.
        greatest: &'static str,
    },
    /// The parameter counts something.
    #[error("{parameter} = {value} of the profile {profile} is not a whole number")]
    NotWhole {
        /// Which curve.
        profile: &'static str,
        /// Which parameter.
        parameter: String,
        /// As given.
        value: Share,
    },
    /// The parameter has more than twelve places, which only typed shares may have.
    #[error("{parameter} = {value} of the profile {profile} has more than twelve places")]
    TooFine {
        /// Which curve.
        profile: &'static str,
        /// Which parameter.
        parameter: String,
        /// As given.
        value: Share,
    },
    /// Ramps of a trapezoid overlap.
    #[error("the ramps u = {u} and d = {d} of a trapezoid add to more than 1")]
    RampsOverlap {
        /// Ramp up.
        u: Share,
        /// Ramp down.
        d: Share,
    },
    /// Two parameters that share the whole add to more than it.
    #[error("{parameters} = {sum} of the profile {profile} is more than 1")]
    MoreThanWhole {
        /// Which curve.
        profile: &'static str,
        /// Which parameters: `A + B`.
        parameters: &'static str,
        /// What they add to.
        sum: Share,
    },
    /// A list has no entry.
    #[error("the list {parameter} of the profile {profile} is empty")]
    EmptyList {
        /// Which curve.
        profile: &'static str,
        /// Which list.
        parameter: &'static str,
    },
    /// A list has too many entries.
    #[error("the list {parameter} of the profile {profile} has {count} entries, more than {most}")]
    TooMany {
        /// Which curve.
        profile: &'static str,
        /// Which list.
        parameter: &'static str,
        /// How many entries were given.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A list has another number of entries than the curve asks for.
    #[error("the list {parameter} of the profile {profile} has {count} entries and not {wanted}")]
    WrongCount {
        /// Which curve.
        profile: &'static str,
        /// Which list.
        parameter: &'static str,
        /// How many entries were given.
        count: usize,
        /// How many there must be.
        wanted: usize,
    },
    /// A share is below nought.
    #[error("{parameter} = {value} of the profile {profile} is a share below nought")]
    NegativeShare {
        /// Which curve.
        profile: &'static str,
        /// Which entry of which list.
        parameter: String,
        /// As given.
        value: Share,
    },
    /// The shares of a list do not add to the whole.
    #[error("the shares {parameter} of the profile {profile} add to {sum} and not to 1")]
    SharesDoNotAdd {
        /// Which curve.
        profile: &'static str,
        /// Which list.
        parameter: &'static str,
        /// What they add to.
        sum: Share,
        /// By how much that is too much; negative where it is too little.
        off: Share,
    },
    /// The share paid falls from one point to the next.
    #[error("the curve falls at point {point}: from {before} to {share}")]
    Falls {
        /// Which point, counted from one.
        point: usize,
        /// The share there.
        share: Share,
        /// The share at the point before.
        before: Share,
    },
    /// A point does not come later than the one before it.
    #[error("point {point} at {time} does not come after {before}")]
    OutOfOrder {
        /// Which point, counted from one.
        point: usize,
        /// Its time.
        time: Share,
        /// The time of the point before; nought before the first.
        before: Share,
    },
    /// The last point is not the whole at the end of the span.
    #[error("the curve ends with {share} at {time} and not with 1 at 1")]
    EndsElsewhere {
        /// The time of the last point.
        time: Share,
        /// The share there.
        share: Share,
    },
}
