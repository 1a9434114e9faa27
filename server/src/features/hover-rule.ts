import { render, say, verbatim } from "../core/message";
import { contains, type Span } from "../core/span";
import { told } from "../core/voice";
import { topics } from "../derive/topic";
import { definitionOf } from "./hover-operator";
import type { Snapshot } from "./snapshot";

/** What a rule is, where a comment that silences it names it. */
export function onRule({ text, lines, comments = [], voice }: Snapshot, offset: number) {
  const start = lines.starts[lines.at(offset).line]!;
  const line = /^[^\r\n]*/.exec(text.slice(start))![0];
  const [, before = "", ids = ""] = /^(.*#\s*convlint-(?:disable|enable)[\w-]*\s+)(.*?)(?:\s--.*)?$/.exec(line) ?? [];
  if (!ids || (comments.length > 0 && !comments.some(({ whole }) => contains(whole, offset)))) return undefined;
  for (const { 0: id, index } of ids.matchAll(/[\w-]+/g)) {
    const from = start + before.length + index;
    const span: Span = { from, to: from + id.length };
    const topic = contains(span, offset) ? topics().get(id) : undefined;
    if (!topic) continue;
    const parts = [render(say`**${id}** ${verbatim(definitionOf(topic.summary, voice))}`, voice)];
    if (topic.why !== undefined) parts.push(told(topic.why, voice ?? {}));
    return { span, parts, about: { names: [id] } };
  }
  return undefined;
}
