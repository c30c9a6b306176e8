//! One field of a row, given as text, as the typed change of it.

use super::text::{FieldText, parameters_of};
use super::{BadValue, FieldName};
use crate::{Allocation, Change, Profile, ProfileRefusal, Refusal};

/// Why a field cannot be given that text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldRefusal {
    /// A field that is not set as a whole, or never changes.
    #[error("the field {0} is not set this way")]
    NotSettable(FieldName),
    /// A text that the field cannot mean.
    #[error(transparent)]
    Value(#[from] BadValue),
    /// A text that names a profile, with parameters that make none.
    #[error(transparent)]
    Profile(#[from] ProfileRefusal),
}

impl From<FieldRefusal> for Refusal {
    fn from(refusal: FieldRefusal) -> Self {
        match refusal {
            FieldRefusal::NotSettable(field) => Self::NotSettable { field: field.as_str() },
            FieldRefusal::Value(bad) => Self::Value(bad),
            FieldRefusal::Profile(refusal) => Self::Profile(refusal),
        }
    }
}

impl Allocation {
    /// The change that gives one field of this row the value of a canonical text, as [`super::Fields::tell`] tells it:
    /// `45000000000.00`, `2028-Q1`, `trapezoid d=0.3 u=0.2`. A new start leaves the end as it is.
    ///
    /// # Errors
    /// [`FieldRefusal`] where the field is no such field, or cannot mean that. Whether the plan takes the change is
    /// another question.
    pub fn change(&self, field: FieldName, text: &str) -> Result<Change, FieldRefusal> {
        let allocation = self.id;
        let Self { start, end, .. } = *self;
        Ok(match field.as_str() {
            "programme" => Change::SetProgramme { allocation, programme: read(field, text)? },
            "instrument" => Change::SetInstrument { allocation, instrument: read(field, text)? },
            "capital" => Change::SetCapital { allocation, capital: read(field, text)? },
            "sector" => Change::SetSector { allocation, sector: read(field, text)? },
            "purpose" => Change::SetPurpose { allocation, purpose: read(field, text)? },
            "booster" => Change::SetCluster { allocation, cluster: read(field, text)? },
            "amount" => Change::SetAmount { allocation, amount: read(field, text)? },
            "start" => Change::SetSpan { allocation, start: read(field, text)?, end },
            "end" => Change::SetSpan { allocation, start, end: read(field, text)? },
            "profile" => Change::SetProfile { allocation, profile: profile(field, text)? },
            "priority" => Change::SetPriority { allocation, priority: read(field, text)? },
            "amount_grade" => Change::SetAmountGrade { allocation, grade: read(field, text)? },
            "split_grade" => Change::SetSplitGrade { allocation, grade: read(field, text)? },
            "sources" => Change::SetSources { allocation, sources: read(field, text)? },
            "note" => Change::SetNote { allocation, note: text.to_owned() },
            "locked" => Change::SetLocked { allocation, locked: read(field, text)? },
            _ => return Err(FieldRefusal::NotSettable(field)),
        })
    }
}

fn read<T: FieldText>(field: FieldName, text: &str) -> Result<T, BadValue> {
    T::read(text).ok_or_else(|| BadValue { field, value: text.to_owned() })
}

/// A profile, so that what is wrong with its parameters can be told.
fn profile(field: FieldName, text: &str) -> Result<Profile, FieldRefusal> {
    let mut words = text.split_whitespace();
    let bad = || BadValue { field, value: text.to_owned() };
    let key = words.next().ok_or_else(bad)?;
    let parameters = parameters_of(words).ok_or_else(bad)?;
    Ok(Profile::new(key, parameters)?)
}
