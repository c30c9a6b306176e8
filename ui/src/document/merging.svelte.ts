import { HERE, problem_of, type MergeReply, type MergeRequest, type Pick, type Problem } from "../host";
import type { Plan } from "./plan.svelte";

/** A copy that is being taken in: what it brings, what both changed, and how that is decided. Nothing is written before. */
export class Merging {
  readonly theirs: string;
  /** The file from which both come, where their histories do not say it. */
  base = $state<string | null>(null);
  reply = $state.raw<MergeReply | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** What the reader has decided, by conflict. */
  picks = $state.raw<ReadonlyMap<string, Pick>>(new Map());
  readonly #plan: Plan;
  #asked = 0;

  constructor(plan: Plan, theirs: string) {
    this.#plan = plan;
    this.theirs = theirs;
  }

  conflicts = $derived.by(() => this.reply?.conflicts ?? []);
  /** How many conflicts are not decided. */
  open = $derived.by(() => this.conflicts.filter(({ key }) => !this.picks.has(key)).length);
  /** Whether the other copy has nothing that is not here. */
  same = $derived.by(
    () => this.reply !== null && this.reply.taken.length === 0 && this.conflicts.length === 0,
  );
  ready = $derived.by(
    () => this.reply !== null && !this.problem && !this.busy && this.open === 0 && !this.same,
  );

  /** The other copy's file, without its folder. */
  get name(): string {
    return file_of(this.theirs);
  }

  /** Asks what merging would do, with what is decided so far. */
  async ask(): Promise<void> {
    await this.#call(true);
  }

  async decide(key: string, pick: Pick): Promise<void> {
    this.picks = new Map(this.picks).set(key, pick);
    await this.ask();
  }

  async decide_all(pick: Pick): Promise<void> {
    this.picks = new Map(this.conflicts.map(({ key }) => [key, pick]));
    await this.ask();
  }

  /** Takes a file as the state from which both come; what was decided was decided about something else. */
  async set_base(path: string): Promise<void> {
    this.base = path;
    this.picks = new Map();
    await this.ask();
  }

  /** Merges, where all is decided. Gives whether the plan was changed. */
  async merge(): Promise<boolean> {
    if (!this.ready) return false;
    this.busy = true;
    try {
      await this.#plan.before_edit();
      const reply = await this.#call(false);
      if (!reply?.changed) return false;
      this.problem = await this.#plan.act(Promise.resolve(reply.changed), HERE);
      return this.problem === null;
    } finally {
      this.busy = false;
    }
  }

  async #call(dry_run: boolean): Promise<MergeReply | null> {
    this.#asked += 1;
    const mine = this.#asked;
    const picks = this.conflicts.flatMap(({ key }) => {
      const pick = this.picks.get(key);
      return pick ? [{ key, pick }] : [];
    });
    const request: MergeRequest = { theirs: this.theirs, base: this.base, picks, dry_run };
    try {
      const reply = await this.#plan.host.call("merge", request, HERE);
      if (mine !== this.#asked) return null;
      this.reply = reply;
      this.problem = null;
      return reply;
    } catch (thrown) {
      if (mine === this.#asked) this.problem = problem_of(thrown);
      return null;
    }
  }
}

/** The last part of a path. */
export function file_of(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
