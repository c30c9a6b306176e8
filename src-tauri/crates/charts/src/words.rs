//! The words of a chart are lent by the caller: this crate holds no visible text.

/// What a caller lends so that a chart can speak: words by their id, numbers in the reader's format.
///
/// The ids and their arguments are those of `assets/words/*/charts.ftl`.
pub trait Words {
    /// The text of `id`, with `args` put in their places. An id that is missing should come back as the id itself.
    fn say(&self, id: &str, args: &[(&str, &str)]) -> String;

    /// A canonical decimal (`-1234.5`) in the reader's format (`−1,234.5`).
    fn number(&self, canonical: &str) -> String;

    /// The language of the words as a BCP 47 tag: `en`, `uk`.
    fn language(&self) -> &str;
}
