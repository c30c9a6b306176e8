import { tick } from "svelte";
import type { Call, Outcome } from "../host";

/** A question that is on view, and goes along with every edit. */
export type Question = {
  /** What is to be asked now, if anything. */
  call: () => Call | null;
  /** Asked when the call leaves; what it returns takes the answer. */
  expect: () => (request: unknown, outcome: Outcome) => void;
  /** Everything that an edit led to has been taken up: from now on a question is asked again. */
  settle: () => void;
};

/** Questions that left with an edit and wait for its answer. */
export type Asked = { calls: Call[]; take: (outcomes: readonly Outcome[]) => void };

/** The questions that are on view. */
export class Standing {
  readonly #questions = new Set<Question>();

  /** Adds a question; what is returned takes it away again. */
  add(question: Question): () => void {
    this.#questions.add(question);
    return () => this.#questions.delete(question);
  }

  /** All that is to be asked along with an edit. */
  ask(): Asked {
    const asked = [...this.#questions].flatMap((question) => {
      const call = question.call();
      return call ? [{ call, hand: question.expect() }] : [];
    });
    return {
      calls: asked.map(({ call }) => call),
      take: (outcomes) => {
        for (const [at, { call, hand }] of asked.entries()) {
          const outcome = outcomes[at];
          if (outcome) hand(call.request, outcome);
        }
      },
    };
  }

  /** Lets every answer go that came with an edit, once the page has taken it up. */
  async settle(): Promise<void> {
    await tick();
    for (const question of this.#questions) question.settle();
  }
}
