import { fireEvent, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { open_window } from "./desk";

describe("keys that work everywhere", () => {
  it("are found by their place on a Cyrillic board", async () => {
    const page = await open_window();
    await fireEvent.keyDown(window, { key: "л", code: "KeyK", ctrlKey: true });
    expect(await page.findByTestId("palette")).toBeTruthy();
  });

  it("leave undo in a text field to the text", async () => {
    const page = await open_window();
    const search = page.getByTestId("search");
    search.focus();
    await fireEvent.keyDown(search, { key: "z", code: "KeyZ", ctrlKey: true });
    expect(page.host.asked.some((each) => each.command === "undo")).toBe(false);
  });

  it("bring the focus to the search", async () => {
    const page = await open_window();
    await fireEvent.keyDown(page.getByTestId("grid"), { key: "/", code: "Slash" });
    expect(document.activeElement).toBe(page.getByTestId("search"));
  });
});

describe("the palette", () => {
  it("reaches screens by name, and rows by code", async () => {
    const page = await open_window();
    page.desk.view.palette_open = true;
    const palette = await page.findByTestId("palette");
    const box = palette.querySelector("input");
    if (!box) throw new Error("the palette has no box");
    await fireEvent.input(box, { target: { value: page.desk.reader.t("screen-needs") } });
    await fireEvent.keyDown(box, { key: "Enter" });
    await waitFor(() => expect(page.desk.view.screen).toBe("needs"));

    page.desk.view.palette_open = true;
    const again = (await page.findByTestId("palette")).querySelector("input");
    if (!again) throw new Error("the palette has no box");
    await fireEvent.input(again, { target: { value: "A001" } });
    await waitFor(() => expect(page.getByTestId("palette").textContent).toContain("A001"));
  });
});

describe("a chart", () => {
  it("is exported where the reader says, and the notice shows where", async () => {
    const page = await open_window({ export_chart: ({ path }) => ({ path, bytes: 1 }) });
    page.host.pick_save = () => Promise.resolve({ path: "/somewhere/who pays.png", replace: false });
    await fireEvent.click(page.getByTestId("export-chart"));
    await fireEvent.click(await page.findByTestId("export-png"));
    expect((await page.findByTestId("notice")).textContent).toContain("/somewhere/who pays.png");
    expect(page.host.asked.at(-1)).toEqual({
      command: "export_chart",
      request: {
        name: "who_pays",
        path: "/somewhere/who pays.png",
        width: 1200,
        height: 675,
        theme: "light",
        replace: false,
      },
    });
  });
});
