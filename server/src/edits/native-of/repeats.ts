import type { Instance, Layer, List, Read } from "./instance";

/** Copies of a module, `m.0`, `m.1` …, of which each reads the one before and nobody else does, are one that is repeated. */
export function repeatsTogether({ layers, results }: List): List {
  const readers = new Map<Layer, number>();
  for (const { of } of [...layers.flatMap(({ reads }) => reads), ...results])
    if (of) readers.set(of, (readers.get(of) ?? 0) + 1);
  const instead = new Map<Layer, Layer>();
  const moved = ({ of, port }: Read): Read => (of ? { of: instead.get(of)!, port } : { port });
  const kept: Layer[] = [];
  layers.forEach((layer, i) => {
    const before = layers[i - 1];
    const isCopy = before && readers.get(before) === 1 && repeats(before, layer);
    const now = isCopy
      ? { ...kept.pop()!, times: instead.get(before)!.times + 1 }
      : { ...layer, reads: layer.reads.map(moved) };
    kept.push(now);
    instead.set(layer, now);
  });
  return { layers: kept, results: results.map(moved) };
}

function repeats(before: Layer, layer: Layer): boolean {
  const [read, ...more] = layer.reads;
  const isFed = read?.of === before && read.port === 0 && !more.length && before.reads.length === 1;
  const calls = [before.call, layer.call];
  if (!isFed || !calls.every((call) => call.kind === "block") || before.idle !== layer.idle) return false;
  return isNext(before.label, layer.label) && said(calls[0]!) === said(calls[1]!);
}

function isNext(before: string, label: string): boolean {
  const [a, b] = [before, label].map((one) => /^(.*?)(\d+)$/.exec(one));
  return !!a && !!b && a[1] === b[1] && Number(a[2]) + 1 === Number(b[2]);
}

const said = ({ form, args, inputs }: Instance): string =>
  JSON.stringify([form, args, inputs.map(([, channels]) => channels)]);
