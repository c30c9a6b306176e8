import type { Call, CommandName, Host, Place, Reply, Request } from "../host";

/** What is asked of the reader's own settings, or of files, and not of a place in the plan. */
const PLACELESS: ReadonlySet<CommandName> = new Set<CommandName>([
  "settings",
  "set_settings",
  "read_amount",
  "recent",
  "copies",
  "discard",
  "recover",
  "open",
  "open_empty",
  "open_shipped",
]);

/** Whether this is the base plan as it is now. */
export function is_here(place: Place): boolean {
  return place.scenario === null && !is_frozen(place);
}

/** Whether this is a state that nobody can change: a frozen version, or a moment of the history. */
export function is_frozen(place: Place): boolean {
  return place.version !== null || place.moment !== null;
}

/** A text that two places share exactly where they are one. */
export function place_key({ scenario, version, moment }: Place): string {
  return `${scenario ?? ""}@${version ?? moment ?? ""}`;
}

/** The host, asked about the place that is looked at unless a question names another. */
export function looking(host: Host, place: () => Place): Host {
  /** The place to name: the base plan as it is now goes without saying. */
  const named = (command: CommandName, at: Place = place()): { at?: Place } =>
    PLACELESS.has(command) || is_here(at) ? {} : { at };
  const call = <C extends CommandName>(command: C, request: Request<C>, at?: Place): Promise<Reply<C>> => {
    const { at: asked } = named(command, at);
    return asked ? host.call(command, request, asked) : host.call(command, request);
  };
  const call_all = (calls: readonly Call[]) =>
    host.call_all(calls.map(({ command, request, at }) => ({ command, request, ...named(command, at) })));
  // What the host does beside answering stays its own.
  return Object.assign(Object.create(host) as Host, { call, call_all });
}
