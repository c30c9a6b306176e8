//! What a session is started with: where its files live, what time it is, who edits, where ids come from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use store::{Disk, RealDisk};

use crate::{Problem, Words};

/// Name of the folder in which the program keeps working copies, backups and settings.
const FOLDER: &str = "tranche";

/// What a session is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The program's own folder.
    pub data: PathBuf,
    /// The disk that all files go through.
    pub disk: Arc<dyn Disk>,
    /// The time to write into the history; the clock's where nothing is said.
    pub now: Option<String>,
    /// Who edits; the reader's setting where nothing is said.
    pub author: Option<String>,
    /// From which ids of new rows follow; random ones where nothing is said.
    pub id_seed: Option<u64>,
}

impl Options {
    /// The program's own folder is `data`.
    #[must_use]
    pub fn in_folder(data: &Path) -> Self {
        let disk = Arc::new(RealDisk);
        Self { data: data.to_owned(), disk, now: None, author: None, id_seed: None }
    }

    /// The program's own folder is where this system keeps the data of a user's programs.
    ///
    /// # Errors
    /// Where the system has no such place, or `now` is not a point in time.
    pub fn for_commands(now: Option<String>, author: Option<String>, id_seed: Option<u64>) -> Result<Self, Problem> {
        let bad_time = |text: &String| Problem::usage("not-a-time").with("text", text).worded(Words::default());
        let now = now.map(|text| text.parse::<jiff::Timestamp>().map(|_| text.clone()).map_err(|_| bad_time(&text)));
        let bad_name = |name: &String| Problem::usage("author-unprintable").with("text", name.escape_debug());
        if let Some(name) = author.as_ref().filter(|name| !is_name(name)) {
            return Err(bad_name(name).worded(Words::default()));
        }
        let data = data_folder().ok_or_else(|| Problem::refused("no-folder").worded(Words::default()))?;
        Ok(Self { now: now.transpose()?, author, id_seed, ..Self::in_folder(&data) })
    }
}

/// Whether a text can stand as a person's name in the history: not too long, and without signs that cannot be shown.
pub(crate) fn is_name(text: &str) -> bool {
    model::check_text("author", text, 200).is_ok() && !text.contains('\n')
}

/// Where this system keeps the program's own files for this user.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join(FOLDER))
}
