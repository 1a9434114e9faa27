import type { Look } from "../core/mend";
import { type Options, understand } from "../service";

/** How versions of one model file are judged while it is mended. */
export const lookAt =
  (path: string, options: Options): Look =>
  (text) => {
    const { format, analysis } = understand(path, text, options) ?? {};
    if (format === undefined || !analysis) return undefined;
    const steps = analysis.models.flatMap((model) => model.steps);
    const unknown = steps.filter(({ outcome, absent }) => !outcome && !absent).length;
    return { format, problems: analysis.problems, unknown };
  };
