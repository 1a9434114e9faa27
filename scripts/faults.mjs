// Plants one fault at a time in a copy of the sources, and shows that the project's own tests catch each. Run with
// `npm run faults`, or `npm run faults -- WORD` for those whose description contains the word.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { faults } from "./faults-planted.mjs";

/** Suites that start processes or an editor are slow, and those that compare with recordings need the recordings. */
const slow = /^(conformance|protocol|editor|cli|web|grammar)\/|robust/;
const suites = readdirSync("tests", { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts") && !slow.test(file));

const copy = mkdtempSync(join(tmpdir(), "faults-"));
const git = (...args) => spawnSync("git", args, { encoding: "utf8", cwd: args[0] === "ls-files" ? "." : copy });
for (const file of git("ls-files", "--cached", "--others", "--exclude-standard").stdout.split("\n").filter(Boolean))
  cpSync(file, join(copy, file));
symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
// The test of the architecture asks git what belongs to the project.
git("init", "--quiet");

/** Bundles the suites into one file and runs them in one process; the name of the first test that fails, if one does. */
function firstFailure() {
  buildSync({
    absWorkingDir: copy,
    stdin: { contents: suites.map((file) => `import "./tests/${file}";`).join("\n"), resolveDir: copy, loader: "ts" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    loader: { ".yaml": "text" },
    logLevel: "error",
    outfile: join(copy, ".out/all.mjs"),
  });
  const env = { ...process.env, UPDATE: "" };
  const { status, stdout } = spawnSync(process.execPath, [".out/all.mjs"], {
    cwd: copy,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status === 0) return undefined;
  return /^\s*not ok \d+ - (.*)$/m.exec(stdout)?.[1] ?? "the tests do not run";
}

const [word = ""] = process.argv.slice(2);
const planted = faults.filter(({ what }) => what.includes(word));
let missed = 0;
try {
  const sound = firstFailure();
  if (sound) throw new Error(`the tests fail without any fault: ${sound}`);
  for (const { file, right, wrong, what } of planted) {
    const path = join(copy, file);
    const source = readFileSync(path, "utf8");
    if (source.split(right).length !== 2) throw new Error(`${file} does not contain exactly once: ${right}`);
    writeFileSync(
      path,
      source.replace(right, () => wrong),
    );
    const by = firstFailure();
    writeFileSync(path, source);
    if (!by) missed++;
    console.log(by ? `caught  ${what}  (${by})` : `MISSED  ${what}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${planted.length - missed} of ${planted.length} faults are caught`);
process.exitCode = missed || !planted.length ? 1 : 0;
