import { typedNumbers } from "./typed-number";

/** How frameworks and people write the batch, of which nothing is asked. */
const batch = /^(?:n|b|none|batch|\?|-1)$/i;

/**
 * Everything that `[16, 30, 30]`, `16x30x30`, `(N, 16, 30, 30)`, `16 30 30` or `30²×16` may mean. Sides with a raised
 * number stand before the channels in that form, so both orders are read there.
 */
export function typedShapes(text: string): readonly (readonly number[])[] {
  const raised = /[²³]/.test(text);
  const flat = text.replace(/(\d+)([²³])/g, (_, side: string, power: string) =>
    power === "²" ? `${side}×${side}` : `${side}×${side}×${side}`,
  );
  const plain = flat
    .normalize("NFKC")
    .trim()
    .replace(/^(?:torch\.Size)?[([{]+|[)\]}]+$/gi, "")
    .trim();
  const parts = plain.split(/\s*[,;×x*·]\s*|\s+(?:by\s+)?/i).filter((part) => part !== "");
  const [first = "", ...rest] = parts;
  const sizes = (batch.test(first) ? rest : parts).map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
  const found: (readonly number[])[] = [];
  if (sizes.length && sizes.every(Number.isFinite)) {
    found.push(sizes);
    if (raised) found.push([sizes.at(-1)!, ...sizes.slice(0, -1)]);
  }
  // A single size may be written with commas between its thousands.
  for (const { value, slack } of typedNumbers(plain)) if (slack === 0) found.push([value]);
  return found;
}
