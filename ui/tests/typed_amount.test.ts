import { describe, expect, it } from "vitest";
import { read_typed } from "../src/document/amounts";
import type { Desk } from "../src/document/desk";

/** A desk on which every text reads as this amount. */
function reading(amount: string): Desk {
  const host = { call: () => Promise.resolve({ amount }) };
  const reader = { money: (told: string) => told, t: (id: string) => id };
  return { host, reader } as unknown as Desk;
}

describe("an amount that is typed where billions are shown", () => {
  it("is refused where it is bare and would be seen as nothing", async () => {
    for (const text of ["4.5", "250", "250'000", "999 999", "250000.5"])
      await expect(read_typed(reading("250.00"), text, null), text).rejects.toMatchObject({
        code: "amount-unseen",
      });
  });

  it("means dollars where it is typed to the cent or with its currency", async () => {
    for (const text of ["250.00", "250,00", "250 000,00 ", "1,250.50", "USD 250", "$250"])
      expect(await read_typed(reading("250.00"), text, "45000000000.00"), text).toBe("250.00");
  });

  it("is taken where what stands there is as small, or where it is large", async () => {
    expect(await read_typed(reading("250.00"), "250", "300.00")).toBe("250.00");
    expect(await read_typed(reading("45000000.00"), "45000000", null)).toBe("45000000.00");
  });
});
