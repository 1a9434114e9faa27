import { blocks, escaped, inline, listed } from "./html";

const quoted = /^> ?/gm;

/**
 * Markdown of a card as HTML for a page: formulas as they are read, in a frame of their own. Whatever stands in a card,
 * of its text nothing becomes a tag.
 */
export const pageHtml = (markdown: string): string => blocks(markdown.trim()).map(blockHtml).join("\n");

function blockHtml(block: string | readonly string[]): string {
  if (typeof block !== "string") return listed(block, read);
  if (/^> ?/.test(block)) return `<blockquote><p>${read(block.replace(quoted, ""))}</p></blockquote>`;
  return `<p>${read(block)}</p>`;
}

const formula = (text: string): string => `<span class="formula">${escaped(text.replaceAll("{,}", ","))}</span>`;
const read = (text: string): string => inline(text, formula, read);
