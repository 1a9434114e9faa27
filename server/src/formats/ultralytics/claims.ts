import type { Claim, Claimed } from "../../core/graph";
import { entriesOf, get, type Tree } from "../../tree/tree";
import { commentBehind } from "./checks/text";
import type { Scale } from "./scales";

/** `129 layers, 3157200 parameters, 3157184 gradients`, as the libraries print it; not of a model that was fused. */
const summary = /\b\d[\d,]* layers, (\d[\d,]*) parameters(?:, (\d[\d,]*) gradients)?/d;

/** What comments say of the size of a model: behind its scale, or at the top of a file that has none. */
export function claimsOf({ id }: Scale, root: Tree | undefined, text: string): readonly Claim[] {
  if (id === undefined) {
    const lines = [...text.matchAll(/^#[^\r\n]*/gm)].map(({ 0: line, index }) => claimIn(line, index));
    const claims = lines.filter((claim) => claim !== undefined);
    return claims.length === 1 ? claims : [];
  }
  const scale = entriesOf(get(root, "scales")).find(({ key }) => key === id);
  const comment = scale && commentBehind(text, scale.value.span.to);
  const claim = comment && claimIn(comment.words, comment.from);
  return claim ? [claim] : [];
}

function claimIn(words: string, from: number): Claim | undefined {
  const found = /fused/i.test(words) ? null : summary.exec(words);
  const [, all, trained] = found?.indices ?? [];
  const claimed = ([start, end]: readonly [number, number]): Claimed => ({
    span: { from: from + start, to: from + end },
    text: words.slice(start, end),
  });
  return all && { parameters: claimed(all), ...(trained && { trainable: claimed(trained) }) };
}
