/** Cells as a spreadsheet takes them: tabs between, a line for each row. */
export function as_tsv(cells: string[][]): string {
  const plain = (cell: string) => cell.replace(/[\t\r\n]+/g, " ");
  return cells.map((row) => row.map(plain).join("\t")).join("\n");
}

/** The lines of a pasted block. Spreadsheets end a block in a line break, which is no cell. */
export function from_tsv(text: string): string[][] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => line.split("\t"));
}
