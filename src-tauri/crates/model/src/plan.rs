//! The plan: a value.

use std::collections::HashSet;
use std::sync::Arc;

use crate::{
    AddedRow, Allocation, Cap, Chapter, Cited, Cluster, Code, Event, Funder, Id, Key, Limit, Money, Need, Odds,
    OutputYear, Override, Package, Programme, Quarter, Reading, Refusal, Rule, Scenario, Sector, Share, Source, Step,
    Table, TableName, What,
};

/// A plan: the package and all that is said of it. Copying it is cheap; nothing in it changes behind its owner's back.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The total to be divided.
    pub package: Arc<Package>,
    /// The ways in which the headline amounts are read.
    pub readings: Table<Reading>,
    /// Who pays.
    pub funders: Table<Funder>,
    /// Through what.
    pub programmes: Table<Programme>,
    /// What for.
    pub sectors: Table<Sector>,
    /// How much that takes.
    pub needs: Table<Need>,
    /// The groups of reform steps.
    pub clusters: Table<Cluster>,
    /// The chapters of the negotiations.
    pub chapters: Table<Chapter>,
    /// The reform steps on which booster money waits.
    pub steps: Table<Step>,
    /// The division itself.
    pub allocations: Table<Allocation>,
    /// What the analyst wants it to keep to.
    pub limits: Table<Limit>,
    /// Dated facts and assumptions.
    pub events: Table<Event>,
    /// How much can be absorbed in a year.
    pub caps: Table<Cap>,
    /// Where figures come from.
    pub sources: Table<Source>,
    /// By which rules unsplit figures were split.
    pub rules: Table<Rule>,
    /// The yardstick for what is paid in a year.
    pub output: Table<OutputYear>,
    /// What else could be.
    pub scenarios: Table<Scenario>,
    /// What the scenarios say differently.
    pub overrides: Table<Override>,
    /// The probabilities that somebody has entered.
    pub odds: Table<Odds>,
}

/// A place where a plan contradicts itself. A plan made by edits has none; one read from a file is checked for them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A row breaks a rule that edits keep.
    #[error("allocation {code}: {refusal}")]
    Allocation {
        /// Which row.
        code: Code,
        /// Which rule.
        refusal: Refusal,
    },
    /// A row of another table breaks a rule.
    #[error("{table:?} {key}: {refusal}")]
    Row {
        /// Which table.
        table: TableName,
        /// Which row.
        key: String,
        /// Which rule.
        refusal: Refusal,
    },
    /// The package itself is wrong.
    #[error("the package: {0}")]
    Package(Refusal),
}

/// The most allocations a plan holds.
pub(crate) const MOST_ALLOCATIONS: usize = 2_000_000;
/// The most signs of a name.
pub(crate) const LONGEST_NAME: usize = 300;
/// The most signs of a note.
pub(crate) const LONGEST_NOTE: usize = 10_000;

impl Plan {
    /// A plan with this package and nothing else.
    #[must_use]
    pub fn of(package: Package) -> Self {
        Self {
            package: Arc::new(package),
            readings: Table::default(),
            funders: Table::default(),
            programmes: Table::default(),
            sectors: Table::default(),
            needs: Table::default(),
            clusters: Table::default(),
            chapters: Table::default(),
            steps: Table::default(),
            allocations: Table::default(),
            limits: Table::default(),
            events: Table::default(),
            caps: Table::default(),
            sources: Table::default(),
            rules: Table::default(),
            output: Table::default(),
            scenarios: Table::default(),
            overrides: Table::default(),
            odds: Table::default(),
        }
    }

    /// The allocation that people call `name`: by its code, or by its id.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] where there is none.
    pub fn allocation_named(&self, name: &str) -> Result<&Arc<Allocation>, Refusal> {
        if let Some(row) = name.parse::<Id>().ok().and_then(|id| self.allocations.get(&id)) {
            return Ok(row);
        }
        let unknown = || Refusal::Unknown { table: TableName::Allocations, wanted: name.to_owned() };
        self.allocations.iter().find(|row| row.code.as_str() == name).ok_or_else(unknown)
    }

    /// The allocations in the order of their codes, `A2` before `A10`.
    #[must_use]
    pub fn by_code(&self) -> Vec<&Arc<Allocation>> {
        let mut rows: Vec<_> = self.allocations.iter().collect();
        rows.sort_by(|left, right| left.code.order().cmp(&right.code.order()));
        rows
    }

    /// The codes of allocations that scenarios add.
    pub(crate) fn codes_of_scenarios(&self) -> impl Iterator<Item = &Code> {
        self.overrides.iter().filter_map(|row| match &row.what {
            What::Add(AddedRow::Allocation(added)) => Some(&added.code),
            _ => None,
        })
    }

    /// The first code of the form `A017` above every one that is taken, here or in any scenario.
    #[must_use]
    pub fn next_code(&self) -> Code {
        let added = self.codes_of_scenarios().filter_map(Code::number);
        let highest = self.allocations.iter().filter_map(|row| row.code.number()).chain(added).max();
        Code::numbered(highest.map_or(1, |number| number.saturating_add(1)))
    }

    /// The reading in force.
    #[must_use]
    pub fn reading(&self) -> Option<&Arc<Reading>> {
        self.readings.get(&self.package.reading)
    }

    /// Everywhere the plan contradicts itself, in the order of its tables.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        [self.flaws_beside_rows(), self.flaws_of(self.allocations.as_slice())].concat()
    }

    /// Where the plan contradicts itself beside the rules that each allocation keeps or breaks for itself.
    #[must_use]
    pub fn flaws_beside_rows(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        self.package_flaws(&mut flaws);
        self.reference_flaws(&mut flaws);
        self.condition_flaws(&mut flaws);
        self.scenario_flaws(&mut flaws);
        if !self.numbers_codes_apart() {
            let mut codes = HashSet::with_capacity(self.allocations.len());
            let taken = self.allocations.iter().map(|row| &row.code).filter(|code| !codes.insert(*code));
            let flaw = |code: &Code| Flaw::Allocation { code: code.clone(), refusal: Refusal::CodeTaken(code.clone()) };
            flaws.extend(taken.map(flaw));
        }
        flaws
    }

    /// Whether the numbers of the codes alone tell all allocations apart, as they mostly do. Where they do not, their texts may.
    fn numbers_codes_apart(&self) -> bool {
        let room = self.allocations.len().saturating_mul(4);
        let mut seen = vec![false; room];
        self.allocations.iter().all(|row| {
            let number = row.code.number().and_then(|number| usize::try_from(number).ok());
            let place = number.and_then(|number| seen.get_mut(number));
            place.is_some_and(|seen| !std::mem::replace(seen, true))
        })
    }

    /// Which of these allocations break a rule, given the other tables. It depends on the package, the programmes, the
    /// sectors, the clusters and the sources alone.
    #[must_use]
    pub fn flaws_of(&self, rows: &[Arc<Allocation>]) -> Vec<Flaw> {
        let broken =
            |row: &Arc<Allocation>| self.check_allocation(row).err().map(|refusal| (row.code.clone(), refusal));
        rows.iter().filter_map(broken).map(|(code, refusal)| Flaw::Allocation { code, refusal }).collect()
    }

    fn package_flaws(&self, flaws: &mut Vec<Flaw>) {
        flaws.extend(self.check_package(&self.package).err().map(Flaw::Package));
    }

    /// Whether a package keeps every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_package(&self, package: &Package) -> Result<(), Refusal> {
        if package.total <= Money::ZERO {
            return Err(Refusal::EmptyPackage);
        }
        if package.last < package.first {
            return Err(Refusal::EndBeforeStart { start: package.first, end: package.last });
        }
        self.check_reading(&package.reading)?;
        check_text("name", &package.name.en, LONGEST_NAME)
    }

    /// Whether a programme keeps every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_programme_row(&self, programme: &Programme) -> Result<(), Refusal> {
        known(self.funders.get(&programme.funder).is_some(), TableName::Funders, &programme.funder)?;
        let mut above = programme.part_of.as_ref();
        for _ in 0..=self.programmes.len() {
            let Some(key) = above else { return Ok(()) };
            self.check_programme(key)?;
            above = self.programmes.get(key).and_then(|programme| programme.part_of.as_ref());
        }
        Err(Refusal::ProgrammesInCircle(programme.key.clone()))
    }

    /// Whether a limit keeps every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_limit(&self, limit: &Limit) -> Result<(), Refusal> {
        check_text("name", &limit.name.en, LONGEST_NAME)?;
        check_text("note", &limit.note, LONGEST_NOTE)?;
        if limit.name.en.trim().is_empty() {
            return Err(Refusal::EmptyName);
        }
        check_amount(limit.amount)?;
        if let Some(share) = limit.share {
            if !(Share::ZERO..=Share::ONE).contains(&share) {
                return Err(Refusal::ShareOutOfRange { field: "limit_share", share });
            }
            if !limit.amount.is_zero() {
                return Err(Refusal::LimitTwofold);
            }
        }
        self.check_sources(&limit.sources)
    }

    fn reference_flaws(&self, flaws: &mut Vec<Flaw>) {
        let mut push = |table, key: String, refusal| flaws.push(Flaw::Row { table, key, refusal });
        for programme in self.programmes.iter() {
            if let Err(refusal) = self.check_programme_row(programme) {
                push(TableName::Programmes, programme.key.to_string(), refusal);
            }
        }
        for need in self.needs.iter() {
            if let Err(refusal) = self.check_sector(&need.sector) {
                push(TableName::Needs, need.sector.to_string(), refusal);
            }
        }
    }

    /// Whether an allocation keeps every rule, given the other tables.
    ///
    /// # Errors
    /// The first rule it breaks.
    pub fn check_allocation(&self, row: &Allocation) -> Result<(), Refusal> {
        self.check_programme(&row.programme)?;
        self.check_sector(&row.sector)?;
        if let Some(cluster) = &row.booster {
            self.check_cluster(cluster)?;
        }
        check_amount(row.amount)?;
        check_span(row.start, row.end)?;
        check_text("note", &row.note, LONGEST_NOTE)?;
        self.check_sources(&row.sources)?;
        self.check_cited(&row.cited)?;
        self.check_paid(row)
    }

    fn check_cited(&self, cited: &[Cited]) -> Result<(), Refusal> {
        for (at, Cited { field, sources }) in cited.iter().enumerate() {
            let in_order = at == 0 || cited[at - 1].field < *field;
            if !in_order || sources.is_empty() || !Allocation::is_citable(*field) {
                return Err(Refusal::NotCitable { field: field.as_str() });
            }
            self.check_sources(sources)?;
        }
        Ok(())
    }

    fn check_paid(&self, row: &Allocation) -> Result<(), Refusal> {
        let mut before = None;
        let mut sum = 0_i128;
        for paid in &row.paid {
            let quarter = paid.quarter;
            if paid.amount <= Money::ZERO {
                return Err(Refusal::PaymentNotPositive(paid.amount));
            }
            if quarter < self.package.first {
                return Err(Refusal::PaidBeforePackage { quarter, first: self.package.first });
            }
            if quarter > self.package.as_of.quarter() || before.is_some_and(|earlier| earlier >= quarter) {
                return Err(Refusal::PaidInFuture { quarter, as_of: self.package.as_of });
            }
            before = Some(quarter);
            sum += i128::from(paid.amount.cents());
        }
        if sum > i128::from(row.amount.cents()) {
            let paid = Money::from_cents(i64::try_from(sum).unwrap_or(i64::MAX));
            return Err(Refusal::LessThanPaid { paid, amount: row.amount });
        }
        Ok(())
    }

    pub(crate) fn check_programme(&self, key: &Key) -> Result<(), Refusal> {
        known(self.programmes.get(key).is_some(), TableName::Programmes, key)
    }

    pub(crate) fn check_sector(&self, key: &Key) -> Result<(), Refusal> {
        known(self.sectors.get(key).is_some(), TableName::Sectors, key)
    }

    pub(crate) fn check_cluster(&self, key: &Key) -> Result<(), Refusal> {
        known(self.clusters.get(key).is_some(), TableName::Clusters, key)
    }

    pub(crate) fn check_reading(&self, key: &Key) -> Result<(), Refusal> {
        known(self.readings.get(key).is_some(), TableName::Readings, key)
    }

    pub(crate) fn check_sources(&self, keys: &[Key]) -> Result<(), Refusal> {
        /// Of so many, comparing each with those before it is cheaper than hashing.
        const FEW: usize = 8;
        let mut seen = HashSet::new();
        for (at, key) in keys.iter().enumerate() {
            known(self.sources.get(key).is_some(), TableName::Sources, key)?;
            let again = if keys.len() <= FEW { keys[..at].contains(key) } else { !seen.insert(key) };
            if again {
                return Err(Refusal::NamedTwice(key.clone()));
            }
        }
        Ok(())
    }
}

fn known(found: bool, table: TableName, key: &Key) -> Result<(), Refusal> {
    if found { Ok(()) } else { Err(Refusal::Unknown { table, wanted: key.to_string() }) }
}

pub(crate) fn check_amount(amount: Money) -> Result<(), Refusal> {
    if amount < Money::ZERO { Err(Refusal::NegativeAmount(amount)) } else { Ok(()) }
}

pub(crate) fn check_span(start: Quarter, end: Quarter) -> Result<(), Refusal> {
    if end < start { Err(Refusal::EndBeforeStart { start, end }) } else { Ok(()) }
}

/// Refuses texts of `field` that have more than `most` signs, or signs that would break a file name, a chart or a line of
/// text: control signs other than line feeds, and signs that change the direction of writing.
///
/// # Errors
/// [`Refusal::TooLong`] and [`Refusal::Unprintable`].
pub fn check_text(field: &'static str, text: &str, most: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length > most {
        return Err(Refusal::TooLong { field, length, most });
    }
    let unprintable = |sign: char| {
        (sign.is_control() && sign != '\n')
            || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    if text.chars().any(unprintable) { Err(Refusal::Unprintable { field }) } else { Ok(()) }
}
