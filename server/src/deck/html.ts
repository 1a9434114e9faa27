/** Markdown of a card as HTML with the marks of MathJax, as Anki shows it, and back again. */

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const attribute = (text: string): string => escaped(text).replaceAll('"', "&quot;");

const names: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name = "") => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return names[name.toLowerCase()] ?? whole;
  });

/** What comes back otherwise than it went stands as it is, in a frame of its own. */
export function toHtml(markdown: string): string {
  const html = blocks(markdown)
    .map((block) => (typeof block === "string" ? `<p>${inline(block)}</p>` : listed(block)))
    .join("\n");
  return toMarkdown(html) === markdown ? html : `<pre class="markdown">${escaped(markdown)}</pre>`;
}

const bullet = /^(?:[-*]|\d+\.) /;

/** Paragraphs, and lists by their entries. */
export const blocks = (markdown: string): readonly (string | readonly string[])[] =>
  markdown.split("\n\n").map((block) => (bullet.test(block) ? block.split(/\n(?=(?:[-*]|\d+\.) )/) : block));

export const listed = (items: readonly string[], read: Read = inline): string => {
  const tag = /^\d/.test(items[0]!) ? "ol" : "ul";
  return `<${tag}>\n${items.map((item) => `<li>${read(item.replace(bullet, ""))}</li>`).join("\n")}\n</${tag}>`;
};

type Read = (text: string) => string;

/** `formula` is what becomes of a formula, `read` reads what stands between stars. */
export const inline = (
  text: string,
  formulaHtml: Read = (formula) => `\\(${escaped(formula)}\\)`,
  read: Read = (inner) => inline(inner),
): string =>
  text.replace(
    /`([^`\n]+)`|\$([^$\n]+)\$|\*\*([^*]+)\*\*|!\[([^\]\n]*)\]\(([^()\s]+)\)|[^`$*!]+|[\s\S]/g,
    (whole, code?: string, formula?: string, strong?: string, alt?: string, file?: string) => {
      if (file !== undefined) return `<img src="${attribute(file)}" alt="${attribute(alt!)}">`;
      if (code !== undefined) return `<code>${escaped(code)}</code>`;
      if (formula !== undefined) return formulaHtml(formula);
      return strong !== undefined ? `<b>${read(strong)}</b>` : escaped(whole);
    },
  );

/** `![alt](file)`; nothing where no file is named, or one that a card cannot name. */
function pictureOf(tag: string): string {
  const value = (name: string): string =>
    unescaped(
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, "i")
        .exec(tag)
        ?.slice(1)
        .find((one) => one !== undefined) ?? "",
    );
  const file = value("src").trim().replaceAll(" ", "%20");
  return /^[^()\s]+$/.test(file)
    ? `![${value("alt")
        .replace(/[\]\n]/g, " ")
        .trim()}](${file})`
    : "";
}

const known = new Set(["p", "div", "br", "ul", "ol", "li", "b", "strong", "code", "tt", "pre", "blockquote"]);
const media = new Set(["img", "audio", "video", "source"]);

/** Names of tags that mean nothing in a card, each once. */
export const unknownTags = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(/<([a-z][a-z0-9]*)\b[^<>]*>/gi)]
      .map(([, name]) => name!.toLowerCase())
      .filter((name) => !known.has(name) && !media.has(name)),
  ),
];

/** Of tags that are not known only what stands in them is kept. */
export function toMarkdown(html: string): string {
  const framed = /^<pre class="markdown">([\s\S]*)<\/pre>$/.exec(html.trim());
  if (framed) return unescaped(framed[1]!);
  const lists: (number | undefined)[] = [];
  const text = html
    .replace(/\[sound:[^\]\r\n]+\]/g, "")
    .replace(
      /\\\[([\s\S]*?)\\\]|\[latex\]([\s\S]*?)\[\/latex\]|\\\(([\s\S]*?)\\\)/g,
      (_, a?: string, b?: string, c?: string) => `$${(a ?? b ?? c ?? "").replace(/<[^>]*>/g, "").trim()}$`,
    )
    .replace(
      /(\n?)<(\/?)([a-z][a-z0-9]*)\b[^<>]*>(\n?)/gi,
      (whole, before: string, end: string, name: string, after: string) => {
        switch (name.toLowerCase()) {
          case "p":
            return end ? "\n\n" : "";
          case "div":
            return end ? "" : "\n";
          case "br":
            return "\n";
          case "ul":
          case "ol":
            if (end) lists.pop();
            else lists.push(name.toLowerCase() === "ol" ? 0 : undefined);
            return end ? "\n\n" : before;
          case "li": {
            if (end) return "\n";
            const count = lists.pop();
            lists.push(count === undefined ? undefined : count + 1);
            return count === undefined ? "- " : `${count + 1}. `;
          }
          case "b":
          case "strong":
            return `${before}**${after}`;
          case "code":
          case "tt":
            return `${before}\`${after}`;
          case "img":
            return before + pictureOf(whole) + after;
          default:
            return before + after;
        }
      },
    );
  return unescaped(text)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
