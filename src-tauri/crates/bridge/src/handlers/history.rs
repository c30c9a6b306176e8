//! The history as people ask it: who did what, when, and what stood there before.

use std::collections::BTreeSet;

use document::{At, Document, DocumentError, Entry, Kind};
use model::{Diff, Edit, ScenarioId};

use crate::Problem;
use crate::handlers::details::details;
use crate::handlers::history_filter::Wanted;
use crate::handlers::telling::Tongue;
use crate::handlers::{View, label};
use crate::place;
use crate::wire::{self, EntryKind, HistoryPage, HistoryRequest};

/// How many entries a page has where nobody says.
const USUAL: u32 = 100;
/// How many it has at most.
const MOST: u32 = 1000;
/// How many details are told of an entry.
const MOST_DETAILS: usize = 20;
/// A larger payload is not read for a label: the status tells one after every act.
const MOST_BYTES: usize = 1 << 20;

/// The entries that are asked for, the latest first.
///
/// # Errors
/// Where a day is none or a row or field is not known, or the history cannot be read.
pub(crate) fn page(view: &View, document: &Document, request: &HistoryRequest) -> Result<HistoryPage, Problem> {
    let wanted = Wanted::read(view, document, request)?;
    let limit = request.limit.unwrap_or(USUAL).clamp(1, MOST) as usize;
    let known = document.history();
    let last = known.len() as u64;
    let from = request.before_seq.map_or(last, |seq| seq.saturating_sub(1).min(last));
    let (mut entries, more) =
        if from == 0 { (Vec::new(), false) } else { walk(view, document, &wanted, (from, limit + 1))? };
    let more = more || entries.len() > limit;
    entries.truncate(limit);
    let authors: BTreeSet<&str> = known.iter().map(|entry| &*entry.author).filter(|name| !name.is_empty()).collect();
    Ok(HistoryPage {
        entries,
        more,
        total: u32::try_from(known.len()).unwrap_or(u32::MAX),
        authors: authors.into_iter().map(str::to_owned).collect(),
        fields: crate::handlers::history_filter::fields(view.words),
    })
}

/// Entries from number `from` back, at most `most` of them, and whether there are more for certain.
fn walk(
    view: &View,
    document: &Document,
    wanted: &Wanted,
    (from, most): (u64, usize),
) -> Result<(Vec<wire::Entry>, bool), Problem> {
    let undone = document.undone();
    let mut back = document.entries_back(Some(from))?;
    let mut told = Vec::new();
    while let Some(next) = back.upcoming() {
        if !wanted.passes(next)? {
            back.skip();
            continue;
        }
        // The last one only says that there are more.
        if told.len() + 1 == most && !wanted.asks_words() {
            return Ok((told, true));
        }
        let Some(entry) = back.tell().map_err(DocumentError::History)? else { break };
        let line = line(view, document, &entry, &undone);
        if wanted.says(&line) {
            told.push(line);
        }
        if told.len() == most {
            break;
        }
    }
    Ok((told, false))
}

fn line(view: &View, document: &Document, told: &document::Told<'_>, undone: &BTreeSet<u64>) -> wire::Entry {
    let entry = &told.entry;
    let (details, more) = details(Tongue { plan: told.after, words: view.words }, told.diff, MOST_DETAILS);
    wire::Entry {
        seq: entry.seq,
        label: as_done(view, document, entry, Some(told.diff)),
        author: entry.author.clone(),
        time: entry.time.clone(),
        undone: undone.contains(&entry.seq),
        kind: kind(entry.kind),
        note: entry.said().to_owned(),
        scenario_label: scenario_label(view, told),
        details,
        details_more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

const fn kind(kind: Kind) -> EntryKind {
    match kind {
        Kind::Created => EntryKind::Created,
        Kind::Edit => EntryKind::Edit,
        Kind::Undo => EntryKind::Undo,
        Kind::Redo => EntryKind::Redo,
        Kind::Return => EntryKind::Return,
        Kind::Merge => EntryKind::Merge,
    }
}

/// The scenario in which all edits of an entry were made, where that is not the base plan.
fn scenario_label(view: &View, told: &document::Told<'_>) -> Option<String> {
    let edits = told.entry.edits().ok()?;
    let first = edits.first()?.scenario;
    let one = !first.is_base() && edits.iter().all(|edit| edit.scenario == first);
    // It may be gone by then.
    let plan =
        if first.id().is_some_and(|id| told.after.scenarios.get(&id).is_some()) { told.after } else { view.whole };
    one.then(|| place::scenario_label(plan, first, view.words))
}

/// The entries that touch the row with this key, in the plan or in a scenario, the latest first; without those that cannot
/// be read.
pub(crate) fn entries(view: &View, document: &Document, row: &str) -> Vec<wire::Entry> {
    let undone = document.undone();
    let Ok(mut back) = document.entries_back(None) else { return Vec::new() };
    let mut told = Vec::new();
    while let Some(next) = back.upcoming() {
        if !next.mentions(row) {
            back.skip();
            continue;
        }
        match back.tell() {
            Ok(Some(entry)) => told.push(line(view, document, &entry, &undone)),
            Ok(None) | Err(_) => break,
        }
    }
    told
}

/// What an entry did, in words, and whether that was to undo or to do again. `diff` is what it changed, where that is known.
pub(crate) fn as_done(view: &View, document: &Document, entry: &Entry, diff: Option<&Diff>) -> String {
    let again = |id: &str, diff: Option<&Diff>| {
        let label = act(view, document, &origin(document, entry), diff);
        view.words.say(id, &[("label-text", &label)])
    };
    match entry.kind {
        Kind::Created => view.words.plain("edit-created"),
        Kind::Edit | Kind::Return | Kind::Merge => act(view, document, entry, diff),
        // What was undone is told as it was done.
        Kind::Undo => again("edit-undo", diff.cloned().map(Diff::reversed).as_ref()),
        Kind::Redo => again("edit-redo", diff),
    }
}

/// What undo would undo: the plan now is the one after it.
pub(crate) fn to_undo(view: &View, document: &Document, entry: &Entry) -> String {
    let diff = readable(entry).then(|| entry.diff_to(document.snapshot().whole()).ok()).flatten();
    act(view, document, &origin(document, entry), diff.as_ref())
}

/// What redo would do again: the plan now is the one before it.
pub(crate) fn to_redo(view: &View, document: &Document, entry: &Entry) -> String {
    let diff = readable(entry).then(|| entry.diff_from(document.snapshot().whole()).ok()).flatten();
    act(view, document, &origin(document, entry), diff.as_ref())
}

fn readable(entry: &Entry) -> bool {
    entry.payload_bytes() <= MOST_BYTES
}

/// The act that an entry undid or did again; the entry itself where it is one, or where its own edits tell as much.
fn origin(document: &Document, entry: &Entry) -> Entry {
    let repeats = |entry: &Entry| matches!(entry.kind, Kind::Undo | Kind::Redo);
    if !repeats(entry) || entry.edits().is_ok_and(|edits| !edits.is_empty()) {
        return entry.clone();
    }
    let known = document.history();
    let mut origin = entry.clone();
    // Each names an earlier one, so this ends.
    while repeats(&origin) {
        let before =
            origin.of_seq.filter(|seq| (1..origin.seq).contains(seq)).and_then(|seq| usize::try_from(seq).ok());
        match before.and_then(|seq| known.get(seq - 1)) {
            Some(before) => origin = Entry::clone(before),
            None => break,
        }
    }
    origin
}

/// What an act was, in words.
fn act(view: &View, document: &Document, entry: &Entry, diff: Option<&Diff>) -> String {
    let words = &view.words;
    match (entry.kind, entry.of_seq) {
        (Kind::Return, Some(seq)) => words.say("edit-return-moment", &[("number-text", &seq.to_string())]),
        (Kind::Return, None) => words.say("edit-return-version", &[("name-text", entry.said())]),
        (Kind::Merge, _) if entry.said().is_empty() => words.plain("edit-merge-unnamed"),
        (Kind::Merge, _) => words.say("edit-merge", &[("name-text", entry.said())]),
        _ => match entry.edits() {
            Ok(edits) => in_its_scenario(view, document, &edits, |view| label::label(view, &edits, diff)),
            Err(_) => words.plain("edit-unread"),
        },
    }
}

/// Looks at the plan as the scenario has it in which the edits were made: it may have rows of its own.
fn in_its_scenario<T>(view: &View, document: &Document, edits: &[Edit], tell: impl Fn(&View) -> T) -> T {
    let scenario = edits.first().map_or(ScenarioId::Base, |edit| edit.scenario);
    if scenario == view.scenario {
        return tell(view);
    }
    match document.snapshot_at(At::of(scenario)) {
        Ok(state) => tell(&View { plan: state.plan(), whole: state.whole(), scenario, ..*view }),
        // The scenario is gone.
        Err(_) => tell(view),
    }
}
