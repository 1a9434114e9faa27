import { add } from "../../core/dim";
import type { Call, Tensors } from "../../core/op";
import { branch, firstChannels } from "./branches";
import { detect } from "./detect";
import { type Image, runner } from "./parts";

interface Settings {
  readonly nc: number;
  readonly reg_max: number;
  readonly end2end: boolean | undefined;
  readonly legacy: boolean;
}

/** A detection head with `extra` more values for every prediction, from a branch of their own; twice for end2end. */
export function detectWith(
  call: Call,
  xs: readonly Image[],
  { nc, reg_max, end2end, legacy }: Settings,
  extra: number,
): Tensors<{ y: "N P A" }>["y"] {
  const run = runner(call),
    c = Math.max(Math.floor(firstChannels(xs) / 4), extra);
  for (const set of end2end ? ["", "one2one_"] : [""]) xs.forEach((x, i) => branch(run, `${set}cv4.${i}`, x, c, extra));
  const { y } = call("", detect, { xs }, { nc, reg_max, end2end, legacy });
  return { ...y, P: add(y.P, extra) };
}
