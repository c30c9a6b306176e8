//! Display codes of allocations.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::KeyRefusal;

/// The code an analyst calls an allocation by: `A017`. Unique within a plan, but not an identity: copies that travel by
/// mail may use the same code for different rows.
///
/// One to 16 ASCII letters, digits, `-` or `_`, beginning with a letter.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Arc<str>);

impl Code {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code of the form `A017` with this number.
    #[must_use]
    pub fn numbered(number: u64) -> Self {
        Self(format!("A{number:03}").into())
    }

    /// The number of a code of the form `A017`.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        self.0.strip_prefix('A').and_then(|digits| digits.parse().ok())
    }

    /// Where the code stands among others: those of another form first, and `A2` before `A10`.
    #[must_use]
    pub fn order(&self) -> (Option<u64>, &str) {
        (self.number(), self.as_str())
    }
}

impl FromStr for Code {
    type Err = KeyRefusal;

    fn from_str(text: &str) -> Result<Self, KeyRefusal> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let begins = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
        if !begins || text.len() > 16 || !text.bytes().all(allowed) {
            return Err(KeyRefusal::NotAKey(text.to_owned()));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}
