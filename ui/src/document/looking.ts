import type { CommandName, Host, Place, Reply, Request } from "../host";

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
  const call = <C extends CommandName>(command: C, request: Request<C>, at?: Place): Promise<Reply<C>> => {
    const asked = at ?? place();
    // The base plan as it is now goes without saying.
    if (PLACELESS.has(command) || is_here(asked)) return host.call(command, request);
    return host.call(command, request, asked);
  };
  // What the host does beside answering stays its own.
  return Object.assign(Object.create(host) as Host, { call });
}
