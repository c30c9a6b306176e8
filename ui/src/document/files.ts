import { own_problem, problem_of, type CompareRequest, type Problem, type Status } from "../host";
import type { Desk } from "./desk";

export const PLAN_EXTENSION = "tranche";
/** Charts leave the window at one size, whatever the window's: the same plan gives the same bytes. */
const EXPORT_WIDTH = 1200;
const EXPORT_HEIGHT = 675;

export type ChartFormat = "png" | "svg" | "pdf";

/** A plan's name as a file's name. */
export function file_name(name: string, extension: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} ,()_-]+/gu, " ")
    .trim()
    .slice(0, 80);
  return `${plain || "plan"}.${extension}`;
}

function said_saved(desk: Desk, status: Status): void {
  desk.plan.saved(status);
  desk.notices.say(desk.reader.t("notice-saved", { name: status.name }), status.path);
}

/** Runs a task that writes or reads a file; what goes wrong is shown above the screen. */
export async function attempt(desk: Desk, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (thrown) {
    desk.plan.problem = problem_of(thrown);
  }
}

/** Asks before a file is replaced that this program did not write last. */
async function ask_about_changed_file(desk: Desk, problem: Problem): Promise<void> {
  const { t } = desk.reader;
  const way = await desk.questions.ask({
    title: t("question-changed-title"),
    text: problem.message,
    ways: [
      { key: "copy", label: t("question-changed-copy"), main: true },
      { key: "replace", label: t("question-changed-replace") },
    ],
  });
  if (way === "copy") await save_as(desk);
  if (way === "replace") said_saved(desk, await desk.host.call("save", { replace: true }));
}

/** Saves in the plan's place; asks for a place where there is none. */
export function save(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    if (desk.plan.status?.path === null) return save_as(desk);
    try {
      said_saved(desk, await desk.host.call("save", {}));
    } catch (thrown) {
      const problem = problem_of(thrown);
      if (problem.code === "needs-place") return save_as(desk);
      if (problem.code === "file-changed") return ask_about_changed_file(desk, problem);
      throw thrown;
    }
  });
}

/** What the reader is asked to choose a place for. */
type Writing = {
  title: string;
  suggested: string;
  extensions: string[];
  write: (path: string, replace: boolean) => Promise<unknown>;
};

/** Writes where the reader chooses, and asks before another file is replaced. Gives the path, or null. */
export async function write_to(desk: Desk, writing: Writing): Promise<string | null> {
  const { title, suggested, extensions, write } = writing;
  const place = await desk.host.pick_save(title, suggested, extensions);
  if (place === null) return null;
  const { path } = place;
  try {
    await write(path, place.replace);
    return path;
  } catch (thrown) {
    const problem = problem_of(thrown);
    if (problem.code !== "file-exists") throw thrown;
    const { t } = desk.reader;
    const way = await desk.questions.ask({
      title: t("question-exists-title"),
      text: problem.message,
      ways: [
        { key: "other", label: t("question-exists-other"), main: true },
        { key: "replace", label: t("question-exists-replace") },
      ],
    });
    if (way === "other") return write_to(desk, writing);
    if (way !== "replace") return null;
    await write(path, true);
    return path;
  }
}

/** Saves in a place that the reader chooses. */
export function save_as(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    const status = desk.plan.status;
    await write_to(desk, {
      title: desk.reader.t("act-save-as"),
      suggested: status?.path ?? file_name(status?.name ?? "", PLAN_EXTENSION),
      extensions: [PLAN_EXTENSION],
      write: async (path, replace) => said_saved(desk, await desk.host.call("save_as", { path, replace })),
    });
  });
}

export function open_path(desk: Desk, path: string): Promise<void> {
  return attempt(desk, async () => {
    await desk.take(await desk.host.call("open", { path }));
  });
}

/** Opens a plan that the reader chooses. */
export function open(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    const path = await desk.host.pick_open(desk.reader.t("act-open"));
    if (path !== null) await open_path(desk, path);
  });
}

/** Opens the plan that ships with the program. */
export function open_shipped(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    await desk.take(await desk.host.call("open_shipped", {}));
  });
}

/** Opens a new plan that has no rows yet. */
export function open_empty(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    await desk.take(await desk.host.call("open_empty", {}));
  });
}

/** Writes something that leaves the program, and says where it is. */
async function export_to(desk: Desk, name: string, format: string, write: Writing["write"]): Promise<void> {
  const path = await write_to(desk, {
    title: desk.reader.t("export-as", { format: format.toUpperCase() }),
    suggested: file_name(name, format),
    extensions: [format],
    write,
  });
  if (path !== null) desk.notices.say(desk.reader.t("notice-exported"), path);
}

/** Writes a chart as a file for a memo. */
export function export_chart(
  desk: Desk,
  name: string,
  format: ChartFormat,
  compare?: CompareRequest,
): Promise<void> {
  const label = desk.plan.choices?.charts.find((chart) => chart.name === name)?.label ?? name;
  const size = { width: EXPORT_WIDTH, height: EXPORT_HEIGHT };
  return attempt(desk, () =>
    export_to(desk, `${desk.plan.status?.name ?? ""} ${label}`, format, (path, replace) =>
      desk.host.call("export_chart", {
        name,
        path,
        ...size,
        theme: "light",
        replace,
        ...(compare ? { compare } : {}),
      }),
    ),
  );
}

/** Writes the whole plan as a table or as data. */
export function export_plan(desk: Desk, format: "csv" | "json"): Promise<void> {
  return attempt(desk, () =>
    export_to(desk, desk.plan.status?.name ?? "", format, (path, replace) =>
      desk.host.call("export_plan", { path, replace }),
    ),
  );
}

/** Replays the plan's history and says whether it leads to its present. */
export function verify(desk: Desk): Promise<void> {
  return attempt(desk, async () => {
    const { ok, message } = await desk.host.call("verify", {});
    if (ok) desk.notices.say(message);
    else desk.plan.problem = own_problem("verify-failed", message);
  });
}

/** Does or undoes a step of the plan's history and shows what it touched. */
export async function step_back(desk: Desk): Promise<void> {
  show_step(desk, await desk.plan.undo());
}

export async function step_forward(desk: Desk): Promise<void> {
  show_step(desk, await desk.plan.redo());
}

function show_step(desk: Desk, problem: Problem | null): void {
  desk.plan.problem = problem;
  const [first] = desk.plan.touched;
  if (!problem && first !== undefined && desk.view.screen === "allocate") desk.view.find(first);
}
