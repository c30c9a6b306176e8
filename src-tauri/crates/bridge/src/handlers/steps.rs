//! The reform steps, their groups and terms, and what became of the booster by when.

use engine::{Every, Ledger, Period, Stocks};
use model::{Allocation, Cluster, Dimension, Name, Plan, ReleaseTerms, Share, Step, StepState, Total, share_of};

use crate::Problem;
use crate::handlers::schedule::unknown;
use crate::handlers::{View, plan, row};
use crate::wire::{
    Accession, AccessionQuarter, Amount, Booster, BoosterRequest, ChapterLine, ClusterLine, ExpectedRelease, Names,
    StepLine, StepRow, Steps, StockLine, TermsLine,
};

/// The steps, their groups, and how each step stands in each quarter.
pub(crate) fn steps(view: &View) -> Steps {
    let package = &view.plan.package;
    let ledgers = engine::ledgers(view.plan);
    let line = |step: &Step| {
        let at = view.plan.steps.as_slice().binary_search_by(|other| other.id.cmp(&step.id)).ok()?;
        ledgers.get(at).map(|ledger| line(view, step, ledger))
    };
    let expected = engine::expected(view.plan);
    let mut clusters: Vec<&Cluster> = view.plan.clusters.iter().map(AsRef::as_ref).collect();
    clusters.sort_by_key(|cluster| cluster.number);
    Steps {
        quarters: Every::Quarter.periods(package).into_iter().map(|period| period.to_string()).collect(),
        as_of_quarter: package.as_of.quarter().to_string(),
        clusters: clusters.into_iter().map(|cluster| self::cluster(view, cluster, &expected)).collect(),
        steps: view.plan.steps_in_order().into_iter().filter_map(|step| line(step)).collect(),
        outside: outside(view),
    }
}

fn cluster(view: &View, cluster: &Cluster, expected: &[engine::Expected]) -> ClusterLine {
    let rows = view.plan.allocations.iter().filter(|row| row.booster.as_ref() == Some(&cluster.key));
    let steps = view.plan.steps.iter().filter(|step| step.cluster == cluster.key).count();
    let amount: Total = rows.map(|row| row.amount).sum();
    let told = expected.iter().find(|told| told.cluster == cluster.key);
    ClusterLine {
        key: cluster.key.to_string(),
        number: cluster.number,
        label: view.words.name(&cluster.name).to_owned(),
        amount: Amount(amount),
        expected: told.and_then(|told| expected_of(amount, told)),
        steps: u32::try_from(steps).unwrap_or(u32::MAX),
        terms: cluster.terms.iter().map(|terms| self::terms(view, terms)).collect(),
    }
}

/// The expected share of a group's money, rounded half-even to the cent.
fn expected_of(amount: Total, told: &engine::Expected) -> Option<ExpectedRelease> {
    let amount = amount.to_money()?;
    let part = |share: Share| Amount(Total::from(share_of(amount, share.units())));
    let (least, most) = told.bounds.unzip();
    Some(ExpectedRelease { amount: part(told.independent), least: least.map(part), most: most.map(part) })
}

/// Terms with the words for their keys.
pub(crate) fn terms(view: &View, terms: &ReleaseTerms) -> TermsLine {
    let words = &view.words;
    let ReleaseTerms {
        from,
        rule,
        level,
        window_quarters,
        lag_quarters,
        on_loss,
        extension_quarters,
        clawback,
        fundamentals_first,
        grade,
        sources,
        note,
    } = terms;
    TermsLine {
        from: from.to_string(),
        rule: rule.key().to_owned(),
        rule_label: words.label("release-rule", rule.key()),
        rule_sentence: words.label("release-rule", &format!("{}-sentence", rule.key())),
        level: level.map(|share| share.to_string()),
        window_quarters: *window_quarters,
        lag_quarters: *lag_quarters,
        on_loss: on_loss.key().to_owned(),
        on_loss_label: words.label("on-loss", on_loss.key()),
        extension_quarters: *extension_quarters,
        clawback: clawback.to_string(),
        fundamentals_first: fundamentals_first.map(|share| share.to_string()),
        grade: grade.key().to_owned(),
        grade_label: words.label("grade", grade.key()),
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
    }
}

/// The chapters that belong to no group.
fn outside(view: &View) -> Vec<ChapterLine> {
    let chapters = view.plan.chapters.iter().filter(|chapter| chapter.cluster.is_none());
    chapters
        .map(|chapter| ChapterLine { number: chapter.number, label: view.words.name(&chapter.name).to_owned() })
        .collect()
}

/// A step with the words for its keys and its ledger in short.
pub(crate) fn line(view: &View, step: &Step, ledger: &Ledger) -> StepLine {
    let words = &view.words;
    let Step {
        id,
        code,
        name,
        cluster,
        chapter,
        due,
        weight,
        kind,
        part,
        gate,
        state,
        delay_quarters,
        probability,
        grade,
        sources,
        note,
    } = step;
    let (state_quarter, state_share, reversed_quarter) = match state {
        StepState::Due => (None, None, None),
        StepState::Met { quarter } => (Some(quarter), None, None),
        StepState::PartlyMet { quarter, share } => (Some(quarter), Some(share), None),
        StepState::Reversed { met, quarter } => (Some(met), None, Some(quarter)),
    };
    StepLine {
        id: id.to_string(),
        code: code.to_string(),
        label: words.name(name).to_owned(),
        name: names(name),
        cluster: cluster.to_string(),
        cluster_label: row::place_label(view, Dimension::Cluster, cluster.as_str()),
        chapter: *chapter,
        due: due.to_string(),
        weight: weight.to_string(),
        kind: kind.key().to_owned(),
        kind_label: words.label("step-kind", kind.key()),
        part: part.key().to_owned(),
        part_label: words.label("step-part", part.key()),
        gate: *gate,
        state: state.key().to_owned(),
        state_label: words.label("step-state", state.key()),
        state_quarter: state_quarter.map(ToString::to_string),
        state_share: state_share.map(ToString::to_string),
        reversed_quarter: reversed_quarter.map(ToString::to_string),
        delay_quarters: *delay_quarters,
        probability: probability.map(|share| share.to_string()),
        grade: grade.key().to_owned(),
        grade_label: words.label("grade", grade.key()),
        sources: sources.iter().map(ToString::to_string).collect(),
        note: note.clone(),
        expected: ledger.expected.map(|quarter| quarter.to_string()),
        closes: ledger.closes.to_string(),
        value: ledger.value.into(),
        places: ledger.quarters.iter().map(|(_, place, _)| place.key().to_owned()).collect(),
    }
}

/// A name in both languages.
pub(crate) fn names(name: &Name) -> Names {
    Names { en: name.en.clone(), uk: name.uk.clone() }
}

/// What became of the step's money by the end of each quarter.
pub(crate) fn ledger(ledger: &Ledger) -> Vec<StockLine> {
    ledger.quarters.iter().map(|(quarter, _, stocks)| stock(quarter, stocks)).collect()
}

fn stock(period: &impl ToString, stocks: &Stocks) -> StockLine {
    let Stocks { released, at_risk, not_yet_due, lost } = *stocks;
    StockLine {
        period: period.to_string(),
        released: released.into(),
        at_risk: at_risk.into(),
        not_yet_due: not_yet_due.into(),
        lost: lost.into(),
    }
}

/// The rows that wait for the step.
pub(crate) fn rows(view: &View, ledger: &Ledger) -> Vec<StepRow> {
    let rows = ledger.rows.iter().filter_map(|id| view.plan.allocations.get(id));
    rows.map(|row| StepRow {
        id: row.id.to_string(),
        code: row.code.to_string(),
        label: row_label(view, row),
        amount: row.amount.into(),
    })
    .collect()
}

/// What pays a row and for what, in a few words.
pub(crate) fn row_label(view: &View, row: &Allocation) -> String {
    let label = |dimension: Dimension| row::place_label(view, dimension, dimension.of(row, view.plan));
    let (programme, sector) = (label(Dimension::Programme), label(Dimension::Sector));
    view.words.say("row-in-short", &[("programme-text", &programme), ("sector-text", &sector)])
}

/// The sources with these keys, as far as the plan has them.
pub(crate) fn sources(plan: &Plan, keys: &[model::Key]) -> Vec<crate::wire::Source> {
    keys.iter().filter_map(|key| plan.sources.get(key)).map(|source| plan::source(source)).collect()
}

/// How a step is named in sentences: its code and what has to be done.
pub(crate) fn step_text(view: &View, step: &Step) -> String {
    let name = view.words.name(&step.name);
    view.words.say("code-and-name", &[("code-text", step.code.as_str()), ("name-text", name)])
}

/// What became of the booster, or of one group's money, by the end of each period.
///
/// # Errors
/// Where the fineness is not known, or there is no such group.
pub(crate) fn booster(view: &View, request: &BoosterRequest) -> Result<Booster, Problem> {
    let (total, periods) = stocks(view, request)?;
    Ok(Booster { total: total.into(), periods: periods.iter().map(|(period, stocks)| stock(period, stocks)).collect() })
}

/// The same as CSV.
///
/// # Errors
/// As [`booster`].
pub(crate) fn booster_csv(view: &View, request: &BoosterRequest) -> Result<String, Problem> {
    let (_, periods) = stocks(view, request)?;
    let line = |(period, stocks): &(Period, Stocks)| {
        let Stocks { released, at_risk, not_yet_due, lost } = *stocks;
        exchange::BoosterLine { period: period.to_string(), released, at_risk, not_yet_due, lost }
    };
    Ok(exchange::booster_csv(&periods.iter().map(line).collect::<Vec<_>>()))
}

fn stocks(view: &View, request: &BoosterRequest) -> Result<(Total, Vec<(Period, Stocks)>), Problem> {
    let every = every(&request.every)?;
    let cluster = match &request.cluster {
        None => None,
        Some(word) => {
            let found = word.parse().ok().and_then(|key| view.plan.clusters.get(&key));
            let missing = || Problem::refused("unknown-row").with("table", "clusters").with("wanted", word);
            Some(&found.ok_or_else(missing)?.key)
        }
    };
    let keep = |row: &Allocation| row.booster.is_some() && cluster.is_none_or(|key| row.booster.as_ref() == Some(key));
    let total: Total = view.plan.allocations.iter().filter(|row| keep(row)).map(|row| row.amount).sum();
    Ok((total, engine::booster_of(view.plan, view.schedule, every, keep)))
}

/// How finely time is told.
///
/// # Errors
/// Where the word is neither `year` nor `quarter`.
pub(crate) fn every(word: &str) -> Result<Every, Problem> {
    Every::from_key(word).ok_or_else(|| unknown("every", word, &["year", "quarter"]))
}

/// When all steps are met.
pub(crate) fn accession(view: &View) -> Accession {
    let engine::Accession { missing, planned, quarters } = engine::accession(view.plan);
    let quarters = quarters.into_iter().map(|told| AccessionQuarter {
        quarter: told.quarter.to_string(),
        independent: told.independent.to_string(),
        least: told.least.to_string(),
        most: told.most.to_string(),
    });
    Accession {
        missing: u32::try_from(missing).unwrap_or(u32::MAX),
        planned: planned.map(|quarter| quarter.to_string()),
        quarters: quarters.collect(),
    }
}
