import { fireEvent, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { own_problem, Refused, type MergeReply, type MergeRequest } from "../src/host";
import type { Answers } from "../src/host/recorded";
import { asked, changed, violations, type Page } from "./acting";
import { replies } from "./desk";
import { open_scenarios, status_at } from "./scenarios";

const open_reply = replies["merge"] as MergeReply;
const done_reply = replies["merge_done"] as MergeReply;
const keys = open_reply.conflicts.map(({ key }) => key);
const [first, second] = keys;
if (first === undefined || second === undefined) throw new Error("the recorded merge has too few conflicts");

/** The window, whose file dialogs answer with these paths. */
async function open_copies(answers: Answers = {}, paths: (string | null)[] = ["/plans/from Olena.tranche"]) {
  const page = await open_scenarios({
    merge: ({ picks, dry_run }) => (dry_run || picks.length < keys.length ? open_reply : done_reply),
    ...answers,
  });
  page.desk.host.pick_open = () => Promise.resolve(paths.shift() ?? null);
  return page;
}

async function choose(page: Page, item: string) {
  await fireEvent.click(page.getByTestId("copies-menu"));
  await fireEvent.click(await page.findByTestId(`act-${item}`));
}

async function open_merge(answers: Answers = {}, paths?: (string | null)[]) {
  const page = await open_copies(answers, paths);
  await choose(page, "merge");
  await page.findByTestId("merge-dialog");
  return page;
}

const merges = (page: Page) => asked(page, "merge") as MergeRequest[];
const button = (page: Page, name: string) => page.getByTestId(name) as HTMLButtonElement;

describe("merging with another copy", () => {
  it("tells what is taken, and each conflict with both values and what they do", async () => {
    const page = await open_merge();
    const dialog = within(await page.findByRole("dialog"));
    const taken = await dialog.findByTestId("merge-taken");
    for (const line of open_reply.taken) expect(taken.textContent).toContain(line.sentence);
    const conflicts = dialog.getAllByTestId("conflict");
    expect(conflicts.map((item) => item.dataset["key"])).toEqual(keys);
    open_reply.conflicts.forEach((line, at) => {
      for (const text of [
        line.called,
        line.base_label,
        line.ours_label,
        line.theirs_label,
        line.theirs_author,
      ])
        expect(conflicts[at]?.textContent).toContain(text);
    });
    expect(merges(page)).toEqual([
      { theirs: "/plans/from Olena.tranche", base: null, picks: [], dry_run: true },
    ]);
    expect(await violations(page)).toEqual([]);
  });

  it("writes nothing before every conflict is decided", async () => {
    const user = userEvent.setup();
    const page = await open_merge();
    await page.findByTestId(`ours-${first}`);
    expect(button(page, "merge-done").disabled).toBe(true);
    expect(page.getByTestId("merge-open").textContent).toContain(`${keys.length} are still open`);
    page.getByTestId(`ours-${first}`).focus();
    await user.keyboard(" ");
    await waitFor(() => expect(page.getByTestId("merge-open").textContent).toContain("1 is still open"));
    expect(button(page, "merge-done").disabled).toBe(true);
    await fireEvent.click(page.getByTestId(`theirs-${second}`));
    await waitFor(() => expect(button(page, "merge-done").disabled).toBe(false));
    expect(merges(page).every(({ dry_run }) => dry_run)).toBe(true);
    await fireEvent.click(button(page, "merge-done"));
    await waitFor(() => expect(page.queryByTestId("merge-dialog")).toBeNull());
    expect(merges(page).at(-1)).toMatchObject({
      dry_run: false,
      picks: [
        { key: first, pick: "ours" },
        { key: second, pick: "theirs" },
      ],
    });
  });

  it("decides all at once, and is undone from its notice", async () => {
    const page = await open_merge({ undo: () => changed(99) });
    await fireEvent.click(await page.findByTestId("all-theirs"));
    await waitFor(() => expect(button(page, "merge-done").disabled).toBe(false));
    await fireEvent.click(page.getByTestId("all-ours"));
    await waitFor(() =>
      expect(
        merges(page)
          .at(-1)
          ?.picks.map(({ pick }) => pick),
      ).toEqual(["ours", "ours"]),
    );
    await fireEvent.click(button(page, "merge-done"));
    const notice = await page.findByTestId("notice");
    expect(notice.textContent).toContain("from Olena.tranche");
    await fireEvent.click(page.getByTestId("notice-act"));
    await waitFor(() => expect(asked(page, "undo")).toHaveLength(1));
    expect(page.queryByTestId("notice")).toBeNull();
  });

  it("asks whose edits these are before it writes", async () => {
    const page = await open_merge({ status: (_, at) => status_at(at, undefined, false) });
    page.desk.reader.settings = { ...page.desk.reader.settings, layout: {} };
    await fireEvent.click(await page.findByTestId("all-ours"));
    await waitFor(() => expect(button(page, "merge-done").disabled).toBe(false));
    await fireEvent.click(button(page, "merge-done"));
    await fireEvent.click(await page.findByTestId("author-empty"));
    await waitFor(() => expect(merges(page).at(-1)?.dry_run).toBe(false));
  });

  it("refuses a plan that is no copy in a sentence, and takes another file", async () => {
    const unrelated = own_problem("merge-unrelated", "The two plans have nothing in common.");
    const page = await open_merge(
      {
        merge: ({ theirs }) => {
          if (theirs === "/other.tranche") throw new Refused(unrelated);
          return open_reply;
        },
      },
      ["/other.tranche", "/copy.tranche"],
    );
    expect((await page.findByTestId("problem")).textContent).toContain(unrelated.message);
    expect(page.queryByTestId("merge-done")).toBeNull();
    expect(page.queryByTestId("merge-base")).toBeNull();
    await fireEvent.click(page.getByTestId("merge-other"));
    expect(await page.findByTestId("merge-taken")).toBeTruthy();
    expect(page.queryByTestId("problem")).toBeNull();
  });

  it("takes the file from which both come where their histories do not say it", async () => {
    const apart = own_problem("merge-no-common-state", "Name the plan from which both come.");
    const page = await open_merge(
      {
        merge: ({ base }) => {
          if (!base) throw new Refused(apart);
          return { ...open_reply, common: null };
        },
      },
      ["/copy.tranche", "/march.tranche"],
    );
    await fireEvent.click(await page.findByTestId("merge-base"));
    expect((await page.findByTestId("merge-dialog")).textContent).toContain("march.tranche");
    expect(merges(page).at(-1)?.base).toBe("/march.tranche");
  });

  it("says so where the other copy brings nothing, and offers nothing to do", async () => {
    const page = await open_merge({ merge: () => ({ ...open_reply, taken: [], conflicts: [] }) });
    expect((await page.findByTestId("merge-dialog")).textContent).toContain("brings nothing");
    expect(page.queryByTestId("merge-done")).toBeNull();
  });

  it("is left with nothing done", async () => {
    const page = await open_merge();
    await page.findByTestId("merge-taken");
    await fireEvent.click(page.getByTestId("merge-cancel"));
    await waitFor(() => expect(page.queryByTestId("merge-dialog")).toBeNull());
    expect(merges(page).every(({ dry_run }) => dry_run)).toBe(true);
  });
});

describe("sharing a copy", () => {
  it("says what stays out, and writes where the reader chooses", async () => {
    const page = await open_copies({ share: ({ path }) => ({ path, bytes: 1 }) });
    page.desk.host.pick_save = () => Promise.resolve({ path: "/copy.tranche", replace: false });
    await choose(page, "share");
    const out = await page.findByTestId("share-out");
    expect(out.textContent).toContain("Nothing stays out");
    expect(await violations(page)).toEqual([]);
    for (const box of ["history", "versions", "names"])
      await fireEvent.click(page.getByTestId(`share-${box}`));
    for (const text of ["The history", "1 frozen version", "All names"])
      expect(out.textContent).toContain(text);
    await fireEvent.submit(page.getByTestId("share-dialog"));
    await waitFor(() => expect(page.queryByTestId("share-dialog")).toBeNull());
    expect(asked(page, "share")).toEqual([
      { path: "/copy.tranche", history: false, versions: false, names: false, replace: false },
    ]);
    expect((await page.findByTestId("notice")).textContent).toContain("/copy.tranche");
  });

  it("stays open where no place is chosen, and says why nothing was written", async () => {
    const problem = own_problem("in-use", "This is the open plan's own file.");
    const page = await open_copies({
      share: () => {
        throw new Refused(problem);
      },
    });
    await choose(page, "share");
    await fireEvent.submit(await page.findByTestId("share-dialog"));
    expect(asked(page, "share")).toEqual([]);
    expect(page.getByTestId("share-dialog")).toBeTruthy();
    page.desk.host.pick_save = () => Promise.resolve({ path: "/open.tranche", replace: true });
    await fireEvent.submit(page.getByTestId("share-dialog"));
    expect((await page.findByTestId("problem")).textContent).toContain(problem.message);
  });
});

describe("the palette", () => {
  it("reaches copies and comparisons by name", async () => {
    const page = await open_copies();
    page.desk.view.palette_open = true;
    const palette = await page.findByTestId("palette");
    for (const words of [
      "Share a copy",
      "Merge with another copy",
      "Compare with a file",
      "Compare with URC 2026",
    ])
      expect(palette.textContent).toContain(words);
  });
});
