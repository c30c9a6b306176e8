//! The commands that change the plan, its file, and what the program remembers.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use document::{Change, Disk, Document, Over};
use model::{Diff, Id, TableName};
use store::{FileKind, Opening};

use crate::handlers::figure::Theming;
use crate::handlers::{edit_list, export, figure, history};
use crate::keeping::write_whole;
use crate::wire::{
    Changed, Copy, CopyRequest, EditRequest, ExportChartRequest, ExportPlanRequest, Exported, Nothing, OpenRequest,
    Recent, SaveAsRequest, SaveRequest, SetSettings, Settings, Status,
};
use crate::{Ids, Problem, Session, place};

impl Session {
    /// Makes changes, all or none.
    ///
    /// # Errors
    /// The first change that is refused, or what the disk says.
    pub fn edit(&self, request: EditRequest) -> Result<Changed, Problem> {
        place::check_changeable(self.place())?;
        let document = self.document();
        let state = self.snapshot()?;
        let read = edit_list::read(&state, request.edits, &self.hand(state.revision())?)?;
        match document.edit(&read.edits, &self.author(), &self.now()) {
            Ok(change) => Ok(self.changed(&change)),
            Err(error) => Err(read.refused(error, &state, self.words())),
        }
    }

    /// Undoes the latest change.
    ///
    /// # Errors
    /// Where there is nothing to undo, or what the disk says.
    pub fn undo(&self, _: Nothing) -> Result<Changed, Problem> {
        let change = self.document().undo(&self.author(), &self.now())?;
        Ok(self.changed(&change))
    }

    /// Makes the latest undone change again.
    ///
    /// # Errors
    /// Where there is nothing to make again, or what the disk says.
    pub fn redo(&self, _: Nothing) -> Result<Changed, Problem> {
        let change = self.document().redo(&self.author(), &self.now())?;
        Ok(self.changed(&change))
    }

    pub(crate) fn changed(&self, change: &Change) -> Changed {
        let label = self.with_view(&change.after, |view| {
            change.entry.as_ref().map_or_else(
                || view.words.plain("edit-nothing"),
                |entry| history::as_done(view, &self.document(), entry, Some(&change.diff)),
            )
        });
        Changed {
            revision: change.revision(),
            rows: touched_rows(&change.diff),
            tables: change.diff.tables().into_iter().map(|table| table.key().to_owned()).collect(),
            label,
            status: self.status_now(),
        }
    }

    /// Saves the plan in its file.
    ///
    /// # Errors
    /// Where it has none, somebody else has changed it, or what the disk says.
    pub fn save(&self, request: SaveRequest) -> Result<Status, Problem> {
        self.document().save(over(request.replace), &self.now())?;
        Ok(self.status_now())
    }

    /// Saves the plan in a file of that name.
    ///
    /// # Errors
    /// Where there is one already, or what the disk says.
    pub fn save_as(&self, request: SaveAsRequest) -> Result<Status, Problem> {
        let path = absolute(&request.path);
        self.document().save_as(&path, over(request.replace), &self.now())?;
        self.remember(&path);
        let status = self.status_now();
        Ok(status)
    }

    /// Opens a plan file.
    ///
    /// # Errors
    /// What is wrong with it; the open plan stays open.
    pub fn open(&self, request: OpenRequest) -> Result<Status, Problem> {
        let path = absolute(&request.path);
        let document = Document::open(self.store(), &path, Ids::random())?;
        self.put(document);
        self.remember(&path);
        Ok(self.status_now())
    }

    /// Opens the shipped plan.
    ///
    /// # Errors
    /// Where its data is broken, which its tests rule out.
    pub fn open_shipped(&self, _: Nothing) -> Result<Status, Problem> {
        self.put(self.shipped()?);
        Ok(self.status_now())
    }

    /// Opens a new plan: the shipped one without its allocations.
    ///
    /// # Errors
    /// Where the shipped data is broken, which its tests rule out.
    pub fn open_empty(&self, _: Nothing) -> Result<Status, Problem> {
        self.put(self.empty()?);
        Ok(self.status_now())
    }

    /// The plans that were open lately.
    ///
    /// # Errors
    /// None.
    pub fn recent(&self, _: Nothing) -> Result<Vec<Recent>, Problem> {
        Ok(self.recent_now())
    }

    /// Work that was not saved, the latest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn copies(&self, _: Nothing) -> Result<Vec<Copy>, Problem> {
        let words = self.words();
        let mut copies: Vec<Copy> = self
            .store()
            .copies()?
            .left
            .into_iter()
            .map(|copy| Copy {
                id: copy.id.to_string(),
                name: words.name(&copy.name).to_owned(),
                path: copy.path.map(|path| path.to_string_lossy().into_owned()),
                time: copy.time,
                total: copy.total.into(),
                edits: u32::try_from(copy.edits).unwrap_or(u32::MAX),
            })
            .collect();
        copies.sort_by(|left, right| (&right.time, &left.id).cmp(&(&left.time, &right.id)));
        Ok(copies)
    }

    /// Takes up unsaved work.
    ///
    /// # Errors
    /// Where it is not there any more, or what is wrong with it.
    pub fn recover(&self, request: CopyRequest) -> Result<Status, Problem> {
        let document = Document::recover(self.store(), copy_id(&request)?)?;
        self.put(document);
        Ok(self.status_now())
    }

    /// Throws unsaved work away.
    ///
    /// # Errors
    /// What the disk says.
    pub fn discard(&self, request: CopyRequest) -> Result<Vec<Copy>, Problem> {
        self.store().discard(copy_id(&request)?)?;
        self.copies(Nothing {})
    }

    /// Writes a chart as SVG, PNG or PDF.
    ///
    /// # Errors
    /// Where the ending names no format, the chart cannot be drawn, or what the disk says.
    pub fn export_chart(&self, request: ExportChartRequest) -> Result<Exported, Problem> {
        let ExportChartRequest { name, path, width, height, theme, replace, compare } = request;
        figure::check_export(width, height)?;
        let path = absolute(&path);
        let drawn = self.draw(&name, Theming { size: (width, height), theme }, compare.as_ref())?;
        let bytes = figure::file(&drawn, &ending(&path), self.words()).map_err(|problem| at_path(problem, &path))?;
        self.export(&path, &bytes, replace)
    }

    /// Writes the plan as CSV or JSON.
    ///
    /// # Errors
    /// Where the ending names no format, or what the disk says.
    pub fn export_plan(&self, request: ExportPlanRequest) -> Result<Exported, Problem> {
        let path = absolute(&request.path);
        let file =
            self.look_for(|view| export::file(view, &ending(&path)).map_err(|problem| at_path(problem, &path)))?;
        self.export(&path, &file, request.replace)
    }

    pub(crate) fn export(&self, path: &Path, bytes: &[u8], replace: Option<bool>) -> Result<Exported, Problem> {
        let disk = &*self.options().disk;
        let refused = |code: &str| Problem::new(crate::ProblemKind::File, code).with("path", path.display());
        match disk.facts(path) {
            Ok(facts) if facts.kind == FileKind::Folder => return Err(refused("file-is-folder")),
            Ok(facts) if facts.kind == FileKind::Other => return Err(refused("file-not-regular")),
            Ok(_) if replace != Some(true) => return Err(refused("file-exists")),
            // An export holds less than a plan; nobody means to trade one for the other.
            Ok(_) if is_database(disk, path) => return Err(refused("file-is-plan")),
            Ok(_) => {}
            Err(_) if path.parent().is_some_and(|folder| disk.facts(folder).is_err()) => {
                return Err(refused("folder-missing"));
            }
            Err(_) => {}
        }
        write_whole(disk, path, bytes).map_err(|error| crate::problem::of_disk(path, "write", &error))?;
        Ok(Exported { path: path.to_string_lossy().into_owned(), bytes: bytes.len() as u64, notice: None })
    }

    /// What the reader has set.
    ///
    /// # Errors
    /// None.
    pub fn settings(&self, _: Nothing) -> Result<Settings, Problem> {
        Ok(self.settings_now())
    }

    /// Keeps what the reader sets.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_settings(&self, request: SetSettings) -> Result<Settings, Problem> {
        if !crate::options::is_name(&request.settings.author) {
            return Err(Problem::refused("author-unprintable").with("text", request.settings.author.escape_debug()));
        }
        self.keep_settings(request.settings)?;
        Ok(self.settings_now())
    }
}

/// The allocations that a difference touches: those of the base plan, and those that scenarios see otherwise.
fn touched_rows(diff: &Diff) -> Vec<String> {
    let rows = diff.allocations.iter().filter_map(|row| row.after.as_ref().or(row.before.as_ref()));
    let overrides = diff.overrides.iter().filter_map(|row| row.after.as_ref().or(row.before.as_ref()));
    let overridden = overrides.filter(|row| row.at.table == TableName::Allocations).map(|row| row.at.row.to_string());
    let mut touched: Vec<String> = rows.map(|row| row.id.to_string()).chain(overridden).collect();
    touched.sort_unstable();
    touched.dedup();
    touched
}

/// Whether a file begins as plans do.
fn is_database(disk: &dyn Disk, path: &Path) -> bool {
    const HEAD: &[u8] = b"SQLite format 3\0";
    let mut head = [0; 16];
    let read = disk.open(path, Opening::Read).and_then(|file| file.read_at(&mut head, 0));
    read.is_ok_and(|read| &head[..read] == HEAD)
}

pub(crate) fn over(replace: Option<bool>) -> Over {
    if replace == Some(true) { Over::Anything } else { Over::Own }
}

fn copy_id(request: &CopyRequest) -> Result<Id, Problem> {
    request.id.parse().map_err(|_| Problem::new(crate::ProblemKind::File, "no-such-copy").with("id", &request.id))
}

/// A path from outside, made absolute against the folder the program was started in.
pub(crate) fn absolute(path: &str) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| PathBuf::from(path))
}

/// The ending of a file's name in lower case, without the point.
fn ending(path: &Path) -> String {
    path.extension().map(OsStr::to_string_lossy).unwrap_or_default().to_lowercase()
}

/// A problem with a format, told with the whole path.
fn at_path(problem: Problem, path: &Path) -> Problem {
    if problem.code == "file-format" { problem.with("path", path.display()) } else { problem }
}
