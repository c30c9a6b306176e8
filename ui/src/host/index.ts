import type { Commands, Problem } from "./bindings";

export type * from "./bindings";

/** A row's id: 32 hex digits. */
export type Id = string;

export type CommandName = keyof Commands;
export type Request<C extends CommandName> = Commands[C]["request"];
export type Reply<C extends CommandName> = Commands[C]["reply"];

/** Where to write, and whether the reader has already agreed to replace what is there. */
export type Destination = { path: string; replace: boolean };

/** What is looked at: a scenario, or the base, as it is now, in a frozen version, or at a moment of the history. */
export type Place = { scenario: string | null; version: string | null; moment: number | null };

/** The base plan as it is now: what is looked at unless the reader goes elsewhere. */
export const HERE: Place = { scenario: null, version: null, moment: null };

/** How long an act of the reader took until the screen showed it, and the scenario it led to. */
export type Timed = { place: string; ms: number };

/** One of several questions that are asked in one breath. */
export type Call = { command: CommandName; request: unknown; at?: Place };
/** The answer to one of several questions: a reply, or why there is none. */
export type Outcome = { ok: unknown } | { problem: Problem };

/** What answers the window: the app itself, or replies that were recorded from it. */
export interface Host {
  /** Asks one command of the bridge's table about a place: the base plan as it is now, where none is named. Rejects with `Refused` alone. */
  call<C extends CommandName>(command: C, request: Request<C>, at?: Place): Promise<Reply<C>>;
  /**
   * Asks several commands at once, in order. After one that failed those that only read still answer, and those that would
   * change something are left undone.
   */
  call_all(calls: readonly Call[]): Promise<Outcome[]>;
  /** Lets the reader choose a plan to open; null when they change their mind. */
  pick_open(title: string): Promise<string | null>;
  /** Lets the reader choose where to write; null when they change their mind. */
  pick_save(title: string, suggested: string, extensions: string[]): Promise<Destination | null>;
  /** The plan that was named when the program was started, given once. */
  opening(): Promise<string | null>;
  /** Hears of plans that another start of the program hands over. */
  on_open(hear: (path: string) => void): void;
  show_in_folder(path: string): Promise<void>;
  /**
   * Reports that the first chart is on the screen, or what an act of the reader led to. Says whether anybody wants to know
   * how long acts take.
   */
  painted(act?: Timed): Promise<boolean>;
}

/** A request that was refused, with the facts and the sentence for the reader. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = "Refused";
    this.problem = problem;
  }
}

/** A problem that the window finds by itself. */
export function own_problem(code: string, message: string): Problem {
  return { kind: "refused", code, args: {}, message };
}

/** The problem in whatever a host has thrown. */
export function problem_of(thrown: unknown): Problem {
  if (thrown instanceof Refused) return thrown.problem;
  if (is_problem(thrown)) return thrown;
  return own_problem("unexpected", String(thrown));
}

function is_problem(thrown: unknown): thrown is Problem {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}
