//! The TypeScript of everything that crosses the door, in one file.

use std::fmt::Write as _;

use ts_rs::{Config, TS};

use crate::commands::COMMANDS;
use crate::wire::*;
use crate::{Problem, ProblemKind};

macro_rules! declared {
    ($($name:ty),+ $(,)?) => {
        fn declarations(config: &Config) -> Vec<String> {
            vec![$(<$name as TS>::decl(config)),+]
        }
    };
}

declared![
    Amount,
    ProblemKind,
    Problem,
    Dim,
    Nothing,
    Text,
    Reading,
    StripKey,
    StripItem,
    ConcernCounts,
    Counts,
    Status,
    Severity,
    Concern,
    Source,
    NeedLine,
    Rule,
    SliceWire,
    LimitKindWire,
    LimitLine,
    EntryKind,
    Entry,
    Changed,
    Verified,
    ReadAmount,
    AmountRead,
    Paid,
    Row,
    GridRequest,
    Filter,
    GridTotal,
    GridRow,
    GridLine,
    Grid,
    RowRequest,
    Curve,
    PeriodAmount,
    Detail,
    Choice,
    ProgrammeChoice,
    InstrumentChoice,
    ParameterChoice,
    ProfileChoice,
    ChartChoice,
    ChapterChoice,
    Choices,
    Names,
    ChapterLine,
    TermsLine,
    ClusterLine,
    ExpectedRelease,
    StepLine,
    Steps,
    StepRequest,
    StockLine,
    StepRow,
    StepDetail,
    BoosterRequest,
    Booster,
    SlipRequest,
    Slip,
    AccessionQuarter,
    Accession,
    EffectLine,
    EventLine,
    CapYearLine,
    CapLine,
    LapseLine,
    Caps,
    SanityYearLine,
    PacePoint,
    YardstickLine,
    Sanity,
    BacklogRequest,
    BacklogRow,
    BacklogReply,
    ExplainRequest,
    ExplainTarget,
    ExplainLink,
    ExplainStanding,
    ExplainRow,
    Explanation,
    ParameterText,
    ProfileRequest,
    ProfileReply,
    FigureTheme,
    ChartRequest,
    ExportChartRequest,
    ExportPlanRequest,
    Exported,
    Table,
    HoverLine,
    Hover,
    Figure,
    ScheduleRequest,
    ScheduleLine,
    ScheduleReply,
    SaveRequest,
    SaveAsRequest,
    OpenRequest,
    Recent,
    Copy,
    CopyRequest,
    Theme,
    Locale,
    Numbers,
    Settings,
    SetSettings,
    Balance,
    NewRow,
    NewLimit,
    NewStep,
    StepPatch,
    NewTerms,
    NewEffect,
    NewEvent,
    EventPatch,
    NewCap,
    CapPatch,
    Act,
    Edit,
    EditRequest,
];

/// The whole of `ui/src/host/bindings.ts`. A test compares it with the file in the tree.
#[must_use]
pub fn typescript() -> String {
    let config = Config::default();
    let mut text = String::from("// Written from the bridge's types; `./dev bless` writes it anew. Do not edit.\n\n");
    for declaration in declarations(&config) {
        let _ = writeln!(text, "export {declaration}\n");
    }
    text.push_str("/** The one command table: what is asked for, and what is answered. */\nexport type Commands = {\n");
    for command in COMMANDS {
        let (request, reply) = ((command.request)(&config), (command.reply)(&config));
        let _ = writeln!(
            text,
            "  /** {} */\n  {}: {{ request: {request}; reply: {reply} }};",
            command.sentence, command.name
        );
    }
    text.push_str("};\n");
    text
}
