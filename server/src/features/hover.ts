import type { Hover } from "vscode-languageserver-types";
import { type Analysis, parameters, type Step } from "../core/analysis";
import { showDim, showShape } from "../core/dim";
import type { Arg } from "../core/graph";
import { type Param, showDefault } from "../core/param";
import { contains } from "../core/span";
import { show } from "../core/value";
import { parameterOf, type Spelling } from "../core/vocabulary";

type Here = Step & { readonly id: string | undefined };

/** What is known of the words under the cursor, in each model and each call of a block they belong to. */
export function hover({ models }: Analysis, offset: number): Hover | undefined {
  const steps = models.flatMap(({ id, steps }) =>
    steps.filter(({ node }) => !node.given && contains(node.span, offset)).map((step): Here => ({ ...step, id })),
  );
  const first = steps[0];
  if (!first?.spelling) return undefined;
  const at = first.node.args.findIndex(
    ({ value, nameSpan }) => contains(value.span, offset) || (nameSpan && contains(nameSpan, offset)),
  );
  const arg = first.node.args[at];
  if (!arg?.name || contains(first.node.opSpan, offset))
    return { contents: [about(first.spelling), ...unique(steps.map(fact))].join("\n\n") };
  return {
    contents: [
      ...aboutArgument(first.spelling, arg),
      ...unique(steps.flatMap(({ node, id }) => effective(node.args[at], id))),
    ].join("\n\n"),
  };
}

const about = ({ op }: Spelling): string => [`**${op.name}** ${op.summary}`, op.formula].filter(Boolean).join("\n\n");

function aboutArgument(spelling: Spelling, { name = "" }: Arg): readonly string[] {
  const param: Param<unknown> | undefined = spelling.op.params[parameterOf(spelling, name) ?? ""];
  if (!param)
    return [
      `**${name}** ${name in spelling.states ? "states what follows from the input" : "changes neither shapes nor counts"}`,
    ];
  const left = showDefault(param);
  return [
    `**${name}**: ${param.type.label}${param.unit ? ` (${param.unit})` : ""}${left === undefined ? "" : `, default ${left}`}`,
    param.doc,
  ];
}

const where = (step: Here): string => [step.id, ...calls(step)].filter(Boolean).join(", ");
const calls = ({ node }: Step): readonly string[] => (node.within ? [`in ${node.within.label}`] : []);

function fact(step: Here): string {
  const place = where(step);
  const shapes = step.outputs
    ? step.outputs.map((shape) => `\`${showShape(shape.slice(1))}\``).join(", ")
    : "shape unknown";
  return `${place && `${place}: `}→ ${shapes}, ${showDim(parameters(step))} parameters`;
}

const effective = (arg: Arg | undefined, id: string | undefined): readonly string[] =>
  arg?.value.note ? [`${id ? `${id}: ` : ""}${show(arg.value)} = ${arg.value.note}`] : [];

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
