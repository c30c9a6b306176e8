/** Whether a plain decimal lies between nought and one. It is read as text, like every figure that crosses the door. */
export function within_one(share: string): boolean {
  const [whole = "0", fraction = ""] = share.split(".");
  const figure = whole.replace(/^0+/, "");
  return figure === "" || (figure === "1" && /^0*$/.test(fraction));
}
