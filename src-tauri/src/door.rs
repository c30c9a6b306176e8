//! The one door between the page and the plan: `call { command, request, at }` in, a reply or a `Problem` out; or several
//! calls in and as many answers out, so that an act and what the screen asks because of it cross it together.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use bridge::wire::{Answer, Call, Place};
use bridge::{Options, Problem, Session, Words};
use serde_json::Value;
use tauri::State;

/// The open session, made on first use, and the calls under way in it.
pub struct Door {
    data: PathBuf,
    opening: Mutex<Option<PathBuf>>,
    session: OnceLock<Result<Session, Problem>>,
    /// Held for reading by every call, taken for writing by [`Door::close`]: the program ends between calls, never inside one.
    under_way: RwLock<()>,
}

impl Door {
    /// A door onto the plans whose working copies, settings and backups lie in the folder `data`. `opening` is the plan file
    /// that the user named at start.
    pub fn new(data: PathBuf, opening: Option<PathBuf>) -> Self {
        Self { data, opening: Mutex::new(opening), session: OnceLock::new(), under_way: RwLock::new(()) }
    }

    /// Starts the session ahead of the first call.
    pub fn open(&self) {
        // Where there is none, every call says why.
        let _ = self.session();
    }

    /// The words of the reader, for what the bridge itself cannot know of.
    pub fn words(&self) -> Words {
        self.session().map_or_else(|_| Words::default(), Session::words)
    }

    /// The session, started here or awaited from the thread that is starting it.
    fn session(&self) -> Result<&Session, Problem> {
        let session = self.session.get_or_init(|| Session::start(Options::in_folder(&self.data)));
        session.as_ref().map_err(Clone::clone)
    }

    /// Waits for the calls under way, lets no further one in, and closes the plan. A save that has begun is finished;
    /// every edit was durable before it was answered, so there is nothing else to keep.
    pub fn close(&self) {
        let last = self.under_way.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(Ok(session)) = self.session.get() {
            session.close();
        }
        // Never released: a call that comes now would be cut off by the end of the process.
        std::mem::forget(last);
    }

    /// Answers one call about a place of the plan. A panic below the door becomes a `Problem`; the plan stays as the last
    /// committed edit left it.
    fn answer(&self, command: &str, request: Value, at: Place) -> Result<Value, Problem> {
        let _call = self.under_way.read().unwrap_or_else(PoisonError::into_inner);
        let asked = || {
            fault_on_request(command);
            self.session()?.at(at).call(command, request)
        };
        catch_unwind(AssertUnwindSafe(asked)).unwrap_or_else(|_| Err(Problem::internal(command)))
    }

    /// Answers several calls in their order, as the session does. One that panics is answered by a `Problem` of its own.
    fn answer_all(&self, calls: Vec<Call>) -> Result<Vec<Answer>, Problem> {
        let _call = self.under_way.read().unwrap_or_else(PoisonError::into_inner);
        Ok(self.session()?.call_all(calls))
    }
}

/// Panics where an end-to-end test asks for it, so that it can see the door answer and the plan stay. A program that is
/// not built for such a test knows no such command.
fn fault_on_request(command: &str) {
    #[allow(clippy::panic)]
    if cfg!(feature = "automation") && command == "panic" {
        panic!("asked for by a test");
    }
}

/// Forwards a command of the table to the bridge, on a thread that may block. It is about the base plan as it is now, where
/// no place is named.
#[tauri::command]
pub async fn call(
    door: State<'_, Arc<Door>>,
    command: String,
    request: Value,
    at: Option<Place>,
) -> Result<Value, Problem> {
    let door = Arc::clone(&door);
    let name = command.clone();
    tauri::async_runtime::spawn_blocking(move || door.answer(&command, request, at.unwrap_or_default()))
        .await
        .unwrap_or_else(|_| Err(Problem::internal(&name)))
}

/// Forwards several calls to the bridge, which answers them one after another. What changes the plan is durable before what
/// follows it is read.
#[tauri::command]
pub async fn call_all(door: State<'_, Arc<Door>>, calls: Vec<Call>) -> Result<Vec<Answer>, Problem> {
    let door = Arc::clone(&door);
    tauri::async_runtime::spawn_blocking(move || door.answer_all(calls))
        .await
        .unwrap_or_else(|_| Err(Problem::internal("call_all")))
}

/// The plan file that the user named at start. Given once, so that a page that is loaded again does not open it again.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "Tauri hands arguments over by value")]
pub fn opening(door: State<'_, Arc<Door>>) -> Option<PathBuf> {
    door.opening.lock().unwrap_or_else(PoisonError::into_inner).take()
}
