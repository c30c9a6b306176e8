//! Text cells that a spreadsheet would run as a formula are guarded by a leading apostrophe, and the guard is taken off
//! again on our own import. Numbers are never guarded: `-5.00` stays a number.

use std::borrow::Cow;

const APOSTROPHE: char = '\'';

/// Whether a spreadsheet may take a cell that begins with this sign for a formula or command.
const fn is_active(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Whether the first sign after any apostrophes is an active one.
fn begins_active(text: &str) -> bool {
    text.trim_start_matches(APOSTROPHE).starts_with(is_active)
}

/// `text` as it may stand in a cell. [`unguarded`] gives back the same text.
///
/// ```
/// assert_eq!(exchange::guarded("=1+1"), "'=1+1");
/// assert_eq!(exchange::guarded("plain"), "plain");
/// ```
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if begins_active(text) { Cow::Owned(format!("{APOSTROPHE}{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guarded`] was given.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(APOSTROPHE) {
        Some(rest) if begins_active(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn guards_what_a_spreadsheet_would_run() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1", "＝1", "'=1"] {
            assert!(guarded(text).starts_with('\''), "{text:?}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "'", "'tis", "plain", "1=1", "ціна = 5", " =1"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_again(text in "['=+@\\-\t\r a]{0,6}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }

        #[test]
        fn no_cell_begins_active(text in "\\PC{0,12}") {
            prop_assert!(!guarded(&text).starts_with(is_active));
        }
    }
}
