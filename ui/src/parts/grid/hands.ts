import type { Desk } from "../../document/desk";
import type { Clipboard } from "./clipboard.svelte";
import type { Chosen, GridAct, Leave } from "./handover";
import { asked_by, is_pressed, type Asked } from "./keys";
import { offers } from "./offers";
import type { Sheet } from "./sheet.svelte";
import type { Typing } from "./typing.svelte";

/** What the hands lie on. */
export type Reach = {
  sheet: Sheet;
  typing: Typing;
  clipboard: Clipboard;
  /** Moves on by so many lines and columns, and brings the active cell into sight. */
  leave: Leave;
  show_menu: () => void;
  /** The text field that the web view copies from and pastes into. */
  board: () => HTMLTextAreaElement;
};

/** What keys do in the grid, and what its menu lists. */
export class Hands {
  readonly #reach: Reach;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  get #desk(): Desk {
    return this.#reach.sheet.desk;
  }

  /** Does what a key asks for. A key that is somebody else's is left alone. */
  press(event: KeyboardEvent): void {
    if ((event.target as HTMLElement).closest("input, textarea, select, button, [data-over]")) return;
    const asked = asked_by(event);
    const used =
      this.#act(event) ||
      this.#move(event) ||
      (asked !== null && (typeof asked === "string" ? this.#obey(asked) : this.#type(asked.typed)));
    // What the clipboard's own keys do is left to the text that has just taken the focus.
    if (used && !this.#reach.clipboard.busy) event.preventDefault();
  }

  /** Opens what Enter opens: the group, the editor of the cell, or what the cell can be asked about. */
  open(): void {
    const { sheet, typing, leave } = this.#reach;
    const { active, active_column: column } = sheet;
    if (active?.kind === "group" && sheet.at.col < sheet.label_columns) return sheet.fold(active.path);
    if (!column) return;
    if (column.editor !== null && (active?.kind === "row" || column.id === "amount")) {
      return void typing.start(null, leave);
    }
    if (!this.#ask_why()) this.#desk.view.show_side("row");
  }

  /** What can be done with the selected cells. */
  cell_acts(): GridAct[] {
    const { typing, clipboard, leave, board } = this.#reach;
    const { t } = this.#desk.reader;
    const enabled = !this.#desk.plan.frozen;
    return [
      { key: "copy", label: t("grid-copy"), keys: "Ctrl+C", run: () => clipboard.copy_now(board()) },
      {
        key: "paste",
        label: t("grid-paste"),
        keys: "Ctrl+V",
        enabled,
        run: () => clipboard.paste_now(board()),
      },
      { key: "fill", label: t("grid-fill"), keys: "Ctrl+D", enabled, run: () => typing.fill_down() },
      { key: "clear", label: t("grid-clear"), keys: "Delete", enabled, run: () => typing.clear(leave) },
    ];
  }

  /** What the menu lists for the selection. */
  acts(chosen: Chosen | null): GridAct[] {
    const { sheet } = this.#reach;
    const { t } = this.#desk.reader;
    const column = sheet.active_column;
    const heading = column ? sheet.heading(column) : "";
    return [
      {
        key: "why",
        label: t("act-why"),
        keys: "F1",
        enabled: sheet.why !== null,
        run: () => this.#ask_why(),
      },
      ...this.cell_acts(),
      ...(chosen ? offers(this.#desk, chosen) : []),
      {
        key: "rise",
        label: t("grid-order-rise", { column: heading }),
        keys: "Alt+↑",
        enabled: column !== null,
        run: () => column && sheet.order_by(column, false),
      },
      {
        key: "fall",
        label: t("grid-order-fall", { column: heading }),
        keys: "Alt+↓",
        enabled: column !== null,
        run: () => column && sheet.order_by(column, true),
      },
    ];
  }

  /** Opens the chain of the active year's figure. Says whether the cell has one. */
  #ask_why(): boolean {
    const { why } = this.#reach.sheet;
    if (why) this.#desk.view.ask_why(why);
    return why !== null;
  }

  /** Follows a key that folds a group, or that moves. */
  #move(event: KeyboardEvent): boolean {
    const { sheet, leave } = this.#reach;
    if (event.altKey) return false;
    const far = event.ctrlKey || event.metaKey;
    const right = event.key === "ArrowRight";
    const folds = (right || event.key === "ArrowLeft") && !far && !event.shiftKey && sheet.fold_active(right);
    if (!folds && !sheet.step(event.key, far, event.shiftKey)) return false;
    this.#desk.view.follow(sheet.why);
    leave(0, 0);
    return true;
  }

  #tab(back: boolean): boolean {
    const { sheet, leave } = this.#reach;
    const { row, col } = sheet.at;
    const { rows, cols } = sheet.size;
    const over = back ? col === 0 : col === cols - 1;
    // From the first and from the last cell the way leads out of the grid.
    if (over && (back ? row === 0 : row === rows - 1)) return false;
    const step = back ? -1 : 1;
    if (over) leave(step, back ? cols - 1 : 1 - cols);
    else leave(0, step);
    return true;
  }

  /** Does what a key asks for; says whether there was something to do. */
  #obey(asked: Asked): boolean {
    const { sheet, typing, clipboard, leave, show_menu, board } = this.#reach;
    const column = sheet.active_column;
    switch (asked) {
      case "copy":
      case "cut":
        return clipboard.copy(board(), asked === "cut");
      case "paste":
        return clipboard.ready(board());
      case "next":
      case "back":
        return this.#tab(asked === "back");
      case "why":
        return this.#ask_why();
      case "open":
        this.open();
        return true;
      case "menu":
        show_menu();
        return true;
      case "escape":
        sheet.restore();
        return true;
      case "clear":
        void typing.clear(leave);
        return true;
      case "fill":
        void typing.fill_down();
        return true;
      case "flip":
        if (column?.editor === "flag") void typing.flip();
        return true;
      case "rise":
      case "fall":
        if (column) sheet.order_by(column, asked === "fall");
        return true;
      default:
        sheet.select_whole(asked !== "column", asked !== "line");
        return true;
    }
  }

  /** Does what can be done with the selection by this key. */
  #act(event: KeyboardEvent): boolean {
    const { chosen } = this.#desk.view;
    if (!(event.ctrlKey || event.metaKey || event.altKey) || chosen === null) return false;
    const found = offers(this.#desk, chosen).find(
      ({ keys }) => keys !== undefined && is_pressed(keys, event),
    );
    if (!found || found.enabled === false) return false;
    found.run();
    return true;
  }

  /** Types a sign over the active cell. Figures begin with a figure; a question mark asks why. */
  #type(typed: string): boolean {
    if (typed === "?") return this.#ask_why();
    const { sheet, typing, leave } = this.#reach;
    const editor = sheet.active_column?.editor;
    const words = editor === "choice" || editor === "text" || editor === "quarter";
    if (!words && !/^[\d.,\-\u2212]$/.test(typed)) return false;
    void typing.start(typed, leave);
    return true;
  }
}
