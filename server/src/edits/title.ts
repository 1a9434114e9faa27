const titles: ReadonlyMap<string, string> = new Map([
  ["pytorch", "PyTorch"],
  ["keras", "Keras"],
]);

/** A framework as people write it. */
export const title = (id: string): string => titles.get(id) ?? id;
