//! The catalogues: readable, complete in both languages, and with a word for every member of every list.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use bridge::{Language, Words};
use fluent_bundle::FluentResource;
use tranche_tests::folder;

/// The messages of one language by id, with the places they fill. An id that stands twice is refused.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for entry in std::fs::read_dir(folder("../assets/words").join(language)).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(FluentResource::try_new(text.clone()).is_ok(), "{} has a mistake", path.display());
        let mut current = String::new();
        for line in text.lines() {
            let begins = line.split_once(" =").map(|(id, _)| id).filter(|id| {
                !id.is_empty()
                    && id
                        .bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
            });
            if let Some(id) = begins {
                current = id.to_owned();
                let before = messages.insert(current.clone(), BTreeSet::new());
                assert!(before.is_none(), "{language}: {id} stands twice, the second time in {}", path.display());
            }
            let places = line.split('$').skip(1).map(|rest| {
                rest.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-' || sign == '_'))
                    .next()
                    .unwrap()
                    .to_owned()
            });
            if let Some(message) = messages.get_mut(&current) {
                message.extend(places);
            }
        }
    }
    messages
}

#[test]
fn both_languages_say_the_same_things() {
    let (english, ukrainian) = (catalogue("en"), catalogue("uk"));
    let ids = |catalogue: &BTreeMap<String, BTreeSet<String>>| catalogue.keys().cloned().collect::<BTreeSet<_>>();
    let (only_english, only_ukrainian): (Vec<_>, Vec<_>) = (
        ids(&english).difference(&ids(&ukrainian)).cloned().collect(),
        ids(&ukrainian).difference(&ids(&english)).cloned().collect(),
    );
    assert!(
        only_english.is_empty() && only_ukrainian.is_empty(),
        "only en: {only_english:?}; only uk: {only_ukrainian:?}"
    );
    for (id, places) in &english {
        assert!(
            ukrainian[id].is_subset(places),
            "{id} fills {:?} in Ukrainian and {places:?} in English",
            ukrainian[id]
        );
    }
}

#[test]
fn every_member_of_every_list_has_a_word() {
    let mut wanted: Vec<String> = Vec::new();
    let mut want = |kind: &str, key: &str| wanted.push(format!("{kind}-{}", key.replace('_', "-")));
    model::Instrument::ALL.iter().for_each(|member| want("instrument", member.key()));
    model::Capital::ALL.iter().for_each(|member| want("capital", member.key()));
    model::Purpose::ALL.iter().for_each(|member| want("purpose", member.key()));
    model::Grade::ALL.iter().for_each(|member| want("grade", member.key()));
    model::Dimension::ALL.iter().for_each(|member| want("dimension", member.key()));
    engine::Measure::ALL.iter().for_each(|member| want("measure", member.key()));
    charts::CHARTS.iter().for_each(|chart| want("chart", chart.name));
    for curve in model::PROFILES {
        want("profile", curve.key);
        want("profile", &format!("{}-sentence", curve.key));
        curve.parameters.iter().for_each(|known| want("profile", &format!("{}-{}", curve.key, known.key)));
    }
    model::TIMING.iter().for_each(|known| want("profile", known.key));
    for language in [Language::English, Language::Ukrainian] {
        let words = Words { language, ..Words::default() };
        let missing: Vec<&String> = wanted.iter().filter(|id| !words.has(id)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", language.code());
    }
}

/// Every problem that Rust can raise is named in a literal; each of them has its sentence.
#[test]
fn every_problem_has_a_sentence() {
    let english = catalogue("en");
    let sources = [
        "problem",
        "session",
        "asking",
        "doing",
        "commands",
        "options",
        "handlers/edit",
        "handlers/export",
        "handlers/figure",
        "handlers/schedule",
    ];
    let mut codes = BTreeSet::new();
    for name in sources {
        let text =
            std::fs::read_to_string(folder("../src-tauri/crates/bridge/src").join(format!("{name}.rs"))).unwrap();
        for opening in
            ["refused(\"", "usage(\"", "new(\"", "at(\"", "Refused, \"", "Usage, \"", "File, \"", "Internal, \""]
        {
            codes.extend(text.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    assert!(codes.len() > 40, "only {} codes were found", codes.len());
    let missing: Vec<&String> = codes.iter().filter(|code| !english.contains_key(&format!("problem-{code}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
