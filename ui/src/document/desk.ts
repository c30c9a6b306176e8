import { getContext, setContext } from "svelte";
import type { Figure, Host, Status } from "../host";
import { Comparing } from "./comparing.svelte";
import { Copies } from "./copies.svelte";
import { open_path } from "./files";
import { Notices } from "./notices.svelte";
import { Past } from "./past.svelte";
import { Plan } from "./plan.svelte";
import { Questions } from "./questions.svelte";
import { Reader } from "./reader.svelte";
import { Reshaping } from "./reshaping.svelte";
import { Scenarios } from "./scenarios.svelte";
import { View } from "./view.svelte";

/** Everything that lies on the desk: who answers, who reads, the plan, and what is shown of it. */
export class Desk {
  readonly host: Host;
  readonly reader: Reader;
  readonly plan: Plan;
  readonly view: View;
  readonly scenarios: Scenarios;
  readonly comparing: Comparing;
  readonly past: Past;
  readonly copies: Copies;
  readonly reshaping = new Reshaping();
  /** The last figure of each name: a screen that comes back shows it until the new one is drawn. */
  readonly figures = new Map<string, Figure>();
  readonly notices = new Notices();
  readonly questions = new Questions();

  constructor(host: Host) {
    this.reader = new Reader(host);
    this.plan = new Plan(host, this.reader);
    this.host = this.plan.host;
    this.view = new View(this.reader);
    this.scenarios = new Scenarios(this.plan, this.reader);
    this.comparing = new Comparing(this.plan, this.reader);
    this.past = new Past(this.plan);
    this.copies = new Copies(this.plan);
  }

  /** Lays another plan on the desk: nothing of the former one stays. */
  async take(status: Status): Promise<void> {
    this.plan.replace(status);
    this.comparing.clear();
    this.past.clear();
    this.copies.merging = null;
    this.reshaping.clear();
    this.figures.clear();
    this.view.clear_filters();
    this.view.select(null);
    await this.plan.refresh();
  }

  /** Asks for what the first picture needs. */
  async start(): Promise<void> {
    const [path] = await Promise.all([this.host.opening(), this.reader.start(), this.plan.start()]);
    if (path !== null) await open_path(this, path);
    this.view.start();
    this.comparing.start();
    this.host.on_open((path) => void open_path(this, path));
  }
}

const KEY = Symbol("desk");

export function put_desk(desk: Desk): void {
  setContext(KEY, desk);
}

export function use_desk(): Desk {
  return getContext<Desk>(KEY);
}
