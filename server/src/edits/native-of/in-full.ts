import type { Outcome } from "../../core/analysis";
import type { Shape } from "../../core/dim";
import type { Op } from "../../core/op";
import type { Bound } from "../../core/twin";
import { openModules } from "../../vocabularies/ultralytics-open";
import type { InFull } from "./instance";

export type WorkOut = (op: Op, args: Bound, inputs: readonly Shape[]) => Outcome;

/** Works out a module that can be opened, with all its steps. */
export const inFull =
  (workOut: WorkOut): InFull =>
  (op, args, inputs) => {
    const open = openModules.get(op);
    if (!open || open.fits?.(args) === false) return undefined;
    return { outcome: workOut(open.op, args, inputs), ...(open.besides && { besides: open.besides }) };
  };
