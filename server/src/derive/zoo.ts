import { once } from "../core/once";
import models from "./zoo.json";

/** A published network, with its totals as the table of the zoo has them. */
export interface ZooModel {
  readonly id: string;
  readonly title: string;
  /** What it is worth looking at for. */
  readonly shows: string;
  readonly framework: string;
  readonly parameters: number;
  readonly macs: number;
  readonly text: string;
}

/** All of them, as the table has them. */
export const zoo = once((): readonly ZooModel[] => JSON.parse(models));

const section = /^## In the words of (.+)$/;
const line = /^\| \[([^\]]+)\]\((([^)]+)\.cnn\.yaml)\) \| ([^|]+) \| [^|]+ \| ([\d,]+) \| ([\d,]+) \|$/;
const figure = (text: string): number => Number(text.replaceAll(",", ""));

/** The zoo as its table tells of it. A test holds the table to the files, and another this to the table. */
export function zooIn(table: string, textOf: (file: string) => string): readonly ZooModel[] {
  let framework = "";
  return table.split("\n").flatMap((one) => {
    framework = section.exec(one)?.[1] ?? framework;
    const [, title, file, id, shows, parameters, macs] = line.exec(one) ?? [];
    if (file === undefined) return [];
    return [
      {
        id: id!,
        title: title!,
        shows: shows!.replaceAll("`", ""),
        framework,
        parameters: figure(parameters!),
        macs: figure(macs!),
        text: textOf(file),
      },
    ];
  });
}
