import {
  own_problem,
  Refused,
  problem_of,
  type Call,
  type CommandName,
  type Host,
  type Outcome,
  type Place,
  type Reply,
  type Request,
} from "./index";

/** Replies by name: a command's own (`grid`), or one of a chart (`chart_who_pays`). */
export type Replies = Record<string, unknown>;

/** What a test answers in place of a recorded reply. */
export type Answers = {
  [C in CommandName]?: (request: Request<C>, at?: Place) => Reply<C> | Promise<Reply<C>>;
};

/** What has been asked so far, for a test to look at. */
export type Asked = { command: CommandName; request: unknown; at?: Place }[];

function reply_name(command: CommandName, request: unknown): string {
  if (command !== "chart") return command;
  return `chart_${(request as Request<"chart">).name}`;
}

/** A host that answers from replies which the Rust tests have recorded from the real one. */
export function recorded(replies: Replies, answers: Answers = {}): Host & { asked: Asked } {
  const asked: Asked = [];

  async function call<C extends CommandName>(command: C, request: Request<C>, at?: Place): Promise<Reply<C>> {
    asked.push(at ? { command, request, at } : { command, request });
    const answer = answers[command];
    if (answer) return answer(request, at);
    const name = reply_name(command, request);
    if (!(name in replies)) {
      throw new Refused(own_problem("not-recorded", name));
    }
    return structuredClone(replies[name]) as Reply<C>;
  }

  async function one(each: Call): Promise<Outcome> {
    try {
      return { ok: await call(each.command, each.request as Request<CommandName>, each.at) };
    } catch (thrown) {
      return { problem: problem_of(thrown) };
    }
  }

  return {
    asked,
    call,
    call_all: (calls) => Promise.all(calls.map(one)),
    pick_open: () => Promise.resolve(null),
    pick_save: () => Promise.resolve(null),
    opening: () => Promise.resolve(null),
    on_open: () => undefined,
    show_in_folder: () => Promise.resolve(),
    painted: () => Promise.resolve(false),
  };
}
