// The texts that a translation has to have, room by room, and which of them are missing or stale.
// `--write` brings the files of l10n/zh-cn up to them, new texts with empty values; `--json` prints all texts.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { bundled } from "./bundled.mjs";
import { definitionsOf } from "./l10n-definitions.mjs";
import { scan, scanClient } from "./l10n-scan.mjs";

const folder = "l10n/zh-cn";

/** Only what has words, or a sign between values that others write differently. */
const speaks = (text) => /\p{L}|[,;:] |\.$/u.test(text.replace(/\{\d+\}/g, "").replace(/`[^`]*`/g, ""));

/** By text the room that it is translated in: the first that has it. */
const rooms = new Map();
const gaps = [];
const add = (room, texts) => {
  for (const text of texts) if (!rooms.has(text) && speaks(text)) rooms.set(text, room);
};

const sources = (root) =>
  readdirSync(root, { recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .map((file) => [file, readFileSync(`${root}/${file}`, "utf8")]);

/** Whose `doc`s are collected where they are used, with all that is made of them. */
const collected = /^(ops|rules|vocabularies|cli)\//;
const roomOf = (file) => file.split(/[/.]/)[0];
for (const [file, source] of sources("server/src")) {
  const found = scan(source);
  add(roomOf(file), found.templates);
  if (!collected.test(file)) add(roomOf(file), found.docs);
  gaps.push(...found.gaps.map((gap) => ({ file, ...gap })));
}
for (const [, source] of sources("client/src")) add("client", scanClient(source));

const contents = `
  export { vocabularies } from "./vocabularies/index";
  export * as ops from "./ops/every";
  export { ops as withPages, wordsOf } from "./derive/frameworks";
  export { rules } from "./rules/index";
  export { checks } from "./core/checks";
  export * as settings from "./settings/keys";
  export { moduleKeys } from "./modules/keys";
  export { commandPages } from "./cli/commands";
  export { showDefault } from "./core/param";
  export { builtIn } from "./deck/deck";
  export { spokenTexts } from "./core/spoken";
  export { zoo } from "./derive/zoo";
`;
const entry = { stdin: { contents, resolveDir: "server/src" } };
const definitions = definitionsOf(await bundled(entry, ".out/l10n-definitions.mjs"));
for (const [room, texts] of Object.entries(definitions)) add(room, texts);

/** What is translated, whichever room it stood in when that was done. */
const read = (file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
mkdirSync(folder, { recursive: true });
const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "same.json");
const before = new Map(files.map((file) => [file.slice(0, -".json".length), read(file)]));
const values = new Map();
for (const texts of before.values())
  for (const [text, value] of Object.entries(texts)) if (value || !values.has(text)) values.set(text, value);

const byRoom = new Map();
for (const [text, room] of rooms) byRoom.set(room, [...(byRoom.get(room) ?? []), text]);

if (process.argv.includes("--json")) console.log(JSON.stringify({ rooms: Object.fromEntries(byRoom), gaps }));
else if (process.argv.includes("--write")) {
  for (const [room, texts] of byRoom) {
    const sorted = texts.sort().map((text) => [text, values.get(text) ?? ""]);
    writeFileSync(`${folder}/${room}.json`, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  }
  for (const room of before.keys()) if (!byRoom.has(room)) rmSync(`${folder}/${room}.json`);
  report();
} else report();

/** How far each room is. */
function report() {
  let left = 0;
  for (const room of [...new Set([...byRoom.keys(), ...before.keys()])].sort()) {
    const texts = byRoom.get(room) ?? [];
    const missing = texts.filter((text) => !values.has(text));
    const empty = texts.filter((text) => values.get(text) === "");
    const stale = Object.keys(before.get(room) ?? {}).filter((text) => rooms.get(text) !== room);
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    left += missing.length + empty.length;
    const told = `${texts.length} texts, ${(size / 1000).toFixed(1)} kB`;
    console.log(
      `${room.padEnd(20)} ${told.padEnd(22)} ${missing.length} missing, ${empty.length} empty, ${stale.length} stale`,
    );
    if (process.argv.includes("--write")) continue;
    for (const text of missing) console.log(`  + ${JSON.stringify(text)}`);
    for (const text of stale) console.log(`  - ${JSON.stringify(text)}`);
  }
  console.log(`${rooms.size} texts, ${left} without a translation`);
}
