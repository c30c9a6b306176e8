//! Every screen, in every theme, asked by axe-core in the real window: contrast, names, roles, and what belongs to what.

use crate::desk::journey;

/// The screens by the names of their entries in the rail.
const SCREENS: [&str; 8] = ["allocate", "disburse", "booster", "outcomes", "compare", "needs", "sources", "history"];
const THEMES: [&str; 3] = ["light", "dark", "contrast"];

#[test]
fn no_screen_violates_the_rules_of_accessibility() {
    journey("accessible", async |desk| {
        for theme in THEMES {
            desk.prefer_theme(theme);
            let window = desk.open().await;
            window.load_axe().await;
            for screen in SCREENS {
                window.click(&format!("nav-{screen}")).await;
                window.painted().await;
                let found = window.violations().await;
                assert!(found.is_empty(), "{screen} in {theme}:\n{}", found.join("\n"));
            }
            window.close().await;
        }
    });
}
