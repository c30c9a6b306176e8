//! The window. The only crate that knows Tauri; it leans on `bridge` alone and knows no plan, no money and no file
//! format: it opens one web view, passes calls through one door, and asks the system for a path when the page needs one.

mod dialogs;
mod display;
mod door;
mod timing;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::webview::WebviewWindowBuilder;
use tauri::{App, AppHandle, Emitter as _, Manager as _, RunEvent, Url};
use tauri_plugin_window_state::StateFlags;

use crate::door::Door;

/// Label of the one window, as in `tauri.conf.json`.
const WINDOW: &str = "main";

/// Event that tells the page that another start of the program handed over a plan file; its payload is the path.
const OPEN_PLAN: &str = "open-plan";

/// Opens the window and stays until it is closed. `arguments` is the command line without the program's name; the first
/// one that is not an option is the plan file to open.
///
/// Fails before Tauri starts when there is no display (one line on stderr that names the command line program), and
/// when the window cannot be made.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    timing::started();
    let outcome = match display::reachable() {
        Ok(()) => display::guarded(|| build(plan_file(arguments))),
        Err(cause) => Err(cause),
    };
    match outcome {
        Ok(app) => {
            app.run(|app, event| leave(app, &event));
            ExitCode::SUCCESS
        }
        Err(cause) => {
            // Nobody is left to tell when stderr is closed.
            let _ = writeln!(std::io::stderr(), "tranche: {}", cause.sentence());
            ExitCode::FAILURE
        }
    }
}

/// The plan file among the arguments, made absolute so that it survives a hand-over to another working folder.
fn plan_file(arguments: impl Iterator<Item = OsString>) -> Option<PathBuf> {
    let named = arguments.map(PathBuf::from).find(|word| !word.as_os_str().as_encoded_bytes().starts_with(b"-"))?;
    Some(std::path::absolute(&named).unwrap_or(named))
}

/// The app with its window made, not yet running.
fn build(opening: Option<PathBuf>) -> tauri::Result<App> {
    tauri::Builder::default()
        // First, so that a second start leaves before it has opened anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            hand_over(app, arguments, folder);
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::default()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .invoke_handler(tauri::generate_handler![
            door::call,
            door::call_all,
            door::opening,
            dialogs::pick_open,
            dialogs::pick_save,
            dialogs::show_in_folder,
            timing::painted
        ])
        .setup(move |app| {
            // The same folder as the command line program's, so that both know the same recent plans and unsaved work.
            let data = bridge::data_folder().map_or_else(|| app.path().app_data_dir(), Ok)?;
            let door = Arc::new(Door::new(data, opening));
            // The plan is read while the web view starts, not after.
            let early = Arc::clone(&door);
            std::thread::spawn(move || early.open());
            app.manage(door);
            app.manage(dialogs::Asking::default());
            make_window(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())
}

/// The program ends between calls: what the page has asked for is finished first. Nothing is asked of the user, because
/// closing loses nothing: every edit is durable in the working copy, which the next start offers again.
fn leave(app: &AppHandle, event: &RunEvent) {
    if let RunEvent::Exit = event {
        app.state::<Arc<Door>>().close();
    }
}

/// Makes the window of `tauri.conf.json`, held to the pages that are built into the program.
fn make_window(app: &AppHandle) -> tauri::Result<()> {
    let config = app.config().app.windows.iter().find(|window| window.label == WINDOW);
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    let development = app.config().build.dev_url.clone().filter(|_| tauri::is_dev());
    WebviewWindowBuilder::from_config(app, config)?
        // What the web view keeps for itself is a cache, and has no place among the working copies.
        .data_directory(app.path().app_cache_dir()?)
        // The page names the window after the plan. Where the title cannot be set it merely stays as it was.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        // The page, which is our own, copies cells whose text was fetched after the key was pressed.
        .enable_clipboard_access()
        .on_navigation(move |url| stays_inside(url, development.as_ref()))
        .build()?;
    Ok(())
}

/// Whether an address is one of our own pages (or the development server's, in a development build).
fn stays_inside(url: &Url, development: Option<&Url>) -> bool {
    url.scheme() == "tauri" || development.is_some_and(|home| home.origin() == url.origin())
}

/// A second start of the program: shows this window, and hands the page the plan file that was named there.
fn hand_over(app: &AppHandle, arguments: Vec<String>, folder: String) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // A window manager may refuse; the window is then merely not in front.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    let words = arguments.into_iter().skip(1).map(OsString::from);
    if let Some(file) = plan_file(words) {
        let file = PathBuf::from(folder).join(file);
        let _ = app.emit_to(WINDOW, OPEN_PLAN, file);
    }
}
