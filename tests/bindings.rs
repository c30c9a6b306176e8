//! The TypeScript of the window is the one that follows from the bridge's types.

use tranche_tests::{folder, matches_file};

#[test]
fn the_window_speaks_the_words_of_the_bridge() {
    matches_file(&folder("../ui/src/host/bindings.ts"), &bridge::typescript());
}
