//! What the program remembers between starts: the reader's settings and the plans that were open lately.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Disk, FileKind, Opening};

/// The most recent plans that are remembered.
pub(crate) const RECENT: usize = 12;

/// A file of the program's own folder, read and written whole.
pub(crate) struct Kept {
    disk: Arc<dyn Disk>,
    path: PathBuf,
}

impl Kept {
    /// The file `name` in the folder `data`.
    pub(crate) fn new(disk: &Arc<dyn Disk>, data: &Path, name: &str) -> Self {
        Self { disk: Arc::clone(disk), path: data.join(name) }
    }

    /// What the file holds; the usual value where it is not there or cannot be understood. Settings are a convenience:
    /// a broken one must not keep anybody from his plan.
    pub(crate) fn read<T: DeserializeOwned + Default>(&self) -> T {
        self.bytes().ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        let length = self.disk.facts(&self.path)?.len;
        let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
        let read = self.disk.open(&self.path, Opening::Read)?.read_at(&mut bytes, 0)?;
        bytes.truncate(read);
        Ok(bytes)
    }

    /// Replaces the file as a whole.
    pub(crate) fn write<T: Serialize>(&self, value: &T) -> io::Result<()> {
        self.disk.make_folder(self.path.parent().unwrap_or(Path::new("/")))?;
        write_whole(&*self.disk, &self.path, &serde_json::to_vec_pretty(value)?)
    }
}

/// Writes a file as a whole: beside its place, made safe, then renamed, so that the old or the new one is there at every
/// moment. Where it cannot be written nothing is left behind.
pub(crate) fn write_whole(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if disk.facts(path).is_ok_and(|facts| facts.kind == FileKind::Folder) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let written = write_beside(disk, &beside, bytes).and_then(|()| disk.rename(&beside, path));
    if written.is_err() {
        let _ = disk.unlink(&beside);
    }
    written?;
    disk.fsync_dir(path.parent().unwrap_or(Path::new("/")))
}

fn write_beside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = disk.open(path, Opening::CreateNew { mode: 0o644 })?;
    file.write_at(bytes, 0)?;
    file.fsync()
}
