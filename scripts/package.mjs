// Packs the extension as a .vsix, which must stay small: it is downloaded before anybody knows whether they like it.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { growthByPython } from "./growth.mjs";
import { largest } from "./packed.mjs";
import { squeeze } from "./squeeze.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const file = `convlint-${version}.vsix`;
const most = 1_000_000;
const mostOfPython = 120_000;

const run = (command, args) => {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
};

run(process.execPath, ["esbuild.mjs"]);
run(process.execPath, [
  "node_modules/@vscode/vsce/vsce",
  "package",
  "--no-dependencies",
  "--no-rewrite-relative-links",
  "--allow-missing-repository",
  "--out",
  file,
]);
await squeeze(file);
const { size } = statSync(file);
console.log(`${file}: ${(size / 1000).toFixed(0)} kB, of which most are`);
for (const { name, packed } of largest(file, 10)) console.log(`${(packed / 1000).toFixed(1).padStart(7)} kB  ${name}`);
const python = await growthByPython(readFileSync("dist/cli.js"));
console.log(`reading Python adds ${(python / 1000).toFixed(1)} kB to the bundle for the browser, by gzip`);
const limits = [
  [`${file} has`, size, most],
  ["reading Python adds", python, mostOfPython],
];
for (const [what, bytes, limit] of limits.filter(([, bytes, limit]) => bytes > limit)) {
  console.error(`${what} ${bytes} bytes, more than ${limit}`);
  process.exitCode = 1;
}
