/** One way to answer. The safe one comes first and has the focus. */
export type Way = { key: string; label: string; main?: boolean };

/** A question that is asked only when something would be lost. */
export type Question = { title: string; text: string; ways: Way[] };

/** The question that is being asked, at most one. */
export class Questions {
  open = $state.raw<Question | null>(null);
  #answer: ((key: string | null) => void) | null = null;

  /** Asks and waits for the key of the chosen way; null when the reader turns away. */
  ask(question: Question): Promise<string | null> {
    this.answer(null);
    this.open = question;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  answer(key: string | null): void {
    const answer = this.#answer;
    this.#answer = null;
    this.open = null;
    answer?.(key);
  }
}
