// Writes everything that is generated from definitions; `--check` writes nothing, and fails where something is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { bundled } from "./bundled.mjs";

const check = process.argv.includes("--check");

const read = (path) => {
  try {
    return readFileSync(path, "utf8").replace(/\r\n/g, "\n");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
};

/** The pages that people write, by the id that is their name and their heading. */
const written = "tests/rules";
const examples = Object.fromEntries(
  readdirSync(written)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => [file.slice(0, -3), read(`${written}/${file}`)]),
);

for (const [id, page] of Object.entries(examples))
  if (!page.startsWith(`# ${id}\n`)) throw new Error(`${written}/${id}.md begins with another heading than # ${id}`);
const embedded = "server/src/derive/examples.txt";
const files = new Map([[embedded, Object.values(examples).join("\f")]]);
const zoo = "server/src/derive/zoo.json";
if (read(zoo) === undefined) writeFileSync(zoo, "[]\n");
/** Model files whose use of operators decides what completion offers first. */
const models = readdirSync("examples", { recursive: true })
  .map((file) => `examples/${file.replaceAll("\\", "/")}`)
  .filter((path) => /^examples\/(?!broken).*\.yaml$/.test(path))
  .sort()
  .map((path) => ({ path, text: read(path) }));
const used = "server/src/derive/uses.json";
if (read(embedded) === undefined) writeFileSync(embedded, "");
if (read(used) === undefined) writeFileSync(used, "{}\n");
const contents = ["pages", "manifest", "zoo", "count-uses"].map((file) => `export * from "./${file}";`).join("\n");
const entry = { stdin: { contents, resolveDir: "server/src/derive" } };
const { documents, configuration, countUses, textPrefix, zooIn } = await bundled(entry, ".out/derive.mjs");
for (const [path, text] of documents(examples)) files.set(path, text);
files.set(used, `${JSON.stringify(countUses(models)).replace(/(?<=[{}],?)(?="\w[^"]*":\{)/g, "\n")}\n`);

/** The zoo as its table tells of it, with the texts, for whoever wants to begin with one of its networks. */
const inZoo = (file) => read(`examples/zoo/${file}`);
files.set(zoo, `${JSON.stringify(zooIn(inZoo("README.md"), inZoo), null, 2)}\n`);

/** Settings in the manifest, and their texts among those that people write. */
const { groups, texts } = configuration();
const inJson = (value) => `${JSON.stringify(value, null, 2)}\n`;
const manifest = JSON.parse(read("package.json"));
files.set("package.json", inJson({ ...manifest, contributes: { ...manifest.contributes, configuration: groups } }));
const others = Object.entries(JSON.parse(read("package.nls.json") ?? "{}")).filter(
  ([key]) => !key.startsWith(textPrefix),
);
files.set("package.nls.json", inJson({ ...Object.fromEntries(others), ...texts }));

/** What was generated once and is no longer. */
const folders = ["docs/rules", "docs/ops"];
for (const folder of folders) mkdirSync(folder, { recursive: true });
const left = folders
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((path) => !files.has(path));
const stale = [...files].filter(([path, text]) => read(path) !== text);

/** The first line in which two texts differ, which names the place without repeating the page. */
function difference(path, text) {
  const before = (read(path) ?? "").split("\n");
  const after = text.split("\n");
  const line = after.findIndex((one, i) => one !== before[i]);
  const at = line < 0 ? after.length : line;
  return `--- ${path}:${at + 1}\n- ${before[at] ?? "(nothing)"}\n+ ${after[at] ?? "(nothing)"}`.replace(
    /^(.{0,200}).*$/gm,
    "$1",
  );
}

if (!check) {
  for (const path of left) rmSync(path);
  for (const [path, text] of stale) writeFileSync(path, text);
  console.log(`${files.size} generated files, ${stale.length} written, ${left.length} removed`);
} else if (stale.length || left.length) {
  for (const [path, text] of stale) console.error(difference(path, text));
  for (const path of left) console.error(`--- ${path}\nis not generated any more`);
  console.error("\nGenerated files are stale; run: npm run generate");
  process.exitCode = 1;
}
