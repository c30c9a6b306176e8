//! One journey's desk: a screen, a home folder with nothing in it, and the window that is opened on it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tokio::runtime::Builder;

use crate::driver::Driver;
use crate::programs;
use crate::screen::Screen;
use crate::window::Window;

/// The settings of somebody who has said his name.
const SETTINGS: &str = r#"{"theme":"system","locale":"en","number_format":"point","author":"Analyst","layout":{}}"#;

/// What a journey has around it.
pub struct Desk {
    pub screen: Screen,
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { screen: Screen::start(), home: TempDir::new().unwrap() };
        for folder in ["data", "config", "cache", "documents"] {
            fs::create_dir(desk.home.path().join(folder)).unwrap();
        }
        let settings = desk.settings();
        fs::create_dir_all(settings.parent().unwrap()).unwrap();
        fs::write(settings, SETTINGS).unwrap();
        desk
    }

    fn settings(&self) -> PathBuf {
        self.home.path().join("data").join("tranche").join("settings.json")
    }

    /// Sets the theme in which the window opens.
    pub fn prefer_theme(&self, theme: &str) {
        fs::write(self.settings(), SETTINGS.replace("system", theme)).unwrap();
    }

    /// Leaves nobody's name in the settings: it will be asked before the first edit.
    pub fn forget_author(&self) {
        fs::remove_file(self.settings()).unwrap();
    }

    /// Opens the program as a user does, and waits until its first chart is painted.
    pub async fn open(&self) -> Window {
        self.start(None).await
    }

    /// Opens the program on a plan file.
    pub async fn open_plan(&self, plan: &Path) -> Window {
        self.start(plan.to_str()).await
    }

    async fn start(&self, file: Option<&str>) -> Window {
        let driver = Driver::start(&self.environment());
        let client = driver.open_window(file).await;
        Window::ready(driver, client).await
    }

    /// A place for a file of the user's.
    pub fn document(&self, name: &str) -> PathBuf {
        self.home.path().join("documents").join(name)
    }

    /// Prepares the answers to the next file dialogs, in order. Without any, the system's own dialog is shown.
    pub fn prepare_answers(&self, paths: &[&Path]) {
        let lines: String = paths.iter().map(|path| format!("{}\n", path.display())).collect();
        fs::write(self.answers(), lines).unwrap();
    }

    fn answers(&self) -> PathBuf {
        self.home.path().join("answers")
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let home = |name: &str| self.home.path().join(name).display().to_string();
        vec![
            ("DISPLAY", self.screen.name().to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
            ("TRANCHE_DIALOG_ANSWERS", self.answers().display().to_string()),
            ("HOME", self.home.path().display().to_string()),
            ("XDG_DATA_HOME", home("data")),
            ("XDG_CONFIG_HOME", home("config")),
            ("XDG_CACHE_HOME", home("cache")),
            ("LC_ALL", "C.UTF-8".to_owned()),
            // No bus: a start of the program must not be handed over to a window that the developer has open.
            ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent".to_owned()),
        ]
    }
}

/// Runs one journey on a desk of its own. When it fails, a picture of the screen stays behind.
pub fn journey(name: &str, walk: impl AsyncFnOnce(&Desk)) {
    let desk = Desk::new();
    let failed = PictureOfFailure { screen: &desk.screen, file: programs::pictures().join(format!("{name}.png")) };
    Builder::new_current_thread().enable_all().build().unwrap().block_on(walk(&desk));
    drop(failed);
}

/// Takes a picture when it is dropped by a panic.
struct PictureOfFailure<'a> {
    screen: &'a Screen,
    file: PathBuf,
}

impl Drop for PictureOfFailure<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.screen.picture(&self.file);
        }
    }
}
