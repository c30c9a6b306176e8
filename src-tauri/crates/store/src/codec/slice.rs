//! The slice of a limit as one text: `[["funder",["eu"]]]`.

use model::{Dimension, Slice};

/// The text of a slice.
pub(crate) fn slice_to_text(slice: &Slice) -> String {
    let Slice(conditions) = slice;
    let pairs: Vec<(&str, &Vec<String>)> = conditions.iter().map(|(dimension, keys)| (dimension.key(), keys)).collect();
    super::to_text(&pairs)
}

/// The slice of a text.
pub(crate) fn slice_from_text(text: &str) -> Option<Slice> {
    let pairs: Vec<(String, Vec<String>)> = serde_json::from_str(text).ok()?;
    let conditions = pairs.into_iter().map(|(key, keys)| Some((Dimension::from_key(&key)?, keys)));
    conditions.collect::<Option<_>>().map(Slice)
}
