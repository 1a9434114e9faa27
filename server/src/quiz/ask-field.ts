import { ofField } from "../analysis/arithmetic";
import type { Model } from "../core/analysis";
import { type Message, say } from "../core/message";
import { receptiveFields } from "../core/receptive-field";
import type { Voice } from "../core/voice";
import type { Mistake } from "../deck/typed";
import { keyOf } from "./ask-shape";
import { withArgs } from "./changed";
import { asCount, type Draft } from "./made-up";
import { slidesOf } from "./slips";
import { callOf, type Subject } from "./subject";

/** How far does one position see? */
export function askField(subject: Subject, model: Model, deck: Draft["deck"], voice: Voice): Draft | undefined {
  const { step, label } = subject;
  const edge = step.node.inputs[0];
  const at = (changed: Model, node: number, port = 0): number | undefined => {
    const { receptiveField } = receptiveFields(changed).at(node, port);
    return typeof receptiveField === "number" ? receptiveField : undefined;
  };
  const right = at(model, step.node.id);
  const slides = slidesOf(subject);
  if (
    right === undefined ||
    label === undefined ||
    edge?.node === undefined ||
    !slides.some(({ kernel }) => kernel > 1)
  )
    return undefined;
  const ones = (name: string) =>
    at(
      withArgs(model, (args) => (Array.isArray(args[name]) ? { ...args, [name]: args[name].map(() => 1) } : args)),
      step.node.id,
    );
  const mistake = (value: number | undefined, why: Message): readonly Mistake<number>[] =>
    value === undefined ? [] : [{ value, why }];
  const before = at(model, edge.node, edge.port);
  const window = slides[0]!.kernel;
  const how = ofField(step, model);
  return {
    deck,
    asks: ["field", ...keyOf(subject), `${right}`, pathOf(model, edge.node)],
    prompt: say`How many pixels of the input, from one side to the other, does one position see behind layer ${`\`${label}\``}, ${`\`${callOf(subject)}\``}?`,
    ...asCount(
      right,
      [
        ...mistake(ones("stride"), say`That leaves out the strides before it, each of which widens every later window`),
        ...mistake(window, say`That is what one of its windows reads of the layer before, not of the input`),
        ...mistake(before, say`That is what is seen before this layer; its window of ${window} sees more`),
        ...mistake(ones("dilation"), say`That leaves out the dilation, which pulls the taps apart`),
        ...mistake(
          before === undefined ? undefined : before + window,
          say`That adds the window of ${window} whole; one of its taps is what was seen already`,
        ),
      ],
      voice,
    ),
    ...(how !== undefined && { explanation: say`${how} = ${right}` }),
    tags: ["receptive-field"],
    operators: [subject.spelling.op.name],
  };
}

/** All calls above, which decide what is seen. */
const pathOf = ({ steps }: Model, last: number): string =>
  steps
    .slice(0, last + 1)
    .map(({ node: { op, args, inputs } }) =>
      [
        op,
        ...args.map(({ name, value }) => `${name}=${JSON.stringify("value" in value ? value.value : "")}`),
        inputs.map(({ node }) => node),
      ].join(),
    )
    .join(";");
