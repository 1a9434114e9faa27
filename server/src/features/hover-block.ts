import type { Place } from "../core/format";
import { render, say } from "../core/message";
import { showAs } from "../core/value";
import { definitionOf } from "./hover-operator";
import { parametersIn } from "./parameters";
import type { Snapshot } from "./snapshot";
import { stepsIn, type Use } from "./use";

/** More uses than these are not listed. */
const most = 4;

/** A parameter of a block where the block is called: what it is without, and what becomes of it inside. */
export function aboutParameter(
  { text, voice }: Snapshot,
  { params, active }: NonNullable<Place["call"]>,
  uses: readonly Use[],
): readonly string[] {
  const param = params.find(({ name }) => name === active);
  if (!param) return [];
  const inside = uses.flatMap((use) =>
    stepsIn(use).flatMap(({ node }) =>
      node.args
        .filter(({ value }) =>
          parametersIn(text, value.span).some(({ from, to }) => text.slice(from, to) === param.name),
        )
        .map(({ name, value }) => {
          const shown = showAs(value, use.model.graph.vocabulary.literals);
          return `\`${node.op}${name === undefined ? "" : `.${name}`} = ${shown}\``;
        }),
    ),
  );
  const all = [...new Set(inside)];
  const listed = [...all.slice(0, most), ...(all.length > most ? ["…"] : [])].join(", ");
  return [
    render(
      param.value === undefined
        ? say`**${param.name}** ${definitionOf(param.doc, voice)}`
        : say`**${param.name}** ${definitionOf(param.doc, voice)} Without it: \`${param.value}\`.`,
      voice,
    ),
    ...(all.length ? [render(say`Inside: ${listed}`, voice)] : []),
  ];
}
