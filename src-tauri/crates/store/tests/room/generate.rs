//! Plans and edits out of a number: every kind of row, odd texts, edges of ranges.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code)]

// Named by its path, because this file is a module of three crates' tests.
#[path = "conditions.rs"]
mod conditions;

use model::{
    Allocation, Capital, Change, Cited, Cluster, Code, Date, Decimal, Dimension, Edit, FieldName, Funder, FunderKind,
    Grade, Id, Instrument, Key, Limit, LimitKind, Money, Name, Need, OutputYear, PROFILES, Package, PaidQuarter, Plan,
    Profile, Programme, Purpose, Quarter, Reading, Row, Rule, Sector, Share, Slice, Source, TIMING, Table, TableName,
};

/// SplitMix64: numbers that follow from a seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most.max(1) as u64).unwrap()
    }

    pub fn yes(&mut self) -> bool {
        self.below(2) == 0
    }

    pub fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.yes().then(|| make(self))
    }

    pub fn id(&mut self) -> Id {
        Id::from_bits((u128::from(self.next()) << 64) | u128::from(self.next()))
    }

    fn text(&mut self) -> String {
        let texts = ["", "a", "NULL", "Олена; \"x\", 'y'", "1,5\n2,5", "= 1 + 1", "{}[]\\u0000", "😀 e\u{301}", "  "];
        (*self.one_of(&texts)).to_owned()
    }

    fn name(&mut self) -> Name {
        Name { en: self.text(), uk: self.text() }
    }

    fn money(&mut self) -> Money {
        let edges = [0, 1, 99, 100, 4_500_000_000_000, 80_000_000_000_000, i64::MAX / 4];
        Money::from_cents(*self.one_of(&edges))
    }

    fn keys_of<T: Row<Key = Key>>(&mut self, table: &Table<T>) -> Vec<Key> {
        table.iter().filter(|_| self.below(3) == 0).map(|row| row.key().clone()).collect()
    }

    fn key_of<T: Row<Key = Key>>(&mut self, table: &Table<T>) -> Key {
        let rows = table.as_slice();
        rows[self.below(rows.len())].key().clone()
    }

    fn quarter(&mut self) -> Quarter {
        Quarter::from_ordinal(2026 * 4 + i32::try_from(self.below(60)).unwrap()).unwrap()
    }

    fn profile(&mut self) -> Profile {
        let curve = *self.one_of(PROFILES);
        let mut parameters = curve.usual();
        let single = |known: &&model::Parameter| !matches!(known.kind, model::Kind::List { .. });
        for known in curve.parameters.iter().filter(single).chain(&TIMING) {
            if self.below(3) == 0 {
                let value = *self.one_of(&[known.least, known.usual, known.greatest]);
                parameters.insert(known.key.to_owned(), value.parse().unwrap());
            }
        }
        if curve.key == "typed" {
            // Thirds and elevenths have more than twelve places, which only typed shares may have.
            let count = *self.one_of(&[1, 2, 3, 8, 11, 40]);
            parameters.retain(|name, _| TIMING.iter().any(|known| known.key == name));
            let share = Share::fine(Decimal::ONE / Decimal::from(count));
            let last = Share::fine(Decimal::ONE - share.decimal() * Decimal::from(count - 1));
            let shares = (1..=count).map(|number| if number == count { last } else { share });
            parameters.extend(shares.zip(1..).map(|(share, number)| (format!("s{number:03}"), share)));
        }
        // Some curves bind several parameters; what they usually are is never refused.
        let usual = || Profile::new(curve.key, curve.usual()).unwrap();
        Profile::new(curve.key, parameters).unwrap_or_else(|_| usual())
    }

    pub fn allocation(&mut self, plan: &Plan, code: Code) -> Allocation {
        let (one, other) = (self.quarter(), self.quarter());
        let instrument = *self.one_of(&Instrument::ALL);
        let mut amount = self.money();
        let mut paid = Vec::new();
        for part in 1..=2 {
            if let Some(of_it) = self.maybe(|dice| Money::from_cents(1 + amount.cents() / (3 + dice.below(5) as i64))) {
                paid.push(PaidQuarter { quarter: Quarter::new(2026, part).unwrap(), amount: of_it });
            }
        }
        if paid.iter().map(|paid: &PaidQuarter| paid.amount.cents()).sum::<i64>() > amount.cents() {
            amount = Money::from_cents(100);
            paid.clear();
        }
        Allocation {
            id: self.id(),
            code,
            programme: self.key_of(&plan.programmes),
            instrument,
            capital: if self.yes() { instrument.capital() } else { *self.one_of(&Capital::ALL) },
            sector: self.key_of(&plan.sectors),
            purpose: *self.one_of(&Purpose::ALL),
            booster: self.maybe(|dice| dice.key_of(&plan.clusters)),
            amount,
            start: one.min(other),
            end: one.max(other),
            profile: self.profile(),
            amount_grade: *self.one_of(&Grade::ALL),
            split_grade: *self.one_of(&Grade::ALL),
            sources: self.keys_of(&plan.sources),
            note: self.text(),
            locked: self.below(6) == 0,
            paid,
            priority: self.priority(),
            cited: self.cited(plan),
        }
    }

    /// Sources of single fields, as the plan keeps them: in order, none without any.
    fn cited(&mut self, plan: &Plan) -> Vec<Cited> {
        let mut cited = Vec::new();
        for (field, _) in FieldName::all(TableName::Allocations) {
            let sources = self.keys_of(&plan.sources);
            if Allocation::is_citable(*field) && !sources.is_empty() && self.below(4) == 0 {
                cited.push(Cited { field: *field, sources });
            }
        }
        cited.sort_by_key(|cited| cited.field);
        cited
    }

    fn slice(&mut self) -> Slice {
        let dimensions = (0..self.below(3)).map(|_| {
            let keys = (0..self.below(3)).map(|_| self.text()).collect();
            (*self.one_of(&Dimension::ALL), keys)
        });
        Slice(dimensions.collect())
    }

    pub fn limit(&mut self, plan: &Plan) -> Limit {
        let slice = self.slice();
        let share: Option<Share> =
            self.maybe(|dice| dice.one_of(&["0.25", "1", "0", "0.333333333333"]).parse().unwrap());
        Limit {
            id: self.id(),
            name: Name::same("Limit ; 1"),
            slice,
            kind: *self.one_of(&LimitKind::ALL),
            amount: if share.is_some() { Money::ZERO } else { self.money() },
            of: if share.is_some() { self.slice() } else { Slice::default() },
            share,
            refuses: self.below(8) == 0,
            sources: self.keys_of(&plan.sources),
            note: self.text(),
        }
    }

    fn fill_words(&mut self, plan: &mut Plan) {
        let key = |prefix: &str, at: usize| -> Key { format!("{prefix}{at}").parse().unwrap() };
        plan.sources = Table::from_rows((0..1 + self.below(5)).map(|at| Source {
            key: key("S0", at),
            title: self.text(),
            publisher: self.text(),
            date: self.text(),
            url: self.text(),
            how_verified: self.text(),
        }));
        plan.rules = Table::from_rows((0..self.below(3)).map(|at| Rule {
            key: key("rule_", at),
            heading: self.name(),
            text: self.name(),
        }));
        plan.sectors = Table::from_rows((0..1 + self.below(4)).map(|at| Sector {
            key: key("sector-", at),
            name: self.name(),
            note: self.text(),
        }));
        plan.clusters = Table::from_rows((0..1 + self.below(3)).map(|at| Cluster {
            key: key("cluster.", at),
            name: self.name(),
            number: u32::MAX - at as u32,
            terms: Vec::new(),
        }));
        plan.funders = Table::from_rows((0..1 + self.below(3)).map(|at| Funder {
            key: key("funder", at),
            name: self.name(),
            kind: *self.one_of(&FunderKind::ALL),
            note: self.text(),
        }));
    }

    fn fill_figures(&mut self, plan: &mut Plan) {
        let key = |prefix: &str, at: usize| -> Key { format!("{prefix}{at}").parse().unwrap() };
        plan.readings = Table::from_rows((0..2).map(|at| Reading {
            key: key("reading", at),
            label: self.name(),
            date: self.text(),
            public: self.maybe(Self::money),
            booster_block: self.maybe(Self::money),
            private: self.maybe(Self::money),
            booster_mark: self.maybe(Self::money),
            total: self.maybe(Self::money),
            arithmetic: self.name(),
            evidence_for: self.name(),
            evidence_against: self.name(),
            judgement: self.name(),
            sources: self.keys_of(&plan.sources),
        }));
        plan.programmes = Table::from_rows((0..1 + self.below(4)).map(|at| Programme {
            key: key("programme", at),
            funder: self.key_of(&plan.funders),
            name: self.name(),
            original_amount: self.text(),
            original_unit: self.text(),
            usd_per_unit: self.maybe(|dice| dice.one_of(&["1.1670", "0", "-3", "41.123456789012"]).parse().unwrap()),
            amount: self.maybe(Self::money),
            grade: *self.one_of(&Grade::ALL),
            sources: self.keys_of(&plan.sources),
            lapse_years: self.lapse(),
            part_of: if at > 0 && self.yes() { Some(key("programme", at - 1)) } else { None },
            owed: self.maybe(Self::money),
        }));
        let sectors = plan.sectors.clone();
        plan.needs = Table::from_rows(
            sectors.iter().filter(|_| self.yes()).map(|sector| sector.key.clone()).collect::<Vec<_>>().into_iter().map(
                |sector| Need { sector, amount: self.money(), sources: self.keys_of(&plan.sources), note: self.text() },
            ),
        );
        plan.output = Table::from_rows((2024..2024 + self.below(4) as i32).map(|year| OutputYear {
            year,
            gdp: self.money(),
            extrapolated: self.yes(),
            sources: self.keys_of(&plan.sources),
        }));
    }

    /// A plan that keeps every rule.
    pub fn plan(&mut self) -> Plan {
        let mut plan = Plan::of(Package {
            name: Name::new("Plan \"one\"; it's", "План"),
            total: Money::from_cents(80_000_000_000_000),
            currency: "USD".to_owned(),
            price_basis: self.text(),
            as_of: Date::new(2026, 11, 20).unwrap(),
            first: Quarter::new(2026, 1).unwrap(),
            last: Quarter::new(2035, 4).unwrap(),
            reading: "reading0".parse().unwrap(),
            needs_total: self.money(),
            sources: Vec::new(),
        });
        self.fill_words(&mut plan);
        self.fill_figures(&mut plan);
        self.fill_conditions(&mut plan);
        for at in 0..self.below(9) as u64 {
            let row = self.allocation(&plan, Code::numbered(at));
            plan.allocations.put(std::sync::Arc::new(row));
        }
        for _ in 0..self.below(3) {
            let limit = self.limit(&plan);
            plan.limits.put(std::sync::Arc::new(limit));
        }
        assert_eq!(plan.flaws(), []);
        plan
    }

    /// An edit of any kind. It may be one that the plan refuses.
    pub fn edit(&mut self, plan: &Plan) -> Edit {
        let rows = plan.allocations.as_slice();
        let kind = if rows.is_empty() { 3 } else { self.below(23 + conditions::KINDS) };
        let id = rows.get(self.below(rows.len())).map_or(Id::from_bits(0), |row| row.id);
        Edit::base(self.change(plan, kind, id))
    }

    fn change(&mut self, plan: &Plan, kind: usize, allocation: Id) -> Change {
        match kind {
            0 => Change::RenamePlan { name: Name::new("Other", self.text()) },
            1 => Change::SetPackageTotal { amount: self.money() },
            2 => Change::SetReading { reading: self.key_of(&plan.readings) },
            3 => Change::AddAllocation { row: Box::new(self.allocation(plan, plan.next_code())) },
            4 => Change::RemoveAllocation { allocation },
            5 => Change::SetProgramme { allocation, programme: self.key_of(&plan.programmes) },
            6 => Change::SetInstrument { allocation, instrument: *self.one_of(&Instrument::ALL) },
            7 => Change::SetCapital { allocation, capital: *self.one_of(&Capital::ALL) },
            8 => Change::SetSector { allocation, sector: self.key_of(&plan.sectors) },
            9 => Change::SetPurpose { allocation, purpose: *self.one_of(&Purpose::ALL) },
            10 => Change::SetCluster { allocation, cluster: self.maybe(|dice| dice.key_of(&plan.clusters)) },
            11 => Change::SetSpan { allocation, start: self.quarter(), end: self.quarter() },
            12 => Change::SetProfile { allocation, profile: self.profile() },
            13 => Change::SetAmountGrade { allocation, grade: *self.one_of(&Grade::ALL) },
            14 => Change::SetSplitGrade { allocation, grade: *self.one_of(&Grade::ALL) },
            15 => Change::SetSources { allocation, sources: self.keys_of(&plan.sources) },
            16 => Change::SetNote { allocation, note: self.text() },
            17 => Change::SetLocked { allocation, locked: self.below(4) == 0 },
            18 => Change::SetPaid {
                allocation,
                quarter: Quarter::new(2026, 1 + self.below(4) as i32).unwrap(),
                amount: self.maybe(Self::money),
            },
            19 => Change::SetLimit { limit: Box::new(self.limit(plan)) },
            20 => {
                let limit = plan.limits.iter().next().map_or(allocation, |limit| limit.id);
                Change::RemoveLimit { limit }
            }
            21 => Change::SetAmount { allocation, amount: self.money() },
            22 => {
                let fields = FieldName::all(TableName::Allocations);
                let (field, _) = fields[self.below(fields.len())];
                Change::SetCited { allocation, field, sources: self.keys_of(&plan.sources) }
            }
            kind => self.condition_change(plan, kind - 23, allocation),
        }
    }
}
