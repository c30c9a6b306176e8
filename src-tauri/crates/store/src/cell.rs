//! Cells: what a row is made of in a table, in the hash and in the history alike.

use std::borrow::Cow;
use std::collections::HashMap;
use std::str::FromStr;

use model::{Cited, Date, Id, Key, Money, Name, Parameters, Profile, Quarter, Share, Slice};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use crate::codec;
use crate::error::Damage;
use crate::table::Shape;

/// One value of a row. There is no floating point among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell<'a> {
    /// Nothing.
    Null,
    /// A whole number; cents where it is money.
    Integer(i64),
    /// A text.
    Text(Cow<'a, str>),
}

/// The cells of one row, in the order of its table's columns. The first one is the key.
pub(crate) type Cells<'a> = Vec<Cell<'a>>;

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl Cell<'_> {
    /// A cell that holds what it says itself.
    pub(crate) fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Integer(number) => Cell::Integer(number),
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
        }
    }

    /// The cell as a person would type it, shortened.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Integer(number) => number.to_string(),
            Self::Text(text) => text.chars().take(60).collect(),
        }
    }
}

/// A text as it stands in the row.
pub(crate) fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

/// A text made for the purpose.
pub(crate) fn made<'a>(value: &impl ToString) -> Cell<'a> {
    Cell::Text(Cow::Owned(value.to_string()))
}

/// A text, or nothing.
pub(crate) fn maybe_text(value: Option<&str>) -> Cell<'_> {
    value.map_or(Cell::Null, text)
}

/// A text made for the purpose, or nothing.
pub(crate) fn maybe_made<'a>(value: Option<&impl ToString>) -> Cell<'a> {
    value.map_or(Cell::Null, made)
}

/// A count.
pub(crate) fn count<'a>(count: u32) -> Cell<'a> {
    Cell::Integer(count.into())
}

/// A count, or nothing.
pub(crate) fn maybe_count<'a>(value: Option<u32>) -> Cell<'a> {
    value.map_or(Cell::Null, count)
}

/// An amount, in cents.
pub(crate) fn money<'a>(amount: Money) -> Cell<'a> {
    Cell::Integer(amount.cents())
}

/// An amount, or nothing.
pub(crate) fn maybe_money<'a>(amount: Option<Money>) -> Cell<'a> {
    amount.map_or(Cell::Null, money)
}

/// Yes or no.
pub(crate) fn flag<'a>(yes: bool) -> Cell<'a> {
    Cell::Integer(i64::from(yes))
}

/// Keys, joined by semicolons, which no key may hold.
pub(crate) fn keys(keys: &[Key]) -> Cell<'_> {
    match keys {
        [] => text(""),
        [one] => text(one.as_str()),
        many => made(&many.iter().map(Key::as_str).collect::<Vec<_>>().join(";")),
    }
}

/// Parameters of a profile: `d=0.3;u=0.2`.
pub(crate) fn parameters(parameters: &Parameters) -> Cell<'_> {
    if parameters.is_empty() {
        return text("");
    }
    made(&parameters.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(";"))
}

/// What single fields cite: `amount=I10,I12 start=S05`.
pub(crate) fn cited_text<'a>(cited: &[Cited]) -> Cell<'a> {
    Cell::Text(Cow::Owned(Cited::to_text(cited)))
}

/// A slice: `[["funder",["eu"]]]`.
pub(crate) fn slice_text<'a>(slice: &Slice) -> Cell<'a> {
    Cell::Text(Cow::Owned(codec::slice_to_text(slice)))
}

/// Keys and profiles that were read already: most rows share them, and parsing them once is enough.
#[derive(Debug, Default)]
pub(crate) struct Words {
    keys: HashMap<String, Key>,
    profiles: HashMap<(String, String), Profile>,
}

/// Reads the cells of one row in order, checking each. Cells that are missing at its end are usual.
pub(crate) struct RowReader<'a> {
    shape: Shape,
    cells: &'a [Cell<'a>],
    at: usize,
    words: &'a mut Words,
}

impl<'a> RowReader<'a> {
    /// A reader of these cells of a row of this shape.
    ///
    /// # Errors
    /// [`Damage::Rows`] where there are not as many cells as columns, save those that later schemas added.
    pub(crate) fn new(shape: Shape, cells: &'a [Cell<'a>], words: &'a mut Words) -> Result<Self, Damage> {
        if !shape.takes(cells.len()) {
            return Err(Damage::Rows(shape.table));
        }
        Ok(Self { shape, cells, at: 0, words })
    }

    /// The damage that the last cell read is.
    pub(crate) fn wrong(&self) -> Damage {
        let at = self.at.saturating_sub(1);
        Damage::Cell {
            table: self.shape.table,
            column: self.shape.columns.get(at).copied().unwrap_or(""),
            row: self.cells.first().map(Cell::shown).unwrap_or_default(),
            found: self.cells.get(at).map(Cell::shown).unwrap_or_default(),
        }
    }

    fn next(&mut self) -> &'a Cell<'a> {
        let at = self.at;
        self.at += 1;
        self.cells.get(at).or_else(|| self.shape.usual(at)).unwrap_or(&Cell::Null)
    }

    /// A text.
    pub(crate) fn str(&mut self) -> Result<&'a str, Damage> {
        match self.next() {
            Cell::Text(text) => Ok(text),
            _ => Err(self.wrong()),
        }
    }

    /// A text of its own.
    pub(crate) fn text(&mut self) -> Result<String, Damage> {
        self.str().map(str::to_owned)
    }

    /// A name in two columns.
    pub(crate) fn name(&mut self) -> Result<Name, Damage> {
        Ok(Name { en: self.text()?, uk: self.text()? })
    }

    /// A whole number.
    pub(crate) fn integer(&mut self) -> Result<i64, Damage> {
        match self.next() {
            Cell::Integer(number) => Ok(*number),
            _ => Err(self.wrong()),
        }
    }

    /// A whole number of a smaller range.
    pub(crate) fn number<N: TryFrom<i64>>(&mut self) -> Result<N, Damage> {
        let number = self.integer()?;
        N::try_from(number).map_err(|_| self.wrong())
    }

    /// A whole number of a smaller range, or nothing.
    pub(crate) fn maybe_number<N: TryFrom<i64>>(&mut self) -> Result<Option<N>, Damage> {
        match self.next() {
            Cell::Null => Ok(None),
            Cell::Integer(number) => N::try_from(*number).map(Some).map_err(|_| self.wrong()),
            Cell::Text(_) => Err(self.wrong()),
        }
    }

    /// An amount.
    pub(crate) fn money(&mut self) -> Result<Money, Damage> {
        self.integer().map(Money::from_cents)
    }

    /// An amount, or nothing.
    pub(crate) fn maybe_money(&mut self) -> Result<Option<Money>, Damage> {
        match self.next() {
            Cell::Null => Ok(None),
            Cell::Integer(cents) => Ok(Some(Money::from_cents(*cents))),
            Cell::Text(_) => Err(self.wrong()),
        }
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self) -> Result<bool, Damage> {
        match self.integer()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(self.wrong()),
        }
    }

    /// Anything that is written as text.
    pub(crate) fn parsed<T: FromStr>(&mut self) -> Result<T, Damage> {
        let text = self.str()?;
        text.parse().map_err(|_| self.wrong())
    }

    /// One of a closed set.
    pub(crate) fn choice<T>(&mut self, from_key: fn(&str) -> Option<T>) -> Result<T, Damage> {
        let text = self.str()?;
        from_key(text).ok_or_else(|| self.wrong())
    }

    /// One of a closed set, or nothing.
    pub(crate) fn maybe_choice<T>(&mut self, from_key: fn(&str) -> Option<T>) -> Result<Option<T>, Damage> {
        match self.next() {
            Cell::Null => Ok(None),
            Cell::Text(text) => from_key(text).map(Some).ok_or_else(|| self.wrong()),
            Cell::Integer(_) => Err(self.wrong()),
        }
    }

    /// An id.
    pub(crate) fn id(&mut self) -> Result<Id, Damage> {
        self.parsed()
    }

    /// A quarter.
    pub(crate) fn quarter(&mut self) -> Result<Quarter, Damage> {
        self.parsed()
    }

    /// A day.
    pub(crate) fn date(&mut self) -> Result<Date, Damage> {
        self.parsed()
    }

    /// A share or rate.
    pub(crate) fn share(&mut self) -> Result<Share, Damage> {
        self.parsed()
    }

    /// Anything that is written as text, or nothing.
    pub(crate) fn maybe<T: FromStr>(&mut self) -> Result<Option<T>, Damage> {
        match self.next() {
            Cell::Null => Ok(None),
            Cell::Text(text) => text.parse().map(Some).map_err(|_| self.wrong()),
            Cell::Integer(_) => Err(self.wrong()),
        }
    }

    /// A slice.
    pub(crate) fn slice(&mut self) -> Result<Slice, Damage> {
        let text = self.str()?;
        codec::slice_from_text(text).ok_or_else(|| self.wrong())
    }

    /// What single fields cite.
    pub(crate) fn cited(&mut self) -> Result<Vec<Cited>, Damage> {
        let text = self.str()?;
        // Said in one way only, so that equal rows have equal cells.
        Cited::from_text(text).filter(|cited| Cited::to_text(cited) == text).ok_or_else(|| self.wrong())
    }

    /// A key.
    pub(crate) fn key(&mut self) -> Result<Key, Damage> {
        let text = self.str()?;
        self.key_of(text)
    }

    /// A key, or nothing.
    pub(crate) fn maybe_key(&mut self) -> Result<Option<Key>, Damage> {
        match self.next() {
            Cell::Null => Ok(None),
            Cell::Text(text) => self.key_of(text).map(Some),
            Cell::Integer(_) => Err(self.wrong()),
        }
    }

    /// A list of keys.
    pub(crate) fn keys(&mut self) -> Result<Vec<Key>, Damage> {
        let text = self.str()?;
        if text.is_empty() {
            return Ok(Vec::new());
        }
        text.split(';').map(|key| self.key_of(key)).collect()
    }

    fn key_of(&mut self, text: &str) -> Result<Key, Damage> {
        if let Some(key) = self.words.keys.get(text) {
            return Ok(key.clone());
        }
        let key: Key = text.parse().map_err(|_| self.wrong())?;
        self.words.keys.insert(text.to_owned(), key.clone());
        Ok(key)
    }

    /// A profile in two columns: its key and its parameters.
    pub(crate) fn profile(&mut self) -> Result<Profile, Damage> {
        let (key, list) = (self.str()?, self.str()?);
        let word = (key.to_owned(), list.to_owned());
        if let Some(profile) = self.words.profiles.get(&word) {
            return Ok(profile.clone());
        }
        let pairs = list.split(';').filter(|_| !list.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=')?;
            Some((name.to_owned(), Share::read_fine(value).ok()?))
        });
        let parameters: Parameters = pairs.collect::<Option<_>>().ok_or_else(|| self.wrong())?;
        let profile = Profile::new(key, parameters).map_err(|_| self.wrong())?;
        self.words.profiles.insert(word, profile.clone());
        Ok(profile)
    }
}
