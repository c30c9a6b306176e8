import type { Reader } from "../../document/reader.svelte";
import type { Preview, Problem } from "../../host";

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
export function lines_of({ changes }: Preview, reader: Reader): PreviewLine[] {
  const fields = new Set(changes.map(({ field }) => field));
  return changes.map((line) => {
    const { by } = line;
    const amount = (text: string, label: string) => (by !== null && text !== "" ? reader.exact(text) : label);
    return {
      key: `${line.table}/${line.id}/${line.field ?? ""}`,
      row: line.row,
      what: line.label,
      field: fields.size > 1 ? line.field_label : "",
      before: line.change === "added" ? reader.t("preview-new") : amount(line.before, line.before_label),
      after: line.change === "removed" ? reader.t("preview-gone") : amount(line.after, line.after_label),
      by: by === null ? null : signed(by, reader),
      problem: null,
    };
  });
}
