/**
 * How well every text of a page stands out from what lies behind it, as WCAG 2 counts. It runs in that page, and so takes
 * nothing from here.
 */
export function contrastsIn(body) {
  const colourOf = (css) => {
    const numbers = (css.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (!/^(rgba?|color)\(/.test(css) || numbers.length < 3) throw new Error(`no colour is known as ${css}`);
    const parts = numbers.slice(0, 3).map((part) => (css.startsWith("color(") ? part * 255 : part));
    return { parts, alpha: numbers[3] ?? 1 };
  };
  const over = (below, { parts, alpha }, opacity = 1) =>
    below.map((part, i) => part * (1 - alpha * opacity) + parts[i] * alpha * opacity);
  const light = (parts) => {
    const [r, g, b] = parts
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const probe = body.ownerDocument.createElement("i");
  probe.style.color = "var(--vscode-editor-background)"; // what the editor paints behind a page that paints nothing
  body.append(probe);
  const editor = colourOf(getComputedStyle(probe).color).parts;
  probe.remove();

  /** What lies behind a text: the boxes around it, and in a drawing the shapes drawn before it. */
  function behind(element, { x, y }) {
    const around = [];
    for (let one = element; one; one = one.parentElement) around.unshift(one);
    let [colour, opacity] = [editor, 1];
    for (const one of around) {
      const style = getComputedStyle(one);
      opacity *= Number(style.opacity);
      if (!(one instanceof SVGElement)) colour = over(colour, colourOf(style.backgroundColor), opacity);
    }
    for (const shape of element.ownerSVGElement?.querySelectorAll("rect, path, circle, polygon") ?? []) {
      const box = shape.getBoundingClientRect();
      const isBefore = shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      const { fill, fillOpacity } = getComputedStyle(shape);
      if (isBefore && fill !== "none" && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom)
        colour = over(colour, colourOf(fill), Number(fillOpacity));
    }
    return { colour, opacity };
  }

  const found = [];
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    const range = body.ownerDocument.createRange();
    range.selectNodeContents(texts.currentNode);
    const box = range.getBoundingClientRect();
    if (!text || !box.width || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { colour, opacity } = behind(element, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const { color, fill } = getComputedStyle(element);
    const ink = over(colour, colourOf(element instanceof SVGElement ? fill : color), opacity);
    const [most, least] = [light(ink), light(colour)].sort((a, b) => b - a);
    found.push({ text, contrast: (most + 0.05) / (least + 0.05) });
  }
  return found;
}
