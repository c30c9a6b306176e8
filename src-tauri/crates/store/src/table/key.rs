//! The keys of rows as text, as payloads name them.

use model::{Id, Key, OverrideKey, Question};

/// What a key is as text, and back.
pub(crate) trait KeyText: Sized {
    /// The text.
    fn told(&self) -> String;

    /// The key with this text.
    fn of(text: &str) -> Option<Self>;
}

macro_rules! key_text {
    ($($key:ty),+) => {$(
        impl KeyText for $key {
            fn told(&self) -> String {
                self.to_string()
            }

            fn of(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )+};
}
key_text!(Id, Key, OverrideKey, i32);

impl KeyText for Question {
    fn told(&self) -> String {
        self.key().to_owned()
    }

    fn of(text: &str) -> Option<Self> {
        Self::from_key(text)
    }
}

/// The one row of the package.
impl KeyText for () {
    fn told(&self) -> String {
        "package".to_owned()
    }

    fn of(text: &str) -> Option<Self> {
        (text == "package").then_some(())
    }
}
