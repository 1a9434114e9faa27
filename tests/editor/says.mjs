/** Fails unless `what`, a text or a pattern, is in what is read aloud. */
export function says(heard, what) {
  const found = typeof what === "string" ? heard.includes(what) : what.test(heard);
  if (!found) throw new Error(`${what} is not in what is read aloud:\n${heard}`);
}

/** Fails where a pattern is in it. */
export function saysNot(heard, what) {
  const found = what.exec(heard);
  if (found) throw new Error(`${JSON.stringify(found[0])} is read aloud:\n${heard}`);
}
