//! New codes and names for rows whose own other rows have already.

use std::collections::HashSet;
use std::sync::Arc;

use crate::table::Table;
use crate::{Fields, Id, Plan, Scenario};

/// Gives new names to rows of theirs whose code or name a row of ours has: both had added one.
pub(crate) fn rename(plan: &mut Plan, ours: &Plan) -> Vec<(String, String)> {
    let mut renamed = recode(plan, ours);
    let names = |row: &Scenario| [row.name.en.trim().to_lowercase(), row.name.uk.trim().to_lowercase()];
    let stay = plan.scenarios.iter().filter(|row| ours.scenarios.get(&row.id).is_some());
    let mut taken: HashSet<String> = stay.flat_map(|row| names(row)).collect();
    let added: Vec<_> = plan.scenarios.iter().filter(|row| ours.scenarios.get(&row.id).is_none()).cloned().collect();
    for row in added {
        let mut next = Scenario::clone(&row);
        let mut count = 2;
        while names(&next).iter().any(|name| taken.contains(name)) {
            next.name.en = format!("{} ({count})", row.name.en);
            next.name.uk = format!("{} ({count})", row.name.uk);
            count += 1;
        }
        taken.extend(names(&next));
        if next.name != row.name {
            renamed.push((row.name.en.clone(), next.name.en.clone()));
            plan.scenarios.put(Arc::new(next));
        }
    }
    renamed
}

/// Gives free codes to rows that `ours` has not, or has by other codes, and whose codes other rows have.
pub(crate) fn recode(plan: &mut Plan, ours: &Plan) -> Vec<(String, String)> {
    let mut renamed = Vec::new();
    rename_codes(&mut plan.allocations, &ours.allocations, |row| &mut row.code, &mut renamed);
    rename_codes(&mut plan.steps, &ours.steps, |row| &mut row.code, &mut renamed);
    rename_codes(&mut plan.events, &ours.events, |row| &mut row.code, &mut renamed);
    renamed
}

fn rename_codes<T: Fields<Key = Id>>(
    table: &mut Table<T>,
    ours: &Table<T>,
    code: fn(&mut T) -> &mut crate::Code,
    renamed: &mut Vec<(String, String)>,
) {
    // Whoever has its code in ours keeps it: other rows are new there, or came by another code.
    let keeps = |row: &Arc<T>| {
        let own = ours.get(row.key());
        own.is_some_and(|own| Arc::ptr_eq(own, row) || own.called() == row.called())
    };
    let same = |(row, own): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(row, own) || (row.key() == own.key() && keeps(row));
    if table.len() == ours.len() && table.iter().zip(ours.iter()).all(same) {
        return;
    }
    let added: Vec<_> = table.iter().filter(|row| !keeps(row)).cloned().collect();
    let mut taken: HashSet<String> = table.iter().filter(|row| keeps(row)).map(|row| row.called()).collect();
    for row in added {
        let called = row.called();
        if taken.insert(called.clone()) {
            continue;
        }
        let mut next = T::clone(&row);
        let free = free_code(&called, &taken);
        if let Ok(free) = free.parse() {
            *code(&mut next) = free;
        }
        taken.insert(next.called());
        renamed.push((called, next.called()));
        table.put(Arc::new(next));
    }
}

/// The next code of the same form that nobody has: after `A099` comes `A100`.
fn free_code(code: &str, taken: &HashSet<String>) -> String {
    let letters = code.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let width = code.len() - letters.len();
    let highest = taken.iter().filter_map(|other| other.strip_prefix(letters)?.parse::<u64>().ok()).max();
    let mut number = highest.unwrap_or(0);
    loop {
        number = number.saturating_add(1);
        let free = format!("{letters}{number:0width$}");
        if !taken.contains(&free) {
            return free;
        }
    }
}
