//! What may be chosen for a row.

use engine::Measure;
use model::{
    CapKind, Capital, Dimension, EffectVerb, EventKind, EventState, Grade, Handle, Instrument, Kind, OnLoss, PROFILES,
    Parameter, Purpose, ReleaseRule, StepKind, StepPart, StepState, TIMING,
};

use crate::handlers::View;
use crate::wire::{
    ChapterChoice, ChartChoice, Choice, Choices, InstrumentChoice, ParameterChoice, ProfileChoice, ProgrammeChoice,
};

/// Every list from which an analyst may choose, in the reader's language.
pub(crate) fn choices(view: &View) -> Choices {
    let words = &view.words;
    let choice = |kind: &str, key: &str| Choice { key: key.to_owned(), label: words.label(kind, key) };
    let mut clusters: Vec<_> = view.plan.clusters.iter().collect();
    clusters.sort_by_key(|cluster| cluster.number);
    Choices {
        programmes: by_label(view.plan.programmes.iter().map(|row| programme(view, row)), |choice| &choice.label),
        funders: by_label(
            view.plan.funders.iter().map(|row| named(row.key.as_str(), words.name(&row.name))),
            |choice| &choice.label,
        ),
        instruments: Instrument::ALL.iter().map(|instrument| self::instrument(view, *instrument)).collect(),
        capitals: Capital::ALL.iter().map(|capital| choice("capital", capital.key())).collect(),
        sectors: by_label(
            view.plan.sectors.iter().map(|row| named(row.key.as_str(), words.name(&row.name))),
            |choice| &choice.label,
        ),
        purposes: Purpose::ALL.iter().map(|purpose| choice("purpose", purpose.key())).collect(),
        clusters: clusters.into_iter().map(|row| named(row.key.as_str(), words.name(&row.name))).collect(),
        amount_grades: Grade::ALL.iter().map(|grade| choice("grade", grade.key())).collect(),
        dimensions: Dimension::ALL.iter().map(|dimension| choice("dimension", dimension.key())).collect(),
        profiles: PROFILES.iter().map(|curve| profile(view, curve)).collect(),
        timing: TIMING.iter().map(|known| parameter(view, known.key, known)).collect(),
        quarters: quarters(view),
        charts: charts::CHARTS
            .iter()
            .map(|chart| ChartChoice { name: chart.name.to_owned(), label: words.label("chart", chart.name) })
            .collect(),
        measures: Measure::ALL.iter().map(|measure| choice("measure", measure.key())).collect(),
        chapters: view.plan.chapters.iter().map(|row| chapter(view, row)).collect(),
        step_kinds: StepKind::ALL.iter().map(|kind| choice("step-kind", kind.key())).collect(),
        step_parts: StepPart::ALL.iter().map(|part| choice("step-part", part.key())).collect(),
        step_states: StepState::KEYS.iter().map(|key| choice("step-state", key)).collect(),
        release_rules: ReleaseRule::ALL.iter().map(|rule| choice("release-rule", rule.key())).collect(),
        on_loss: OnLoss::ALL.iter().map(|loss| choice("on-loss", loss.key())).collect(),
        event_kinds: EventKind::ALL.iter().map(|kind| choice("event-kind", kind.key())).collect(),
        event_states: EventState::ALL.iter().map(|state| choice("event-state", state.key())).collect(),
        effect_verbs: EffectVerb::ALL.iter().map(|verb| choice("effect-verb", verb.key())).collect(),
        cap_kinds: CapKind::ALL.iter().map(|kind| choice("cap-kind", kind.key())).collect(),
    }
}

fn chapter(view: &View, row: &model::Chapter) -> ChapterChoice {
    ChapterChoice {
        number: row.number,
        label: view.words.name(&row.name).to_owned(),
        cluster: row.cluster.as_ref().map(ToString::to_string),
    }
}

fn named(key: &str, label: &str) -> Choice {
    Choice { key: key.to_owned(), label: label.to_owned() }
}

fn by_label<T>(choices: impl Iterator<Item = T>, label: impl Fn(&T) -> &String) -> Vec<T> {
    let mut choices: Vec<T> = choices.collect();
    choices.sort_by_key(|choice| label(choice).to_lowercase());
    choices
}

fn programme(view: &View, row: &model::Programme) -> ProgrammeChoice {
    let funder = view.plan.funders.get(&row.funder);
    ProgrammeChoice {
        key: row.key.to_string(),
        label: view.words.name(&row.name).to_owned(),
        funder: row.funder.to_string(),
        funder_label: funder.map_or_else(String::new, |funder| view.words.name(&funder.name).to_owned()),
    }
}

fn instrument(view: &View, instrument: Instrument) -> InstrumentChoice {
    InstrumentChoice {
        key: instrument.key().to_owned(),
        label: view.words.label("instrument", instrument.key()),
        sentence: view.words.label("instrument", &format!("{}-sentence", instrument.key())),
        capital: instrument.capital().key().to_owned(),
    }
}

fn profile(view: &View, curve: &model::Curve) -> ProfileChoice {
    let parameter = |known: &Parameter| parameter(view, &format!("{}-{}", curve.key, known.key), known);
    ProfileChoice {
        key: curve.key.to_owned(),
        label: view.words.label("profile", curve.key),
        sentence: view.words.label("profile", &format!("{}-sentence", curve.key)),
        source: view.words.label("profile", &format!("{}-source", curve.key)),
        parameters: curve.parameters.iter().map(parameter).collect(),
    }
}

/// A parameter, its word standing under `id`.
fn parameter(view: &View, id: &str, known: &Parameter) -> ParameterChoice {
    let Parameter { key, least, greatest, usual, kind, whole, fine: _, handle } = *known;
    let (kind, most, entries) = match kind {
        Kind::One => ("one", None, Vec::new()),
        Kind::Optional => ("optional", None, Vec::new()),
        Kind::List { most, usual } => {
            ("list", u32::try_from(most).ok(), usual.iter().map(|entry| (*entry).to_owned()).collect())
        }
    };
    let handle = handle.map(|handle| match handle {
        Handle::At => "at".to_owned(),
        Handle::FromEnd => "from_end".to_owned(),
    });
    ParameterChoice {
        key: key.to_owned(),
        label: view.words.label("profile", id),
        min: least.to_owned(),
        max: greatest.to_owned(),
        default: usual.to_owned(),
        kind: kind.to_owned(),
        most,
        usual: entries,
        whole,
        handle,
    }
}

/// The quarters of the package and ten years past it.
fn quarters(view: &View) -> Vec<String> {
    let package = &view.plan.package;
    let ordinals = package.first.ordinal()..=package.last.ordinal() + 40;
    ordinals.filter_map(model::Quarter::from_ordinal).map(|quarter| quarter.to_string()).collect()
}
