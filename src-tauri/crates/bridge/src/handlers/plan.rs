//! What stands beside the rows: sources and rules.

use crate::handlers::View;
use crate::wire::{Rule, Source};

/// Every source, in the order of their keys.
pub(crate) fn sources(view: &View) -> Vec<Source> {
    view.plan.sources.iter().map(|row| source(row)).collect()
}

pub(crate) fn source(row: &model::Source) -> Source {
    let model::Source { key, title, publisher, date, url, how_verified } = row.clone();
    Source { id: key.to_string(), title, publisher, date, url, how_verified }
}

/// The rules by which unsplit figures were split, in their order.
pub(crate) fn rules(view: &View) -> Vec<Rule> {
    let name = |name: &model::Name| view.words.name(name).to_owned();
    view.plan.rules.iter().map(|rule| Rule { heading: name(&rule.heading), text: name(&rule.text) }).collect()
}
