//! When the first chart stood on the screen, for the bench.

use std::io::Write as _;
use std::sync::OnceLock;
use std::time::Instant;

/// The variable that asks for the line on stderr.
const ASKED: &str = "TRANCHE_TIMING";

static STARTED: OnceLock<Instant> = OnceLock::new();

/// Remembers when the program began. The bench adds what the system took to load it by its own clock.
pub fn started() {
    STARTED.get_or_init(Instant::now);
}

/// The page reports that its first chart is painted. With `TRANCHE_TIMING=1` the time since the program began goes to
/// stderr, as `painted after 512 ms`; otherwise nothing happens.
#[tauri::command]
pub fn painted() {
    let asked = std::env::var_os(ASKED).is_some_and(|value| value == "1");
    if let (true, Some(started)) = (asked, STARTED.get()) {
        // A closed stderr is no reason to disturb the page.
        let _ = writeln!(std::io::stderr(), "painted after {} ms", started.elapsed().as_millis());
    }
}
