import { problem_of, type Host, type Problem, type StockLine } from "../../host";

/** How the money of each cluster stands in each quarter. The answers of all clusters are taken together, or none. */
export class Stocks {
  of_cluster = $state.raw<ReadonlyMap<string, readonly StockLine[]>>(new Map());
  problem = $state.raw<Problem | null>(null);
  readonly #host: Host;
  #asked = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Asks for these clusters; an answer that was overtaken is dropped. */
  async ask(clusters: readonly string[]): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const replies = await Promise.all(
        clusters.map((cluster) => this.#host.call("booster", { every: "quarter", cluster })),
      );
      if (mine !== this.#asked) return;
      this.of_cluster = new Map(clusters.map((cluster, at) => [cluster, replies[at]?.periods ?? []]));
      this.problem = null;
    } catch (thrown) {
      if (mine === this.#asked) this.problem = problem_of(thrown);
    }
  }
}
