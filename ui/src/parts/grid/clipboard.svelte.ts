import { problem_of } from "../../host";
import type { Leave } from "./handover";
import type { Sheet } from "./sheet.svelte";

/**
 * What is copied from the grid, and what is pasted into it. The web view copies from and pastes into text only: a text field
 * out of sight takes the focus for it, and gives it back as soon as it is done.
 */
export class Clipboard {
  readonly #sheet: Sheet;
  readonly #leave: Leave;
  /** Whether the key that is just pressed belongs to the text field. */
  busy = false;

  constructor(sheet: Sheet, leave: Leave) {
    this.#sheet = sheet;
    this.#leave = leave;
  }

  /** Lets the key that is just pressed copy the selection. Where its text is not ready yet, it is copied as soon as it is. */
  copy(board: HTMLTextAreaElement, cut: boolean): boolean {
    const text = this.#sheet.selection.ready;
    if (text === null) {
      void this.copy_now(board, cut);
      return true;
    }
    return this.#lend(board, text);
  }

  /** Makes the text field ready for the key that is just pressed to paste into. */
  ready(board: HTMLTextAreaElement): boolean {
    return this.#lend(board, "");
  }

  /** Copies the selection without a key. */
  async copy_now(board: HTMLTextAreaElement, cut = false): Promise<void> {
    try {
      board.value = await this.#sheet.selection.text();
      board.select();
      // The web view lets a page copy for as long as it remembers the key; after that the reader presses it once more.
      if (!document.execCommand(cut ? "cut" : "copy")) this.#sheet.refuse("grid-copy-again");
    } catch (thrown) {
      this.#sheet.refuse_with(problem_of(thrown));
    }
    this.#leave(0, 0);
  }

  /** Pastes without a key, where the web view lets a page read the clipboard; elsewhere says which keys do it. */
  paste_now(board: HTMLTextAreaElement): void {
    this.#lend(board, "");
    if (document.execCommand("paste")) return;
    this.#leave(0, 0);
    this.#sheet.refuse("paste-press-keys");
  }

  /** Hands what lies on the clipboard over. */
  paste(data: DataTransfer | null): void {
    const sheet = this.#sheet;
    const { plan, view } = sheet.desk;
    if (plan.frozen) return sheet.refuse_frozen();
    const row = sheet.line(sheet.block.top);
    const column = sheet.columns[sheet.block.left];
    view.handed = {
      kind: "paste",
      text: data?.getData("text/plain") ?? "",
      html: data?.getData("text/html") || null,
      at: row?.kind === "row" && column ? { row: row.code, column: column.id } : null,
      query: view.query,
      leave: this.#leave,
    };
  }

  #lend(board: HTMLTextAreaElement, text: string): boolean {
    board.value = text;
    board.focus({ preventScroll: true });
    board.select();
    this.busy = true;
    queueMicrotask(() => (this.busy = false));
    return true;
  }
}
