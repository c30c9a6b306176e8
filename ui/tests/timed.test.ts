import { describe, expect, it } from "vitest";
import { HERE, type Host, type Timed } from "../src/host";
import { recorded } from "../src/host/recorded";
import { timed, type Clock } from "../src/host/timed";

/** A page whose frames come when they are told to. */
function page(asked: boolean) {
  const acts: Timed[] = [];
  const frames: (() => void)[] = [];
  const answers: (() => void)[] = [];
  const clock: Clock = { now: () => performance.now(), painted: (then) => void frames.push(then) };
  const status = () => new Promise<never>((resolve) => answers.push(() => resolve({} as never)));
  const painted = (act?: Timed) => {
    if (act) acts.push(act);
    return Promise.resolve(asked);
  };
  const host: Host = timed({ ...recorded({}, { status }), painted }, clock);
  const paint = () => frames.splice(0).forEach((frame) => frame());
  const answer = async () => {
    answers.shift()?.();
    // What waits for the answer goes on.
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { acts, host, paint, answer };
}

const scenario = { ...HERE, scenario: "5472616e636865000000000400000009" };
const click = () => window.dispatchEvent(new MouseEvent("click"));

describe("the time that an act takes", () => {
  it("is told once all that it asked for is answered and painted", async () => {
    const { acts, host, paint, answer } = page(true);
    await host.painted();
    click();
    void host.call("status", {}, scenario);
    void host.call("status", {});
    await answer();
    paint();
    expect(acts).toEqual([]);
    await answer();
    expect(acts).toEqual([]);
    paint();
    expect(acts).toEqual([{ place: scenario.scenario, ms: expect.any(Number) as number }]);
  });

  it("goes on where an answer led to another question", async () => {
    const { acts, host, paint, answer } = page(true);
    await host.painted();
    click();
    void host.call("status", {}, scenario);
    await answer();
    void host.call("status", {}, scenario);
    paint();
    expect(acts).toEqual([]);
    await answer();
    paint();
    expect(acts.length).toBe(1);
  });

  it("is not told of an act that asks nothing, nor of questions without an act", async () => {
    const { acts, host, paint, answer } = page(true);
    await host.painted();
    click();
    await answer();
    paint();
    void host.call("status", {});
    await answer();
    paint();
    expect(acts).toEqual([]);
  });

  it("is nobody's business unless it was asked for", async () => {
    const { acts, host, paint, answer } = page(false);
    await host.painted();
    click();
    void host.call("status", {}, scenario);
    await answer();
    paint();
    expect(acts).toEqual([]);
  });
});
