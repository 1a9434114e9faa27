import { op } from "../../core/op";
import { conv } from "./conv";
import type { Kind } from "./csp-kinds";
import { groupsFit, mustGroup } from "./groups-fit";
import { block, c2, g, type Image, joined, n, type Run, ratio, runner, share, shortcutOn } from "./parts";

/** How the two ways of a stage part and meet. */
export interface Wiring {
  readonly name: string;
  readonly summary: string;
  /** Channels of the way with the blocks. */
  inner(c2: number, e: number): number;
  through(run: Run, x: Image, c2: number, e: number, inside: (start: Image, channels: number) => Image): Image;
}

export const wiringA: Wiring = {
  name: "A",
  summary: "Two ways from the input",
  inner: share,
  through(run, x, c2, e, inside) {
    const h = share(c2, e);
    const through = inside(run("cv1", conv, x, { c2: h }), h);
    return run("cv3", conv, joined(run, [through, run("cv2", conv, x, { c2: h })]), { c2 });
  },
};

export const wiringB: Wiring = {
  name: "B",
  summary: "Two ways from one convolution",
  inner: (c2) => c2,
  through(run, x, c2, _, inside) {
    const start = run("cv1", conv, x, { c2 });
    return run("cv3", conv, joined(run, [inside(start, c2), run("cv2", conv, start, { c2 })]), { c2 });
  },
};

export const wiringC: Wiring = {
  name: "C",
  summary: "Two ways from the input, a convolution behind the first",
  inner: share,
  through(run, x, c2, e, inside) {
    const h = share(c2, e);
    const through = run("cv3", conv, inside(run("cv1", conv, x, { c2: h }), h), { c2: h });
    return run("cv4", conv, joined(run, [through, run("cv2", conv, x, { c2: h })]), { c2 });
  },
};

/** A stage of a cross-stage partial network: one kind of block in one wiring. */
export const stage = (kind: Kind, wiring: Wiring) =>
  op({
    name: `${kind.name}CSP${wiring.name}`,
    summary: `${wiring.summary}, one of them a chain of ${kind.what}, joined by a convolution.`,
    traits: ["convolution"],
    ...block,
    params: {
      c2,
      shortcut: { ...shortcutOn, default: kind.plain !== wiring.name },
      g: { ...g, default: kind.g },
      e: ratio(0.5),
      n,
    },
    constraints: groupsFit,
    infer({ x }, { c2, shortcut, g, e, n }, must, call) {
      const run = runner(call),
        h = wiring.inner(c2, e);
      mustGroup(
        kind.grouped.map((part) => share(h, part)),
        g,
        n,
        must,
      );
      const inside = (start: Image, channels: number) => kind.through(run, start, { channels, n, shortcut, g });
      return { y: wiring.through(run, x, c2, e, inside) };
    },
  });
