import { is_unseen } from "../format/amount";
import { own_problem } from "../host";
import type { Desk } from "./desk";

/**
 * Reads an amount that was typed where billions are shown. A bare number so small that it would be shown as nothing is
 * refused, unless what stands there is as small: whoever types "4.5" under "USD bn" means billions. Whoever types
 * an amount to the cent means dollars. Throws a problem.
 */
export async function read_typed(
  { host, reader }: Desk,
  text: string,
  former: string | null,
): Promise<string> {
  const { amount } = await host.call("read_amount", { text });
  const bare = /^[\d.,'\s\u2212-]+$/.test(text);
  // Read already: two digits behind a mark are cents in either number format.
  const to_the_cent = /[.,]\d{2}\s*$/.test(text);
  if (bare && !to_the_cent && is_unseen(amount) && (former === null || !is_unseen(former))) {
    const args = { text: text.trim(), amount: reader.money(amount) };
    throw own_problem("amount-unseen", reader.t("amount-unseen", args));
  }
  return amount;
}
