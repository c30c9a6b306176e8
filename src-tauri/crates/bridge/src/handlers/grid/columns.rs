//! The columns of the grid: the fields of a row, what is known of it beside, and its money per period.

use engine::{Every, Measure, RowSchedule};
use model::{Allocation, Dimension, FieldName, Fields, NumberFormat, TableName};

use super::labels::{Labels, collated};
use crate::Problem;
use crate::handlers::View;
use crate::wire::GridMeasure;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// What people call the row.
    Code,
    /// Where it stands in a dimension; for the firmness of the amount, what it is in fact.
    Place(Dimension),
    /// How firm the row says that its amount is.
    AmountGrade,
    /// Its amount.
    Amount,
    /// The amount's part of the package.
    Share,
    /// The first quarter.
    Start,
    /// The last one.
    End,
    /// How it is paid.
    Profile,
    /// Who is served first.
    Priority,
    /// What has been paid in which quarter.
    Payments,
    /// What has been paid together.
    Settled,
    /// What should have been paid and moved.
    Moved,
    /// Where its figures come from.
    Sources,
    /// Where single fields come from.
    Cited,
    /// The remark.
    Note,
    /// Whether it is locked.
    Locked,
    /// What is told of a period, the last of which is what comes after the package.
    Cell(GridMeasure, usize),
}

/// Every column but those of periods, by name.
pub(crate) const COLUMNS: [(&str, Column); 24] = [
    ("code", Column::Code),
    ("programme", Column::Place(Dimension::Programme)),
    ("funder", Column::Place(Dimension::Funder)),
    ("instrument", Column::Place(Dimension::Instrument)),
    ("capital", Column::Place(Dimension::Capital)),
    ("sector", Column::Place(Dimension::Sector)),
    ("purpose", Column::Place(Dimension::Purpose)),
    ("booster", Column::Place(Dimension::Cluster)),
    ("amount", Column::Amount),
    ("share", Column::Share),
    ("start", Column::Start),
    ("end", Column::End),
    ("profile", Column::Profile),
    ("priority", Column::Priority),
    ("amount_grade", Column::AmountGrade),
    ("held_grade", Column::Place(Dimension::AmountGrade)),
    ("split_grade", Column::Place(Dimension::SplitGrade)),
    ("paid", Column::Payments),
    ("settled", Column::Settled),
    ("moved", Column::Moved),
    ("sources", Column::Sources),
    ("cited", Column::Cited),
    ("note", Column::Note),
    ("locked", Column::Locked),
];

/// What rows are ordered by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SortKey {
    Number(i128),
    Text(String),
}

/// The engine's name of a measure.
pub(crate) const fn measure(of: GridMeasure) -> Measure {
    match of {
        GridMeasure::Committed => Measure::Committed,
        GridMeasure::Planned => Measure::Planned,
        GridMeasure::Paid => Measure::Paid,
    }
}

impl GridMeasure {
    /// Every measure.
    pub(crate) const ALL: [Self; 3] = [Self::Committed, Self::Planned, Self::Paid];

    /// What it has of a row per period, and past the package, in cents.
    pub(super) fn told<'a>(self, row: &RowSchedule, places: usize, cells: &'a mut Vec<i128>) -> &'a [i128] {
        cells.clear();
        cells.resize(places + 1, 0);
        self.add(row, cells);
        cells
    }

    /// Adds the same to sums, the last of which is of what comes past the package.
    pub(super) fn add(self, row: &RowSchedule, sums: &mut [i128]) {
        if let Some((after, within)) = sums.split_last_mut() {
            *after += row.add_to(within, measure(self), Every::Year);
        }
    }
}

impl Column {
    /// The column with this name, `planned:2027` for a period's.
    ///
    /// # Errors
    /// Where there is none.
    pub(crate) fn named(name: &str, periods: &[String]) -> Result<Self, Problem> {
        let cell = || {
            let (of, period) = name.split_once(':')?;
            let of = GridMeasure::ALL.into_iter().find(|one| measure(*one).key() == of)?;
            Some(Self::Cell(of, periods.iter().position(|one| one == period)?))
        };
        let known = COLUMNS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column);
        known.or_else(cell).ok_or_else(|| Problem::usage("unknown-column").with("wanted", name))
    }

    /// The same of several names.
    ///
    /// # Errors
    /// Where there is none of one of them.
    pub(crate) fn all(names: &[String], periods: &[String]) -> Result<Vec<Self>, Problem> {
        names.iter().map(|name| Self::named(name, periods)).collect()
    }

    /// The field that it is of; nothing where no edit sets it.
    pub(crate) fn field(self) -> Option<FieldName> {
        let (name, _) = COLUMNS.iter().find(|(_, column)| *column == self)?;
        FieldName::of(TableName::Allocations, name)
    }

    /// Whether it holds amounts of money.
    pub(super) const fn is_money(self) -> bool {
        matches!(self, Self::Amount | Self::Settled | Self::Moved | Self::Cell(..))
    }

    /// Whether groups are ordered by their sums of it.
    pub(super) const fn is_summed(self) -> bool {
        matches!(self, Self::Amount | Self::Share | Self::Cell(..))
    }

    /// The cents of a row in it; nothing where it holds no amounts, or those of a period.
    pub(super) fn cents(self, row: &Allocation, told: &RowSchedule) -> Option<i128> {
        match self {
            Self::Amount => Some(row.amount.cents().into()),
            Self::Settled => Some(row.paid_total().cents().into()),
            Self::Moved => Some(told.moved().cents().into()),
            _ => None,
        }
    }

    /// What a row is ordered by.
    pub(super) fn key(self, view: &View, labels: &Labels, row: &Allocation, told: &RowSchedule) -> SortKey {
        let rank = |dimension: Dimension, key: &str| SortKey::Number(labels.rank(dimension, key).into());
        let number = |number: i64| SortKey::Number(number.into());
        match self {
            // The code settles what is equal.
            Self::Code => number(0),
            Self::Place(dimension) => rank(dimension, dimension.of(row, view.plan)),
            Self::AmountGrade => rank(Dimension::SplitGrade, row.amount_grade.key()),
            Self::Share => number(row.amount.cents()),
            Self::Start => number(row.start.ordinal().into()),
            Self::End => number(row.end.ordinal().into()),
            Self::Profile => SortKey::Text(collated(&labels.profile(row.profile.key()))),
            Self::Priority => number(row.priority.class().into()),
            Self::Locked => number(i64::from(!row.locked)),
            Self::Sources => SortKey::Text(row.sources.iter().map(model::Key::as_str).collect::<Vec<_>>().join(",")),
            Self::Note => SortKey::Text(collated(&row.note)),
            Self::Cited | Self::Payments => SortKey::Text(self.field_text(row)),
            Self::Amount | Self::Settled | Self::Moved => SortKey::Number(self.cents(row, told).unwrap_or(0)),
            Self::Cell(of, place) => {
                let mut cells = Vec::new();
                let told = of.told(told, view.schedule.places(Every::Year), &mut cells);
                SortKey::Number(told.get(place).copied().unwrap_or(0))
            }
        }
    }

    /// The text of the row's field; empty where it is of none.
    pub(super) fn field_text(self, row: &Allocation) -> String {
        self.field().map_or_else(String::new, |field| row.tell(field))
    }

    /// What a row says in it, as a spreadsheet takes it and as it can be read again. Amounts are not told here.
    pub(super) fn text(self, view: &View, labels: &Labels, row: &Allocation) -> String {
        match self {
            Self::Place(dimension) => word(labels, dimension, dimension.of(row, view.plan)),
            Self::AmountGrade => word(labels, Dimension::SplitGrade, row.amount_grade.key()),
            Self::Share => {
                let share = share_text(row.amount.cents().into(), view.plan.package.total.cents().into());
                marked(share, view.words.numbers)
            }
            _ => self.field_text(row),
        }
    }
}

/// The word for a place, or its key where another place has the same word. What has no place says nothing.
fn word(labels: &Labels, dimension: Dimension, key: &str) -> String {
    match labels.place(dimension, key) {
        Some(place) if !place.shared && !key.is_empty() => place.label.clone(),
        _ => key.to_owned(),
    }
}

/// A part in per cent of a whole, to two decimals, half up; empty where there is no whole.
pub(super) fn share_text(part: i128, whole: i128) -> String {
    if whole <= 0 {
        return String::new();
    }
    let size = part.unsigned_abs();
    let whole = whole.unsigned_abs();
    let hundredths = (size * 20_000 + whole) / (2 * whole);
    let sign = if part < 0 && hundredths > 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
}

/// An exact amount or share with the reader's decimal mark, and no marks between thousands.
pub(super) fn marked(text: String, numbers: NumberFormat) -> String {
    match numbers.decimal_mark() {
        '.' => text,
        mark => text.replace('.', mark.encode_utf8(&mut [0; 4])),
    }
}
