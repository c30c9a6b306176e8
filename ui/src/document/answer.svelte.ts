import { untrack } from "svelte";
import {
  problem_of,
  type CommandName,
  type Host,
  type Outcome,
  type Place,
  type Problem,
  type Reply,
  type Request,
} from "../host";
import type { Plan } from "./plan.svelte";

/** A text that two questions share exactly where they are one. */
function question_key(request: unknown, at?: Place): string {
  return JSON.stringify([request, at ?? null]);
}

/** The latest answer to a question that is asked again and again. An answer that comes late is dropped. */
export class Answer<C extends CommandName> {
  value = $state.raw<Reply<C> | null>(null);
  problem = $state.raw<Problem | null>(null);

  readonly #host: Host;
  readonly #command: C;
  #asked = 0;
  /** The question whose answer has just come along with an edit: it need not be asked again. */
  #handed: string | null = null;

  /** `former` stands until the first answer has come. */
  constructor(host: Host, command: C, former: Reply<C> | null = null) {
    this.#host = host;
    this.#command = command;
    this.value = former;
  }

  /** Asks; the former answer stays in place until the new one has come. */
  async ask(request: Request<C>, at?: Place): Promise<void> {
    if (this.#handed !== null && this.#handed === question_key(request, at)) return;
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const value = await this.#host.call(this.#command, request, at);
      if (mine === this.#asked) this.#take({ ok: value });
    } catch (thrown) {
      if (mine === this.#asked) this.#take({ problem: problem_of(thrown) });
    }
  }

  /**
   * Keeps asking, as long as the component lives that says so: whenever the plan or the question changes, and along with
   * every edit, so that the answer is there as soon as the edit is. Nothing is asked where there is no question.
   */
  stand(plan: Plan, question: () => Request<C> | null, at?: Place): void {
    $effect(() =>
      plan.standing.add({
        call: () => {
          const request = untrack(question);
          if (request === null) return null;
          return { command: this.#command, request, ...(at ? { at } : {}) };
        },
        expect: () => {
          const mine = this.#asked;
          return (request, outcome) => this.#hand(mine, question_key(request, at), outcome);
        },
        settle: () => (this.#handed = null),
      }),
    );
    $effect(() => {
      // A question about a place of its own has the same answer wherever the reader looks.
      void (at ? plan.state_stamp : plan.stamp);
      const request = question();
      if (request !== null) void this.ask(request, at);
    });
  }

  /** Takes an answer that came along with an edit, unless something else was asked in the meantime. */
  #hand(asked: number, question: string, outcome: Outcome): void {
    if (asked !== this.#asked) return;
    this.#asked += 1;
    this.#handed = question;
    this.#take(outcome);
  }

  #take(outcome: Outcome): void {
    if ("problem" in outcome) this.problem = outcome.problem;
    else {
      this.value = outcome.ok as Reply<C>;
      this.problem = null;
    }
  }
}
