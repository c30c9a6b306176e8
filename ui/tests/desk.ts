import { render } from "@testing-library/svelte";
import App from "../src/App.svelte";
import { Desk } from "../src/document/desk";
import type { Grid, Settings } from "../src/host";
import { recorded, type Answers, type Replies } from "../src/host/recorded";

const files = import.meta.glob<unknown>("@replies/*.json", { eager: true, import: "default" });

/** What the Rust tests recorded from the bridge, by name. */
export const replies: Replies = Object.fromEntries(
  Object.entries(files).map(([path, reply]) => [path.replace(/^.*\/|\.json$/g, ""), reply]),
);

export const grid_reply = replies["grid"] as Grid;

/** The first rows of the recorded grid. */
export const rows = grid_reply.lines.filter((line) => line.kind === "row");

/** The settings of a reader who has been asked for a name already, and has left it empty. */
const settings = replies["settings"] as Settings;
const asked = { ...settings, layout: { ...settings.layout, author_asked: "yes" } };

/** The whole window on recorded replies, as it stands after its start. */
export async function open_window(answers: Answers = {}) {
  const host = recorded(replies, {
    settings: () => asked,
    set_settings: ({ settings }) => settings,
    ...answers,
  });
  const desk = new Desk(host);
  await desk.start();
  await desk.plan.load_choices();
  const page = render(App, { desk });
  await page.findByTestId("grid");
  return { ...page, desk, host };
}
