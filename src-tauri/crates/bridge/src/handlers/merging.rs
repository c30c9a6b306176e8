//! Merging a copy that was edited apart: what it brings, what both changed, and what either choice does to sums.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use document::{At, Document, Entry, Snapshot, When};
use model::{Conflict, ConflictKey, FieldName, MergeRefusal, Merged, Pick, Plan, TableName};

use crate::handlers::named;
use crate::wire::{PickLine, PickWire};
use crate::{Problem, Words};

/// Two copies of one plan, and the state from which both come.
pub(crate) struct Found {
    pub base: Arc<Snapshot>,
    pub ours: Side,
    pub theirs: Side,
    /// The last entry that both have, where their histories say it.
    pub common: Option<Arc<Entry>>,
}

/// One of two copies.
pub(crate) struct Side {
    pub state: Arc<Snapshot>,
    /// What was done since both were one, oldest first.
    pub since: Vec<Arc<Entry>>,
    /// Whether that is all of it: its history reaches back to where both were one.
    pub told: bool,
}

impl Found {
    /// The revision of the open plan that is merged into.
    pub(crate) fn revision(&self) -> u64 {
        self.ours.state.revision()
    }
}

/// What is merged, and from where.
///
/// # Errors
/// Where the two have no common state, or a base is named that is newer than one of them or no state of their common past.
pub(crate) fn find(ours: &Document, theirs: &Document, base: Option<&Document>) -> Result<Found, Problem> {
    let past = ours.common_with(theirs);
    let (our_entries, their_entries) = (ours.history(), theirs.history());
    let after = |entries: &[Arc<Entry>], seq: u64| -> Vec<Arc<Entry>> {
        entries.iter().filter(|entry| entry.seq > seq).cloned().collect()
    };
    let side = |document: &Document, since: Option<Vec<Arc<Entry>>>| Side {
        state: document.snapshot(),
        told: since.is_some(),
        since: since.unwrap_or_else(|| after(&document.history(), 1)),
    };
    let Some(base) = base else {
        let met = ours.meeting(theirs).ok_or_else(|| Problem::refused("merge-no-common-state"))?;
        let (has_it, entries) = if met.in_theirs { (theirs, &their_entries) } else { (ours, &our_entries) };
        return Ok(Found {
            base: has_it.snapshot_at(At::then(When::Moment(met.seq)))?,
            ours: side(ours, Some(after(&our_entries, met.past.ours))),
            theirs: side(theirs, Some(after(&their_entries, met.theirs))),
            common: entries.iter().find(|entry| entry.seq == met.seq).cloned(),
        });
    };
    let since = |document: &Document, entries: &[Arc<Entry>], whose: &str| {
        let shared = document.common_with(base);
        // A base that was changed since would have every later change of it taken back.
        let newest = base.history().last().map_or(0, |entry| entry.seq);
        match shared {
            // What was taken in before is a state that both know, whatever it was copied from.
            Some(shared) if document.has_taken(base.snapshot().state_sha256()) => Ok(Some(after(entries, shared.ours))),
            Some(shared) if shared.theirs < newest => Err(Problem::refused("merge-base-newer").with("whose", whose)),
            Some(shared) => Ok(Some(after(entries, shared.ours))),
            // One of the two is a copy without a past: what the base holds says where the others come from.
            None => Ok(None),
        }
    };
    let found = Found {
        base: base.snapshot(),
        ours: side(ours, since(ours, &our_entries, "ours")?),
        theirs: side(theirs, since(theirs, &their_entries, "theirs")?),
        common: None,
    };
    // Where both tell where they come from, nothing else can be what they come from.
    let state = found.base.state_sha256();
    let among = |entries: &[Arc<Entry>], last: u64| {
        entries.iter().any(|entry| entry.seq <= last && entry.state_sha256 == state)
    };
    match past {
        Some(past)
            if !among(&our_entries, past.ours)
                && !among(&their_entries, past.theirs)
                && !ours.has_taken(state)
                && !theirs.has_taken(state) =>
        {
            Err(Problem::refused("merge-base-elsewhere"))
        }
        _ => Ok(found),
    }
}

/// What merging makes of them.
pub(crate) struct Outcome {
    pub merged: Merged,
    pub picks: BTreeMap<ConflictKey, Pick>,
}

impl Outcome {
    /// Whether a conflict is not settled yet.
    pub(crate) fn is_open(&self) -> bool {
        self.merged.conflicts.iter().any(|conflict| conflict.picked.is_none())
    }

    /// The merged plan.
    pub(crate) const fn plan(&self) -> &Plan {
        &self.merged.plan
    }
}

/// Merges, with the picks that were made.
///
/// # Errors
/// Where a pick is about no conflict or made twice, the plans are unrelated, or what was picked contradicts itself.
pub(crate) fn merge(found: &Found, picks: &[PickLine], words: Words) -> Result<Outcome, Problem> {
    let picks = read_picks(picks)?;
    let merged = merged(found, &picks, words)?;
    // What was picked of the fields of a row says nothing any more where the row as a whole is to be picked.
    let known: BTreeSet<_> = merged.conflicts.iter().map(|Conflict { at, .. }| (at.table, &*at.row)).collect();
    match picks.keys().find(|key| !known.contains(&(key.table, &*key.row))) {
        Some(key) => Err(Problem::refused("merge-no-conflict").with("key", key_text(key))),
        None => Ok(Outcome { merged, picks }),
    }
}

/// Merges.
///
/// # Errors
/// As [`merge`], but for picks.
pub(crate) fn merged(found: &Found, picks: &BTreeMap<ConflictKey, Pick>, words: Words) -> Result<Merged, Problem> {
    let (base, ours, theirs) = (found.base.whole(), found.ours.state.whole(), found.theirs.state.whole());
    model::merge(base, ours, theirs, picks).map_err(|refusal| match refusal {
        MergeRefusal::Unrelated => Problem::refused("merge-unrelated"),
        MergeRefusal::Broken(flaw) => {
            Problem::refused("merge-broken").with("reason", named::flaw_text(&flaw, &[theirs, ours, base], words))
        }
        MergeRefusal::Limit(refusal) => (*refusal).into(),
    })
}

fn read_picks(lines: &[PickLine]) -> Result<BTreeMap<ConflictKey, Pick>, Problem> {
    let mut picks = BTreeMap::new();
    for PickLine { key, pick } in lines {
        let at = key_of(key).ok_or_else(|| Problem::refused("merge-no-conflict").with("key", key))?;
        let pick = match pick {
            PickWire::Ours => Pick::Ours,
            PickWire::Theirs => Pick::Theirs,
        };
        if picks.insert(at, pick).is_some_and(|before| before != pick) {
            return Err(Problem::refused("merge-picked-twice").with("key", key));
        }
    }
    Ok(picks)
}

/// `table/row/field`, with `*` for the row itself. The row of an override has slashes of its own.
pub(crate) fn key_text(key: &ConflictKey) -> String {
    let ConflictKey { table, row, field } = key;
    format!("{}/{row}/{}", table.key(), field.map_or("*", FieldName::as_str))
}

fn key_of(text: &str) -> Option<ConflictKey> {
    let (table, rest) = text.split_once('/')?;
    let (row, field) = rest.rsplit_once('/')?;
    let table = TableName::from_key(table)?;
    let field = match field {
        "*" => None,
        name => Some(FieldName::of(table, name)?),
    };
    Some(ConflictKey { table, row: row.to_owned(), field })
}

/// What the history says of the copy that was merged: its file's name.
pub(crate) fn note(path: &str) -> String {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.chars().filter(|sign| !sign.is_control()).collect()
}

/// The last entry since both were one that touched what a conflict is about.
pub(crate) fn last_touch(since: &[Arc<Entry>], at: &ConflictKey) -> Option<Arc<Entry>> {
    let mentioned = since.iter().rev().filter(|entry| at.table == TableName::Package || entry.mentions(&at.row));
    let fields = at.fields();
    let touches = |entry: &&Arc<Entry>| {
        entry.touched().is_ok_and(|touched| {
            touched.iter().any(|touched| {
                let whole = touched.fields.is_empty() || at.field.is_none();
                let named = fields.iter().any(|field| touched.fields.contains(field));
                touched.table == at.table && touched.row == at.row && (whole || named)
            })
        })
    };
    mentioned.into_iter().find(touches).cloned()
}

/// Who made entries, each once.
pub(crate) fn authors(entries: &[Arc<Entry>]) -> Vec<String> {
    let names: BTreeSet<&str> = entries.iter().map(|entry| &*entry.author).filter(|name| !name.is_empty()).collect();
    names.into_iter().map(str::to_owned).collect()
}

/// The same picks with this conflict settled so.
pub(crate) fn settled(
    picks: &BTreeMap<ConflictKey, Pick>,
    conflict: &Conflict,
    pick: Pick,
) -> BTreeMap<ConflictKey, Pick> {
    let mut picks = picks.clone();
    picks.insert(conflict.at.clone(), pick);
    picks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_conflict_is_named_by_table_row_and_field() {
        let keys = [
            "allocations/0000000000000000000000000000000a/amount",
            "overrides/0000000000000000000000000000000b/allocations/0000000000000000000000000000000a/amount/*",
            "package/package/name",
            "odds/signed/*",
        ];
        for key in keys {
            assert_eq!(key_text(&key_of(key).unwrap()), key);
        }
        for wrong in ["", "allocations", "allocations/amount", "dance/x/y", "allocations/x/dance", "package/package/"] {
            assert!(key_of(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_note_is_the_name_of_the_file() {
        assert_eq!(note("/somewhere/plan of Olena.tranche"), "plan of Olena.tranche");
        assert_eq!(note("a\u{7}b"), "ab");
    }
}
