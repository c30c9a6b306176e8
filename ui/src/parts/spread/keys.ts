/** Keys with Ctrl that mean something in the grid and something else in a text. */
const OF_A_TEXT = new Set(["KeyA", "KeyC", "KeyD", "KeyV", "KeyX", "KeyY", "KeyZ"]);

/** Whether a key belongs to where it was pressed, and not to the grid around it. What the whole window listens to does not. */
export function own_keys(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey) || OF_A_TEXT.has(event.code);
}

const STOPS = 'input:not(:disabled), select:not(:disabled), button:not(:disabled), [tabindex="0"]';

/** Keeps the focus among a piece's own fields: from the last it goes to the first. Says whether it had to. */
export function wrapped(root: HTMLElement, back: boolean): boolean {
  const stops = [...root.querySelectorAll<HTMLElement>(STOPS)];
  const edge = back ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return false;
  (back ? stops.at(-1) : stops[0])?.focus();
  return true;
}
