/** An input that does not go with another. */
export interface Misfit {
  readonly index: number;
  readonly with: number;
}

/**
 * Which of several inputs do not go with the rest. The first is what the others are measured by, unless
 * most of them agree with each other against it; then it is the one that is wrong.
 */
export function misfits<T>(inputs: readonly T[], agree: (a: T, b: T) => boolean): readonly Misfit[] {
  const against = (measure: number): readonly number[] =>
    inputs.flatMap((input, i) => (i === measure || agree(inputs[measure]!, input) ? [] : [i]));
  const first = against(0);
  const other = first[0];
  if (other === undefined || 2 * first.length < inputs.length) return first.map((index) => ({ index, with: 0 }));
  const second = against(other);
  return second.length < first.length
    ? second.map((index) => ({ index, with: other }))
    : first.map((index) => ({ index, with: 0 }));
}
