import type { Obj, Value } from "./values";

/**
 * What models of a file are called where there are several: by their classes, and of one class by the variables that
 * they stand in, or else by numbers.
 */
export function modelNames(models: readonly Obj[], names: ReadonlyMap<string, Value>): readonly (string | undefined)[] {
  if (models.length < 2) return models.map(() => undefined);
  const variables = new Map([...names].map(([name, value]) => [value, name]));
  const classes = models.map((of) => of.class.name);
  const isShared = (name: string): boolean => classes.indexOf(name) !== classes.lastIndexOf(name);
  const given = new Set(classes.filter((name) => !isShared(name)));
  return models.map((of) => {
    const { name } = of.class;
    if (!isShared(name)) return name;
    const variable = variables.get(of);
    const free = variable !== undefined && !given.has(variable) ? variable : numbered(name, given);
    given.add(free);
    return free;
  });
}

function numbered(name: string, given: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!given.has(`${name}-${n}`)) return `${name}-${n}`;
}
