//! What can be done to a document: edits, undo, redo, returning to an earlier state, merging with a copy.

use std::collections::HashSet;
use std::sync::Arc;

use model::{Code, Diff, Edit, Plan, TableName, apply_all};
use store::{Act, Damage, Entry, Kind};

use crate::document::{Change, Writer};
use crate::{At, Document, DocumentError, Snapshot, When};

impl Document {
    /// Makes edits, all or none, as one act. When this returns they are safe in the working copy. Edits that change
    /// nothing leave no entry in the history.
    ///
    /// # Errors
    /// [`DocumentError::Refused`], [`DocumentError::ReadOnly`], or what the disk says; nothing is changed then.
    pub fn edit(&self, edits: &[Edit], author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let before = self.snapshot();
        let plan = apply_all(before.whole(), edits).map_err(|(at, refusal)| DocumentError::Refused { at, refusal })?;
        let act = Act { kind: Kind::Edit, edits, of_seq: None, author, time, note: "" };
        self.lead_to(&mut writer, before, plan, &act)
    }

    /// Undoes the last act that is not undone. The history grows by one entry.
    ///
    /// # Errors
    /// [`DocumentError::NothingToUndo`], and as [`Self::edit`].
    pub fn undo(&self, author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let entry = self.look(|state| state.entry(state.pointers.undo())).ok_or(DocumentError::NothingToUndo)?;
        // It is the last one that is not undone, so the plan is the one after it.
        let diff = entry.diff_to(self.snapshot().whole())?.reversed();
        // What the plan hashed to before that entry is what it must hash to again.
        let wanted = self.look(|state| state.entry(entry.seq.checked_sub(1)));
        self.step(&mut writer, Kind::Undo, (&entry, wanted), diff, (author, time))
    }

    /// Makes the last act again that was undone and nothing has been done since.
    ///
    /// # Errors
    /// [`DocumentError::NothingToRedo`], and as [`Self::edit`].
    pub fn redo(&self, author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let entry = self.look(|state| state.entry(state.pointers.redo())).ok_or(DocumentError::NothingToRedo)?;
        let diff = entry.diff_from(self.snapshot().whole())?;
        let wanted = Some(Arc::clone(&entry));
        self.step(&mut writer, Kind::Redo, (&entry, wanted), diff, (author, time))
    }

    /// Makes the plan what it was at an earlier state, scenarios and all, as one act. Where it is that already, nothing
    /// happens.
    ///
    /// # Errors
    /// [`DocumentError::Unsound`] for a version whose plan does not hash to what was noted; as [`Self::snapshot_at`] and
    /// [`Self::edit`].
    pub fn return_to(&self, when: When, author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let then = self.snapshot_at(At::then(when))?;
        let (of_seq, note) = match when {
            When::Version(id) => {
                let version = self.version(id).ok_or(DocumentError::NoSuchVersion(id))?;
                if !then.sound() {
                    return Err(DocumentError::Unsound(id));
                }
                (None, version.name.clone())
            }
            When::Now | When::Moment(_) => (Some(then.revision()), String::new()),
        };
        let before = self.snapshot();
        let act = Act { kind: Kind::Return, edits: &[], of_seq, author, time, note: &note };
        self.lead_to(&mut writer, before, then.whole().clone(), &act)
    }

    /// Puts what was merged from this plan, as it was at revision `from`, and a copy of it in the plan's place, as one act.
    /// `note` says what was merged with it.
    ///
    /// # Errors
    /// [`DocumentError::MovedOn`] where the plan was changed since; [`DocumentError::Flawed`] where what was merged
    /// contradicts itself; as [`Self::edit`].
    pub fn merge(&self, from: u64, plan: Plan, note: &str, author: &str, time: &str) -> Result<Change, DocumentError> {
        let mut writer = self.write(time)?;
        let before = self.snapshot();
        if before.revision() != from {
            return Err(DocumentError::MovedOn { from, now: before.revision() });
        }
        let flaws = plan.flaws();
        if !flaws.is_empty() {
            return Err(DocumentError::Flawed(flaws));
        }
        let act = Act { kind: Kind::Merge, edits: &[], of_seq: None, author, time, note };
        self.lead_to(&mut writer, before, plan, &act)
    }

    /// Makes `plan` the plan. Where it is that already, nothing happens.
    fn lead_to(
        &self,
        writer: &mut Writer,
        before: Arc<Snapshot>,
        plan: Plan,
        act: &Act<'_>,
    ) -> Result<Change, DocumentError> {
        let diff = Diff::between(before.whole(), &plan);
        if diff.is_empty() {
            return Ok(Change { after: Arc::clone(&before), before, diff, entry: None });
        }
        self.commit(writer, (before, plan), diff, act)
    }

    fn step(
        &self,
        writer: &mut Writer,
        kind: Kind,
        (entry, wanted): (&Entry, Option<Arc<Entry>>),
        diff: Diff,
        (author, time): (&str, &str),
    ) -> Result<Change, DocumentError> {
        let before = self.snapshot();
        let broken = |what: &str| Damage::History { seq: entry.seq, what: what.to_owned() };
        let plan = diff.apply_to(before.whole()).map_err(|mismatch| broken(&mismatch.to_string()))?;
        let reached = before.digest().after(&diff).state_sha256();
        if wanted.is_none_or(|wanted| wanted.state_sha256 != reached) {
            return Err(broken("it leads to another state than it did").into());
        }
        // The entry may come from a file that somebody else has written.
        if let Some(flaw) = first_flaw(&plan, &diff) {
            return Err(broken(&flaw).into());
        }
        let edits = entry.edits()?;
        let act = Act { kind, edits: &edits, of_seq: Some(entry.seq), author, time, note: &entry.note };
        self.commit(writer, (before, plan), diff, &act)
    }
}

/// Where a plan that had no flaw has one after a difference. Looks at the changed rows only, where that is enough.
fn first_flaw(plan: &Plan, diff: &Diff) -> Option<String> {
    if diff.tables() != [TableName::Allocations] {
        return plan.flaws().first().map(ToString::to_string);
    }
    let rows = diff.allocations.iter().filter_map(|change| change.after.as_deref());
    let broken = rows.clone().find_map(|row| plan.check_allocation(row).err());
    let codes: HashSet<&Code> = rows.clone().map(|row| &row.code).collect();
    let with_them = plan.allocations.iter().filter(|row| codes.contains(&row.code)).count();
    let taken = with_them != rows.count();
    broken.map(|refusal| refusal.to_string()).or_else(|| taken.then(|| "two rows have one code".to_owned()))
}
