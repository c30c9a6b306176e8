//! Files and settings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Amount;

/// How to save.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SaveRequest {
    /// Whether a file that was changed by others may be replaced, after a backup.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
}

/// Where to save.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAsRequest {
    /// The file.
    pub path: String,
    /// Whether a file that is there may be replaced.
    #[serde(default)]
    #[ts(optional)]
    pub replace: Option<bool>,
}

/// Which file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenRequest {
    /// The file.
    pub path: String,
}

/// A plan that was open lately.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Recent {
    /// The file.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// When it was opened last.
    pub opened_at: String,
    /// Whether the file is gone.
    #[serde(default)]
    pub missing: bool,
}

/// Work that was not saved.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Copy {
    /// Its id.
    pub id: String,
    /// What the plan is called.
    pub name: String,
    /// The file it belongs to.
    pub path: Option<String>,
    /// When it was changed last.
    pub time: String,
    /// What it allocates.
    pub total: Amount,
    /// How many acts are not saved.
    pub edits: u32,
}

/// Which unsaved work.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyRequest {
    /// Its id.
    pub id: String,
}

/// How the window is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// Language of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Ukrainian.
    Uk,
}

/// How the reader writes numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// `1,234.50`
    #[default]
    Point,
    /// `1 234,50`
    Comma,
}

/// What the reader has set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Language.
    pub locale: Locale,
    /// Numbers.
    pub number_format: Numbers,
    /// Who edits.
    pub author: String,
    /// Sizes and states of the window's parts, by name.
    pub layout: BTreeMap<String, String>,
}

/// What to set.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetSettings {
    /// All settings.
    pub settings: Settings,
}
