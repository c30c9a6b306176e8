import axe from "axe-core";
import type { Changed, Edit, ScheduleReply, Status } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { open_window, replies } from "./desk";

const status = replies["status"] as Status;

export const schedule: ScheduleReply = {
  measure: "paid",
  dimensions: ["sector"],
  lines: [
    { keys: ["housing"], period: "2026", amount: "1000000000.00" },
    { keys: ["energy"], period: "2026", amount: "2000000000.00" },
    { keys: ["energy"], period: "after", amount: "500000000.00" },
  ],
};

export function changed(revision: number): Changed {
  return { revision, status: { ...status, revision }, rows: [], tables: [], label: "" };
}

/** The window, with edits that succeed. */
export function open(answers: Answers = {}) {
  let revision = status.revision;
  return open_window({
    schedule: ({ by }) => (by.length > 0 ? schedule : { ...schedule, dimensions: [], lines: [] }),
    edit: () => changed((revision += 1)),
    ...answers,
  });
}

export type Page = Awaited<ReturnType<typeof open>>;

export const asked = (page: Page, command: string) =>
  page.host.asked.filter((each) => each.command === command).map((each) => each.request);
export const edits = (page: Page) =>
  asked(page, "edit").map((request) => (request as { edits: Edit[] }).edits);

export async function violations(page: Page) {
  const found = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
