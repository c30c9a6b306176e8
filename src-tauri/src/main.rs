//! The window's program: what must be settled before a web view exists, then the app.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    quiet_dmabuf();
    tranche_app::run(env::args_os().skip(1))
}

/// Turns WebKit's DMABUF renderer off unless the user has decided about it: with some drivers it leaves the window
/// blank, and without it the web view takes about 70 MB less.
fn quiet_dmabuf() {
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if env::var_os(RENDERER).is_none() {
        // SAFETY: the first thing `main` does; no other thread exists that could read the environment meanwhile.
        #[allow(unsafe_code)]
        unsafe {
            env::set_var(RENDERER, "1");
        }
    }
}
