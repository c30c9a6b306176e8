//! The charts of the shipped plan, as pictures that a change of the program must not change unseen.

#![allow(clippy::unwrap_used)]

use bridge::wire;
use serde_json::{Value, json};
use tranche_tests::{folder, matches_file, session};

/// What a chart of comparisons is drawn from: two or three ends of the talks that the shipped plan pictures.
fn compared(chart: &str) -> Value {
    let (base, late, collapse) = (json!({}), "Late accession", "The deal collapses in 2028");
    match chart {
        "what_differs" => json!({ "sides": [base, { "scenario": collapse }] }),
        "side_by_side" => json!({ "sides": [base, { "scenario": late }, { "scenario": collapse }] }),
        _ => Value::Null,
    }
}

#[test]
fn charts_of_the_shipped_plan_are_the_kept_ones() {
    let data = tempfile::tempdir().unwrap();
    let session = session(data.path());
    for locale in ["en", "uk"] {
        let numbers = if locale == "en" { "point" } else { "comma" };
        let mut settings = session.settings(wire::Nothing {}).unwrap();
        settings.locale = if locale == "en" { wire::Locale::En } else { wire::Locale::Uk };
        settings.number_format = if numbers == "point" { wire::Numbers::Point } else { wire::Numbers::Comma };
        session.set_settings(wire::SetSettings { settings }).unwrap();
        for name in charts::CHARTS.iter().map(|chart| chart.name) {
            for theme in ["light", "dark", "print"] {
                let request =
                    json!({ "name": name, "width": 860, "height": 400, "theme": theme, "compare": compared(name) });
                let figure = session.call("chart", request).unwrap();
                assert!(!figure["table"]["rows"].as_array().unwrap().is_empty());
                let kept = folder("figures").join(format!("{name}-{locale}-{theme}.svg"));
                matches_file(&kept, figure["svg"].as_str().unwrap());
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let data = tempfile::tempdir().unwrap();
    let files: Vec<Vec<Vec<u8>>> = ["first", "second"]
        .iter()
        .map(|run| {
            // A session each: nothing may survive from one to the next.
            let session = session(&data.path().join(run));
            let written =
                charts::CHARTS.iter().flat_map(|chart| ["svg", "png", "pdf"].map(|ending| (chart.name, ending)));
            let write = |(name, ending): (&str, &str)| {
                let path = data.path().join(format!("{run}-{name}.{ending}"));
                let request = json!({ "name": name, "path": path, "width": 640, "height": 360, "theme": "print",
                    "compare": compared(name) });
                session.call("export_chart", request).unwrap();
                std::fs::read(path).unwrap()
            };
            written.map(write).collect()
        })
        .collect();
    assert!(files[0] == files[1], "a figure was written differently the second time");
    assert_eq!(files[0].len(), charts::CHARTS.len() * 3);
}
