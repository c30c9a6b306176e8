import { mount } from "svelte";
import App from "./App.svelte";
import { Desk } from "./document/desk";
import { problem_of, type Host } from "./host";
import { tauri } from "./host/tauri";
import { timed } from "./host/timed";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";

/** In a browser, while the window is being worked on, recorded replies stand in for the app. */
async function host(): Promise<Host> {
  if (!import.meta.env.DEV || "__TAURI_INTERNALS__" in window) return tauri;
  const { recorded } = await import("./host/recorded");
  const files = import.meta.glob<unknown>("@replies/*.json", { eager: true, import: "default" });
  const name_of = (path: string) => path.replace(/^.*\/|\.json$/g, "");
  return recorded(Object.fromEntries(Object.entries(files).map(([path, reply]) => [name_of(path), reply])));
}

const desk = new Desk(timed(await host()));
try {
  await desk.start();
} catch (thrown) {
  desk.plan.problem = problem_of(thrown);
}
mount(App, { target: document.body, props: { desk } });
// What only the inspector and the menus need may come after the first picture.
void desk.plan.load_choices().catch((thrown: unknown) => (desk.plan.problem = problem_of(thrown)));
