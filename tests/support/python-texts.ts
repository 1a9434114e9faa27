import { existsSync, readdirSync, readFileSync } from "node:fs";

const own = ["tests/python/mutated", "tests/python/culprits", "tests/beside"];
const shared = ["valid", "broken", "frontend/tricky", "frontend/modules"].map((one) => `../shared/pytorch/${one}`);

export interface Text {
  readonly file: string;
  readonly text: string;
}

/** Every program of Python that is here, and those beside the project where they are there. */
export function pythonTexts(): readonly Text[] {
  if (!existsSync(shared[0]!))
    console.log("LEFT OUT: ../shared/pytorch is not here, so only programs of our own are cut");
  return [...own, ...shared].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name.endsWith(".py"))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") })),
  );
}
