//! What the columns of each table hold, and how their cells are read.

pub mod allocations;
pub mod conditions;
pub mod readings;
pub mod reference;
pub mod scenarios;

use model::{Code, Date, FieldName, Fields, Key, Money, MoneyRefusal, NumberFormat, Quarter, Share, TableName};

use crate::finding::Reason;

/// The sign between several keys in one cell.
pub(crate) const LIST_SIGN: char = ';';

/// A key: `eu`, `I10`.
pub(crate) fn key(text: &str) -> Result<Key, Reason> {
    text.parse().map_err(|_| Reason::NotAKey(text.to_owned()))
}

/// Keys parted by `;`; none where the cell is empty.
pub(crate) fn keys(text: &str) -> Result<Vec<Key>, Reason> {
    if text.is_empty() { Ok(Vec::new()) } else { text.split(LIST_SIGN).map(key).collect() }
}

/// A display code: `A017`.
pub(crate) fn code(text: &str) -> Result<Code, Reason> {
    text.parse().map_err(|_| Reason::NotAKey(text.to_owned()))
}

/// An amount in whole units of the currency, with at most two decimals; not negative.
pub(crate) fn money(text: &str) -> Result<Money, Reason> {
    let amount: Money = text.parse().map_err(|refusal| match refusal {
        MoneyRefusal::TooLarge(text) => Reason::TooLarge(text),
        MoneyRefusal::Empty => Reason::Missing,
        MoneyRefusal::NotCanonical(text) => Reason::NotAnAmount(text),
    })?;
    if amount < Money::ZERO { Err(Reason::Negative(text.to_owned())) } else { Ok(amount) }
}

/// An amount in billions of the currency, exact to the cent; not negative.
pub(crate) fn billions(text: &str) -> Result<Money, Reason> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !plain {
        return Err(if text.starts_with('-') {
            Reason::Negative(text.to_owned())
        } else {
            Reason::NotAnAmount(text.to_owned())
        });
    }
    model::read_amount(&format!("{text}bn"), NumberFormat::Point).map_err(|refusal| match refusal {
        model::AmountRefusal::TooLarge { .. } => Reason::TooLarge(text.to_owned()),
        _ => Reason::NotAnAmount(text.to_owned()),
    })
}

/// A quarter: `2026-Q1`.
pub(crate) fn quarter(text: &str) -> Result<Quarter, Reason> {
    text.parse().map_err(|_| Reason::NotAQuarter(text.to_owned()))
}

/// A day: `2026-11-20`.
pub(crate) fn date(text: &str) -> Result<Date, Reason> {
    text.parse().map_err(|_| Reason::NotADate(text.to_owned()))
}

/// A share or rate.
pub(crate) fn share(text: &str) -> Result<Share, Reason> {
    text.parse().map_err(|_| Reason::NotANumber(text.to_owned()))
}

/// A whole number.
pub(crate) fn whole<T: std::str::FromStr>(text: &str) -> Result<T, Reason> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let refusal = || Reason::NotANumber(text.to_owned());
    if digits { text.parse().map_err(|_| refusal()) } else { Err(refusal()) }
}

/// `yes` or `no`.
pub(crate) fn yes_or_no(text: &str) -> Result<bool, Reason> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Reason::NotYesOrNo(text.to_owned())),
    }
}

/// The member of a closed set with this word.
pub(crate) fn word<T: Copy>(text: &str, all: &[T], key_of: fn(T) -> &'static str) -> Result<T, Reason> {
    let found = all.iter().copied().find(|member| key_of(*member) == text);
    found.ok_or_else(|| Reason::UnknownWord {
        word: text.to_owned(),
        allowed: all.iter().map(|member| key_of(*member)).collect::<Vec<_>>().join(", "),
    })
}

/// Gives a field of a row of `table` the value that stands in a cell, told as [`Fields`] do.
pub(crate) fn field<T: Fields>(row: &mut T, table: TableName, name: &str, text: &str) -> Result<FieldName, Reason> {
    let known = FieldName::of(table, name);
    let found = known.ok_or_else(|| Reason::UnknownKey { table: table.key(), key: name.to_owned() })?;
    row.put(found, text).map_err(|bad| Reason::Rule(bad.to_string()))?;
    Ok(found)
}

/// A key that `holds` says is in `table`.
pub(crate) fn known(text: &str, table: &'static str, holds: impl Fn(&Key) -> bool) -> Result<Key, Reason> {
    let found = key(text)?;
    if holds(&found) { Ok(found) } else { Err(Reason::UnknownKey { table, key: text.to_owned() }) }
}

/// Keys parted by `;`, each of which `holds` says is in `table`.
pub(crate) fn all_known(text: &str, table: &'static str, holds: impl Fn(&Key) -> bool) -> Result<Vec<Key>, Reason> {
    let found = keys(text)?;
    match found.iter().find(|key| !holds(key)) {
        Some(missing) => Err(Reason::UnknownKey { table, key: missing.to_string() }),
        None => Ok(found),
    }
}
