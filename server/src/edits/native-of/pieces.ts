import type { Channels } from "../../core/analysis";
import type { Dim } from "../../core/dim";
import type { Vocabulary } from "../../core/vocabulary";
import type { Layer, Read } from "./instance";
import { leafOf } from "./leaf";

interface Cut {
  readonly of: Read;
  readonly whole: Dim | undefined;
  readonly reads: { readonly part: Channels; readonly read: { of?: Layer; port: number } }[];
}

/** Where a module reads some of the channels, a layer of its own cuts them apart, right behind what gives them. */
export class Pieces {
  readonly #cuts: Cut[] = [];

  constructor(private readonly to: Vocabulary) {}

  read(of: Read, part: Channels, whole: Dim | undefined): Read {
    let cut = this.#cuts.find((one) => one.of.of === of.of && one.of.port === of.port);
    if (!cut) this.#cuts.push((cut = { of, whole, reads: [] }));
    const read: Cut["reads"][number]["read"] = { port: 0 };
    cut.reads.push({ part, read });
    return read;
  }

  /** The layers with those that cut; what was read of them is known now. */
  among(layers: readonly Layer[]): readonly Layer[] {
    const put = new Map<Layer | undefined, Layer[]>();
    for (const { of, whole, reads } of this.#cuts) {
      const parts = reads.map(({ part }) => part);
      const { word, args, portOf } = cutting(whole, parts);
      const call = leafOf({ name: word, spelling: this.to.spellings.get(word)! }, args);
      const layer: Layer = { label: "parts", call, reads: [of], times: 1, idle: false, many: true };
      put.set(of.of, [...(put.get(of.of) ?? []), layer]);
      for (const { part, read } of reads) Object.assign(read, { of: layer, port: portOf(part) });
    }
    return [...(put.get(undefined) ?? []), ...layers.flatMap((layer) => [layer, ...(put.get(layer) ?? [])])];
  }
}

/** Equal parts are so many of the whole; others are told one by one. */
function cutting(whole: Dim | undefined, parts: readonly Channels[]) {
  const { size } = parts[0]!;
  const fits = typeof whole === "number" && whole % size === 0;
  if (fits && parts.every((part) => part.size === size && part.at % size === 0))
    return { word: "Chunk", args: { chunks: whole / size, dim: 1 }, portOf: ({ at }: Channels): number => at / size };
  const ends = parts.flatMap(({ at, size }) => [at, at + size]);
  const edges = [...new Set([0, ...ends, Number(whole)])].sort((a, b) => a - b);
  const sections = edges.slice(1).map((edge, i) => edge - edges[i]!);
  return {
    word: "Split",
    args: { split_size_or_sections: sections, dim: 1 },
    portOf: ({ at }: Channels): number => edges.indexOf(at),
  };
}
