//! Whether rows keep the rules of the plan, asked again only of what changed.

use std::sync::{Arc, Mutex, PoisonError};

use model::{Allocation, Cluster, Flaw, Package, Plan, Programme, Sector, Source, Table};

/// What some neighbouring rows were held against when they were last found to keep every rule. Rows do not change; as long
/// as that does not either, they need not be looked over again.
#[derive(Debug, Default)]
pub(crate) struct Sound(Mutex<Option<Against>>);

/// All that the rules of a row depend on beside the row.
#[derive(Debug)]
struct Against {
    package: Arc<Package>,
    programmes: Table<Programme>,
    sectors: Table<Sector>,
    clusters: Table<Cluster>,
    sources: Table<Source>,
}

impl Against {
    fn of(plan: &Plan) -> Self {
        let Plan { package, programmes, sectors, clusters, sources, .. } = plan.clone();
        Self { package, programmes, sectors, clusters, sources }
    }

    fn is_of(&self, plan: &Plan) -> bool {
        Arc::ptr_eq(&self.package, &plan.package)
            && self.programmes.is_same(&plan.programmes)
            && self.sectors.is_same(&plan.sectors)
            && self.clusters.is_same(&plan.clusters)
            && self.sources.is_same(&plan.sources)
    }
}

impl Sound {
    /// Which of the rows, which are always the same ones, break a rule of `plan`.
    pub(crate) fn flaws(&self, rows: &[Arc<Allocation>], plan: &Plan) -> Vec<Flaw> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.as_ref().is_some_and(|against| against.is_of(plan)) {
            return Vec::new();
        }
        let flaws = plan.flaws_of(rows);
        *known = flaws.is_empty().then(|| Against::of(plan));
        flaws
    }
}

impl PartialEq for Sound {
    /// What is known of rows is no part of what follows from them.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Sound {}
