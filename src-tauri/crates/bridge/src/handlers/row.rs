//! Rows and everything about one of them.

use model::{Allocation, Capital, Dimension, FieldName, Grade, Instrument, Key, Money, Name, Plan, Purpose, TableName};

use crate::Problem;
use crate::handlers::edit::member;
use crate::handlers::telling::{Tongue, field_label};
use crate::handlers::{View, plan};
use crate::wire::{self, Amount};

/// A row with the words for its keys.
pub(crate) fn row(view: &View, allocation: &Allocation, moved: Money) -> wire::Row {
    let words = &view.words;
    let Allocation {
        id,
        code,
        programme,
        instrument,
        capital,
        sector,
        purpose,
        booster,
        amount,
        start,
        end,
        profile,
        amount_grade,
        split_grade,
        sources,
        note,
        locked,
        paid,
        priority,
        cited,
    } = allocation;
    let funder = view.plan.programmes.get(programme).map(|programme| programme.funder.clone());
    let name_of =
        |name: Option<&Name>, key: &str| name.map_or_else(|| key.to_owned(), |name| words.name(name).to_owned());
    let funder_key = funder.as_ref().map(ToString::to_string).unwrap_or_default();
    let funder_name = funder.as_ref().and_then(|key| view.plan.funders.get(key));
    let cluster_name = |key: &Key| {
        let cluster = view.plan.clusters.get(key);
        name_of(cluster.map(|cluster| &cluster.name), key.as_str())
    };
    wire::Row {
        id: id.to_string(),
        code: code.to_string(),
        programme: programme.to_string(),
        programme_label: name_of(view.plan.programmes.get(programme).map(|row| &row.name), programme.as_str()),
        funder_label: name_of(funder_name.map(|funder| &funder.name), &funder_key),
        funder: funder_key,
        instrument: instrument.key().to_owned(),
        instrument_label: words.label("instrument", instrument.key()),
        capital: capital.key().to_owned(),
        capital_label: words.label("capital", capital.key()),
        sector: sector.to_string(),
        sector_label: name_of(view.plan.sectors.get(sector).map(|row| &row.name), sector.as_str()),
        purpose: purpose.key().to_owned(),
        purpose_label: words.label("purpose", purpose.key()),
        cluster: booster.as_ref().map(ToString::to_string),
        cluster_label: booster.as_ref().map(cluster_name),
        amount: Amount::from(*amount),
        start: start.to_string(),
        end: end.to_string(),
        profile: profile.key().to_owned(),
        profile_label: words.label("profile", profile.key()),
        parameters: profile.parameters().iter().map(|(key, value)| (key.clone(), value.to_string())).collect(),
        amount_grade: amount_grade.key().to_owned(),
        amount_grade_label: words.label("grade", amount_grade.key()),
        split_grade: split_grade.key().to_owned(),
        split_grade_label: words.label("grade", split_grade.key()),
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
        locked: *locked,
        paid: paid
            .iter()
            .map(|paid| wire::Paid { quarter: paid.quarter.to_string(), amount: paid.amount.to_string() })
            .collect(),
        priority: priority.class().into(),
        cited: cited
            .iter()
            .map(|cited| wire::CitedWire {
                field: cited.field.to_string(),
                sources: cited.sources.iter().map(ToString::to_string).collect(),
            })
            .collect(),
        moved: Amount::from(moved),
    }
}

/// The sources of a row and of its single fields, each once, the row's first.
pub(crate) fn sources(view: &View, allocation: &Allocation) -> Vec<wire::Source> {
    let mut keys: Vec<&Key> = Vec::new();
    for key in allocation.sources.iter().chain(allocation.cited.iter().flat_map(|cited| &cited.sources)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter().filter_map(|key| view.plan.sources.get(key)).map(|source| plan::source(source)).collect()
}

/// Where every field of a row comes from that can have sources of its own.
pub(crate) fn fields(view: &View, allocation: &Allocation) -> Vec<wire::FieldSources> {
    let fields = FieldName::all(TableName::Allocations).iter().map(|(field, _)| *field);
    let told = |field: FieldName| wire::FieldSources {
        field: field.to_string(),
        label: field_label(view.words, TableName::Allocations, Some(field)),
        own: allocation.cited.iter().any(|cited| cited.field == field),
        sources: allocation.sources_of(field).iter().map(ToString::to_string).collect(),
    };
    fields.filter(|field| Allocation::is_citable(*field)).map(told).collect()
}

/// The word for a place in a dimension.
pub(crate) fn place_label(view: &View, dimension: Dimension, key: &str) -> String {
    place_text(view.into(), dimension, key)
}

/// The word for a place in a dimension, as `tongue` knows it.
pub(crate) fn place_text(tongue: Tongue, dimension: Dimension, key: &str) -> String {
    let Tongue { plan, words } = tongue;
    let named = |name: Option<&Name>| name.map_or_else(|| key.to_owned(), |name| words.name(name).to_owned());
    let parsed = key.parse::<Key>().ok();
    let key_of = parsed.as_ref();
    match dimension {
        Dimension::Funder => named(key_of.and_then(|key| plan.funders.get(key)).map(|row| &row.name)),
        Dimension::Programme => named(key_of.and_then(|key| plan.programmes.get(key)).map(|row| &row.name)),
        Dimension::Sector => named(key_of.and_then(|key| plan.sectors.get(key)).map(|row| &row.name)),
        Dimension::Cluster if key.is_empty() => words.plain("cluster-none"),
        Dimension::Cluster => named(key_of.and_then(|key| plan.clusters.get(key)).map(|row| &row.name)),
        Dimension::Instrument => words.label("instrument", key),
        Dimension::Capital => words.label("capital", key),
        Dimension::Purpose => words.label("purpose", key),
        Dimension::Booster => words.label("booster", key),
        Dimension::AmountGrade | Dimension::SplitGrade => words.label("grade", key),
    }
}

/// Refuses a place that the plan does not have in the dimension: what names it would mean no row, by a slip of the finger.
///
/// # Errors
/// Where there is no such place.
pub(crate) fn check_place(plan: &Plan, dimension: Dimension, place: &str) -> Result<(), Problem> {
    let key = place.parse::<Key>().ok();
    let table = |table: TableName, found: bool| {
        let missing = || Problem::refused("unknown-row").with("table", table.key()).with("wanted", place);
        if found { Ok(()) } else { Err(missing()) }
    };
    let one_of = |known: &[&'static str]| member(dimension.key(), place, known, |word| word).map(|_| ());
    match (dimension, key) {
        (Dimension::Cluster, None) if place.is_empty() => Ok(()),
        (Dimension::Funder, key) => table(TableName::Funders, key.is_some_and(|key| plan.funders.get(&key).is_some())),
        (Dimension::Programme, key) => {
            table(TableName::Programmes, key.is_some_and(|key| plan.programmes.get(&key).is_some()))
        }
        (Dimension::Sector, key) => table(TableName::Sectors, key.is_some_and(|key| plan.sectors.get(&key).is_some())),
        (Dimension::Cluster, key) => {
            table(TableName::Clusters, key.is_some_and(|key| plan.clusters.get(&key).is_some()))
        }
        (Dimension::Instrument, _) => one_of(&Instrument::ALL.map(Instrument::key)),
        (Dimension::Capital, _) => one_of(&Capital::ALL.map(Capital::key)),
        (Dimension::Purpose, _) => one_of(&Purpose::ALL.map(Purpose::key)),
        (Dimension::Booster, _) => one_of(&["yes", "no"]),
        (Dimension::AmountGrade | Dimension::SplitGrade, _) => one_of(&Grade::ALL.map(Grade::key)),
    }
}

/// The shape of a row's profile, for drawing.
pub(crate) fn curve(allocation: &Allocation) -> wire::Curve {
    let span = u32::try_from(allocation.end.since(allocation.start) + 1).unwrap_or(1);
    curve_of(&allocation.profile, span)
}

/// The shape of a profile over `span` periods, for drawing.
pub(crate) fn curve_of(profile: &model::Profile, span: u32) -> wire::Curve {
    const STEPS: u32 = 40;
    let thousandths = |units: i64| u32::try_from(units / (model::SHARE_UNITS / 1000)).unwrap_or(0);
    let shares = profile.sampled(span, STEPS);
    wire::Curve {
        t_per_mille: (0..=STEPS).map(|step| step * 1000 / STEPS).collect(),
        f_per_mille: std::iter::once(0).chain(shares.into_iter().map(thousandths)).collect(),
        span,
        reach: profile.reach(span),
    }
}
