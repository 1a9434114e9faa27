/**
 * What is computed of an object, remembered for the last one that was asked of. Several rules ask the same of one model,
 * each after the other, and of the next model then; to hold what is known of all of them by weak references takes the
 * collector of garbage longer than to compute it.
 */
export function ofLast<K extends object, V>(compute: (of: K) => V): (of: K) => V {
  let last: { readonly of: K; readonly known: V } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, known: compute(of) };
    return last.known;
  };
}
