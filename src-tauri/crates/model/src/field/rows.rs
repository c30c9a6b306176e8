//! Which fields the rows of each table have.

use super::text::FieldText;
use super::{BadValue, FieldKind, FieldName, Fields};
use crate::table::{Row, Table};
use crate::{
    Allocation, Cap, Chapter, Cluster, Event, Funder, Limit, Need, Odds, OutputYear, Override, Package, Plan,
    Programme, Reading, Rule, Scenario, Sector, Source, Step, TableName,
};

macro_rules! fields {
    ($row:ty, $called:expr, { $($name:literal $kind:expr => $($path:ident).+;)* }) => {
        impl Fields for $row {
            const FIELDS: &'static [(FieldName, FieldKind)] = &[$((FieldName($name), $kind)),*];

            fn tell(&self, field: FieldName) -> String {
                match field.0 {
                    $($name => self.$($path).+.tell(),)*
                    _ => String::new(),
                }
            }

            fn put(&mut self, field: FieldName, text: &str) -> Result<(), BadValue> {
                let bad = || BadValue { field, value: text.to_owned() };
                match field.0 {
                    $($name => FieldText::read(text).map(|value| self.$($path).+ = value).ok_or_else(bad),)*
                    _ => Err(bad()),
                }
            }

            fn called(&self) -> String {
                let called: fn(&Self) -> String = $called;
                called(self)
            }
        }
    };
}

use FieldKind::{
    Cited, Code, Count, Day, Effects, Flag, Key, Money, Payments, Profile, Quarter, Set, Share, Slice, Sources, State,
    Terms, Text,
};

fields!(Package, |row| row.name.en.clone(), {
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "total" Money => total;
    "reading" Key(TableName::Readings) => reading;
    "as_of" Day => as_of;
    "first" Quarter => first;
    "last" Quarter => last;
    "currency" Text => currency;
    "price_basis" Text => price_basis;
    "needs_total" Money => needs_total;
    "sources" Sources => sources;
});

fields!(Allocation, |row| row.code.to_string(), {
    "code" Code => code;
    "programme" Key(TableName::Programmes) => programme;
    "instrument" Set("instrument") => instrument;
    "capital" Set("capital") => capital;
    "sector" Key(TableName::Sectors) => sector;
    "purpose" Set("purpose") => purpose;
    "booster" Key(TableName::Clusters) => booster;
    "amount" Money => amount;
    "start" Quarter => start;
    "end" Quarter => end;
    "profile" Profile => profile;
    "priority" Count => priority;
    "amount_grade" Set("grade") => amount_grade;
    "split_grade" Set("grade") => split_grade;
    "paid" Payments => paid;
    "sources" Sources => sources;
    "cited" Cited => cited;
    "note" Text => note;
    "locked" Flag => locked;
});

fields!(Limit, |row| row.name.en.clone(), {
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "slice" Slice => slice;
    "kind" Set("limit-kind") => kind;
    "amount" Money => amount;
    "share" Share => share;
    "of" Slice => of;
    "refuses" Flag => refuses;
    "sources" Sources => sources;
    "note" Text => note;
});

fields!(Programme, |row| row.key.to_string(), {
    "funder" Key(TableName::Funders) => funder;
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "original_amount" Text => original_amount;
    "original_unit" Text => original_unit;
    "usd_per_unit" Share => usd_per_unit;
    "amount" Money => amount;
    "grade" Set("grade") => grade;
    "sources" Sources => sources;
    "lapse_years" Count => lapse_years;
    "part_of" Key(TableName::Programmes) => part_of;
    "owed" Money => owed;
});

fields!(Cluster, |row| row.key.to_string(), {
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "terms" Terms => terms;
});

fields!(Step, |row| row.code.to_string(), {
    "code" Code => code;
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "cluster" Key(TableName::Clusters) => cluster;
    "chapter" Count => chapter;
    "due" Quarter => due;
    "weight" Share => weight;
    "kind" Set("step-kind") => kind;
    "part" Set("step-part") => part;
    "gate" Flag => gate;
    "state" State => state;
    "delay_quarters" Count => delay_quarters;
    "probability" Share => probability;
    "grade" Set("grade") => grade;
    "sources" Sources => sources;
    "note" Text => note;
});

fields!(Event, |row| row.code.to_string(), {
    "code" Code => code;
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "date" Day => date;
    "until" Day => until;
    "follows" Key(TableName::Events) => follows;
    "lag_days" Count => lag_days;
    "kind" Set("event-kind") => kind;
    "state" Set("event-state") => state;
    "grade" Set("grade") => grade;
    "effects" Effects => effects;
    "sources" Sources => sources;
    "note" Text => note;
});

fields!(Cap, |row| row.name.en.clone(), {
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "slice" Slice => slice;
    "kind" Set("cap-kind") => kind;
    "amount" Money => amount;
    "rate" Share => rate;
    "carry_years" Count => carry_years;
    "sources" Sources => sources;
    "note" Text => note;
});

fields!(Scenario, |row| row.name.en.clone(), {
    "name" Text => name.en;
    "name_uk" Text => name.uk;
    "parent" Key(TableName::Scenarios) => parent;
    "place" Count => place;
    "outcome" Set("outcome") => outcome;
    "trigger" Text => trigger.en;
    "trigger_uk" Text => trigger.uk;
    "grade" Set("grade") => grade;
    "sources" Sources => sources;
    "note" Text => note;
});

fields!(Odds, |row| row.question.key().to_owned(), {
    "share" Share => share;
    "author" Text => author;
    "day" Day => day;
    "note" Text => note;
});

// Rows that are only ever taken as a whole: no edit changes a part of them.
fields!(Override, |row| row.at.to_string(), {});
fields!(Source, |row| row.key.to_string(), {});
fields!(Rule, |row| row.key.to_string(), {});
fields!(OutputYear, |row| row.year.to_string(), {});
fields!(Reading, |row| row.key.to_string(), {});
fields!(Funder, |row| row.key.to_string(), {});
fields!(Sector, |row| row.key.to_string(), {});
fields!(Need, |row| row.sector.to_string(), {});
fields!(Chapter, |row| row.number.to_string(), {});

/// The package is the one row of its table.
impl Row for Package {
    type Key = ();
    fn key(&self) -> &() {
        &()
    }
}

/// What every key of a table is as text, and back.
pub(crate) trait KeyText: Sized {
    fn told(&self) -> String;
    fn of(text: &str) -> Option<Self>;
}

macro_rules! key_text {
    ($($key:ty),+) => {$(
        impl KeyText for $key {
            fn told(&self) -> String {
                self.to_string()
            }
            fn of(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )+};
}

key_text!(crate::Id, crate::Key, crate::OverrideKey, i32);

impl KeyText for crate::Question {
    fn told(&self) -> String {
        self.key().to_owned()
    }
    fn of(text: &str) -> Option<Self> {
        Self::from_key(text)
    }
}

/// Calls a macro with each table but the package: its variant, its field in a plan, and its rows.
macro_rules! every_table {
    ($with:ident) => {
        $with! {
            Sources sources Source, Rules rules Rule, Output output OutputYear, Readings readings Reading,
            Funders funders Funder, Programmes programmes Programme, Sectors sectors Sector, Needs needs Need,
            Clusters clusters Cluster, Chapters chapters Chapter, Steps steps Step, Allocations allocations Allocation,
            Limits limits Limit, Events events Event, Caps caps Cap, Scenarios scenarios Scenario,
            Overrides overrides Override, Odds odds Odds,
        }
    };
}
pub(crate) use every_table;

macro_rules! over_plans {
    ($($variant:ident $field:ident $row:ident,)+) => {
        pub(super) fn fields_of(table: TableName) -> &'static [(FieldName, FieldKind)] {
            match table {
                TableName::Package => Package::FIELDS,
                $(TableName::$variant => <$row as Fields>::FIELDS,)+
            }
        }

        pub(super) fn field_of(plan: &Plan, table: TableName, row: &str, field: FieldName) -> Option<String> {
            match table {
                TableName::Package => (row == PACKAGE).then(|| plan.package.tell(field)),
                $(TableName::$variant => row_of(&plan.$field, row).map(|row| row.tell(field)),)+
            }
        }

        pub(super) fn called(plan: &Plan, table: TableName, row: &str) -> Option<String> {
            match table {
                TableName::Package => (row == PACKAGE).then(|| Fields::called(&*plan.package)),
                $(TableName::$variant => row_of(&plan.$field, row).map(|row| Fields::called(&**row)),)+
            }
        }
    };
}
every_table!(over_plans);

/// What the one row of the package is called in keys.
pub(crate) const PACKAGE: &str = "package";

fn row_of<'a, T: Row<Key: KeyText>>(table: &'a Table<T>, row: &str) -> Option<&'a std::sync::Arc<T>> {
    table.get(&T::Key::of(row)?)
}
