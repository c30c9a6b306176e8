import {
  problem_of,
  type CommandName,
  type Host,
  type Place,
  type Problem,
  type Reply,
  type Request,
} from "../host";

/** The latest answer to a question that is asked again and again. An answer that comes late is dropped. */
export class Answer<C extends CommandName> {
  value = $state.raw<Reply<C> | null>(null);
  problem = $state.raw<Problem | null>(null);

  readonly #host: Host;
  readonly #command: C;
  #asked = 0;

  /** `former` stands until the first answer has come. */
  constructor(host: Host, command: C, former: Reply<C> | null = null) {
    this.#host = host;
    this.#command = command;
    this.value = former;
  }

  /** Asks; the former answer stays in place until the new one has come. */
  async ask(request: Request<C>, at?: Place): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const value = await this.#host.call(this.#command, request, at);
      if (mine !== this.#asked) return;
      this.value = value;
      this.problem = null;
    } catch (thrown) {
      if (mine === this.#asked) this.problem = problem_of(thrown);
    }
  }
}
