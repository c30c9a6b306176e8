import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import {
  problem_of,
  Refused,
  type CommandName,
  type Host,
  type Place,
  type Reply,
  type Request,
} from "./index";

async function ask<T>(name: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(name, args);
  } catch (thrown) {
    throw new Refused(problem_of(thrown));
  }
}

/** The app behind this window. */
export const tauri: Host = {
  call: <C extends CommandName>(command: C, request: Request<C>, at?: Place) =>
    ask<Reply<C>>("call", at ? { command, request, at } : { command, request }),
  call_all: (calls) => ask("call_all", { calls }),
  pick_open: (title) => ask("pick_open", { title }),
  pick_save: (title, suggested, extensions) => ask("pick_save", { title, suggested, extensions }),
  opening: () => ask("opening", {}),
  // A window that cannot listen still opens plans by itself.
  on_open: (hear) => void listen<string>("open-plan", (event) => hear(event.payload)).catch(() => undefined),
  show_in_folder: (path) => ask("show_in_folder", { path }),
  painted: (act) => ask("painted", act ?? {}),
};
