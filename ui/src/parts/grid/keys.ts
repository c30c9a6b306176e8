/** What a key asks of the grid while nothing is being typed. Moves are told by `moves.ts`. */
export type Asked =
  | "copy"
  | "cut"
  | "paste"
  | "all"
  | "line"
  | "column"
  | "fill"
  | "clear"
  | "open"
  | "next"
  | "back"
  | "escape"
  | "why"
  | "flip"
  | "rise"
  | "fall"
  | "menu";

/** A sign that is typed over a cell. */
export type Typed = { typed: string };

/** The letter of a key by its place on the board: on a Cyrillic layout the key's own letter is another one. */
function letter_of(event: KeyboardEvent): string {
  const latin = /^[a-z]$/i.test(event.key);
  return (latin ? event.key : event.code.replace(/^Key/, "")).toUpperCase();
}

const WITH_CTRL: Record<string, Asked> = { A: "all", C: "copy", D: "fill", V: "paste", X: "cut" };

const ALONE: Record<string, Asked> = {
  Backspace: "clear",
  ContextMenu: "menu",
  Delete: "clear",
  Enter: "open",
  Escape: "escape",
  F1: "why",
  F2: "open",
  Tab: "next",
  " ": "flip",
};

/** What a key asks for; null for keys that are somebody else's. */
export function asked_by(event: KeyboardEvent): Asked | Typed | null {
  const far = event.ctrlKey || event.metaKey;
  const { key, shiftKey, altKey } = event;
  if (far && !altKey) {
    if (key === " ") return "column";
    return shiftKey ? null : (WITH_CTRL[letter_of(event)] ?? null);
  }
  if (altKey) return key === "ArrowUp" ? "rise" : key === "ArrowDown" ? "fall" : null;
  if (shiftKey && key === " ") return "line";
  if (shiftKey && key === "Tab") return "back";
  if (shiftKey && key === "F10") return "menu";
  const alone = ALONE[key];
  if (alone) return alone;
  // The search is the window's own, wherever the reader stands.
  return [...key].length === 1 && key !== "/" ? { typed: key } : null;
}

/** Whether a key is the one that is written so: "Ctrl+Shift+D", "Alt+Enter". */
export function is_pressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split("+");
  // "Ctrl++" ends in the plus itself.
  const last = keys.endsWith("+") ? "+" : (parts.at(-1) ?? "");
  const held = (name: string) => parts.includes(name);
  if (held("Ctrl") !== (event.ctrlKey || event.metaKey)) return false;
  if (held("Alt") !== event.altKey) return false;
  // Signs such as the plus need the shift on some boards.
  if (/^\w/.test(last) && held("Shift") !== event.shiftKey) return false;
  return /^[A-Z]$/.test(last) ? letter_of(event) === last : event.key === last;
}
