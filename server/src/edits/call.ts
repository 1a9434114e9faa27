import { type Message, say } from "../core/message";
import type { Spelling } from "../core/vocabulary";
import type { Entry } from "../tree/tree";
import { sayArgs } from "./arguments";
import type { Context } from "./conversion";
import { applier, functionFor, layerFor, twinOf } from "./find";
import type { Group } from "./said";
import type { Aim, Use } from "./use";

/** A call in the words of the other framework, with whatever layers that takes; or why it cannot be said. */
export function sayCall(
  uses: readonly Use[],
  entries: readonly Entry[],
  context: Context,
  source?: string,
): Group | Message {
  const { to } = context;
  const { spelling: from, op: word } = uses[0]!;
  if (readsLast(from) && uses.some(({ order, x }) => order === "image" && x.rank > 2))
    return say`it works along the last axis, which is another one in ${to.title}`;
  const twin = twinOf(from.op, uses, to);
  const found = layerFor(twin?.to ?? from.op, to);
  const aim = { ...context, uses, entries, source };
  if (!found) return sayFunction(aim, word);
  const said = sayArgs({ ...aim, found, twin });
  if ("words" in said) return said;
  const first = twin?.first && sayArgs({ ...aim, found: layerFor(twin.first.to, to)!, twin: twin.first });
  if (first && "words" in first) return first;
  const behind = twin?.behind && layerFor(twin.behind, to);
  return {
    before: first ? [...first.before, { op: layerFor(twin!.first!.to, to)!.name, args: first.args }] : said.before,
    main: { op: found.name, args: said.args },
    after: behind ? [{ op: behind.name, args: [] }] : [],
    differs: [...(twin?.differs ? [twin.differs] : []), ...said.differs],
    ...(twin?.absorbs && { absorbs: twin.absorbs }),
  };
}

const readsLast = ({ op }: Spelling): boolean =>
  Object.values<string>(op.inputs).some((axes) => axes.split(" ").at(-1) === "F");

/** What the other framework has as a function only is named by the layer that applies one. */
function sayFunction(aim: Omit<Aim, "found" | "twin">, word: string): Group | Message {
  const { to, json, uses } = aim;
  const applied = functionFor(uses[0]!.spelling.op, to);
  const outer = applier(to);
  if (!applied || !outer) return say`${to.title} has nothing like ${word}`;
  const said = sayArgs({ ...aim, found: applied, twin: undefined });
  if ("words" in said) return said;
  const [extra] = said.args;
  if (extra) return say`${to.title} has ${applied.name} as a function only, which takes no ${extra.word}`;
  const arg = { word: outer.word, text: json ? JSON.stringify(applied.name) : applied.name };
  return { before: [], main: { op: outer.name, args: [arg] }, after: [], differs: said.differs };
}
