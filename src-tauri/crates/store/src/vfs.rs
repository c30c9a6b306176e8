//! SQLite's file work, led through [`Disk`]. With [`crate::view`] the only unsafe code of this crate.
//!
//! The shim has no shared memory: SQLite then allows write-ahead logging in exclusive locking mode only, which is the
//! mode of our working copies, and leaves no `-shm` file behind. A database has one connection, so each of SQLite's
//! lock levels is one and the same lock on the whole file.
#![allow(unsafe_code)]

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::ffi;

use crate::disk::{Disk, Handle, Opening};
use crate::error::Doing;

/// What a disk refused while SQLite was at work; SQLite itself keeps only a code.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) path: PathBuf,
    pub(crate) doing: Doing,
    pub(crate) cause: io::Error,
}

/// A disk that SQLite knows by name. Lives at least as long as every connection that uses it.
pub(crate) struct Vfs {
    raw: *mut ffi::sqlite3_vfs,
    shared: *mut Shared,
    name: CString,
}

// SAFETY: `raw` and `shared` are owned by this value, are never changed after registration, and SQLite in its
// serialised threading mode may call a VFS from any thread; all that changes in `Shared` is behind a mutex.
unsafe impl Send for Vfs {}
// SAFETY: as above.
unsafe impl Sync for Vfs {}

struct Shared {
    disk: Arc<dyn Disk>,
    faults: Mutex<Vec<Fault>>,
}

/// SQLite allocates this many bytes per open file and casts the pointer.
#[repr(C)]
struct ShimFile {
    base: ffi::sqlite3_file,
    open: *mut OpenFile,
}

struct OpenFile {
    handle: Box<dyn Handle>,
    path: PathBuf,
    shared: *const Shared,
    locked: bool,
    /// The file is new: its name is made safe together with its first bytes.
    name_unsafe: bool,
    delete_on_close: bool,
}

impl Vfs {
    /// Makes `disk` known to SQLite under a name of its own. Nothing where SQLite refuses.
    pub(crate) fn register(disk: Arc<dyn Disk>) -> Option<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let name = CString::new(format!("tranche-{}", NEXT.fetch_add(1, Ordering::Relaxed))).ok()?;
        let shared = Box::into_raw(Box::new(Shared { disk, faults: Mutex::new(Vec::new()) }));
        let raw = Box::into_raw(Box::new(table_of_calls(&name, shared)));
        let vfs = Self { raw, shared, name };
        // SAFETY: `raw` is valid until `drop`, which takes it back from SQLite first.
        let code = unsafe { ffi::sqlite3_vfs_register(raw, 0) };
        (code == ffi::SQLITE_OK).then_some(vfs)
    }

    /// The name by which SQLite knows it.
    pub(crate) fn name(&self) -> &CStr {
        &self.name
    }

    /// What the disk first refused for this database and its log since the last call.
    pub(crate) fn take_fault(&self, database: &Path) -> Option<Fault> {
        // SAFETY: `shared` lives as long as `self`.
        let shared = unsafe { &*self.shared };
        let mut faults = shared.faults.lock().unwrap_or_else(PoisonError::into_inner);
        let start = database.as_os_str().as_encoded_bytes();
        let (mine, others) =
            faults.drain(..).partition(|fault| fault.path.as_os_str().as_encoded_bytes().starts_with(start));
        *faults = others;
        let mine: Vec<Fault> = mine;
        mine.into_iter().next()
    }
}

impl Drop for Vfs {
    fn drop(&mut self) {
        // SAFETY: both were made by `Box::into_raw` in `register`; connections hold an `Arc` of this value, so none is left.
        unsafe {
            ffi::sqlite3_vfs_unregister(self.raw);
            drop(Box::from_raw(self.raw));
            drop(Box::from_raw(self.shared));
        }
    }
}

fn table_of_calls(name: &CStr, shared: *mut Shared) -> ffi::sqlite3_vfs {
    ffi::sqlite3_vfs {
        iVersion: 1,
        szOsFile: size_of::<ShimFile>() as c_int,
        mxPathname: 4096,
        pNext: std::ptr::null_mut(),
        zName: name.as_ptr(),
        pAppData: shared.cast(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_pathname),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: Some(randomness),
        xSleep: Some(sleep),
        xCurrentTime: Some(current_time),
        xGetLastError: Some(get_last_error),
        xCurrentTimeInt64: None,
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

impl Shared {
    /// Notes what the disk refused and gives SQLite its code for it.
    fn refuse(&self, path: &Path, doing: Doing, cause: io::Error, code: c_int) -> c_int {
        let full = matches!(cause.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        let fault = Fault { path: path.to_owned(), doing, cause };
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
        if full { ffi::SQLITE_FULL } else { code }
    }
}

/// # Safety
/// `vfs` is one that [`Vfs::register`] made.
unsafe fn shared<'a>(vfs: *mut ffi::sqlite3_vfs) -> &'a Shared {
    // SAFETY: by the caller's promise `pAppData` is the `Shared` of a VFS that is still registered.
    unsafe { &*(*vfs).pAppData.cast::<Shared>() }
}

/// # Safety
/// `file` was opened by [`open`] and not closed yet.
unsafe fn opened<'a>(file: *mut ffi::sqlite3_file) -> &'a mut OpenFile {
    // SAFETY: by the caller's promise `open` points to the box that `open` made; SQLite uses a file from one thread at a time.
    unsafe { &mut *(*file.cast::<ShimFile>()).open }
}

/// # Safety
/// `name` is null or a C string.
unsafe fn path_of(name: *const c_char) -> Option<PathBuf> {
    if name.is_null() {
        return None;
    }
    // SAFETY: by the caller's promise.
    let name = unsafe { CStr::from_ptr(name) };
    #[cfg(unix)]
    let path = Some(PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(name.to_bytes())));
    #[cfg(not(unix))]
    let path = name.to_str().ok().map(PathBuf::from);
    path
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives `szOsFile` bytes; a null method table tells it that there is nothing to close.
    unsafe { (*file).pMethods = std::ptr::null() };
    // SAFETY: SQLite passes our own VFS and a C string or null.
    let (shared, path) = unsafe { (shared(vfs), path_of(name)) };
    // A file without a name is a temporary one; those are kept in memory (`temp_store`).
    let Some(path) = path else { return ffi::SQLITE_CANTOPEN };
    let create = flags & ffi::SQLITE_OPEN_CREATE != 0;
    let how = match (flags & ffi::SQLITE_OPEN_READWRITE != 0, create, flags & ffi::SQLITE_OPEN_EXCLUSIVE != 0) {
        (true, true, true) => Opening::CreateNew { mode: 0o600 },
        (true, true, false) => Opening::WriteOrCreate,
        (true, false, _) => Opening::Write,
        (false, ..) => Opening::Read,
    };
    let name_unsafe = create && shared.disk.facts(&path).is_err();
    let handle = match shared.disk.open(&path, how) {
        Ok(handle) => handle,
        // SQLite looks for files that need not be there; what must be there is asked for before.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return ffi::SQLITE_CANTOPEN,
        Err(cause) => return shared.refuse(&path, Doing::Open, cause, ffi::SQLITE_CANTOPEN),
    };
    let delete_on_close = flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0;
    let open = OpenFile { handle, path, shared, locked: false, name_unsafe, delete_on_close };
    // SAFETY: as above; `out_flags` may be null.
    unsafe {
        (*file.cast::<ShimFile>()).open = Box::into_raw(Box::new(open));
        (*file).pMethods = &raw const METHODS;
        if !out_flags.is_null() {
            *out_flags = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_dir: c_int) -> c_int {
    // SAFETY: SQLite passes our own VFS and a C string.
    let (shared, path) = unsafe { (shared(vfs), path_of(name)) };
    let Some(path) = path else { return ffi::SQLITE_IOERR_DELETE };
    match shared.disk.unlink(&path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return ffi::SQLITE_IOERR_DELETE_NOENT,
        Err(cause) => return shared.refuse(&path, Doing::Remove, cause, ffi::SQLITE_IOERR_DELETE),
    }
    match path.parent() {
        Some(folder) if sync_dir != 0 => match shared.disk.fsync_dir(folder) {
            Ok(()) => ffi::SQLITE_OK,
            Err(cause) => shared.refuse(&path, Doing::Fsync, cause, ffi::SQLITE_IOERR_DIR_FSYNC),
        },
        _ => ffi::SQLITE_OK,
    }
}

unsafe extern "C" fn access(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, _flags: c_int, out: *mut c_int) -> c_int {
    // SAFETY: SQLite passes our own VFS, a C string and a place for the answer.
    unsafe {
        let there = path_of(name).is_some_and(|path| shared(vfs).disk.facts(&path).is_ok());
        *out = c_int::from(there);
    }
    ffi::SQLITE_OK
}

/// Every path of ours is absolute already.
unsafe extern "C" fn full_pathname(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    len: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite passes a C string and room for `len` bytes.
    unsafe {
        let bytes = CStr::from_ptr(name).to_bytes_with_nul();
        if bytes.len() > usize::try_from(len).unwrap_or(0) {
            return ffi::SQLITE_CANTOPEN;
        }
        std::ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len());
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once; the box was made in `open`.
    let open = unsafe { *Box::from_raw((*file.cast::<ShimFile>()).open) };
    let OpenFile { handle, path, shared, delete_on_close, .. } = open;
    drop(handle);
    if delete_on_close {
        // SAFETY: the VFS outlives its files. What cannot be removed is found and removed at the next start.
        let _ = unsafe { &*shared }.disk.unlink(&path);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    out: *mut c_void,
    len: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite passes an open file and room for `len` bytes.
    let (open, buffer) =
        unsafe { (opened(file), std::slice::from_raw_parts_mut(out.cast::<u8>(), usize::try_from(len).unwrap_or(0))) };
    buffer.fill(0);
    let mut filled = 0;
    while filled < buffer.len() {
        match open.handle.read_at(&mut buffer[filled..], offset.unsigned_abs() + filled as u64) {
            Ok(0) => return ffi::SQLITE_IOERR_SHORT_READ,
            Ok(more) => filled += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return open.refuse(Doing::Read, cause, ffi::SQLITE_IOERR_READ),
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    len: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite passes an open file and `len` bytes.
    let (open, bytes) =
        unsafe { (opened(file), std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(len).unwrap_or(0))) };
    let done = open.handle.write_at(bytes, offset.unsigned_abs());
    open.code(done, Doing::Write, ffi::SQLITE_IOERR_WRITE)
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite passes an open file.
    let open = unsafe { opened(file) };
    let done = open.handle.truncate(size.unsigned_abs());
    open.code(done, Doing::Write, ffi::SQLITE_IOERR_TRUNCATE)
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: SQLite passes an open file.
    let open = unsafe { opened(file) };
    if let Err(cause) = open.handle.fsync() {
        return open.refuse(Doing::Fsync, cause, ffi::SQLITE_IOERR_FSYNC);
    }
    let Some(folder) = open.path.parent().filter(|_| open.name_unsafe) else { return ffi::SQLITE_OK };
    // SAFETY: the VFS outlives its files.
    let done = unsafe { &*open.shared }.disk.fsync_dir(folder);
    open.name_unsafe = done.is_err();
    open.code(done, Doing::Fsync, ffi::SQLITE_IOERR_DIR_FSYNC)
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, out: *mut ffi::sqlite3_int64) -> c_int {
    // SAFETY: SQLite passes an open file and a place for the answer.
    let open = unsafe { opened(file) };
    match open.handle.facts() {
        Ok(facts) => {
            // SAFETY: as above.
            unsafe { *out = i64::try_from(facts.len).unwrap_or(i64::MAX) };
            ffi::SQLITE_OK
        }
        Err(cause) => open.refuse(Doing::Read, cause, ffi::SQLITE_IOERR_FSTAT),
    }
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    // SAFETY: SQLite passes an open file.
    let open = unsafe { opened(file) };
    if open.locked {
        return ffi::SQLITE_OK;
    }
    match open.handle.try_lock() {
        Ok(true) => {
            open.locked = true;
            ffi::SQLITE_OK
        }
        Ok(false) => ffi::SQLITE_BUSY,
        Err(cause) => open.refuse(Doing::Lock, cause, ffi::SQLITE_IOERR_LOCK),
    }
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    // SAFETY: SQLite passes an open file.
    let open = unsafe { opened(file) };
    if level != ffi::SQLITE_LOCK_NONE || !open.locked {
        return ffi::SQLITE_OK;
    }
    open.locked = false;
    let done = open.handle.unlock();
    open.code(done, Doing::Lock, ffi::SQLITE_IOERR_UNLOCK)
}

/// Whoever asks holds the one lock, so nobody else has reserved anything.
unsafe extern "C" fn check_reserved_lock(_: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    // SAFETY: SQLite passes a place for the answer.
    unsafe { *out = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(_: *mut ffi::sqlite3_file, _op: c_int, _arg: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    4096
}

/// Nothing is promised: a write may tear, and may tear its neighbours in the sector.
unsafe extern "C" fn device_characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    0
}

impl OpenFile {
    fn refuse(&self, doing: Doing, cause: io::Error, code: c_int) -> c_int {
        // SAFETY: the VFS outlives its files.
        unsafe { &*self.shared }.refuse(&self.path, doing, cause, code)
    }

    fn code(&self, done: io::Result<()>, doing: Doing, code: c_int) -> c_int {
        match done {
            Ok(()) => ffi::SQLITE_OK,
            Err(cause) => self.refuse(doing, cause, code),
        }
    }
}

/// SQLite draws its random bits from the system's own VFS and never from another.
unsafe extern "C" fn randomness(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}

/// Nobody waits for a lock here.
unsafe extern "C" fn sleep(_: *mut ffi::sqlite3_vfs, _: c_int) -> c_int {
    0
}

/// No SQL of ours asks for the time; who does is told 1970-01-01, as a Julian day.
unsafe extern "C" fn current_time(_: *mut ffi::sqlite3_vfs, out: *mut f64) -> c_int {
    // SAFETY: SQLite passes a place for the answer.
    unsafe { *out = 2_440_587.5 };
    ffi::SQLITE_OK
}

/// SQLite asks for the system's error number; ours are kept as [`Fault`]s.
unsafe extern "C" fn get_last_error(_: *mut ffi::sqlite3_vfs, _: c_int, _: *mut c_char) -> c_int {
    0
}
