// Spoils valid programs in the ways in which people do, and records what PyTorch says of each, so that
// `npm run conformance` can compare without PyTorch. `npm run mutants` compares a fresh seed and writes nothing;
// `npm run mutants -- 7 600 --write` adds seed 7 with 600 mutants to the record, `-- 7 600 "delete lines"` tries mutants
// of this kind alone. PYTHON names a Python that has torch.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { bundled } from "./bundled.mjs";

const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const seed = Number(numbers[0] ?? Date.now() % 1_000_000);
const count = Number(numbers[1] ?? 600);
const write = process.argv.includes("--write");
const kinds = process.argv.slice(2).filter((word) => !/^(\d+|--write)$/.test(word));
const record = "tests/conformance/mutants.json";

const { drawn, markOf, originals, compared, told } = await bundled(
  { entryPoints: ["tests/support/mutants/judged.ts"] },
  ".out/mutants.mjs",
);

const files = originals();
const mutants = drawn(
  [...files].map(([name, { text }]) => [name, text]),
  seed,
  count,
  kinds.length ? kinds : undefined,
);
console.log(`seed ${seed}: ${mutants.length} mutants of ${files.size} files`);

/** The first Python that has torch. */
async function python() {
  for (const one of [process.env.PYTHON, "python3", "/usr/bin/python3"].filter(Boolean)) {
    const child = spawn(one, ["-c", "import torch"], { stdio: "ignore" });
    const status = await new Promise((end) => child.on("close", end).on("error", () => end(1)));
    if (status === 0) return one;
  }
  throw new Error("no Python with torch is here: PYTHON=… names one");
}

/** One process for all; where it ends before it has answered, what it was asked is left out. */
async function judge(asked) {
  const answers = new Map();
  const command = await python();
  for (let from = 0; from < asked.length; ) {
    const child = spawn(command, ["scripts/mutants.py"], { stdio: ["pipe", "pipe", "ignore"] });
    child.stdin.on("error", () => {});
    child.stdin.end(
      asked
        .slice(from)
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(""),
    );
    for await (const line of createInterface(child.stdout)) {
      const { id, ...answer } = JSON.parse(line);
      answers.set(id, answer);
      from = id + 1;
      if (from % 100 === 0) console.log(`${from} of ${asked.length}`);
    }
    if (from < asked.length) answers.set(from++, { error: "Ended", line: null });
  }
  return answers;
}

const asked = mutants.map(({ file, text }, id) => ({
  id,
  text,
  entry: files.get(file).entry,
  inputs: files.get(file).inputs,
}));
const answers = await judge(asked);
/** Of a program that is none, or whose run was cut short, nothing can be compared. */
const isJudged = ({ error }) =>
  !/^(SyntaxError|IndentationError|TooLong|SystemExit|Ended|MemoryError)$/.test(error ?? "");
const rows = mutants.flatMap(({ file, kind, ordinal, text }, id) => {
  const { error, line, output, params, calls } = answers.get(id);
  if (!isJudged({ error })) return [];
  const found = error ? { error, line } : { output, params, calls };
  return [{ file, kind, ordinal, mark: markOf(text), ...found }];
});

const result = compared(rows, files);
console.log(told(result));
for (const one of [...result.missed, ...result.alarms, ...result.unequal]) {
  const id = mutants.findIndex(
    ({ file, kind, ordinal }) => file === one.file && kind === one.kind && ordinal === one.ordinal,
  );
  console.log(`${one.why}: ${one.file} "${one.kind}" ${one.ordinal}: ${answers.get(id).message ?? ""}`);
}
if (write) {
  const all = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
  all[seed] = rows;
  const lines = Object.entries(all).map(
    ([one, of]) => `${JSON.stringify(one)}: [\n${of.map((row) => JSON.stringify(row)).join(",\n")}\n]`,
  );
  writeFileSync(record, `{\n${lines.join(",\n")}\n}\n`);
}
