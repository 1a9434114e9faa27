import type { Hover } from "vscode-languageserver-types";
import { type Analysis, countsOf, type Model, outputsOf, parametersOf, type Step } from "../core/analysis";
import { showDim, showShape } from "../core/dim";
import type { Arg } from "../core/graph";
import { render } from "../core/message";
import { type Param, showDefault } from "../core/param";
import { contains } from "../core/span";
import { show } from "../core/value";
import { parameterOf, type Spelling } from "../core/vocabulary";

interface Here extends Step {
  readonly model: Model;
}

/** What is known of the words under the cursor, in each model and each call of a block they belong to. */
export function hover({ models }: Analysis, offset: number): Hover | undefined {
  const steps = models.flatMap((model) =>
    model.steps.filter(({ node }) => node.row && contains(node.span, offset)).map((step): Here => ({ ...step, model })),
  );
  const first = steps[0];
  if (!first?.spelling) return undefined;
  const at = first.node.args.findIndex(
    ({ value, nameSpan }) => contains(value.span, offset) || (nameSpan && contains(nameSpan, offset)),
  );
  const arg = first.node.args[at];
  if (!arg?.name || contains(first.node.opSpan, offset))
    return { contents: [about(first.spelling), ...unique(steps.map(fact))].join("\n\n") };
  const effective = steps.flatMap(({ node, model }) => effectiveValue(node.args[at], model.id));
  return { contents: [...aboutArgument(first.spelling, arg), ...unique(effective)].join("\n\n") };
}

const about = ({ op }: Spelling): string => [`**${op.name}** ${op.summary}`, op.formula].filter(Boolean).join("\n\n");

function aboutArgument(spelling: Spelling, { name = "" }: Arg): readonly string[] {
  const param: Param<unknown> | undefined = spelling.op.params[parameterOf(spelling, name) ?? ""];
  if (!param) {
    const role = name in spelling.states ? "states what follows from the input" : "changes neither shapes nor counts";
    return [`**${name}** ${role}`];
  }
  const left = showDefault(param);
  const unit = param.unit ? ` (${param.unit})` : "";
  return [`**${name}**: ${param.type.label}${unit}${left === undefined ? "" : `, default ${left}`}`, param.doc];
}

const where = ({ node, model }: Here): string =>
  [model.id, node.row?.outer && `in ${node.row.outer.label}`].filter(Boolean).join(", ");

function fact(step: Here): string {
  const place = where(step);
  const outputs = outputsOf(step);
  const shapes = outputs ? outputs.map((shape) => `\`${showShape(shape.slice(1))}\``).join(", ") : "shape unknown";
  const parameters = showDim(parametersOf(countsOf([step]), step.model.graph));
  return `${place && `${place}: `}→ ${shapes}, ${parameters} parameters`;
}

const effectiveValue = (arg: Arg | undefined, id: string | undefined): readonly string[] =>
  arg?.value.note ? [`${id ? `${id}: ` : ""}${show(arg.value)} = ${render(arg.value.note)}`] : [];

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];
