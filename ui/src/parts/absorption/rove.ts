/** Arrow keys among the buttons of a table, of which one at a time can be reached with the Tab key. */

const STEPS: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** Moves the focus from the button that has it to its neighbour. Lines and columns are read from `data-line` and `data-col`. */
export function rove(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  const from = document.activeElement as HTMLElement | null;
  if (!step || !from?.dataset["line"] || !event.currentTarget.contains(from)) return;
  const line = Number.parseInt(from.dataset["line"], 10) + step[0];
  const col = Number.parseInt(from.dataset["col"] ?? "0", 10) + step[1];
  const to = event.currentTarget.querySelector<HTMLElement>(`[data-line="${line}"][data-col="${col}"]`);
  if (!to) return;
  event.preventDefault();
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}
