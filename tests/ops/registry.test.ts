import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { outputsOf } from "../../server/src/core/analysis";
import { showShape } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { vocabularies } from "../../server/src/vocabularies/index";
import { listed, ways } from "../support/listed";
import { oneCall } from "../support/one-call";
import { recorded, recordedIn } from "../support/recorded";

const frameworks = ["pytorch", "keras"] as const;
const vocabularyOf = (framework: string) => vocabularies.find(({ id }) => id === framework)!;

/** How often a name is worked by hand, by framework and name. */
const worked = new Map<string, number>();
for (const file of readdirSync("tests/ops/cases")) {
  const { framework, ops, cases } = parse(readFileSync(`tests/ops/cases/${file}`, "utf8"));
  for (const op of ops)
    worked.set(`${framework} ${op}`, (worked.get(`${framework} ${op}`) ?? 0) + (cases as readonly unknown[]).length);
}

for (const framework of frameworks)
  describe(`the words of ${framework}`, () => {
    const { spellings } = vocabularyOf(framework);
    const rows = listed[framework].map(([names, args]) => ({ names: names.split(" "), args: args.split(" ") }));

    it("have every operator of the list", () =>
      assert.deepEqual(
        rows.flatMap(({ names }) => names.filter((name) => !spellings.has(name))),
        [],
      ));

    it("have every argument of the list", () => {
      const lacks = (name: string, arg: string) => arg !== "" && spellings.get(name)?.order.includes(arg) === false;
      const missing = rows.flatMap(({ names, args }) =>
        names.flatMap((name) => args.filter((arg) => lacks(name, arg)).map((arg) => `${name}: ${arg}`)),
      );
      assert.deepEqual(missing, []);
    });

    it("have every name that was recorded", () =>
      assert.deepEqual(
        recorded[framework].filter((name) => !spellings.has(name)),
        [],
      ));

    it("are each shown right by records, or by six calls worked by hand", () => {
      const names = [...spellings.keys()];
      const known = new Set(recorded[framework]);
      const shown = names.filter((name) => known.has(name) || (worked.get(`${framework} ${name}`) ?? 0) >= 6);
      // A second name stands for the very same.
      const right = new Set(shown.map((name) => spellings.get(name)));
      assert.deepEqual(
        names.filter((name) => !right.has(spellings.get(name))),
        [],
      );
    });

    it("are recorded as this test says", () => {
      if (existsSync("../shared")) assert.deepEqual([...recorded[framework]].sort(), recordedIn(framework));
      else console.log(`LEFT OUT: ../shared is not here, so the names recorded of ${framework} were not looked up`);
    });
  });

it("arguments can be written in every form of the list", () => {
  const differences = ways.flatMap(([framework, name, args, inputs, outputs]) => {
    const { models, problems } = oneCall(vocabularyOf(framework), name, args, inputs);
    const given = (outputsOf(models[0]!.steps.at(-1)) ?? []).map(showShape).join(" ");
    const got = problems.length ? problems.map(({ message }) => render(message)).join("; ") : given;
    const want = outputs.map(showShape).join(" ");
    return got === want ? [] : [`${name} ${JSON.stringify(args)}: ${got}, not ${want}`];
  });
  assert.deepEqual(differences, []);
});
