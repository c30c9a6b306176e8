//! When the first chart stood on the screen, and how long acts of the reader took to get there, for the bench.

use std::io::Write as _;
use std::sync::OnceLock;
use std::time::Instant;

/// The variable that asks for the lines on stderr.
const ASKED: &str = "TRANCHE_TIMING";

static STARTED: OnceLock<Instant> = OnceLock::new();

/// Remembers when the program began. The bench adds what the system took to load it by its own clock.
pub fn started() {
    STARTED.get_or_init(Instant::now);
}

/// The page reports that its first chart is painted; or that what an act of the reader led to is, `ms` milliseconds after the
/// act by the page's clock, and which scenario it led to: its id, or `base`. With `TRANCHE_TIMING=1` that goes to stderr, as
/// `painted after 512 ms` since the program began, or as `painted base after 48.0 ms`; otherwise nothing happens. The reply
/// is whether anybody asked: the page times no acts where nobody did.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn painted(place: Option<String>, ms: Option<f64>) -> bool {
    let asked = std::env::var_os(ASKED).is_some_and(|value| value == "1");
    if let (true, Some(line)) = (asked, line(place.as_deref(), ms)) {
        // A closed stderr is no reason to disturb the page.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
    asked
}

fn line(place: Option<&str>, ms: Option<f64>) -> Option<String> {
    match (place, ms) {
        (Some(place), Some(ms)) => Some(format!("painted {} after {ms:.1} ms", place.escape_debug())),
        _ => Some(format!("painted after {} ms", STARTED.get()?.elapsed().as_millis())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_told_on_one_line() {
        assert_eq!(line(Some("base\n"), Some(48.04)).as_deref(), Some("painted base\\n after 48.0 ms"));
    }
}
