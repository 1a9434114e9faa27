import { inRow, type Message, plural, render, say } from "../../../core/message";
import type { Voice } from "../../../core/voice";
import type { Kept } from "../comparison";
import { amount } from "./words";

/** How much of what was learned a loader takes over, and why not the rest. */
export function keptText({ parameters, of, others }: Kept, voice: Voice): string {
  if (of === 0) return "";
  const all = amount(of);
  if (parameters === of)
    return render(say`all ${all} parameters can be loaded: they have the same names and shapes`, voice);
  const reshaped = others.filter(({ old }) => old !== null).length;
  const fresh = others.length - reshaped;
  const rest = inRow([
    ...(reshaped
      ? [plural(reshaped, say`${reshaped} tensor has another shape`, say`${reshaped} tensors have another shape`)]
      : []),
    ...(fresh ? [reshaped ? alsoFresh(fresh) : onlyFresh(fresh)] : []),
  ]);
  return render(
    parameters === 0
      ? say`none of the ${all} parameters can be loaded by name and shape; ${rest}`
      : say`${amount(parameters)} of the ${all} parameters can be loaded by name and shape; ${rest}`,
    voice,
  );
}

const alsoFresh = (fresh: number): Message =>
  plural(fresh, say`${fresh} is not there under this name`, say`${fresh} are not there under this name`);

const onlyFresh = (fresh: number): Message =>
  plural(fresh, say`${fresh} tensor is not there under this name`, say`${fresh} tensors are not there under this name`);
