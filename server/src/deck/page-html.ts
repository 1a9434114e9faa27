import { spoken } from "../core/spoken";
import { english, type Voice } from "../core/voice";
import { inSigns } from "./formula-signs";
import { blocks, escaped, inline, listed } from "./html";
import { mathMl } from "./math-ml";

const quoted = /^> ?/gm;
const pictureOrCode = /`[^`\n]*`|!\[([^\]\n]*)\]\(([^()\s]+)\)/g;

/**
 * Markdown of a card as HTML for a page. A formula is drawn, and stands beside that in words for those who hear the
 * page; the file of a picture stands in `data-file`, since only the page knows where it may fetch it. Whatever stands in
 * a card, of its text nothing becomes a tag.
 */
export function pageHtml(markdown: string, voice: Voice = english): string {
  const formula = (text: string): string => formulaHtml(text, voice);
  const read = (text: string): string => {
    let html = "";
    let last = 0;
    for (const { 0: whole, 1: alt = "", 2: file, index } of text.matchAll(pictureOrCode)) {
      if (file === undefined) continue;
      html += inline(text.slice(last, index), formula, read) + picture(file, alt);
      last = index + whole.length;
    }
    return html + inline(text.slice(last), formula, read);
  };
  const blockHtml = (block: string | readonly string[]): string => {
    if (typeof block !== "string") return listed(block, read);
    if (/^> ?/.test(block)) return `<blockquote><p>${read(block.replace(quoted, ""))}</p></blockquote>`;
    return `<p>${read(block)}</p>`;
  };
  return blocks(markdown.trim()).map(blockHtml).join("\n");
}

const picture = (file: string, alt: string): string =>
  `<img data-file="${attribute(file)}" alt="${attribute(alt)}" title="${attribute(alt)}">`;

const attribute = (text: string): string => escaped(text).replaceAll('"', "&quot;");

function formulaHtml(text: string, voice: Voice): string {
  const signs = inSigns(text);
  const drawn = mathMl(text);
  if (drawn === undefined) return `<span class="formula">${escaped(signs)}</span>`;
  const words = spoken(signs.replace(/\s*\/\s*/g, " / "), voice);
  return `<span class="formula"><span aria-hidden="true">${drawn}</span><span class="spoken">${escaped(words)}</span></span>`;
}
