// How often each lint reports on networks known to be good: those of the zoo, and the model files that Ultralytics ships
// where they lie beside the project. Suppressed reports count too. `--write` puts the figures on the pages.
//
// A report is false where its change would alter function, accuracy or intent of the network. Which are true is judged by
// hand and listed in rates-judged.json, with the reason. A warning is false nowhere in the zoo and in less than 2 % of
// the files elsewhere; otherwise this fails.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const most = 0.02;
const figures = "server/src/derive/rates.json";
const write = process.argv.includes("--write");
const judged = JSON.parse(readFileSync("scripts/rates-judged.json", "utf8"));

const run = (args, input) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
};

const rules = JSON.parse(run(["rules", "--format", "json"])).filter(({ set }) => set);
const on = rules.flatMap(({ id, severity }) => (severity === "off" ? ["--rule", `${id}=information`] : []));

const under = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();

/** The family of a network: the first word of a file of the zoo, the folder of a file of a library. */
const zoo = under("examples/zoo").map((path) => ({
  path,
  group: "zoo",
  family: basename(path)
    .replace(/\.cnn\.yaml$/, "")
    .replace(/^keras-/, "")
    .replace(/[\d_].*$/, ""),
}));
const models = "../shared/ultralytics/models";
const theirs = existsSync(models)
  ? under(models).map((path) => ({ path, group: "ultralytics", family: familyOf(path) }))
  : [];
if (!theirs.length) console.log(`LEFT OUT: ${models} is not here, so the rates are those of the zoo alone`);

function familyOf(path) {
  const [, version] = /(v3|v5|v6|v8|v9|v10|11|12|26|rt-detr)\/[^/]+$/.exec(path) ?? [];
  return version
    ? `yolo-${version.replace(/^v/, "")}`
    : /yolov7\//.test(path)
      ? "yolo-7"
      : /yolov9|\/v9|gelan/.test(path)
        ? "yolo-9"
        : "yolo-5";
}

/** One report of one lint in one file; comments that silence it are taken away first. */
const files = [...zoo, ...theirs];
const lines = files.map(({ path }) =>
  JSON.stringify({
    id: path,
    path: basename(path),
    text: readFileSync(path, "utf8").replace(/#\s*convlint-disable.*$/gm, "#"),
  }),
);
const results = run(["check", "--stdin-ndjson", ...on], `${lines.join("\n")}\n`)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const known = results.map(({ ok, error, problems = [] }, i) => ({ ...files[i], ok, error, problems }));
const read = known.filter(({ error }) => error === undefined);
for (const { path, error } of known) if (error !== undefined) console.log(`no model: ${path}: ${error}`);

const isTrue = (id, path) => Object.keys(judged[id] ?? {}).some((part) => path.includes(part));
const groups = ["zoo", "ultralytics"].filter((group) => read.some((file) => file.group === group));
const sizes = Object.fromEntries(groups.map((group) => [group, read.filter((file) => file.group === group).length]));
const width = Math.max(...rules.map(({ id }) => id.length));
const found = {};
let failed = 0;
console.log(
  `${read.length} networks known to be good: ${groups.map((group) => `${sizes[group]} of ${group}`).join(", ")}\n`,
);
for (const { id, severity } of rules) {
  const row = {};
  const cells = [];
  for (const group of groups) {
    const told = read.filter((file) => file.group === group && file.problems.some((problem) => problem.id === id));
    const wrong = told.filter(({ path }) => !isTrue(id, path));
    row[group] = { told: told.length, false: wrong.length };
    const families = [...new Set(told.map(({ family }) => family))].map((family) => {
      const of = (list) => list.filter((file) => file.family === family).length;
      return `${family} ${of(told)}/${of(read)}`;
    });
    const bound = group === "zoo" ? 0 : most;
    const isOver = severity === "warning" && wrong.length / sizes[group] > bound;
    if (isOver) failed++;
    cells.push(
      `${group} ${told.length}/${sizes[group]}, false ${wrong.length}${isOver ? " OVER THE BOUND" : ""}${families.length ? ` (${families.join(", ")})` : ""}`,
    );
    if (isOver) for (const { path } of wrong.slice(0, 5)) cells.push(`\n    ${path}`);
  }
  found[id] = row;
  console.log(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${cells.join(" · ")}`);
}
for (const [id, networks] of Object.entries(judged))
  for (const [part, why] of Object.entries(networks))
    if (read.some(({ path, problems }) => path.includes(part) && problems.some((problem) => problem.id === id)))
      console.log(`true: ${id} in ${part || "every file"}: ${why}`);
    else if (groups.length === 2) {
      failed++;
      console.log(`nothing is reported any more: ${id} in ${part || "any file"}`);
    }

const now = `${JSON.stringify({ networks: sizes, rules: found }, null, 2)}\n`;
if (groups.length < 2) console.log(`${figures} is not compared`);
else if (write) writeFileSync(figures, now);
else if (readFileSync(figures, "utf8") !== now) {
  failed++;
  console.log(`${figures} is stale: run npm run rates -- --write, then npm run generate`);
}
console.log(`\n${rules.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
