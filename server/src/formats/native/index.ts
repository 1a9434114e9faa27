import { showShape } from "../../core/dim";
import type { Edge, Node } from "../../core/graph";
import type { Problem, Report } from "../../core/problem";
import type { Format } from "../format";
import { unfinished } from "../unfinished";
import { hasBatch } from "./batch";
import { expand } from "./expand";
import { inputNodes } from "./inputs";
import { namesIn } from "./named";
import { place } from "./place";
import { readLayers } from "./read-layers";
import { trainingOf } from "./training";
import { validate } from "./validate";
import { wordingOf } from "./wording";

/** The project's own way to write a model, in YAML or JSON: `input: [C, H, W]`, `layers:`, `blocks:`. */
export const native: Format = {
  id: "convlint",
  read(document, options = {}) {
    const { root, text, problems: found, comments } = document;
    const { vocabulary, assumed, blocks, body, problems: inLayers } = readLayers(root, text);
    const isOpen = unfinished(document);
    const problems: Problem[] = [...found, ...inLayers.filter((one) => !isOpen(one))];
    const report: Report = (one) => {
      if (!isOpen(one)) problems.push(one);
    };
    const batched = hasBatch(root, body, blocks, vocabulary);
    // Where only a part of the text was read, what is missing may be in the rest.
    if (!found.some(({ id }) => id === "too-large")) validate(root, vocabulary, batched, text !== "", report);
    const nodes = inputNodes(root, options, batched);
    // Without an input nothing is known, which is said once, and not at every layer.
    const start = nodes.length ? nodes.map(({ id }): Edge => ({ node: id, port: 0 })) : [{ port: 0 }];
    const names = new Map(nodes.map(({ label, id }): [string, readonly Edge[]] => [label, [{ node: id, port: 0 }]]));
    const { rows, outputs } = expand(
      { ...body, inputs: [] },
      { names, rows: new Map(), results: [], start },
      {
        text,
        blocks,
        vocabulary,
        params: new Map(),
        nodes,
        report,
        guards: [],
        training: false,
        open: [],
        spent: { calls: 0 },
      },
    );
    const training = trainingOf(root);
    const wording = wordingOf({ root, body, blocks, nodes, problems, typed: text !== "" });
    const altered = options.input !== undefined && !sameImages(nodes, inputNodes(root, {}, batched));
    return {
      models: [
        {
          graph: {
            vocabulary,
            ...(assumed && { assumed }),
            nodes,
            rows,
            outputs,
            ...(training && { training }),
            ...(wording && { wording }),
          },
        },
      ],
      problems,
      comments,
      ...(altered && { altered }),
    };
  },
  place,
  names: namesIn,
};

const sameImages = (asked: readonly Node[], own: readonly Node[]): boolean =>
  asked.every(({ given = [] }, i) => showShape(given) === showShape(own[i]?.given ?? []));
