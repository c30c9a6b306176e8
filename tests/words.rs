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
                !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
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
    model::StepKind::ALL.iter().for_each(|member| want("step-kind", member.key()));
    model::StepPart::ALL.iter().for_each(|member| want("step-part", member.key()));
    model::StepState::KEYS.iter().for_each(|key| want("step-state", key));
    model::ReleaseRule::ALL.iter().for_each(|member| want("release-rule", member.key()));
    model::ReleaseRule::ALL.iter().for_each(|member| want("release-rule", &format!("{}-sentence", member.key())));
    model::OnLoss::ALL.iter().for_each(|member| want("on-loss", member.key()));
    model::EventKind::ALL.iter().for_each(|member| want("event-kind", member.key()));
    model::EventState::ALL.iter().for_each(|member| want("event-state", member.key()));
    model::EffectVerb::ALL.iter().for_each(|member| want("effect-verb", member.key()));
    model::EffectVerb::ALL.iter().for_each(|member| want("effect-sentence", member.key()));
    model::CapKind::ALL.iter().for_each(|member| want("cap-kind", member.key()));
    engine::Measure::ALL.iter().for_each(|member| want("measure", member.key()));
    engine::LinkKind::ALL.iter().for_each(|member| want("link", member.key()));
    ["not_yet_due", "released", "at_risk", "lost"].iter().for_each(|place| want("step-place", place));
    charts::CHARTS.iter().for_each(|chart| want("chart", chart.name));
    for curve in model::PROFILES {
        want("profile", curve.key);
        want("profile", &format!("{}-sentence", curve.key));
        want("profile", &format!("{}-source", curve.key));
        curve.parameters.iter().for_each(|known| want("profile", &format!("{}-{}", curve.key, known.key)));
    }
    model::TIMING.iter().for_each(|known| want("profile", known.key));
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
    let mut codes = BTreeSet::new();
    for text in sources_of(&folder("../src-tauri/crates/bridge/src")) {
        for opening in
            ["refused(\"", "usage(\"", "new(\"", "at(\"", "Refused, \"", "Usage, \"", "File, \"", "Internal, \""]
        {
            codes.extend(text.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    codes.retain(|code| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
    assert!(codes.len() > 80, "only {} codes were found", codes.len());
    let missing: Vec<&String> = codes.iter().filter(|code| !english.contains_key(&format!("problem-{code}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The texts of every source file in a folder and below it, without their tests.
fn sources_of(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = entries.flat_map(|path| {
        if path.is_dir() {
            return sources_of(&path);
        }
        vec![std::fs::read_to_string(&path).unwrap().split("#[cfg(test)]").next().unwrap().to_owned()]
    });
    texts.collect()
}

/// Every message that the bridge says by a literal id is in the catalogues.
#[test]
fn every_message_that_is_said_has_a_sentence() {
    let english = catalogue("en");
    let mut said = BTreeSet::new();
    for text in sources_of(&folder("../src-tauri/crates/bridge/src")) {
        for opening in ["say(\"", "plain(\"", "\"slip-", "\"explain-", "\"edit-", "\"when-", "\"slice-"] {
            let stem = opening.rsplit('"').next().unwrap();
            let ids = text.split(opening).skip(1).map(|rest| format!("{stem}{}", rest.split('"').next().unwrap()));
            said.extend(ids.filter(|id| !id.contains(['{', ' ', '_'])));
        }
    }
    // Stems that an ending is put to.
    let stems = ["explain-event", "explain-release", "explain-absorption"];
    // Names of arguments, and codes of problems.
    let other = |id: &str| id.ends_with("-text") || english.contains_key(&format!("problem-{id}"));
    let known = |id: &str| stems.contains(&id) || english.contains_key(id) || other(id);
    let missing: Vec<&String> = said.iter().filter(|id| !known(id)).collect();
    assert!(said.len() > 60 && missing.is_empty(), "{missing:?}");
}
