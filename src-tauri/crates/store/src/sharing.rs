//! What of a document goes along with a copy that is shared: the same plan, without its history or without names.

use std::sync::Arc;

use model::{Change, Diff, Edit, Odds, Plan, RowChange, Table};

use crate::digest::StateDigest;
use crate::error::Damage;
use crate::history::{Act, Entry, Kind};
use crate::open::Contents;
use crate::rewind::rewind;
use crate::version::{Freezing, Version};

impl Contents {
    /// The document as if its plan had come into being at `time`, by the one who made it. Its versions stay: each holds
    /// its own plan.
    #[must_use]
    pub fn without_history(&self, time: &str) -> Self {
        let author = self.entries.first().map_or("", |entry| &entry.author);
        let act = Act { kind: Kind::Created, edits: &[], of_seq: None, author, time, note: "" };
        let entry = Entry::new(1, &act, &Diff::default(), self.digest.state_sha256());
        let versions = self.versions.iter().map(|version| Arc::new(version.without_history())).collect();
        Self { versions, entries: vec![Arc::new(entry)], ..self.clone() }
    }

    /// The document without a name of anybody who edited, froze or judged, and the versions that cannot go along because
    /// they are not what was frozen. Who judged a probability is part of the plan: where it has any, its hashes are others,
    /// and an entry that changed nothing but such a name changes nothing.
    ///
    /// # Errors
    /// What is wrong with the history.
    pub fn without_names(&self) -> Result<(Self, Vec<Arc<Version>>), Damage> {
        let mut left_out = Vec::new();
        let mut versions = Vec::new();
        for version in &self.versions {
            match version.open() {
                Ok(frozen) if frozen.sound => {
                    let plan = nameless(frozen.plan);
                    let digest = StateDigest::of(&plan);
                    let is = Freezing { author: "", ..version.is() };
                    versions.push(Arc::new(Version::freeze(&is, &plan, digest.state_sha256())));
                }
                _ => left_out.push(Arc::clone(version)),
            }
        }
        let judged = !self.plan.odds.is_empty() || self.entries.iter().any(|entry| entry.mentions("odds"));
        let (digest, entries) = if judged {
            self.told_again()?
        } else {
            (self.digest.clone(), self.entries.iter().map(|entry| Arc::new(entry.without_author())).collect())
        };
        Ok((Self { plan: nameless(self.plan.clone()), digest, entries, versions }, left_out))
    }

    /// The whole history anew, from its first plan on, without the names in the plan itself.
    fn told_again(&self) -> Result<(StateDigest, Vec<Arc<Entry>>), Damage> {
        let mut before = rewind(&self.plan, self.entries.get(1..).unwrap_or_default())?;
        let mut digest = StateDigest::of(&nameless(before.clone()));
        let mut entries = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let diff = entry.diff_from(&before)?;
            let misfit = |mismatch: model::DiffMismatch| Damage::History { seq: entry.seq, what: mismatch.to_string() };
            diff.apply_in(&mut before).map_err(misfit)?;
            let diff = nameless_diff(diff);
            digest = digest.after(&diff);
            let edits: Vec<Edit> = entry.edits()?.into_iter().map(nameless_edit).collect();
            let Entry { seq, kind, of_seq, time, note, .. } = &**entry;
            let act = Act { kind: *kind, edits: &edits, of_seq: *of_seq, author: "", time, note };
            entries.push(Arc::new(Entry::new(*seq, &act, &diff, digest.state_sha256())));
        }
        Ok((digest, entries))
    }
}

fn nameless_odds(odds: &Odds) -> Odds {
    Odds { author: String::new(), ..odds.clone() }
}

fn nameless(mut plan: Plan) -> Plan {
    if plan.odds.iter().any(|odds| !odds.author.is_empty()) {
        plan.odds = plan.odds.iter().map(|odds| nameless_odds(odds)).collect::<Table<Odds>>();
    }
    plan
}

fn nameless_diff(mut diff: Diff) -> Diff {
    let side = |odds: Option<Arc<Odds>>| odds.map(|odds| Arc::new(nameless_odds(&odds)));
    let changes = std::mem::take(&mut diff.odds).into_iter();
    let told = changes.map(|RowChange { before, after }| RowChange { before: side(before), after: side(after) });
    diff.odds = told.filter(|change| change.before != change.after).collect();
    diff
}

fn nameless_edit(Edit { scenario, change }: Edit) -> Edit {
    let change = match change {
        Change::SetOdds { question, odds } => {
            Change::SetOdds { question, odds: odds.map(|odds| Box::new(nameless_odds(&odds))) }
        }
        other => other,
    };
    Edit { scenario, change }
}
