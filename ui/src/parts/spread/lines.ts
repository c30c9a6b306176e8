import type { Reader } from "../../document/reader.svelte";
import type { Preview, Problem } from "../../host";
import { AFTER } from "../grid/columns";

/** A line of a preview: what a row, or a cell of it, would become. */
export type PreviewLine = {
  key: string;
  /** What people call the row: its code. */
  row: string;
  /** What the row is. */
  what: string;
  /** Which field it is about; empty where all lines are about one. */
  field: string;
  before: string;
  after: string;
  /** How much more or less it becomes, in the reader's format, where it is an amount. */
  by: string | null;
  /** Why it is refused, where it is. */
  problem: Problem | null;
};

/** More is written with a plus, less with a minus. */
export function signed(amount: string, reader: Reader): string {
  return amount.startsWith("-") ? reader.exact(amount) : `+${reader.exact(amount)}`;
}

/** What a preview tells, line by line. Amounts stand to the cent: what a row gives or takes may be less than a million. */
export function lines_of({ changes, years }: Preview, reader: Reader): PreviewLine[] {
  const fields = new Set(changes.flatMap(({ field }) => (field === null ? [] : [field])));
  const named = fields.size > 1 || years.length > 0;
  const lines = changes.map((line) => told(line, named ? line.field_label : "", reader));
  const [first] = lines;
  if (!first) return lines;
  // Where one row alone changes, its years say what its profile cannot.
  return lines.concat(
    years.map(({ period, before, after, by }) => ({
      key: `year/${period}`,
      row: first.row,
      what: first.what,
      field: period === AFTER ? reader.t("column-after") : period,
      before: reader.exact(before),
      after: reader.exact(after),
      by: signed(by, reader),
      problem: null,
    })),
  );
}

function told(line: Preview["changes"][number], field: string, reader: Reader): PreviewLine {
  const { by, change } = line;
  const amount = (text: string, label: string) => (by !== null && text !== "" ? reader.exact(text) : label);
  const comes = change === "added" && by !== null ? reader.exact(by) : line.after_label;
  const went = change === "removed" && by !== null ? reader.exact(by.replace("-", "")) : line.before_label;
  return {
    key: `${line.table}/${line.id}/${line.field ?? ""}`,
    row: line.row,
    what: line.label,
    field,
    before: change === "added" ? reader.t("preview-new") : amount(line.before, went),
    after: change === "removed" ? reader.t("preview-gone") : amount(line.after, comes),
    by: by === null ? null : signed(by, reader),
    problem: null,
  };
}
