//! Parameters of a profile in one cell: `{"d":"0.3","u":"0.2"}`, a flat JSON object of decimal strings.

use model::{Parameters, Share};

use crate::finding::Reason;

/// The parameters as they stand in a cell, in the order of their names.
///
/// Names of parameters are plain words and values plain decimals, so nothing needs escaping.
#[must_use]
pub fn parameters_to_text(parameters: &Parameters) -> String {
    let entries: Vec<String> = parameters.iter().map(|(name, value)| format!("\"{name}\":\"{value}\"")).collect();
    format!("{{{}}}", entries.join(","))
}

/// The parameters in a cell; none where it is empty.
///
/// # Errors
/// [`Reason::BadParameters`] where the cell is not such an object or names a parameter twice, [`Reason::NotANumber`] where a value is no decimal.
pub fn parameters_from_text(text: &str) -> Result<Parameters, Reason> {
    let text = text.trim();
    let not_an_object = || Reason::BadParameters(format!("{text:?} is not of the form {{\"u\":\"0.2\"}}"));
    if text.is_empty() {
        return Ok(Parameters::new());
    }
    let body = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).ok_or_else(not_an_object)?.trim();
    let mut parameters = Parameters::new();
    if body.is_empty() {
        return Ok(parameters);
    }
    for entry in body.split(',') {
        let (name, value) = entry.split_once(':').ok_or_else(not_an_object)?;
        let name = quoted(name).ok_or_else(not_an_object)?;
        let value = quoted(value).ok_or_else(not_an_object)?;
        let value = Share::read_fine(value).map_err(|_| Reason::NotANumber(value.to_owned()))?;
        if parameters.insert(name.to_owned(), value).is_some() {
            return Err(Reason::BadParameters(format!("{name} is given twice")));
        }
    }
    Ok(parameters)
}

/// What stands between two double quotes, where it needs no escaping.
fn quoted(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains(['"', '\\'])).then_some(inside)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in ["{}", r#"{"d":"0.3","u":"0.2"}"#, r#"{"s":"-1"}"#, r#"{"s001":"0.333333333333333333"}"#] {
            assert_eq!(parameters_to_text(&parameters_from_text(text).unwrap()), text);
        }
        assert!(parameters_from_text("").unwrap().is_empty());
        assert_eq!(parameters_from_text(r#" { "u" : "0.2" } "#).unwrap().len(), 1);
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "u=0.2",
            "{",
            "{u:0.2}",
            r#"{"u":0.2}"#,
            r#"{"u":"0.2",}"#,
            r#"{"u":"x"}"#,
            r#"{"u":"NaN"}"#,
            r#"{"u":"1e9"}"#,
            r#"{"u":"0.1","u":"0.2"}"#,
            r#"{"s001":"0.3333333333333333333"}"#,
            "[]",
        ] {
            assert!(parameters_from_text(text).is_err(), "{text}");
        }
    }
}
