//! Backups: the files that were replaced, kept in the data folder. The last twenty, and one per day for thirty days.

use std::path::{Path, PathBuf};

use crate::digest::Digest;
use crate::disk::{Disk, make_folder};
use crate::error::{Doing, StoreError, refused};
use crate::time::day_of;
use crate::working::place;

/// How many backups of a file are kept whatever their age.
const LAST: usize = 20;
/// For how many days one backup a day is kept.
const DAYS: i64 = 30;

/// The folder for the backups of one file: its name, and enough of the hash of its place to tell it from others.
pub(crate) fn folder_for(backups: &Path, file: &Path) -> PathBuf {
    let stem: String = file.file_stem().unwrap_or_default().to_string_lossy().chars().take(40).collect();
    let place = Digest::of_bytes(file.as_os_str().as_encoded_bytes()).fingerprint();
    backups.join(format!("{stem}-{place}"))
}

/// Keeps `bytes`, which were in `file` until `time`, and lets go of what is too old.
pub(crate) fn keep(disk: &dyn Disk, backups: &Path, file: &Path, bytes: &[u8], time: &str) -> Result<(), StoreError> {
    let folder = folder_for(backups, file);
    make_folder(disk, &folder).map_err(refused(&folder, Doing::Open))?;
    // Colons are not allowed in the names of every system.
    let name = format!("{}-{}.tranche", time.replace(':', "-"), Digest::of_bytes(bytes).fingerprint());
    let path = folder.join(name);
    if disk.facts(&path).is_err() {
        place(disk, &path, bytes)?;
    }
    let names = disk.list(&folder).unwrap_or_default();
    for old in too_old(&names, time) {
        // A backup too many does no harm.
        let _ = disk.unlink(old);
    }
    Ok(())
}

/// The time in the name of a backup.
fn time_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?.strip_suffix(".tranche")?;
    let (day, rest) = (name.get(..11)?, name.get(11..19)?);
    Some(format!("{day}{}Z", rest.replace('-', ":")))
}

/// Those of the backups, in the order of their times, that are neither among the last nor the last of a recent day.
fn too_old<'a>(names: &'a [PathBuf], time: &str) -> Vec<&'a PathBuf> {
    let dated: Vec<(&PathBuf, i64)> = names.iter().filter_map(|path| Some((path, day_of(&time_of(path)?)?))).collect();
    let Some(today) = day_of(time) else { return Vec::new() };
    let before_last = dated.len().saturating_sub(LAST);
    let last_of_day = |at: usize, day: i64| dated.get(at + 1).is_none_or(|(_, next)| *next != day);
    let kept = |at: usize, day: i64| at >= before_last || (today - day < DAYS && last_of_day(at, day));
    dated.iter().enumerate().filter(|(at, (_, day))| !kept(*at, *day)).map(|(_, (path, _))| *path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_last_twenty_and_one_a_day() {
        let name =
            |day: u32, hour: u32| PathBuf::from(format!("/b/2026-11-{day:02}T{hour:02}-00-00Z-01234567.tranche"));
        let mut names: Vec<PathBuf> = (1..=9).flat_map(|day| [name(day, 1), name(day, 2)]).collect();
        names.extend((0..19).map(|hour| name(10, hour)));
        let gone = too_old(&names, "2026-11-10T20:00:00Z");
        // Of 37, the last 20 stay; of the 17 before them the later one of each of eight days stays.
        assert_eq!(gone.len(), 9);
        assert!(gone.iter().all(|path| path.to_string_lossy().contains("T01-00-00Z")));
        let later = too_old(&names, "2027-01-10T20:00:00Z");
        assert_eq!(later.len(), 17);
    }
}
