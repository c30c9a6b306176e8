//! A session: one open plan, the reader's settings, and an answer to every command of the table.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use document::{Document, Snapshot};
use serde_json::Value;
use store::Store;

use crate::handlers::grid::cache::Arrangements;
use crate::handlers::scenario_edits::Hand;
use crate::handlers::versions::{self, Opened};
use crate::handlers::{self, View};
use crate::keeping::{Kept, RECENT};
use crate::wire::{self, Locale, Place, Recent, Settings};
use crate::{Ids, Language, Options, Problem, ProblemKind, Words, commands, place};

/// One open plan, what belongs to it, and the place in it that is looked at. Any number of threads may call it.
pub struct Session {
    shared: Arc<Shared>,
    place: Place,
}

/// What the session has in common with those at other places of the same plan.
struct Shared {
    options: Options,
    ids: Ids,
    store: Arc<Store>,
    document: RwLock<Arc<Document>>,
    settings: RwLock<Settings>,
    /// The versions that were looked into.
    opened: Opened,
    /// The grid's last queries.
    arrangements: Arrangements,
    /// Whether settings and recent plans are kept: the window's are, the command line's are not.
    keeps: bool,
}

impl Session {
    /// The window's session: with the reader's settings, and the shipped plan open.
    ///
    /// # Errors
    /// Where the shipped data is broken, which its tests rule out.
    pub fn start(options: Options) -> Result<Self, Problem> {
        let settings = Kept::new(&options.disk, &options.data, "settings.json").read();
        let session = Self::with(options, settings, true, |options, settings, store| {
            shipped(options, &named(options, settings), store)
        })?;
        // What was left behind too long ago goes; what cannot be looked through now can be next time.
        let _ = session.store().expire(&session.now());
        Ok(session)
    }

    /// A session in which the shipped plan is read.
    ///
    /// # Errors
    /// Where the shipped data is broken, which its tests rule out.
    pub fn of_shipped(options: Options) -> Result<Self, Problem> {
        Self::with(options, Settings::default(), false, |_, _, _| Ok(Document::read_only(shipped_plan()?)))
    }

    /// A session in which a new plan is made from the shipped one.
    ///
    /// # Errors
    /// As [`Session::of_shipped`].
    pub fn of_new(options: Options) -> Result<Self, Problem> {
        Self::with(options, Settings::default(), false, |options, settings, store| {
            shipped(options, &signed_or_system(options, settings), store)
        })
    }

    /// A session in which a new plan is made from what ships without its allocations.
    ///
    /// # Errors
    /// As [`Session::of_shipped`].
    pub fn of_empty(options: Options) -> Result<Self, Problem> {
        Self::with(options, Settings::default(), false, |options, settings, store| {
            created(empty_plan()?, options, &signed_or_system(options, settings), store)
        })
    }

    /// A session in which a plan file is read.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn reading(options: Options, path: &Path) -> Result<Self, Problem> {
        Self::with(options, Settings::default(), false, |options, _, _| Ok(Document::peek(&*options.disk, path)?))
    }

    /// A session in which a plan file is changed.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn writing(options: Options, path: &Path) -> Result<Self, Problem> {
        Self::with(options, Settings::default(), false, |_, _, store| Ok(Document::open(store, path, Ids::random())?))
    }

    /// A session on what `open` opens. There is none without a plan.
    fn with(
        options: Options,
        settings: Settings,
        keeps: bool,
        open: impl FnOnce(&Options, &Settings, &Arc<Store>) -> Result<Document, Problem>,
    ) -> Result<Self, Problem> {
        let store = Arc::new(Store::new(Arc::clone(&options.disk), &options.data));
        let document = open(&options, &settings, &store).map_err(|problem| problem.worded(words_of(&settings)))?;
        let ids = Ids::new(options.id_seed);
        let document = RwLock::new(Arc::new(document));
        let (settings, opened, arrangements) = (RwLock::new(settings), Opened::default(), Arrangements::default());
        let shared = Shared { options, ids, store, document, settings, opened, arrangements, keeps };
        Ok(Self { shared: Arc::new(shared), place: Place::default() })
    }

    /// The same session, looking at another place of the open plan: a scenario, a version, a moment.
    #[must_use]
    pub fn at(&self, place: Place) -> Self {
        Self { shared: Arc::clone(&self.shared), place }
    }

    /// The place that is looked at.
    pub(crate) const fn place(&self) -> &Place {
        &self.place
    }

    /// What the session was started with.
    pub(crate) fn options(&self) -> &Options {
        &self.shared.options
    }

    /// Where the identities of new rows come from.
    pub(crate) fn ids(&self) -> &Ids {
        &self.shared.ids
    }

    /// The versions that were looked into.
    pub(crate) fn opened(&self) -> &Opened {
        &self.shared.opened
    }

    /// The grid's last queries.
    pub(crate) fn arrangements(&self) -> &Arrangements {
        &self.shared.arrangements
    }

    /// Where working copies and backups are kept.
    pub(crate) fn store(&self) -> &Arc<Store> {
        &self.shared.store
    }

    /// Answers one command of the table.
    ///
    /// # Errors
    /// A [`Problem`] with its sentence in the reader's language.
    pub fn call(&self, command: &str, request: Value) -> Result<Value, Problem> {
        let found = commands::named(command).map_err(|problem| self.worded(problem))?;
        (found.answer)(self, request).map_err(|problem| self.worded(problem))
    }

    /// Answers a command that asks for nothing in particular, without the detour through JSON.
    ///
    /// # Errors
    /// As [`Session::call`].
    pub fn ask<T>(&self, command: fn(&Self, wire::Nothing) -> Result<T, Problem>) -> Result<T, Problem> {
        self.ask_for(command, wire::Nothing {})
    }

    /// Answers a command without the detour through JSON.
    ///
    /// # Errors
    /// As [`Session::call`].
    pub fn ask_for<Q, T>(&self, command: fn(&Self, Q) -> Result<T, Problem>, request: Q) -> Result<T, Problem> {
        command(self, request).map_err(|problem| self.worded(problem))
    }

    /// Closes the plan. Unsaved work of the window is kept and offered at the next start; the command line leaves none.
    pub fn close(&self) {
        let document = self.document();
        // Whatever the disk says: what is in the working copy stays there.
        let _ = if self.shared.keeps { document.close().map(|_| ()) } else { document.discard() };
    }

    pub(crate) fn document(&self) -> Arc<Document> {
        Arc::clone(&self.shared.document.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts a document in place of the open one, which is closed; its unsaved work is kept.
    pub(crate) fn put(&self, document: Document) {
        let mut open = self.shared.document.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *open, Arc::new(document));
        drop(open);
        let _ = before.close();
    }

    /// The shipped plan as a new document without a file.
    pub(crate) fn shipped(&self) -> Result<Document, Problem> {
        shipped(self.options(), &self.author(), self.store())
    }

    /// A plan without allocations, as a new document without a file.
    pub(crate) fn empty(&self) -> Result<Document, Problem> {
        created(empty_plan()?, self.options(), &self.author(), self.store())
    }

    /// The reader's words.
    #[must_use]
    pub fn words(&self) -> Words {
        words_of(&self.shared.settings.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn worded(&self, problem: Problem) -> Problem {
        if !problem.message.is_empty() {
            return problem;
        }
        let problem = versions::named(&self.document(), problem);
        problem.worded(self.words())
    }

    /// Who edits.
    pub(crate) fn author(&self) -> String {
        let settings = self.settings_now();
        // The window asks its reader, and to leave the name empty is an answer.
        if self.shared.keeps { named(self.options(), &settings) } else { signed_or_system(self.options(), &settings) }
    }

    /// Who edits the state with that revision, and today.
    ///
    /// # Errors
    /// Where the time that was given begins with no day.
    pub(crate) fn hand(&self, revision: u64) -> Result<Hand<'_>, Problem> {
        let now = self.now();
        let day = now.get(..10).unwrap_or(&now).parse()?;
        Ok(Hand { ids: self.ids(), author: self.author(), day, revision, words: self.words() })
    }

    /// The time to write into the history, to the second.
    pub(crate) fn now(&self) -> String {
        now_of(self.options())
    }

    /// What the handlers see of a state.
    pub(crate) fn with_view<T>(&self, snapshot: &Snapshot, use_it: impl FnOnce(&View) -> T) -> T {
        let view = View {
            plan: snapshot.plan(),
            whole: snapshot.whole(),
            scenario: snapshot.scenario(),
            schedule: snapshot.schedule(),
            fingerprint: snapshot.fingerprint(),
            words: self.words(),
        };
        use_it(&view)
    }

    /// The state at the place that is looked at.
    ///
    /// # Errors
    /// Where the plan has no such place.
    pub(crate) fn snapshot(&self) -> Result<Arc<Snapshot>, Problem> {
        place::state(&self.document(), &self.place)
    }

    /// What the handlers see at the place that is looked at.
    ///
    /// # Errors
    /// Where the plan has no such place.
    pub(crate) fn look<T>(&self, use_it: impl FnOnce(&View) -> T) -> Result<T, Problem> {
        Ok(self.with_view(&*self.snapshot()?, use_it))
    }

    /// The same with an answer that may be a problem.
    ///
    /// # Errors
    /// That problem, or where the plan has no such place.
    pub(crate) fn look_for<T>(&self, use_it: impl FnOnce(&View) -> Result<T, Problem>) -> Result<T, Problem> {
        self.look(use_it)?
    }

    /// The reader's settings.
    pub(crate) fn settings_now(&self) -> Settings {
        self.shared.settings.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps the reader's settings.
    pub(crate) fn keep_settings(&self, settings: Settings) -> Result<(), Problem> {
        if self.shared.keeps {
            let kept = Kept::new(&self.options().disk, &self.options().data, "settings.json");
            kept.write(&settings).map_err(|error| crate::problem::of_disk(&self.options().data, "write", &error))?;
        }
        *self.shared.settings.write().unwrap_or_else(PoisonError::into_inner) = settings;
        Ok(())
    }

    fn recent_file(&self) -> Kept {
        Kept::new(&self.options().disk, &self.options().data, "recent.json")
    }

    /// The plans that were open lately, the latest first.
    pub(crate) fn recent_now(&self) -> Vec<Recent> {
        let mut recent: Vec<Recent> = if self.shared.keeps { self.recent_file().read() } else { Vec::new() };
        for plan in &mut recent {
            plan.missing = self.options().disk.facts(Path::new(&plan.path)).is_err();
        }
        recent
    }

    /// Remembers that a plan is open. A convenience: where it cannot be kept, nothing is lost.
    pub(crate) fn remember(&self, path: &Path) {
        if !self.shared.keeps {
            return;
        }
        let path = path.to_string_lossy().into_owned();
        let words = self.words();
        let name = words.name(&self.document().snapshot().whole().package.name).to_owned();
        let mut recent = self.recent_now();
        recent.retain(|plan| plan.path != path);
        recent.insert(0, Recent { path, name, opened_at: self.now(), missing: false });
        recent.truncate(RECENT);
        let _ = self.recent_file().write(&recent);
    }
}

fn shipped_plan() -> Result<model::Plan, Problem> {
    let broken = |findings| Problem::new(ProblemKind::Internal, "shipped-broken").with("reason", findings);
    exchange::shipped_plan().map_err(broken)
}

/// What ships, under a name of its own and without allocations: who may pay for what, and on which reforms it depends.
fn empty_plan() -> Result<model::Plan, Problem> {
    let mut plan = shipped_plan()?;
    let name = |language| Words { language, ..Words::default() }.plain("plan-new");
    let name = model::Name::new(name(Language::English), name(Language::Ukrainian));
    plan.package = Arc::new(model::Package { name, ..(*plan.package).clone() });
    plan.allocations = model::Table::default();
    Ok(plan)
}

fn shipped(options: &Options, author: &str, store: &Arc<Store>) -> Result<Document, Problem> {
    created(shipped_plan()?, options, author, store)
}

fn created(plan: model::Plan, options: &Options, author: &str, store: &Arc<Store>) -> Result<Document, Problem> {
    Ok(Document::create(store, plan, Ids::random(), author, &now_of(options))?)
}

fn words_of(settings: &Settings) -> Words {
    let language = match settings.locale {
        Locale::En => Language::English,
        Locale::Uk => Language::Ukrainian,
    };
    Words { language, numbers: handlers::figure::numbers(settings.number_format) }
}

/// Whether edits are signed with a name that somebody has chosen.
pub(crate) fn is_signed(options: &Options, settings: &Settings) -> bool {
    !named(options, settings).trim().is_empty()
}

/// Who edits, as the command line says or as the reader has set.
fn named(options: &Options, settings: &Settings) -> String {
    options.author.as_ref().unwrap_or(&settings.author).clone()
}

/// Who edits where nobody is asked: without a name, as the system calls him.
fn signed_or_system(options: &Options, settings: &Settings) -> String {
    let named = named(options, settings);
    if !named.trim().is_empty() {
        return named;
    }
    let user = ["USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    user.unwrap_or_default()
}

fn now_of(options: &Options) -> String {
    let clock = || {
        let now = jiff::Timestamp::now();
        jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
    };
    options.now.clone().unwrap_or_else(clock)
}
