import type { Look } from "../core/mend";
import { type Options, understand } from "../service";

/** How versions of one model file are judged while it is mended. */
export const lookAt =
  (path: string, options: Options): Look =>
  (text) => {
    const understood = understand(path, text, options);
    if (!understood) return undefined;
    const { format, analysis } = understood;
    const steps = analysis.models.flatMap((model) => model.steps);
    const unknown = steps.filter(({ outcome, absent }) => !outcome && !absent).length;
    return { format, problems: understood.mendable(analysis.problems), unknown };
  };
