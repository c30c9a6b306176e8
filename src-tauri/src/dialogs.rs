//! What the page asks of the system: a path to open or to save to, and a look into a folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bridge::{Problem, ProblemKind};
use serde_json::{Value, json};
use tauri::{AppHandle, Manager as _, State};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

use crate::door::Door;

/// Extension of a plan file, without the dot.
const PLAN: &str = "tranche";

/// Whether a dialog is open. The system's file dialog does not block the window, and two of them would confuse.
#[derive(Default)]
pub struct Asking(AtomicBool);

/// Asks for a plan file to open. `title` stands above the dialog, in the reader's language. `None` when the user cancels,
/// or while another dialog is open.
#[tauri::command]
pub async fn pick_open(app: AppHandle, title: String) -> Option<PathBuf> {
    let dialog = app.dialog().file().set_title(title).add_filter("Tranche", &[PLAN]);
    ask(&app, dialog, FileDialogBuilder::pick_file).await
}

/// Asks where to save. `suggested` is a file name, or a whole path to start from; `extensions` (without dots) are what the
/// file may be, the first one being added to a name that has none of them.
///
/// The reply is `{ path, replace }`, `replace` being true when the dialog has asked about replacing exactly this file, so
/// that nobody is asked twice; or null when the user cancels, or while another dialog is open.
#[tauri::command]
pub async fn pick_save(app: AppHandle, title: String, suggested: String, extensions: Vec<String>) -> Option<Value> {
    let suggested = Path::new(&suggested);
    let mut dialog = app.dialog().file().set_title(title);
    if let Some(name) = suggested.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    if let Some(folder) = suggested.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    for extension in &extensions {
        dialog = dialog.add_filter(extension.to_uppercase(), &[extension]);
    }
    let chosen = ask(&app, dialog, FileDialogBuilder::save_file).await?;
    let path = with_extension(&chosen, &extensions);
    // The dialog asked about the name as it was typed; about a name that was completed here nobody has asked yet.
    let replace = path == chosen && path.exists();
    Some(json!({ "path": path, "replace": replace }))
}

/// Shows the folder that holds the file at `path` (or the folder `path` itself) in the system's file manager.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn show_in_folder(door: State<'_, Arc<Door>>, path: PathBuf) -> Result<(), Problem> {
    let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
    let folder = folder.filter(|folder| folder.is_absolute() && folder.is_dir());
    let folder = folder.ok_or_else(|| trouble("nothing-to-show", &path).worded(door.words()))?;
    let mut manager = Command::new(FILE_MANAGER)
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|cause| trouble("no-file-manager", folder).with("cause", cause).worded(door.words()))?;
    // Waited for elsewhere, or the ended process would stay in the system's table; its exit code says nothing useful.
    std::thread::spawn(move || manager.wait());
    Ok(())
}

fn trouble(code: &str, path: &Path) -> Problem {
    Problem::new(ProblemKind::File, code).with("path", path.display())
}

/// The program that opens a folder the way the user has chosen.
const FILE_MANAGER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Shows one dialog and waits for its answer without holding a thread.
async fn ask<Show>(app: &AppHandle, dialog: FileDialogBuilder<tauri::Wry>, show: Show) -> Option<PathBuf>
where
    Show: FnOnce(FileDialogBuilder<tauri::Wry>, Box<dyn FnOnce(Option<FilePath>) + Send>),
{
    if let Some(answer) = prepared::next() {
        return answer;
    }
    let asking = app.state::<Asking>();
    if asking.0.swap(true, Ordering::AcqRel) {
        return None;
    }
    let (answer, mut answers) = tauri::async_runtime::channel(1);
    show(
        dialog,
        Box::new(move |file| {
            // A page that was closed meanwhile no longer waits.
            let _ = answer.try_send(file);
        }),
    );
    let file = answers.recv().await.flatten();
    asking.0.store(false, Ordering::Release);
    file.and_then(|file| file.into_path().ok())
}

/// `path` with the first of the extensions, unless it already ends in one of them.
fn with_extension(path: &Path, extensions: &[String]) -> PathBuf {
    let has = |extension: &String| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension));
    match extensions.first() {
        Some(first) if !extensions.iter().any(has) => {
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(first);
            PathBuf::from(name)
        }
        _ => path.to_owned(),
    }
}

/// Answers prepared by an end-to-end test, so that only one of its journeys has to drive the system's own dialog. A
/// program that is not built for such a test has none.
mod prepared {
    use std::path::PathBuf;

    /// The next answer: `Some(None)` is a cancelled dialog, `None` is no prepared answer, so the dialog is shown.
    #[cfg(not(feature = "automation"))]
    pub fn next() -> Option<Option<PathBuf>> {
        None
    }

    /// Takes the first line of the file that `TRANCHE_DIALOG_ANSWERS` names; an empty line is a cancelled dialog.
    #[cfg(feature = "automation")]
    pub fn next() -> Option<Option<PathBuf>> {
        let list = std::env::var_os("TRANCHE_DIALOG_ANSWERS")?;
        let lines = std::fs::read_to_string(&list).ok()?;
        let (first, rest) = lines.split_once('\n')?;
        std::fs::write(&list, rest).ok()?;
        Some(Some(first).filter(|line| !line.is_empty()).map(PathBuf::from))
    }
}
