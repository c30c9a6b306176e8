import { SvelteSet } from "svelte/reactivity";
import {
  HERE,
  problem_of,
  type Edit,
  type OverrideLine,
  type Place,
  type Problem,
  type ScenarioLine,
  type VersionLine,
} from "../host";
import { Answer } from "./answer.svelte";
import type { Plan } from "./plan.svelte";
import type { Reader } from "./reader.svelte";

/** What the base plan is called where scenarios are named. */
export const BASE = "base";

/** What a dialog about scenarios is asking. */
export type Asking =
  | { kind: "add"; parent: string }
  | { kind: "duplicate" | "rename" | "move"; scenario: ScenarioLine }
  | { kind: "freeze" }
  | { kind: "branch"; place: Place; called: string };

/** The answer to whose edits these are: a name, or none. */
type Author = (name: string | null) => void;

/** The plan's scenarios and versions, and what the scenario that is looked at says differently from its parent. */
export class Scenarios {
  readonly #lines: Answer<"scenarios">;
  readonly #versions: Answer<"versions">;
  readonly #overrides: Answer<"overrides">;
  /** Scenarios whose own scenarios are folded away. */
  readonly closed = new SvelteSet<string>();
  asking = $state.raw<Asking | null>(null);
  /** Waits for whose edits these are, while that is being asked. */
  author = $state.raw<Author | null>(null);
  readonly #plan: Plan;
  readonly #reader: Reader;

  constructor(plan: Plan, reader: Reader) {
    this.#plan = plan;
    this.#reader = reader;
    this.#lines = new Answer(plan.host, "scenarios");
    this.#versions = new Answer(plan.host, "versions");
    this.#overrides = new Answer(plan.host, "overrides");
    plan.before_edit = () => this.#ask_author();
  }

  /** In the order of the tree, the base first. */
  lines = $derived.by((): readonly ScenarioLine[] => this.#lines.value ?? []);
  versions = $derived.by((): readonly VersionLine[] => this.#versions.value ?? []);
  /** Why the scenarios or the versions could not be told. */
  problem = $derived.by((): Problem | null => this.#lines.problem ?? this.#versions.problem);
  #own = $derived.by(() => this.#plan.place.scenario !== null);
  /** What the scenario that is looked at overrides; nothing for the base. */
  overrides = $derived.by((): readonly OverrideLine[] => (this.#own ? (this.#overrides.value ?? []) : []));
  overrides_problem = $derived.by((): Problem | null => (this.#own ? this.#overrides.problem : null));
  #marks = $derived.by(() => {
    const marks = new Map<string, OverrideLine[]>();
    for (const line of this.overrides) {
      const key = `${line.table}/${line.row}`;
      const there = marks.get(key);
      if (there) there.push(line);
      else marks.set(key, [line]);
    }
    return marks;
  });
  /** The scenario that is looked at, or the base. */
  current = $derived.by(
    () => this.lines.find((line) => line.id === (this.#plan.place.scenario ?? BASE)) ?? null,
  );
  /** What the scenario that is looked at follows, in the reader's words. */
  parent_label = $derived.by(() => this.line(this.current?.parent ?? BASE)?.label ?? "");

  line(id: string): ScenarioLine | null {
    return this.lines.find((line) => line.id === id) ?? null;
  }

  /** The scenarios that follow this one at once, in their order. */
  followers(id: string): ScenarioLine[] {
    return this.lines.filter((line) => line.id !== BASE && line.parent === id);
  }

  /** The scenario itself and all that follow it, at once or through others. */
  family(id: string): Set<string> {
    const family = new Set([id]);
    for (const line of this.lines) if (line.parent !== null && family.has(line.parent)) family.add(line.id);
    return family;
  }

  /** What is overridden of a row, if anything. */
  of_row(table: string, row: string): readonly OverrideLine[] {
    return this.#marks.get(`${table}/${row}`) ?? [];
  }

  /** The override of a field of a row, if there is one. */
  of_field(table: string, row: string, field: string): OverrideLine | null {
    return this.of_row(table, row).find((line) => line.field === field) ?? null;
  }

  async ask_lines(): Promise<void> {
    await this.#lines.ask({}, HERE);
  }

  async ask_versions(): Promise<void> {
    await this.#versions.ask({}, HERE);
  }

  /** Keeps the versions told, anew when there are more of them, and what the scenario that is looked at overrides. */
  stand(versions: () => number): void {
    this.#versions.stand(this.#plan, () => (versions() < 0 ? null : {}), HERE);
    this.#overrides.stand(this.#plan, () => {
      const { scenario } = this.#plan.place;
      return scenario === null ? null : { scenario };
    });
  }

  /** Makes an edit of the tree of scenarios itself, and tells the tree anew. */
  async edit(edit: Edit): Promise<Problem | null> {
    const problem = await this.#plan.edit_scenarios(edit);
    if (!problem) await this.ask_lines();
    return problem;
  }

  /** Takes overrides back: their fields follow the parent again. */
  reset(...lines: readonly OverrideLine[]): Promise<Problem | null> {
    return this.#plan.edit(
      ...lines.map(({ scenario, at }): Edit => ({ edit: "reset_override", scenario, field: at })),
    );
  }

  /** Says why something is overridden. */
  set_reason({ scenario, at }: OverrideLine, reason: string): Promise<Problem | null> {
    return this.#plan.edit({ edit: "set_reason", scenario, field: at, reason });
  }

  /** Asks once whose edits these are, before the first. A name may be left empty; that is not asked again. */
  async #ask_author(): Promise<void> {
    const known = this.#plan.status?.author_known !== false;
    if (known || this.author || this.#reader.layout("author_asked", "no") === "yes") return;
    const name = await new Promise<string | null>((resolve) => (this.author = resolve));
    this.author = null;
    this.#reader.remember("author_asked", "yes");
    if (name === null || name === "") return;
    try {
      await this.#reader.change({ author: name });
    } catch (thrown) {
      this.#plan.problem = problem_of(thrown);
    }
  }
}
