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
  return document.importNode(parsed as unknown as SVGSVGElement, true);
}

/** Drops handlers, and makes ids unlike those of another chart on the same page. */
function clean(node: Element, prefix: string): void {
  for (const { name, value } of [...node.attributes]) {
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
