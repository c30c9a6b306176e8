//! The one command table: what the window, the command line and the tests can ask for.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::wire::*;
use crate::{Problem, ProblemKind, Session};

/// What a command does to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Reads,
    /// It changes the open plan, durably, in its working copy.
    Changes,
    /// It opens, saves or writes files, or keeps settings.
    Files,
}

/// One command of the table.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub sentence: &'static str,
    /// What it does to the world.
    pub effect: Effect,
    pub(crate) answer: fn(&Session, Value) -> Result<Value, Problem>,
    pub(crate) request: fn(&Config) -> String,
    pub(crate) reply: fn(&Config) -> String,
}

macro_rules! commands {
    ($($effect:ident $name:ident($request:ty) -> $reply:ty = $sentence:literal;)+) => {
        /// Every command there is.
        pub static COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            sentence: $sentence,
            effect: Effect::$effect,
            answer: |session, request| {
                let request: $request = read(stringify!($name), request)?;
                let reply: $reply = session.$name(request)?;
                written(stringify!($name), &reply)
            },
            request: <$request as TS>::name,
            reply: <$reply as TS>::name,
        }),+];
    };
}

commands! {
    Reads status(Nothing) -> Status = "Where the open plan stands.";
    Reads grid(GridRequest) -> Grid = "The allocations in groups, with sums per year: a window of the lines.";
    Reads grid_range(GridRangeRequest) -> GridRange = "What a range of the grid's cells comes to.";
    Reads grid_text(GridTextRequest) -> Text = "A range of the grid's cells, as a spreadsheet takes them.";
    Reads row(RowRequest) -> Detail = "Everything about one allocation.";
    Reads choices(Nothing) -> Choices = "What may be chosen for an allocation.";
    Reads schedule(ScheduleRequest) -> ScheduleReply = "A measure by dimensions and period.";
    Reads schedule_csv(ScheduleRequest) -> Text = "The same as CSV.";
    Reads chart(ChartRequest) -> Figure = "A chart with its table and words.";
    Reads concerns(Nothing) -> Vec<Concern> = "What to know before defending the plan.";
    Reads sources(Nothing) -> Vec<Source> = "Where the figures come from.";
    Reads needs(NeedsRequest) -> Vec<NeedLine> = "The sectors against their needs, gross or net of what is funded.";
    Reads needs_csv(NeedsRequest) -> Text = "The same as CSV.";
    Reads rules(Nothing) -> Vec<Rule> = "By which rules unsplit figures were split.";
    Reads limits(Nothing) -> Vec<LimitLine> = "The limits of the reading and the analyst's own, and what is left of them.";
    Reads preview(EditRequest) -> Preview = "What edits would do; nothing is changed.";
    Reads margins(MarginsRequest) -> Margins = "Two dimensions against each other with the sums of both: what balancing starts from.";
    Reads history(HistoryRequest) -> HistoryPage = "What was done to the plan, the latest first.";
    Reads scenarios(ScenariosRequest) -> Vec<ScenarioLine> = "The scenarios as a tree, the base plan first.";
    Reads overrides(OverridesRequest) -> Vec<OverrideLine> = "What a scenario says otherwise than its parent.";
    Reads outcomes(Nothing) -> Outcomes = "How the talks could end, and what is paid then.";
    Reads compare(CompareRequest) -> Compared = "What is different between plans, and what that does to money.";
    Reads versions(Nothing) -> Vec<VersionLine> = "The frozen versions, the latest first.";
    Reads verify(Nothing) -> Verified = "Whether the history leads to the present state.";
    Reads read_amount(ReadAmount) -> AmountRead = "Reads an amount as people type it.";
    Reads steps(Nothing) -> Steps = "The reform steps, their groups and terms, quarter by quarter.";
    Reads step(StepRequest) -> StepDetail = "Everything about one step, and the ledger of its money.";
    Reads booster(BoosterRequest) -> Booster = "What of the booster is released, at risk, not yet due or lost by when.";
    Reads booster_csv(BoosterRequest) -> Text = "The same as CSV.";
    Reads accession(Nothing) -> Accession = "When all steps are met, as a distribution.";
    Reads events(Nothing) -> Vec<EventLine> = "The calendar of events and what they do to money.";
    Reads caps(Nothing) -> Caps = "How much can be absorbed in a year, and when commitments lapse.";
    Reads sanity(Nothing) -> Sanity = "Each year beside the product and beside what others reached.";
    Reads backlog(BacklogRequest) -> BacklogReply = "What waits for room, and what lapsed.";
    Reads backlog_csv(BacklogRequest) -> Text = "The same as CSV.";
    Reads explain(ExplainRequest) -> Explanation = "Why a figure of the schedule is what it is.";
    Reads profile(ProfileRequest) -> ProfileReply = "What a profile makes of an amount.";
    Changes slip(SlipRequest) -> Slip = "Lets a step come later, and tells what that does to money.";
    Changes add_shipped_steps(Nothing) -> Changed = "Adds the shipped steps, terms and events that the plan lacks.";
    Changes add_shipped_scenarios(Nothing) -> Changed = "Adds the shipped scenarios, and the events they need, that the plan lacks.";
    Changes freeze(FreezeRequest) -> Status = "Keeps the present state under a name; it never changes again.";
    Changes return_to(ReturnRequest) -> Changed = "Takes an earlier state up again, as one act.";
    Changes branch(BranchRequest) -> Changed = "Makes a scenario of an earlier state.";
    Changes merge(MergeRequest) -> MergeReply = "Merges a copy that was edited apart, as one act.";
    Changes edit(EditRequest) -> Changed = "Makes changes, all or none.";
    Changes paste(PasteRequest) -> Pasted = "Tells what a block from the clipboard would do, or pastes it, all or nothing.";
    Changes undo(Nothing) -> Changed = "Undoes the latest change.";
    Changes redo(Nothing) -> Changed = "Makes the latest undone change again.";
    Files export_chart(ExportChartRequest) -> Exported = "Writes a chart as SVG, PNG or PDF.";
    Files export_plan(ExportPlanRequest) -> Exported = "Writes the plan as CSV or JSON.";
    Files split_off(SplitRequest) -> Exported = "Writes a scenario as a plan of its own.";
    Files share(ShareRequest) -> Exported = "Writes a copy to be handed on.";
    Files save(SaveRequest) -> Status = "Saves the plan in its file.";
    Files save_as(SaveAsRequest) -> Status = "Saves the plan in a file of that name.";
    Files open(OpenRequest) -> Status = "Opens a plan file.";
    Files open_shipped(Nothing) -> Status = "Opens the shipped plan.";
    Files open_empty(Nothing) -> Status = "Opens a new plan: what ships without its allocations.";
    Files recent(Nothing) -> Vec<Recent> = "The plans that were open lately.";
    Files copies(Nothing) -> Vec<Copy> = "Work that was not saved.";
    Files recover(CopyRequest) -> Status = "Takes up unsaved work.";
    Files discard(CopyRequest) -> Vec<Copy> = "Throws unsaved work away.";
    Files settings(Nothing) -> Settings = "What the reader has set.";
    Files set_settings(SetSettings) -> Settings = "Keeps what the reader sets.";
}

/// The command called `name`.
///
/// # Errors
/// Where there is none.
pub(crate) fn named(name: &str) -> Result<&'static Command, Problem> {
    let unknown = || Problem::usage("unknown-command").with("wanted", name);
    COMMANDS.iter().find(|command| command.name == name).ok_or_else(unknown)
}

/// What a command does to the world; nothing where there is no such command.
#[must_use]
pub fn effect_of(name: &str) -> Option<Effect> {
    COMMANDS.iter().find(|command| command.name == name).map(|command| command.effect)
}

/// The request, or what is wrong with it. No request at all asks for nothing in particular.
fn read<T: DeserializeOwned>(command: &str, request: Value) -> Result<T, Problem> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    // What is wrong in a list of edits is wrong in the reader's data, not in how he called us.
    let kind = if matches!(command, "edit" | "preview") { ProblemKind::Refused } else { ProblemKind::Usage };
    serde_path_to_error::deserialize(request).map_err(|error| {
        let (path, reason) = (error.path().to_string(), error.into_inner().to_string());
        let place = if path == "." { "" } else { path.as_str() };
        let problem = |code: &str| Problem::new(kind, code).with("command", command);
        match missing(&reason) {
            Some((inner, name)) => {
                let steps = [place, inner, name].into_iter().filter(|step| !step.is_empty());
                problem("missing-field").with("field", steps.collect::<Vec<_>>().join("."))
            }
            None if place.is_empty() => problem("request-unread").with("reason", reason),
            None => problem("bad-request").with("field", place).with("reason", reason),
        }
    })
}

/// The field that is missing, and where within the place that is told already.
fn missing(reason: &str) -> Option<(&str, &str)> {
    let (inner, name) = reason.split_once("missing field `")?;
    let inner = if inner.is_empty() { inner } else { inner.strip_suffix(": ")? };
    Some((inner, name.strip_suffix('`')?))
}

fn written<T: Serialize>(command: &str, reply: &T) -> Result<Value, Problem> {
    serde_json::to_value(reply).map_err(|_| Problem::internal(command))
}
