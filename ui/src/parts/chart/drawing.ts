/** A chart's SVG as a node of this page. It comes from our own bridge; what could act or reach out is left behind all the same. */
export function drawing_of(svg: string, prefix: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (parsed.localName !== "svg") return null;
  for (const node of [...parsed.querySelectorAll("script, foreignObject, style")]) node.remove();
  for (const node of [parsed, ...parsed.querySelectorAll("*")]) clean(node, prefix);
  parsed.removeAttribute("width");
  parsed.removeAttribute("height");
  parsed.setAttribute("preserveAspectRatio", "xMinYMin meet");
  // The picture's words are in the label of the frame around it.
  parsed.setAttribute("aria-hidden", "true");
  for (const title of parsed.querySelectorAll(":scope > title")) title.remove();
  return document.adoptNode(parsed as unknown as SVGSVGElement);
}

/** Drops handlers, and makes ids unlike those of another chart on the same page. */
function clean(node: Element, prefix: string): void {
  // From the last on: what is removed moves those after it.
  for (let at = node.attributes.length - 1; at >= 0; at -= 1) {
    const { name = "", value = "" } = node.attributes[at] ?? {};
    if (name.startsWith("on")) node.removeAttribute(name);
    else if (name === "id") node.setAttribute(name, prefix + value);
    else if (name.endsWith("href") && !value.startsWith("#")) node.removeAttribute(name);
    else if (name.endsWith("href")) node.setAttribute(name, `#${prefix}${value.slice(1)}`);
    else if (value.includes("url(#")) node.setAttribute(name, value.replaceAll("url(#", `url(#${prefix}`));
  }
}

/** The size of the drawing's own units, from its viewBox. */
export function units_of(svg: SVGSVGElement): { width: number; height: number } {
  const [, , width, height] = (svg.getAttribute("viewBox") ?? "0 0 1 1").split(/[\s,]+/);
  return { width: Number.parseInt(width ?? "1", 10) || 1, height: Number.parseInt(height ?? "1", 10) || 1 };
}

/**
 * Brings a drawing up to date with a fresh one, node by node: what is the same in both stays untouched, so that the page sets
 * only those words anew that have changed. The fresh one is used up.
 */
export function redraw(drawn: Element, fresh: Element): void {
  same_attributes(drawn, fresh);
  const coming = [...fresh.childNodes];
  let there = drawn.firstChild;
  let left = drawn.childNodes.length;
  for (const [at, node] of coming.entries()) {
    const next = there?.nextSibling ?? null;
    if (there && there.nodeName === node.nodeName) {
      if (node instanceof Element) redraw(there as Element, node);
      else if (there.nodeValue !== node.nodeValue) there.nodeValue = node.nodeValue;
    } else if (there && left >= coming.length - at) {
      // As many marks as before, or more: this one makes room.
      drawn.replaceChild(node, there);
    } else {
      drawn.insertBefore(node, there);
      continue;
    }
    there = next;
    left -= 1;
  }
  while (there) {
    const next = there.nextSibling;
    drawn.removeChild(there);
    there = next;
  }
}

function same_attributes(drawn: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes) {
    if (drawn.getAttribute(name) !== value) drawn.setAttribute(name, value);
  }
  if (drawn.attributes.length === fresh.attributes.length) return;
  for (const { name } of [...drawn.attributes]) if (!fresh.hasAttribute(name)) drawn.removeAttribute(name);
}
