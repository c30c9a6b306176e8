import { queries, render, type RenderResult } from "@testing-library/svelte";
import type { Component } from "svelte";
import { vi } from "vitest";
import { Desk } from "../src/document/desk";
import {
  own_problem,
  Refused,
  type Changed,
  type Edit,
  type GridRow,
  type Preview,
  type Settings,
  type Status,
} from "../src/host";
import { recorded, type Answers } from "../src/host/recorded";
import { replies } from "./desk";
import Laid from "./Laid.svelte";

const status = replies["status"] as Status;
const settings = replies["settings"] as Settings;

/** Amounts as the bridge reads those that are typed here. */
const READ: Record<string, string> = {
  "110bn": "110000000000.00",
  "120bn": "120000000000.00",
  "30bn": "30000000000.00",
  "20bn": "20000000000.00",
  "2": "2.00",
};

/** What edits would do: two rows grow by five billion each, and a locked one stays. */
export const preview: Preview = {
  sentence: "Change the amounts of 2 energy rows, together 110.0 bn",
  changes: ["A001", "A002"].map((code, at) => ({
    table: "allocations",
    table_label: "Allocation",
    id: String(at + 1).padStart(32, "0"),
    row: code,
    label: "Ukraine Facility, Energy",
    change: "changed",
    field: "amount",
    field_label: "Amount",
    before: "50000000000.00",
    after: "55000000000.00",
    before_label: "USD 50.0 bn",
    after_label: "USD 55.0 bn",
    sentence: `${code}: amount rises`,
    effect: null,
    by: "5000000000.00",
  })),
  more: 0,
  rows: 2,
  held: 1,
  allocated: ["800000000000.00", "810000000000.00"],
  unallocated: ["0.00", "-10000000000.00"],
  limits: [{ name: "Public", before: "0.00", after: "10000000000.00" }],
  notes: [],
  years: [],
};

/** A row as the grid tells it. */
export function row_of(code: string, rest: Partial<GridRow> = {}): GridRow {
  const id = code.slice(1).padStart(32, "0");
  const words = Object.fromEntries(
    ["programme", "funder", "instrument", "capital", "sector", "purpose", "profile", "amount_grade"].flatMap(
      (field) => [
        [field, field],
        [`${field}_label`, `${field} of ${code}`],
      ],
    ),
  );
  const row = {
    ...words,
    id,
    code,
    cluster: null,
    cluster_label: null,
    amount: "50000000000.00",
    share: "6.25",
    start: "2027-Q1",
    end: "2030-Q4",
    locked: false,
    sources: [],
    cited: [],
    overridden: [],
    own: false,
    note: "",
    priority: 5,
  } as unknown as GridRow;
  return { ...row, ...rest };
}

/** What is asked of a piece that stands: it is never given other props. */
type Shown = Omit<RenderResult<Component, typeof queries>, "rerender" | "component">;

/** A piece of the window on recorded replies; edits are previewed as above, and succeed. */
export async function lay<P extends Record<string, unknown>>(
  piece: Component<P>,
  props: P,
  answers: Answers = {},
) {
  let { revision } = status;
  const changed = (): Changed => {
    revision += 1;
    return { revision, status: { ...status, revision }, rows: [], tables: [], label: "" };
  };
  const host = recorded(replies, {
    settings: () => ({ ...settings, layout: { ...settings.layout, author_asked: "yes" } }),
    set_settings: ({ settings }) => settings,
    read_amount: ({ text }) => {
      const amount = READ[text.trim()];
      if (amount === undefined) throw new Refused(own_problem("amount-unread", `“${text}” is no amount.`));
      return { amount };
    },
    preview: () => preview,
    edit: changed,
    ...answers,
  });
  const desk = new Desk(host);
  await desk.start();
  await desk.plan.load_choices();
  const page = render(Laid as Component<{ desk: Desk; piece: Component<P>; props: P }>, {
    props: { desk, piece, props },
  });
  return { ...(page as Shown), desk, host };
}

export type Laying = Awaited<ReturnType<typeof lay>>;

/** What was asked of the bridge by a command, in order. */
export const asked_of = (page: Laying, command: string) =>
  page.host.asked.filter((each) => each.command === command).map((each) => each.request);
/** The edits of the last edit, or of the last preview. */
export const last_edits = (page: Laying, command: "edit" | "preview" = "edit") =>
  (asked_of(page, command).at(-1) as { edits: Edit[] } | undefined)?.edits;

export const leave = () => vi.fn<(rows: number, cols: number) => void>();
