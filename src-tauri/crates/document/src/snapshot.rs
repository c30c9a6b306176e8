//! One state of a plan in one of its scenarios, and what was computed from it.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use engine::{Concern, Overview, Schedule, overview_and_concerns};
use model::{Id, Plan, Refusal, Resolved, ScenarioId, TableName, Unapplied};
use store::{Digest, StateDigest};

use crate::reckoning::{Earlier, Nearest, Reckoning};

/// How many bytes of schedules of scenarios a state keeps. The one looked at last is always kept.
const MOST_BYTES: usize = 64 << 20;
/// How many scenarios hand the schedule they had on to the next state: those somebody works in.
const HANDED_ON: usize = 2;

/// One state of a plan, in the base plan or in a scenario. It never changes; what is computed from it dies with it.
#[derive(Debug)]
pub struct Snapshot {
    state: State,
    scenario: ScenarioId,
    unapplied: Vec<Unapplied>,
    resolved: Arc<Reckoning>,
    /// The headline sums, and every concern.
    standing: OnceLock<(Overview, Vec<Concern>)>,
    /// The snapshots of other scenarios that were asked of this one, last asked first. They do not know of it.
    scenarios: Mutex<Vec<(Id, Arc<Snapshot>)>>,
    /// The schedules that scenarios had in the state before.
    earlier: Mutex<Vec<(Id, Earlier)>>,
}

/// What the snapshots of all scenarios of one state have in common.
#[derive(Clone, Debug)]
struct State {
    /// The plan with its scenarios, none of them applied.
    base: Arc<Reckoning>,
    digest: StateDigest,
    fingerprint: Arc<str>,
    revision: u64,
    sound: bool,
}

impl Snapshot {
    /// A state of which nothing was computed before.
    pub(crate) fn new(plan: Plan, digest: StateDigest, revision: u64) -> Self {
        Self::of(plan, digest, (revision, true), Nearest::None)
    }

    /// A state that was frozen. Where it is not `sound` it is shown, and nothing comes of it.
    pub(crate) fn frozen(plan: Plan, digest: StateDigest, (revision, sound): (u64, bool), near: &Self) -> Self {
        Self::of(plan, digest, (revision, sound), near.resolved.known().into())
    }

    /// The state to which an act leads from this one.
    pub(crate) fn next(&self, plan: Plan, digest: StateDigest, revision: u64) -> Self {
        let next = Self::of(plan, digest, (revision, true), self.resolved.known().into());
        let mut earlier: Vec<(Id, Earlier)> = Vec::new();
        for (id, snapshot) in self.scenarios().iter() {
            earlier.extend(snapshot.resolved.known().map(|known| (*id, known)));
        }
        for (id, known) in self.earlier().iter() {
            if earlier.iter().all(|(other, _)| other != id) {
                earlier.push((*id, known.clone()));
            }
        }
        earlier.truncate(HANDED_ON);
        *next.earlier() = earlier;
        next
    }

    fn of(plan: Plan, digest: StateDigest, (revision, sound): (u64, bool), nearest: Nearest) -> Self {
        let base = Arc::new(Reckoning::new(plan, nearest));
        let fingerprint = digest.fingerprint().into();
        let resolved = Arc::clone(&base);
        let state = State { base, digest, fingerprint, revision, sound };
        Self::over(state, ScenarioId::Base, resolved, Vec::new())
    }

    fn over(state: State, scenario: ScenarioId, resolved: Arc<Reckoning>, unapplied: Vec<Unapplied>) -> Self {
        let (standing, scenarios, earlier) = (OnceLock::new(), Mutex::default(), Mutex::default());
        Self { state, scenario, unapplied, resolved, standing, scenarios, earlier }
    }

    /// The plan as the scenario sees it.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        self.resolved.plan()
    }

    /// The plan with all its scenarios, none of them applied: what is edited, hashed, frozen and merged.
    #[must_use]
    pub fn whole(&self) -> &Plan {
        self.state.base.plan()
    }

    /// Which scenario this is.
    #[must_use]
    pub const fn scenario(&self) -> ScenarioId {
        self.scenario
    }

    /// What the scenario says that could not be applied to its parent as it is.
    #[must_use]
    pub fn unapplied(&self) -> &[Unapplied] {
        &self.unapplied
    }

    /// Whether the plan hashes to what is known of it. Only that of a version may not; nothing is to be made of it then.
    #[must_use]
    pub const fn sound(&self) -> bool {
        self.state.sound
    }

    /// What the whole plan hashes to. Equal for equal plans, however they came to be, and for all their scenarios.
    #[must_use]
    pub fn state_sha256(&self) -> Digest {
        self.state.digest.state_sha256()
    }

    /// The first eight digits of the hash, as every chart and export shows them.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.state.fingerprint
    }

    /// How many entries the history had when this became the state. Of a document as it is, that only grows.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.state.revision
    }

    /// The schedule of the plan, computed when it is first asked for: from the one before the last acts, or from that of
    /// the base plan, where that is sooner.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        self.resolved.schedule()
    }

    /// The headline sums and every concern, worked out when they are first asked for: an edit answers with them, and the strip
    /// asks again.
    #[must_use]
    pub fn standing(&self) -> &(Overview, Vec<Concern>) {
        let work = || overview_and_concerns(self.plan(), self.schedule(), self.scenario, &self.unapplied);
        self.standing.get_or_init(work)
    }

    /// The same state in another scenario.
    ///
    /// # Errors
    /// [`Refusal`] where the plan has no such scenario in that state.
    pub fn in_scenario(self: &Arc<Self>, scenario: ScenarioId) -> Result<Arc<Self>, Refusal> {
        if scenario == self.scenario {
            return Ok(Arc::clone(self));
        }
        let Some(id) = scenario.id() else { return Ok(Arc::new(self.base())) };
        if let Some(known) = self.take_known(id) {
            return Ok(known);
        }
        let Resolved { mut plan, unapplied } = self.whole().resolve(scenario)?;
        let earlier = {
            let mut earlier = self.earlier();
            let at = earlier.iter().position(|(other, _)| *other == id);
            at.map(|at| earlier.remove(at).1)
        };
        let nearest = match earlier {
            Some(earlier) => {
                earlier.lend_rows(&mut plan, &self.overridden(scenario)?);
                Nearest::Earlier(earlier)
            }
            None => Nearest::Base(Arc::clone(&self.state.base)),
        };
        let resolved = Arc::new(Reckoning::new(plan, nearest));
        let made = Arc::new(Self::over(self.state.clone(), scenario, resolved, unapplied));
        self.keep(id, &made);
        Ok(made)
    }

    /// The allocations that a scenario and those it follows override.
    fn overridden(&self, scenario: ScenarioId) -> Result<Vec<Id>, Refusal> {
        let chain = self.whole().parents(scenario)?;
        let rows = chain.into_iter().flat_map(|id| self.whole().overrides_of(id));
        let allocations = rows.filter(|row| row.at.table == TableName::Allocations);
        Ok(allocations.filter_map(|row| row.at.row.parse().ok()).collect())
    }

    /// The base plan of this state; what was computed of it is shared.
    fn base(&self) -> Self {
        Self::over(self.state.clone(), ScenarioId::Base, Arc::clone(&self.state.base), Vec::new())
    }

    /// The snapshot of a scenario that was asked for before; it becomes the one that was asked for last.
    fn take_known(&self, id: Id) -> Option<Arc<Self>> {
        let mut scenarios = self.scenarios();
        let at = scenarios.iter().position(|(other, _)| *other == id)?;
        scenarios[..=at].rotate_right(1);
        scenarios.first().map(|(_, known)| Arc::clone(known))
    }

    /// Keeps the snapshot of a scenario, and as many of those asked for before as are not too large together.
    fn keep(&self, id: Id, made: &Arc<Self>) {
        let mut scenarios = self.scenarios();
        scenarios.retain(|(other, _)| *other != id);
        scenarios.insert(0, (id, Arc::clone(made)));
        let mut bytes = 0;
        scenarios.retain(|(other, known)| {
            bytes += known.resolved.bytes();
            *other == id || bytes <= MOST_BYTES
        });
    }

    fn scenarios(&self) -> MutexGuard<'_, Vec<(Id, Arc<Self>)>> {
        self.scenarios.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn earlier(&self) -> MutexGuard<'_, Vec<(Id, Earlier)>> {
        self.earlier.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) const fn digest(&self) -> &StateDigest {
        &self.state.digest
    }
}
