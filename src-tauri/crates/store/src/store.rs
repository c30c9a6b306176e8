//! The store: a disk and the folder in which the program keeps its own files.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use model::{Id, Money, Total};

use crate::digest::Digest;
use crate::disk::{Disk, Handle, Opening, make_folder};
use crate::error::{Doing, StoreError, refused};
use crate::image::{Origin, Stamp};
use crate::open::{Contents, Opened, read};
use crate::publish::{Over, Saving, publish, settle};
use crate::time::day_of;
use crate::vfs::Vfs;
use crate::working::{ENDING, Working, connect, id_of, name_of, read_working, remove_files};

/// For how many days an abandoned working copy is kept.
const KEPT_DAYS: i64 = 30;

/// A disk and our own folder on it: working copies, backups and locks. Making one touches nothing.
pub struct Store {
    disk: Arc<dyn Disk>,
    data: PathBuf,
    vfs: Mutex<Option<Arc<Vfs>>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("data", &self.data).finish_non_exhaustive()
    }
}

/// The proof that this process, and no other, has a file open. Dropping it gives the file free.
#[derive(Debug)]
pub struct FileLock {
    _handle: Box<dyn Handle>,
}

/// A working copy with unsaved edits that nobody has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftCopy {
    /// By which it is recovered or discarded.
    pub id: Id,
    /// What the plan in it is called, in English and in Ukrainian.
    pub name: model::Name,
    /// The file it was opened from; nothing for a plan that was never saved.
    pub path: Option<PathBuf>,
    /// When it was last edited, as RFC 3339 text.
    pub time: String,
    /// The sum of its allocations.
    pub total: Total,
    /// How many entries of its history no file has.
    pub edits: u64,
}

/// The working copies that were found.
#[derive(Debug, Default)]
pub struct Copies {
    /// Those with unsaved edits, in the order of their ids.
    pub left: Vec<LeftCopy>,
    /// Those that cannot be read, and why. They are kept.
    pub unreadable: Vec<(Id, StoreError)>,
}

impl Store {
    /// The store that keeps its own files in `data` (absolute).
    #[must_use]
    pub fn new(disk: Arc<dyn Disk>, data: impl Into<PathBuf>) -> Self {
        Self { disk, data: data.into(), vfs: Mutex::new(None) }
    }

    /// Reads a plan file and checks everything about it. Nothing on the disk changes.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, path: &Path) -> Result<Opened, StoreError> {
        read(&*self.disk, path)
    }

    /// Claims a file for this document. The file itself is not touched; it need not be there.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where another document, in this or another process, has claimed it.
    pub fn lock(&self, path: &Path) -> Result<FileLock, StoreError> {
        let path = settle(&*self.disk, path)?;
        let folder = self.folder("locks")?;
        let place = folder.join(format!("{}.lock", Digest::of_bytes(path.as_os_str().as_encoded_bytes())));
        let handle = self.disk.open(&place, Opening::WriteOrCreate).map_err(refused(&place, Doing::Open))?;
        match handle.try_lock() {
            Ok(true) => Ok(FileLock { _handle: handle }),
            Ok(false) => Err(StoreError::InUse { path }),
            Err(cause) => Err(StoreError::from_io(&place, Doing::Lock, cause)),
        }
    }

    /// Whether two paths lead to one file.
    #[must_use]
    pub fn same_place(&self, one: &Path, other: &Path) -> bool {
        match (settle(&*self.disk, one), settle(&*self.disk, other)) {
            (Ok(one), Ok(other)) => one == other,
            _ => false,
        }
    }

    /// Writes a working copy of a document. When this returns it is safe. An earlier copy with this id goes.
    ///
    /// # Errors
    /// What the disk says; nothing is left behind then.
    pub fn working(&self, id: Id, contents: &Contents, origin: &Origin, time: &str) -> Result<Working, StoreError> {
        let folder = self.folder("working")?;
        let earlier = self.generations(id)?;
        let generation = earlier.last().map_or(1, |(generation, _)| generation + 1);
        let path = folder.join(name_of(id, generation));
        let working = Working::create((&self.disk, &self.vfs()?), &path, contents, origin, time);
        if working.is_err() {
            let _ = remove_files(&*self.disk, &path);
        } else {
            for (_, path) in &earlier {
                let _ = remove_files(&*self.disk, path);
            }
        }
        working
    }

    /// Saves a document at `path`.
    ///
    /// # Errors
    /// Under every error but [`StoreError::Unconfirmed`] what was at `path` is there unchanged.
    pub fn save(&self, saving: &Saving<'_>, path: &Path, over: Over) -> Result<(Origin, Stamp), StoreError> {
        publish(&*self.disk, &self.data.join("backups"), saving, path, over)
    }

    /// The working copies with unsaved edits that nobody has open.
    ///
    /// # Errors
    /// What the disk says of the folder.
    pub fn copies(&self) -> Result<Copies, StoreError> {
        let mut copies = Copies::default();
        let mut newest: Vec<(Id, PathBuf)> = Vec::new();
        for (id, _, path) in self.files()? {
            match newest.last_mut() {
                Some((last, newer)) if *last == id => *newer = path,
                _ => newest.push((id, path)),
            }
        }
        for (id, path) in newest {
            match self.look_at(id, &path) {
                Ok(copy) if copy.edits > 0 => copies.left.push(copy),
                Ok(_) | Err(StoreError::InUse { .. }) => {}
                Err(error) => copies.unreadable.push((id, error)),
            }
        }
        Ok(copies)
    }

    /// Opens a working copy that was left behind.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCopy`], [`StoreError::InUse`], or what is wrong with it. It is kept.
    pub fn recover(&self, id: Id) -> Result<(Working, Contents), StoreError> {
        let (_, path) = self.generations(id)?.pop().ok_or(StoreError::NoSuchCopy { id })?;
        Working::recover((&self.disk, &self.vfs()?), &path)
    }

    /// Removes a working copy for good.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCopy`], [`StoreError::InUse`] where a document has it open, or what the disk says.
    pub fn discard(&self, id: Id) -> Result<(), StoreError> {
        let generations = self.generations(id)?;
        if generations.is_empty() {
            return Err(StoreError::NoSuchCopy { id });
        }
        for (_, path) in generations {
            let handle = self.disk.open(&path, Opening::Write).map_err(refused(&path, Doing::Open))?;
            if !handle.try_lock().map_err(refused(&path, Doing::Lock))? {
                return Err(StoreError::InUse { path });
            }
            remove_files(&*self.disk, &path)?;
        }
        Ok(())
    }

    /// Removes what was abandoned: working copies that nobody has touched for thirty days, and parts of files that were
    /// never finished. `now` is RFC 3339 text.
    ///
    /// # Errors
    /// What the disk says of the folder; a file that cannot be removed is left.
    pub fn expire(&self, now: &str) -> Result<(), StoreError> {
        let Some(today) = day_of(now) else { return Ok(()) };
        let folder = self.folder("working")?;
        for path in self.disk.list(&folder).map_err(refused(&folder, Doing::Open))? {
            let Ok(facts) = self.disk.facts(&path) else { continue };
            let age = today - facts.modified_seconds.div_euclid(86_400);
            let part = path.extension().is_some_and(|ending| ending == "part");
            let copy = path.extension().is_some_and(|ending| ending == ENDING);
            if (part && age > 1) || (copy && age > KEPT_DAYS) {
                let free = self.disk.open(&path, Opening::Write).is_ok_and(|handle| handle.try_lock().unwrap_or(false));
                if free {
                    let _ = remove_files(&*self.disk, &path);
                }
            }
        }
        Ok(())
    }

    /// A folder of ours, made where it is missing.
    fn folder(&self, name: &str) -> Result<PathBuf, StoreError> {
        let folder = self.data.join(name);
        make_folder(&*self.disk, &folder).map_err(refused(&folder, Doing::Open))?;
        Ok(folder)
    }

    fn vfs(&self) -> Result<Arc<Vfs>, StoreError> {
        let mut vfs = self.vfs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(vfs) = &*vfs {
            return Ok(Arc::clone(vfs));
        }
        let what = || StoreError::Database { path: self.data.clone(), what: "SQLite takes no further disk".to_owned() };
        let made = Arc::new(Vfs::register(Arc::clone(&self.disk)).ok_or_else(what)?);
        *vfs = Some(Arc::clone(&made));
        Ok(made)
    }

    /// Every working copy, in the order of ids and generations.
    fn files(&self) -> Result<Vec<(Id, u32, PathBuf)>, StoreError> {
        let folder = self.data.join("working");
        let paths = match self.disk.list(&folder) {
            Ok(paths) => paths,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(cause) => return Err(StoreError::from_io(&folder, Doing::Open, cause)),
        };
        let mut files: Vec<_> = paths
            .into_iter()
            .filter_map(|path| {
                let (id, generation) = id_of(&path)?;
                Some((id, generation, path))
            })
            .collect();
        files.sort();
        Ok(files)
    }

    fn generations(&self, id: Id) -> Result<Vec<(u32, PathBuf)>, StoreError> {
        let mine = self.files()?.into_iter().filter(|(other, ..)| *other == id);
        Ok(mine.map(|(_, generation, path)| (generation, path)).collect())
    }

    fn look_at(&self, id: Id, path: &Path) -> Result<LeftCopy, StoreError> {
        let vfs = self.vfs()?;
        let connection = connect(&vfs, path)?;
        let look = || -> rusqlite::Result<LeftCopy> {
            let row = read_working(&connection)?;
            let (en, uk) = connection
                .query_row("SELECT name_en, name_uk FROM package", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let last: u64 = connection.query_row("SELECT max(seq) FROM history", [], |row| row.get(0))?;
            let mut amounts = connection.prepare("SELECT amount_cents FROM allocations")?;
            let mut total = Total::ZERO;
            for cents in amounts.query_map([], |row| row.get(0))? {
                total.add(Money::from_cents(cents?));
            }
            Ok(LeftCopy {
                id,
                name: model::Name { en, uk },
                path: row.origin.path,
                time: row.changed_at,
                total,
                edits: last.saturating_sub(row.origin.saved_seq),
            })
        };
        look().map_err(|error| StoreError::from_sql(path, &error, vfs.take_fault(path)))
    }
}
