//! One link of an explanation at a time: what happens in it, how much, and what decides it.

use std::collections::BTreeSet;

use engine::{CapYear, Explanation, Link, LinkKind, OpenStep, Period};
use model::{Allocation, Key, Profile, StepState, Total};

use crate::handlers::{View, events, explain, row, steps};
use crate::wire::{ExplainLink, ExplainTarget};

/// The parameters of a profile that a sentence names before it breaks off.
const MOST_PARAMETERS: usize = 6;

/// Says a message with the link's amounts and period and some more arguments.
type Say<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// What the links of one explanation have in common.
pub(super) struct Chain<'a> {
    pub view: &'a View<'a>,
    pub rows: &'a [&'a Allocation],
    pub told: &'a Explanation,
}

impl Chain<'_> {
    /// One link in words.
    pub(super) fn link(&self, link: &Link) -> ExplainLink {
        let about = self.about(link);
        let first = about.iter().find(|target| target.kind != "step" && target.kind != "profile");
        let committed = (link.kind == LinkKind::Committed).then_some(self.rows).filter(|rows| rows.len() == 1);
        let (target_kind, target) = match (first, committed) {
            (Some(target), _) => (Some(target.kind.clone()), Some(target.id.clone())),
            (None, Some(rows)) => (Some("allocation".to_owned()), rows.first().map(|row| row.id.to_string())),
            (None, None) => (None, None),
        };
        ExplainLink {
            kind: link.kind.key().to_owned(),
            label: explain::link_label(self.view, link.kind),
            sentence: self.sentence(link),
            amount: link.amount.into(),
            change: link.change.into(),
            target_kind,
            target,
            about,
            sources: self.sources(link).into_iter().map(|key| key.to_string()).collect(),
        }
    }

    fn sentence(&self, link: &Link) -> String {
        let words = &self.view.words;
        let when = explain::when(self.view, self.told.period);
        let size = if link.change < Total::ZERO { Total::ZERO - link.change } else { link.change };
        let (amount, change) = (words.short(link.amount), words.short(size));
        let say = |id: &str, args: &[(&str, &str)]| {
            let shared = [("amount-text", amount.as_str()), ("change-text", &change), ("when-text", &when)];
            words.say(id, &shared.iter().chain(args).copied().collect::<Vec<_>>())
        };
        // A link that takes away, one that adds, and one that leaves things as they are read differently.
        let turn = |stem: &str| {
            let end = match link.change.cmp(&Total::ZERO) {
                std::cmp::Ordering::Less => "less",
                std::cmp::Ordering::Greater => "more",
                std::cmp::Ordering::Equal => "same",
            };
            format!("{stem}-{end}")
        };
        match link.kind {
            LinkKind::Committed => self.committed(&say),
            LinkKind::Profile => self.profile(&say),
            LinkKind::Event => {
                let event = link.event.and_then(|id| self.view.plan.events.get(&id));
                let text = event.map_or_else(String::new, |event| events::event_text(self.view, event));
                say(&turn("explain-event"), &[("event-text", &text)])
            }
            LinkKind::Release => {
                let clusters: Vec<String> = link.clusters.iter().map(|key| self.cluster_label(key)).collect();
                say(&turn("explain-release"), &[("clusters-text", &clusters.join(", "))])
            }
            LinkKind::Absorption => {
                let sentence = say(&turn("explain-absorption"), &[]);
                if link.lapsed <= Total::ZERO {
                    return sentence;
                }
                let lapsed = say("explain-lapsed", &[("lapsed-text", &words.short(link.lapsed))]);
                format!("{sentence} {lapsed}")
            }
            LinkKind::Paid if self.told.period == Period::After => say("explain-paid-after", &[]),
            LinkKind::Paid => say("explain-paid", &[]),
        }
    }

    fn committed(&self, say: Say<'_>) -> String {
        match self.rows {
            [row] => {
                let label = steps::row_label(self.view, row);
                let (start, end) = (row.start.to_string(), row.end.to_string());
                let named = [("row-text", row.code.as_str()), ("name-text", &label), ("start", &start), ("end", &end)];
                say("explain-committed-one", &named)
            }
            rows => say("explain-committed-many", &[("rows", &rows.len().to_string())]),
        }
    }

    /// What the profiles plan, and what of it was really paid or moved.
    fn profile(&self, say: Say<'_>) -> String {
        let mut sentences = vec![match self.rows {
            [row] => {
                let name = self.view.words.label("profile", row.profile.key());
                say("explain-profile-one", &[("profile-text", &name), ("parameters-text", &parameters(&row.profile))])
            }
            _ => say("explain-profile-many", &[]),
        }];
        let words = &self.view.words;
        for (amount, id) in [(self.told.actual, "explain-actual"), (self.told.moved, "explain-moved")] {
            if amount != Total::ZERO {
                sentences.push(say(id, &[("part-text", &words.short(amount))]));
            }
        }
        sentences.join(" ")
    }

    /// All that decides the link.
    fn about(&self, link: &Link) -> Vec<ExplainTarget> {
        let mut about = Vec::new();
        if link.kind == LinkKind::Profile {
            about.extend(self.profiles());
        }
        about.extend(link.event.and_then(|id| self.event(id)));
        about.extend(link.clusters.iter().map(|key| self.cluster(key)));
        about.extend(link.steps.iter().filter_map(|step| self.step(step)));
        if !link.caps.is_empty() {
            let years = engine::cap_years(self.view.plan, self.view.schedule);
            about.extend(link.caps.iter().filter_map(|id| self.cap(*id, &years)));
        }
        about
    }

    /// The profiles of the rows, each once, and who describes it.
    fn profiles(&self) -> Vec<ExplainTarget> {
        let words = &self.view.words;
        let keys: BTreeSet<&str> = self.rows.iter().map(|row| row.profile.key()).collect();
        let profile = |key: &str| ExplainTarget {
            kind: "profile".to_owned(),
            id: key.to_owned(),
            label: words.label("profile", key),
            sentence: words.say(
                "explain-profile-source",
                &[
                    ("sentence-text", &words.label("profile", &format!("{key}-sentence"))),
                    ("source-text", &words.label("profile", &format!("{key}-source"))),
                ],
            ),
        };
        keys.into_iter().map(profile).collect()
    }

    fn event(&self, id: model::Id) -> Option<ExplainTarget> {
        let event = self.view.plan.events.get(&id)?;
        let state = self.view.words.label("event-state", event.state.key());
        let does: Vec<String> = event.effects.iter().map(|effect| events::sentence(self.view, event, effect)).collect();
        Some(ExplainTarget {
            kind: "event".to_owned(),
            id: id.to_string(),
            label: events::event_text(self.view, event),
            sentence: self.view.words.say(
                "explain-event-about",
                &[
                    ("day-text", &self.view.plan.day_of(event).to_string()),
                    ("state-text", &state),
                    ("effects-text", &does.join(" ")),
                ],
            ),
        })
    }

    fn cluster_label(&self, key: &Key) -> String {
        row::place_label(self.view, model::Dimension::Cluster, key.as_str())
    }

    /// A group and the terms it has at the end of the period.
    fn cluster(&self, key: &Key) -> ExplainTarget {
        let words = &self.view.words;
        let last = match self.told.period {
            Period::Year(year) => model::Quarter::new(year, 4),
            Period::Quarter(quarter) => Some(quarter),
            Period::After => None,
        };
        let last = last.unwrap_or(self.view.plan.package.last);
        let terms = self.view.plan.clusters.get(key).and_then(|cluster| cluster.terms_in(last).cloned());
        let sentence = terms.map_or_else(
            || words.plain("explain-no-terms"),
            |terms| {
                words.say(
                    "explain-terms",
                    &[
                        ("rule-text", &words.label("release-rule", &format!("{}-sentence", terms.rule.key()))),
                        ("lag", &terms.lag_quarters.to_string()),
                        ("window", &terms.open_quarters().to_string()),
                    ],
                )
            },
        );
        ExplainTarget { kind: "cluster".to_owned(), id: key.to_string(), label: self.cluster_label(key), sentence }
    }

    fn step(&self, open: &OpenStep) -> Option<ExplainTarget> {
        let words = &self.view.words;
        let step = self.view.plan.steps.get(&open.step)?;
        let place = words.label("step-place", open.place.key());
        Some(ExplainTarget {
            kind: "step".to_owned(),
            id: step.id.to_string(),
            label: steps::step_text(self.view, step),
            sentence: words.say(
                if step.state == StepState::Due { "explain-step-due" } else { "explain-step-met" },
                &[
                    ("place-text", &place),
                    ("due", &step.due.to_string()),
                    ("met", &step.met_in().to_string()),
                    ("value-text", &words.short(open.value)),
                ],
            ),
        })
    }

    fn cap(&self, id: model::Id, years: &[CapYear]) -> Option<ExplainTarget> {
        let words = &self.view.words;
        let cap = self.view.plan.caps.get(&id)?;
        let year = match self.told.period {
            Period::Year(year) => year,
            Period::Quarter(quarter) => quarter.year(),
            Period::After => self.view.plan.package.last.year(),
        };
        let told = years.iter().find(|told| told.cap == id && told.year == year);
        let room = told.and_then(|told| told.room).map(Total::from);
        let sentence = match (told, room) {
            (Some(told), Some(room)) => words.say(
                "explain-cap-about",
                &[
                    ("year-text", &year.to_string()),
                    ("room-text", &words.short(room)),
                    ("paid-text", &words.short(told.paid)),
                    ("waiting-text", &words.short(told.waiting)),
                ],
            ),
            _ => words.say("explain-cap-unbounded", &[("year-text", &year.to_string())]),
        };
        Some(ExplainTarget {
            kind: "cap".to_owned(),
            id: id.to_string(),
            label: words.name(&cap.name).to_owned(),
            sentence,
        })
    }

    /// The sources that a link rests on.
    fn sources(&self, link: &Link) -> BTreeSet<Key> {
        let plan = self.view.plan;
        let mut keys: BTreeSet<Key> = BTreeSet::new();
        if link.kind == LinkKind::Committed {
            let programmes: BTreeSet<&Key> = self.rows.iter().map(|row| &row.programme).collect();
            keys.extend(self.rows.iter().flat_map(|row| row.sources.iter().cloned()));
            let known = programmes.into_iter().filter_map(|key| plan.programmes.get(key));
            keys.extend(known.flat_map(|programme| programme.sources.iter().cloned()));
        }
        let event = link.event.and_then(|id| plan.events.get(&id));
        keys.extend(event.into_iter().flat_map(|event| event.sources.iter().cloned()));
        let clusters = link.clusters.iter().filter_map(|key| plan.clusters.get(key));
        keys.extend(clusters.flat_map(|cluster| &cluster.terms).flat_map(|terms| terms.sources.iter().cloned()));
        let steps = link.steps.iter().filter_map(|open| plan.steps.get(&open.step));
        keys.extend(steps.flat_map(|step| step.sources.iter().cloned()));
        let caps = link.caps.iter().filter_map(|id| plan.caps.get(id));
        keys.extend(caps.flat_map(|cap| cap.sources.iter().cloned()));
        keys
    }
}

/// The parameters of a profile, in brackets; nothing where it has none.
fn parameters(profile: &Profile) -> String {
    let mut named: Vec<String> =
        profile.parameters().iter().take(MOST_PARAMETERS).map(|(key, value)| format!("{key} = {value}")).collect();
    if profile.parameters().len() > MOST_PARAMETERS {
        named.push("\u{2026}".to_owned());
    }
    if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) }
}
