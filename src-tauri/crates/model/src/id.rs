//! Identity: random 128-bit ids for rows, readable keys for the shared vocabulary.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// The identity of a row. The door draws it at random; nothing below the door does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

impl Id {
    /// The id with these 128 bits.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The 128 bits.
    #[must_use]
    pub const fn bits(self) -> u128 {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({:032x})", self.0)
    }
}

impl FromStr for Id {
    type Err = KeyRefusal;

    fn from_str(text: &str) -> Result<Self, KeyRefusal> {
        let hex = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if !hex {
            return Err(KeyRefusal::NotAnId(text.to_owned()));
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| KeyRefusal::NotAnId(text.to_owned()))
    }
}

/// The key of a noun of the shared vocabulary (funder, programme, sector, cluster, reading, source): `eu`, `energy`, `I10`.
///
/// One to 64 ASCII letters, digits, `_`, `-` or `.`, beginning with a letter. Equal keys mean the same thing in every plan.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Arc<str>);

/// Why a text is not an id or key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefusal {
    /// Not 32 lower-case hexadecimal digits.
    #[error("{0:?} is not an id of 32 hexadecimal digits")]
    NotAnId(String),
    /// Empty, too long, or with signs that a key may not hold.
    #[error("{0:?} is not a key of letters, digits, \"_\", \"-\" and \".\"")]
    NotAKey(String),
}

impl Key {
    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = KeyRefusal;

    fn from_str(text: &str) -> Result<Self, KeyRefusal> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        let begins = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
        if !begins || text.len() > 64 || !text.bytes().all(allowed) {
            return Err(KeyRefusal::NotAKey(text.to_owned()));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}
