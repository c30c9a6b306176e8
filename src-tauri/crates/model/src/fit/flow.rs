//! Flows of whole cents through a network: as much as goes through, or all of it at the least cost.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// What it costs to send one cent through an arc: by the first number, where that is the same by the second, and so on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost(pub(super) [i64; 3]);

impl Cost {
    fn with(self, other: Self, of: fn(i64, i64) -> i64) -> Self {
        Self(std::array::from_fn(|at| of(self.0[at], other.0[at])))
    }
}

impl std::ops::Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, |mine, theirs| mine + theirs)
    }
}

impl std::ops::Sub for Cost {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, |mine, theirs| mine - theirs)
    }
}

/// A directed arc. Its reverse stands beside it, at the place with the last bit flipped.
struct Arc {
    to: usize,
    /// What can still go through.
    room: i128,
    /// What one more cent costs.
    cost: Cost,
}

/// Nodes and the arcs between them.
pub(super) struct Network {
    arcs: Vec<Arc>,
    /// The arcs that leave each node.
    leaving: Vec<Vec<usize>>,
}

impl Network {
    /// `nodes` nodes without arcs.
    pub(super) fn of(nodes: usize) -> Self {
        Self { arcs: Vec::new(), leaving: vec![Vec::new(); nodes] }
    }

    /// Adds an arc through which `ahead` cents can go at `cost` each, and `back` cents can be taken back for as much.
    pub(super) fn join(&mut self, from: usize, to: usize, (ahead, back): (i128, i128), cost: Cost) -> usize {
        let at = self.arcs.len();
        self.arcs.push(Arc { to, room: ahead, cost });
        self.arcs.push(Arc { to: from, room: back, cost: Cost::default() - cost });
        self.leaving[from].push(at);
        self.leaving[to].push(at + 1);
        at
    }

    /// What could be taken back from an arc: what goes through it, where nothing could at first.
    pub(super) fn back(&self, arc: usize) -> i128 {
        self.arcs[arc ^ 1].room
    }

    /// What could still go through an arc.
    pub(super) fn ahead(&self, arc: usize) -> i128 {
        self.arcs[arc].room
    }

    /// Which nodes more could be sent to from `node`, not by way of `shut`.
    pub(super) fn reached(&self, node: usize, shut: usize) -> Vec<bool> {
        let mut reached = vec![false; self.leaving.len()];
        reached[node] = true;
        let mut waiting = vec![node];
        while let Some(node) = waiting.pop() {
            for arc in self.leaving[node].iter().map(|arc| &self.arcs[*arc]) {
                if arc.room > 0 && arc.to != shut && !reached[arc.to] {
                    reached[arc.to] = true;
                    waiting.push(arc.to);
                }
            }
        }
        reached
    }

    /// Sends as much as goes through from `source` to `sink`, always along as few arcs as can be (Edmonds and Karp), so
    /// that it ends whatever the amounts are.
    pub(super) fn fill(&mut self, source: usize, sink: usize) {
        loop {
            let came_by = self.came_by(source);
            if !self.send(&came_by, source, sink) {
                return;
            }
        }
    }

    /// Sends as much as goes through from `source` to `sink`, at the least cost of all ways to send that much: always
    /// along the cheapest path (Busacker and Gowen), found with costs that the nodes' potentials keep from falling below
    /// nought. Of equal paths the one through earlier nodes is taken. At first no arc with room may cost less than nought.
    pub(super) fn fill_cheaply(&mut self, source: usize, sink: usize) {
        let mut potential = vec![Cost::default(); self.leaving.len()];
        loop {
            let (distance, came_by) = self.cheapest(source, sink, &potential);
            let Some(farthest) = distance[sink] else { return };
            for (potential, distance) in potential.iter_mut().zip(distance) {
                *potential = *potential + distance.map_or(farthest, |distance| distance.min(farthest));
            }
            if !self.send(&came_by, source, sink) {
                return;
            }
        }
    }

    /// The arc by which each node is reached over as few arcs as can be.
    fn came_by(&self, source: usize) -> Vec<Option<usize>> {
        let mut came_by = vec![None; self.leaving.len()];
        let mut waiting = VecDeque::from([source]);
        while let Some(node) = waiting.pop_front() {
            for &arc in &self.leaving[node] {
                let Arc { to, room, .. } = self.arcs[arc];
                if room > 0 && to != source && came_by[to].is_none() {
                    came_by[to] = Some(arc);
                    waiting.push_back(to);
                }
            }
        }
        came_by
    }

    /// How dear the way to each node is at least, as far as nodes are nearer than `sink`, and the arc by which it comes.
    fn cheapest(&self, source: usize, sink: usize, potential: &[Cost]) -> (Vec<Option<Cost>>, Vec<Option<usize>>) {
        let mut distance: Vec<Option<Cost>> = vec![None; self.leaving.len()];
        let mut came_by = vec![None; self.leaving.len()];
        let mut waiting = BinaryHeap::from([Reverse((Cost::default(), source))]);
        distance[source] = Some(Cost::default());
        while let Some(Reverse((dear, node))) = waiting.pop() {
            if node == sink {
                break;
            }
            if distance[node].is_some_and(|found| found < dear) {
                continue;
            }
            for &at in &self.leaving[node] {
                let Arc { to, room, cost } = self.arcs[at];
                if room == 0 {
                    continue;
                }
                let there = dear + cost + potential[node] - potential[to];
                if distance[to].is_none_or(|found| there < found) {
                    distance[to] = Some(there);
                    came_by[to] = Some(at);
                    waiting.push(Reverse((there, to)));
                }
            }
        }
        (distance, came_by)
    }

    /// Sends what goes through along the arcs by which nodes were reached. Whether `sink` was.
    fn send(&mut self, came_by: &[Option<usize>], source: usize, sink: usize) -> bool {
        let mut path = Vec::new();
        let mut node = sink;
        while node != source {
            let Some(arc) = came_by[node] else { return false };
            path.push(arc);
            node = self.arcs[arc ^ 1].to;
        }
        let most = path.iter().map(|arc| self.arcs[*arc].room).min().unwrap_or(0);
        for arc in path {
            self.arcs[arc].room -= most;
            self.arcs[arc ^ 1].room += most;
        }
        most > 0
    }
}
