//! The commands about the plan's past: its history, frozen versions, ways back, copies that are handed on and taken in.

// The table hands every request over.
#![allow(clippy::needless_pass_by_value)]

use document::{Document, Sharing};

use crate::doing::{absolute, over};
use crate::handlers::{history, merge_reply, merging, share, versions};
use crate::wire::{
    BranchRequest, Changed, Exported, FreezeRequest, HistoryPage, HistoryRequest, MergeReply, MergeRequest, Nothing,
    ReturnRequest, ShareRequest, SplitRequest, Status, VersionLine,
};
use crate::{Ids, Problem, Session, place};

impl Session {
    /// What was done to the plan, the latest first.
    ///
    /// # Errors
    /// Where a day is none, or the history cannot be read.
    pub fn history(&self, request: HistoryRequest) -> Result<HistoryPage, Problem> {
        let document = self.document();
        self.with_view(&document.snapshot(), |view| history::page(view, &document, &request))
    }

    /// The frozen versions, the latest first, each opened and held against its hash.
    ///
    /// # Errors
    /// None: a version that is not what its hash says is told as such.
    pub fn versions(&self, _: Nothing) -> Result<Vec<VersionLine>, Problem> {
        Ok(self.opened().lines(&self.document()))
    }

    /// Keeps the plan as it is now under a name.
    ///
    /// # Errors
    /// Where the name is taken or none, a version or moment is looked at, or what the disk says.
    pub fn freeze(&self, request: FreezeRequest) -> Result<Status, Problem> {
        place::check_changeable(self.place())?;
        let document = self.document();
        model::check_text("note", &request.note, versions::LONGEST_NOTE)?;
        // Freezing is no entry of the history, so the revision alone would draw one id twice.
        let frozen = (document.versions().len() as u64 + 1) << 32;
        let id = self.ids().next(document.snapshot().revision() | frozen);
        document.freeze(id, &request.name, &request.note, &self.author(), &self.now())?;
        Ok(self.status_now())
    }

    /// Makes the plan what it was, as one act that can be undone.
    ///
    /// # Errors
    /// Where there is no such version or moment, the version is not what its hash says, or what the disk says.
    pub fn return_to(&self, request: ReturnRequest) -> Result<Changed, Problem> {
        let document = self.document();
        let when = versions::earlier(&document, request.version, request.moment)?;
        let change = document.return_to(when, &self.author(), &self.now());
        Ok(self.changed(&change.map_err(|error| versions::unsound(&document, error))?))
    }

    /// Makes a scenario of the present plan that stands for an earlier state.
    ///
    /// # Errors
    /// As [`Session::return_to`], and where the name is taken or none.
    pub fn branch(&self, request: BranchRequest) -> Result<Changed, Problem> {
        let document = self.document();
        let edits = versions::branch(&document, request, self.words(), self.ids())?;
        let change = document.edit(&edits, &self.author(), &self.now()).map_err(versions::of_one_act)?;
        Ok(self.changed(&change))
    }

    /// Writes what a scenario is as a plan file of its own.
    ///
    /// # Errors
    /// Where there is no such scenario, the file is there already, or what the disk says.
    pub fn split_off(&self, request: SplitRequest) -> Result<Exported, Problem> {
        let mut place = self.place().clone();
        if request.scenario.is_some() {
            place.scenario = request.scenario;
        }
        let document = self.document();
        let state = place::state(&document, &place)?;
        versions::check_sound(&document, &place, &state)?;
        let (path, plan) = (absolute(&request.path), share::of_its_own(&state));
        share::check_apart(self.store(), &document, &path)?;
        let own = Document::create(self.store(), plan, Ids::random(), &self.author(), &self.now())?;
        let saved = own.save_as(&path, over(request.replace), &self.now());
        // What was written is in its file; what was not is in the open plan.
        let _ = own.discard();
        saved?;
        share::written(&*self.options().disk, &path)
    }

    /// Writes a copy to be handed on. The open plan stays as it is.
    ///
    /// # Errors
    /// Where it is the open plan's own file, there is a file already, or what the disk says.
    pub fn share(&self, request: ShareRequest) -> Result<Exported, Problem> {
        let ShareRequest { path, history, versions, names, replace } = request;
        let path = absolute(&path);
        let sharing = Sharing { history, versions, names };
        let document = self.document();
        share::check_apart(self.store(), &document, &path)?;
        let shared = document.share(&path, sharing, over(replace), &self.now())?;
        let notice = share::left_out(&shared.left_out, self.words());
        Ok(Exported { notice, ..share::written(&*self.options().disk, &path)? })
    }

    /// Merges a copy that was edited apart, as one act that can be undone. While conflicts are open nothing is changed.
    ///
    /// # Errors
    /// Where the two are no copies of one plan, a pick is about nothing, or what is wrong with the files.
    pub fn merge(&self, request: MergeRequest) -> Result<MergeReply, Problem> {
        place::check_changeable(self.place())?;
        let document = self.document();
        let disk = &*self.options().disk;
        let theirs = Document::peek(disk, &absolute(&request.theirs))?;
        let base = request.base.as_deref().map(|path| Document::peek(disk, &absolute(path))).transpose()?;
        let found = merging::find(&document, &theirs, base.as_ref())?;
        let merged = merging::merge(&found, &request.picks, self.words())?;
        let change = if request.dry_run || merged.is_open() {
            None
        } else {
            let note = document::merge_note(&merging::note(&request.theirs), found.theirs.state.state_sha256());
            Some(document.merge(found.revision(), merged.plan().clone(), &note, &self.author(), &self.now())?)
        };
        let common = found
            .common
            .as_ref()
            .map(|entry| self.with_view(&found.base, |view| history::as_done(view, &document, entry, None)));
        let mut reply = merge_reply::reply(&found, &merged, common, self.words());
        reply.changed = change.map(|change| self.changed(&change));
        Ok(reply)
    }
}
