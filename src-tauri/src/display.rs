//! Whether there is a screen to open a window on. Found out before the window is made, because the toolkit answers a
//! missing screen by panicking.

use std::any::Any;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use bridge::{Language, Words};

/// What does the same job without a screen.
const WITHOUT_WINDOW: &str = "tranche-cli schedule --baseline --by capital";

/// Why there is no window.
#[derive(Debug)]
pub enum NoWindow {
    /// No display is set.
    NoDisplay,
    /// A display is set, and nothing answers there.
    SilentDisplay,
    /// The toolkit gave another cause.
    Failed(String),
}

impl NoWindow {
    /// The cause as one line, in the language of the user's session.
    pub fn sentence(&self) -> String {
        let words = session_words();
        match self {
            Self::NoDisplay => words.say("app-no-display", &[("command", WITHOUT_WINDOW)]),
            Self::SilentDisplay => words.say("app-display-silent", &[("command", WITHOUT_WINDOW)]),
            Self::Failed(cause) => words.say("app-window-failed", &[("cause", cause)]),
        }
    }
}

/// Whether a display is set. Where windows need none to be named, there always is one.
pub fn reachable() -> Result<(), NoWindow> {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(not(target_os = "linux")) || set("DISPLAY") || set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err(NoWindow::NoDisplay)
}

/// Makes the window, or says why it cannot be made: a display that does not answer makes the toolkit panic.
pub fn guarded<App>(make: impl FnOnce() -> tauri::Result<App>) -> Result<App, NoWindow> {
    let loud = take_hook();
    // The sentence says it all; a backtrace through the toolkit would only bury it.
    set_hook(Box::new(|_| ()));
    let made = catch_unwind(AssertUnwindSafe(make));
    set_hook(loud);
    match made {
        Ok(Ok(app)) => Ok(app),
        Ok(Err(trouble)) => Err(NoWindow::Failed(trouble.to_string())),
        Err(panic) => Err(after_panic(panic.as_ref())),
    }
}

fn after_panic(panic: &(dyn Any + Send)) -> NoWindow {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default();
    if words.contains("initialize gtk") { NoWindow::SilentDisplay } else { NoWindow::Failed(words.to_owned()) }
}

/// The words of the user's session: the reader's own settings lie behind the door, which is not open yet.
fn session_words() -> Words {
    let named =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|it| !it.is_empty()));
    let code = named.as_deref().and_then(|locale| locale.get(..2)).unwrap_or_default();
    Words { language: Language::from_code(code).unwrap_or_default(), ..Words::default() }
}
