//! The store: a disk and the folder in which the program keeps its own files.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use model::Id;

use crate::digest::Digest;
use crate::disk::{Disk, Handle, Opening, make_folder};
use crate::error::{Doing, StoreError, refused};
use crate::image::{Origin, Stamp};
use crate::left::{Copies, look_at};
use crate::open::{Contents, Opened, read};
use crate::publish::{Over, Saving, publish, settle};
use crate::time::day_of;
use crate::vfs::Vfs;
use crate::working::{ENDING, Working, id_of, name_of, remove_files};

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

    /// The working copies with unsaved edits that nobody has open. One whose edits are all in its file, because the
    /// program died between saving and noting it, is removed.
    ///
    /// # Errors
    /// What the disk says of the folder.
    pub fn copies(&self) -> Result<Copies, StoreError> {
        let mut copies = Copies::default();
        let mut generations: Vec<(Id, Vec<PathBuf>)> = Vec::new();
        for (id, _, path) in self.files()? {
            match generations.last_mut() {
                Some((last, paths)) if *last == id => paths.push(path),
                _ => generations.push((id, vec![path])),
            }
        }
        for (id, paths) in generations {
            match look_at((&self.disk, &self.vfs()?), id, &paths) {
                Ok(copy) => copies.left.extend(copy),
                Err(StoreError::InUse { .. }) => {}
                Err(error) => copies.unreadable.push((id, error)),
            }
        }
        Ok(copies)
    }

    /// Opens a working copy that was left behind. One that an earlier program has made is replaced by one of today's, with
    /// the same content.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCopy`], [`StoreError::InUse`], or what is wrong with it. It is kept.
    pub fn recover(&self, id: Id) -> Result<(Working, Contents), StoreError> {
        let (_, path) = self.generations(id)?.pop().ok_or(StoreError::NoSuchCopy { id })?;
        let (old, contents) = Working::recover((&self.disk, &self.vfs()?), &path)?;
        if old.is_newest() {
            return Ok((old, contents));
        }
        // Locked until the new one is there.
        let working = self.working(id, &contents, old.origin(), old.changed_at())?;
        // What stays of it is of an older generation, at which nobody looks.
        let _ = old.remove();
        Ok((working, contents))
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
}
