//! JSON as people write it into files, read without mercy: a field that stands twice is refused, because a reader would see
//! one of the two values and the program would take the other.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Reads JSON in which no field stands twice. A byte order mark at the beginning is passed over.
///
/// # Errors
/// What is wrong with it, with line and column.
pub fn strict_json(text: &str) -> Result<Value, serde_json::Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict.deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// Reads JSON like [`strict_json`], but leaves every plain decimal the text it was written as, so that none of them passes
/// through a float: `{"u":0.2}` is read as `{"u":"0.2"}`. What has an exponent stays a number.
///
/// # Errors
/// What is wrong with it, with line and column.
pub fn plain_json(text: &str) -> Result<Value, serde_json::Error> {
    strict_json(&quoted(text, true))
}

/// Reads a request: like [`strict_json`], but the parameters of profiles in it like [`plain_json`].
///
/// # Errors
/// What is wrong with it, with line and column.
pub fn request_json(text: &str) -> Result<Value, serde_json::Error> {
    if text.contains(PARAMETERS) { strict_json(&quoted(text, false)) } else { strict_json(text) }
}

/// What the parameters of a profile are called in a request.
const PARAMETERS: &str = "\"parameters\"";

/// Where a text of JSON stands with respect to the parameters of a profile.
#[derive(Default)]
struct Place {
    depth: usize,
    /// How deep the object of parameters lies that it is in.
    parameters: Option<usize>,
    /// Whether their name was last, or their name and the colon.
    named: bool,
    due: bool,
}

impl Place {
    fn pass(&mut self, token: &str) {
        if token.trim().is_empty() {
            return;
        }
        let (named, due) = (self.named, self.due);
        self.named = token == PARAMETERS;
        self.due = named && token == ":";
        match token {
            "{" => {
                self.depth += 1;
                if due && self.parameters.is_none() {
                    self.parameters = Some(self.depth);
                }
            }
            "}" => {
                self.parameters = self.parameters.filter(|depth| *depth != self.depth);
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }
}

/// The text with its plain decimals in quotes: all of them, or those among parameters of profiles.
fn quoted(text: &str, all: bool) -> String {
    let mut quoted = String::with_capacity(text.len() + 16);
    let mut place = Place::default();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let taken = match sign {
            '"' => length_of_string(rest),
            '-' | '0'..='9' => {
                let end = |sign: char| !(sign.is_ascii_digit() || matches!(sign, '-' | '+' | '.' | 'e' | 'E'));
                rest.find(end).unwrap_or(rest.len())
            }
            _ => sign.len_utf8(),
        };
        let (token, after) = rest.split_at(taken);
        if (all || place.parameters.is_some()) && is_plain(token) {
            quoted.push('"');
            quoted.push_str(token);
            quoted.push('"');
        } else {
            quoted.push_str(token);
        }
        place.pass(token);
        rest = after;
    }
    quoted
}

/// How many bytes the string at the beginning of `text` takes, its quotes among them.
fn length_of_string(text: &str) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Whether a token is a number of JSON without an exponent.
fn is_plain(token: &str) -> bool {
    let size = token.strip_prefix('-').unwrap_or(token);
    let (whole, decimals) = size.split_once('.').map_or((size, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && decimals.is_none_or(digits)
}

struct Strict;

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Strict)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(Strict)?;
            if map.contains_key(&name) {
                return Err(A::Error::custom(format!("the field {name:?} stands twice")));
            }
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn reads_what_serde_reads_save_fields_that_stand_twice() {
        for text in [r#"{"a":[1,-2,3.5,"x",null,true],"b":{"a":1}}"#, "[]", "\"text\"", "null"] {
            assert_eq!(strict_json(text).unwrap(), serde_json::from_str::<Value>(text).unwrap());
        }
        assert_eq!(strict_json("\u{feff}[1]").unwrap(), serde_json::json!([1]));
        let told = strict_json(r#"[{"amount":"1.00","amount":"9.00"}]"#).unwrap_err().to_string();
        assert!(told.contains("\"amount\" stands twice") && told.contains("line 1"), "{told}");
        for text in ["", "[1] 2", "{", "{\"a\":1,}"] {
            assert!(strict_json(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn plain_decimals_stay_as_they_are_written() {
        let read = |text: &str| plain_json(text).unwrap().to_string();
        assert_eq!(
            read(r#"{"u":0.200000000001,"d":-3,"k":"1\"2,3","l":[[0.5,1],[]]}"#),
            r#"{"u":"0.200000000001","d":"-3","k":"1\"2,3","l":[["0.5","1"],[]]}"#
        );
        assert_eq!(
            read("{\"u\":12345678901234567890.12345678901234567890}"),
            r#"{"u":"12345678901234567890.12345678901234567890"}"#
        );
        // Not plain: left to the reader of the field, or refused by JSON itself.
        assert_eq!(read(r#"{"u":1e2}"#), r#"{"u":100.0}"#);
        for text in [
            r#"{"u":NaN}"#,
            r#"{"u":1e400}"#,
            r#"{"u":.5}"#,
            r#"{"u":01}"#,
            r#"{"u":1.}"#,
            r#"{"u":"#,
            "\"",
            "{\"u\":1,\"u\":2}",
        ] {
            assert!(plain_json(text).is_err(), "{text}");
        }
    }

    #[test]
    fn parameters_of_a_request_stay_as_they_are_written_and_nothing_else_does() {
        let read = |text: &str| request_json(text).unwrap().to_string();
        assert_eq!(
            read(r#"[{"n":1.50,"parameters" : {"u":0.10,"l":[[1,0.200000000001]],"in":{"x":2}},"m":2.0},{"m":[3.0]}]"#),
            r#"[{"n":1.5,"parameters":{"u":"0.10","l":[["1","0.200000000001"]],"in":{"x":"2"}},"m":2.0},{"m":[3.0]}]"#
        );
        // Neither a value of that name nor what comes after a list is meant.
        for text in [r#"{"a":"parameters","b":{"u":1}}"#, r#"{"parameters":[1,{"u":1}],"b":{"u":1}}"#, "[1]"] {
            assert_eq!(read(text), text);
        }
        assert!(request_json(r#"{"parameters":{"u":1,"u":2}}"#).unwrap_err().to_string().contains("stands twice"));
        assert!(request_json(r#"{"parameters":{"u":"#).is_err());
    }
}
