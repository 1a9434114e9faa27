import { type HoverSection, hoverSections } from "../core/display";
import type { Row } from "../core/graph";
import { render, say } from "../core/message";
import type { PythonClass } from "../core/python-class";
import { spoken } from "../core/spoken";
import type { Spelling } from "../core/vocabulary";
import { english, told, type Voice } from "../core/voice";

const every: ReadonlySet<HoverSection> = new Set(hoverSections);

/** What an operator does, how large its output is, and where its framework says so. */
export const aboutOperator = (
  { op }: Spelling,
  sections: ReadonlySet<HoverSection> = every,
  voice: Voice = english,
): readonly string[] => [
  render(say`**${op.name}** ${definitionOf(op.summary, voice)}`, voice),
  ...(op.formula && sections.has("formula") ? [definitionOf(op.formula, voice)] : []),
  ...(op.source && sections.has("formula")
    ? [`[${render(say`documentation at ${hostOf(op.source)}`, voice)}](${op.source})`]
    : []),
];

/** A class of the workspace: what it says of itself, how it is made, and where it is. */
export const aboutClass = (name: string, { path, line, doc, args }: PythonClass, voice?: Voice): readonly string[] => [
  doc === undefined ? `**${name}**` : `**${name}** ${escaped(doc)}`,
  render(say`\`${name}(${(args ?? []).join(", ")})\` in ${escaped(path)}, line ${line}`, voice),
];

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

/** There is a page of ours too, so that whose it is has to be said. */
const hostOf = (address: string): string => /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? address;

export const aboutBlock = ({ op }: Row, voice?: Voice): readonly string[] => [
  render(say`**${op}** is a block of this file.`, voice),
];

/** A text of a definition, in the voice of the reader. */
export function definitionOf(text: string, voice: Voice = english): string {
  const words = told(text, voice);
  return voice.plain ? spoken(words, voice) : words;
}
