//! What version 4 added to the edits: sources of single fields.

use model::{Change, FieldName, Id, Key, TableName};
use serde::{Deserialize, Serialize};

use super::{CodecRefusal, id, parsed};

/// What an edit does, as far as version 4 added it.
#[derive(Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub(super) enum ChangeV4 {
    SetCited { allocation: String, field: String, sources: Vec<String> },
}

/// The change of a mirror.
pub(super) fn from_fourth(mirror: ChangeV4) -> Result<Change, CodecRefusal> {
    let ChangeV4::SetCited { allocation, field, sources } = mirror;
    let known = FieldName::of(TableName::Allocations, &field);
    Ok(Change::SetCited {
        allocation: id(&allocation)?,
        field: known.ok_or_else(|| CodecRefusal(format!("{field:?} is no field of an allocation")))?,
        sources: sources.iter().map(|key| parsed(key)).collect::<Result<_, _>>()?,
    })
}

/// The mirror of a field's sources.
pub(super) fn cited(allocation: Id, field: FieldName, sources: &[Key]) -> ChangeV4 {
    let sources = sources.iter().map(Key::to_string).collect();
    ChangeV4::SetCited { allocation: allocation.to_string(), field: field.to_string(), sources }
}
