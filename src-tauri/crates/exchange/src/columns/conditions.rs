//! What money depends on: the chapters of the accession talks, the terms of release, and the calendar of events.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Chapter, Cluster, Code, Event, EventKind, EventState, Grade, Id, Key, OnLoss, Quarter, ReleaseRule, ReleaseTerms,
    Source, Table, TableName,
};

use super::reference::{File, first_time, name, sources_of};
use super::{code, date, field, known, quarter, share, whole, word};
use crate::finding::{Findings, Reason};
use crate::sheet::{Cells, Columns, Sheet};

/// Columns of `chapters.csv`. An empty cluster is a chapter outside the clusters.
pub const CHAPTERS: Columns = Columns {
    needed: &["chapter_number", "name_en", "name_uk", "cluster_id", "source_id"],
    allowed: &["name_uk_verification"],
};
/// Columns of `terms.csv`: one entry for a cluster and the quarter from which it holds.
pub const TERMS: Columns = Columns {
    needed: &[
        "cluster_id",
        "from_quarter",
        "rule",
        "level",
        "window_quarters",
        "lag_quarters",
        "on_loss",
        "extension_quarters",
        "clawback",
        "fundamentals_first",
        "grade",
        "source_id",
        "note",
    ],
    allowed: &[],
};
/// Columns of `events.csv`. `follows` is the code of an event in an earlier row; effects are told as [`model::Fields`] do.
pub const EVENTS: Columns = Columns {
    needed: &["event_code", "name_en", "name_uk", "date", "until", "kind", "state", "grade", "source_id", "note"],
    allowed: &["follows", "lag_days", "effects"],
};

/// Reads `chapters.csv`.
///
/// # Errors
/// Everything found wrong in the file, unknown clusters and sources among it.
pub fn chapters(
    file: File<'_>,
    clusters: &Table<Cluster>,
    sources: &Table<Source>,
) -> Result<Table<Chapter>, Findings> {
    let mut seen = BTreeSet::new();
    let rows = Sheet::open(file.name, file.text, CHAPTERS)?.rows(|cells| {
        let number: i32 = cells.read("chapter_number", whole)?;
        first_time(&mut seen, cells, "chapter_number", &number)?;
        Some(Chapter {
            number,
            name: name(cells, "name_en", "name_uk")?,
            cluster: cells.read_optional("cluster_id", |text| cluster_in(text, clusters))?,
            sources: sources_of(cells, sources)?,
        })
    })?;
    Ok(Table::from_rows(rows))
}

/// Reads `terms.csv` into `clusters`: each gets its entries in the order of the quarters from which they hold.
///
/// # Errors
/// Everything found wrong in the file, unknown clusters and sources and two entries for one quarter among it.
pub fn with_terms(
    file: File<'_>,
    clusters: &Table<Cluster>,
    sources: &Table<Source>,
) -> Result<Table<Cluster>, Findings> {
    let mut by_cluster: BTreeMap<Key, BTreeMap<Quarter, ReleaseTerms>> = BTreeMap::new();
    Sheet::open(file.name, file.text, TERMS)?.rows(|cells| {
        let cluster = cells.read("cluster_id", |text| cluster_in(text, clusters))?;
        let terms = terms(cells, sources)?;
        let from = terms.from;
        let before = by_cluster.entry(cluster).or_default().insert(from, terms);
        match before {
            None => Some(()),
            Some(_) => cells.refuse("from_quarter", &from.to_string(), Reason::Twice(from.to_string())),
        }
    })?;
    let with_own = |cluster: &Cluster| {
        let terms = by_cluster.get(&cluster.key).into_iter().flat_map(BTreeMap::values).cloned().collect();
        Cluster { terms, ..cluster.clone() }
    };
    Ok(Table::from_rows(clusters.iter().map(|cluster| with_own(cluster)).collect::<Vec<_>>()))
}

/// One entry of release terms.
fn terms(cells: &mut Cells<'_>, sources: &Table<Source>) -> Option<ReleaseTerms> {
    Some(ReleaseTerms {
        from: cells.read("from_quarter", quarter)?,
        rule: cells.read("rule", |text| word(text, &ReleaseRule::ALL, ReleaseRule::key))?,
        level: cells.read_optional("level", share)?,
        window_quarters: cells.read("window_quarters", whole)?,
        lag_quarters: cells.read("lag_quarters", whole)?,
        on_loss: cells.read("on_loss", |text| word(text, &OnLoss::ALL, OnLoss::key))?,
        extension_quarters: cells.read("extension_quarters", whole)?,
        clawback: cells.read("clawback", share)?,
        fundamentals_first: cells.read_optional("fundamentals_first", share)?,
        grade: cells.read("grade", |text| word(text, &Grade::ALL, Grade::key))?,
        sources: sources_of(cells, sources)?,
        note: cells.text("note")?,
    })
}

/// Reads `events.csv`; `draw_id` gives the id of the event in a place, counted from 1.
///
/// # Errors
/// Everything found wrong in the file, unknown sources and codes used twice among it.
pub fn events(
    file: File<'_>,
    sources: &Table<Source>,
    mut draw_id: impl FnMut(u64) -> Id,
) -> Result<Table<Event>, Findings> {
    let mut seen: BTreeSet<Code> = BTreeSet::new();
    let mut earlier: BTreeMap<Code, Id> = BTreeMap::new();
    let mut place = 0;
    let rows = Sheet::open(file.name, file.text, EVENTS)?.rows(|cells| {
        place += 1;
        let (code, id) = (cells.read("event_code", code)?, draw_id(place));
        first_time(&mut seen, cells, "event_code", &code)?;
        earlier.insert(code.clone(), id);
        let mut event = Event {
            id,
            code,
            name: name(cells, "name_en", "name_uk")?,
            date: cells.read("date", date)?,
            until: cells.read_optional("until", date)?,
            follows: cells.read_optional("follows", |text| event_in(text, &earlier))?,
            lag_days: cells.read_optional("lag_days", whole)?.unwrap_or(0),
            kind: cells.read("kind", |text| word(text, &EventKind::ALL, EventKind::key))?,
            state: cells.read("state", |text| word(text, &EventState::ALL, EventState::key))?,
            grade: cells.read("grade", |text| word(text, &Grade::ALL, Grade::key))?,
            effects: Vec::new(),
            sources: sources_of(cells, sources)?,
            note: cells.text("note")?,
        };
        cells.read_optional("effects", |text| field(&mut event, TableName::Events, "effects", text))?;
        Some(event)
    })?;
    Ok(Table::from_rows(rows))
}

/// The id of the event with this code.
fn event_in(text: &str, earlier: &BTreeMap<Code, Id>) -> Result<Id, Reason> {
    let found = code(text)?;
    earlier.get(&found).copied().ok_or_else(|| Reason::UnknownKey { table: "events", key: text.to_owned() })
}

/// The cluster with this key.
fn cluster_in(text: &str, clusters: &Table<Cluster>) -> Result<Key, Reason> {
    known(text, "clusters", |key| clusters.get(key).is_some())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use model::Name;

    fn clusters() -> Table<Cluster> {
        let cluster =
            |key: &str, number| Cluster { key: key.parse().unwrap(), name: Name::same(key), number, terms: Vec::new() };
        Table::from_rows([cluster("fundamentals", 1), cluster("green_agenda", 4)])
    }

    fn file(text: &str) -> File<'_> {
        File { name: "x.csv", text }
    }

    /// Row, column and reason of each finding.
    fn told<T>(read: Result<T, Findings>) -> Vec<(usize, String, Reason)> {
        let findings = read.err().unwrap();
        findings.as_slice().iter().map(|found| (found.row, found.column.clone(), found.reason.clone())).collect()
    }

    #[test]
    fn terms_stand_in_the_order_of_their_quarters() {
        let text = format!(
            "{}\ngreen_agenda,2028-Q1,all_or_nothing,,2,2,lost,0,1,0.1,assumption,,\n\
             green_agenda,2026-Q1,floor,0.3,4,2,extended,2,0.5,,assumption,,note\n",
            TERMS.needed.join(",")
        );
        let clusters = with_terms(file(&text), &clusters(), &Table::default()).unwrap();
        let green = clusters.get(&"green_agenda".parse().unwrap()).unwrap();
        let told: Vec<_> = green.terms.iter().map(|terms| (terms.from.to_string(), terms.rule.key())).collect();
        assert_eq!(told, [("2026-Q1".to_owned(), "floor"), ("2028-Q1".to_owned(), "all_or_nothing")]);
        assert_eq!(green.terms[0].open_quarters(), 6);
        assert!(clusters.get(&"fundamentals".parse().unwrap()).unwrap().terms.is_empty());
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        let row = "green_agenda,2026-Q1,proportional,,4,2,lost,0,1,,assumption,,";
        let twice = format!("{}\n{row}\n{row}\n", TERMS.needed.join(","));
        let found = told(with_terms(file(&twice), &clusters(), &Table::default()));
        assert_eq!(found, [(3, "from_quarter".to_owned(), Reason::Twice("2026-Q1".to_owned()))]);

        let unknown = "chapter_number,name_en,name_uk,cluster_id,source_id\n1,a,b,nowhere,\n2,a,,,\n2,a,b,,X9\n";
        let found = told(chapters(file(unknown), &clusters(), &Table::default()));
        let places: Vec<_> = found.iter().map(|(row, column, _)| (*row, column.as_str())).collect();
        assert_eq!(places, [(2, "cluster_id"), (3, "name_uk"), (4, "chapter_number")]);

        let header = EVENTS.needed.join(",");
        let bad = format!("{header}\nE01,a,b,2026-02-30,,meeting,happened,reported,,\nE02,a,b,2026-02-28,,party,,,,\n");
        let found = told(events(file(&bad), &Table::default(), |place| Id::from_bits(u128::from(place))));
        let places: Vec<_> = found.iter().map(|(row, column, _)| (*row, column.as_str())).collect();
        assert_eq!(places, [(2, "date"), (3, "kind")]);
    }

    #[test]
    fn an_event_follows_one_before_it_and_tells_its_effects() {
        let read = |lines: &str| {
            let text = format!("{},follows,lag_days,effects\n{lines}\n", EVENTS.needed.join(","));
            events(file(&text), &Table::default(), |place| Id::from_bits(u128::from(place)))
        };
        let first = "E01,a,b,2028-01-01,,other,assumed,reported,,,,,";
        let effect = "verb=stop slice=capital=private except= quarters=0 share=1";
        let found = read(&format!("{first}\nE02,a,b,2028-03-01,,other,assumed,reported,,,E01,60,{effect}")).unwrap();
        let event = found.get(&Id::from_bits(2)).unwrap();
        assert_eq!((event.follows, event.lag_days, event.effects.len()), (Some(Id::from_bits(1)), 60, 1));
        let later = "E02,a,b,2028-03-01,,other,assumed,reported,,,E03,60,";
        let odd = "E03,a,b,2028-03-01,,other,assumed,reported,,,,,verb=sing";
        let places: Vec<_> =
            told(read(&format!("{first}\n{later}\n{odd}"))).into_iter().map(|(row, column, _)| (row, column)).collect();
        assert_eq!(places, [(3, "follows".to_owned()), (4, "effects".to_owned())]);
    }
}
