// What the GitHub action does: problems as annotations, and on the page of the run what became of each changed model.
// The exit status is that of the check; that there is nothing to compare with is said, and is no failure.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const { env } = process;
const words = (text = "") => [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c);
const paths = words(env.CONVLINT_PATHS || ".");
const options = words(env.CONVLINT_ARGS);

const run = (program, args, more = {}) => spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, ...more });

function fail(reason) {
  console.log(`::error title=ConvLint::${reason.replace(/[%\r\n]/g, encodeURIComponent)}`);
  process.exit(2);
}

const home = fileURLToPath(new URL("..", import.meta.url));
const quietly = ["--ignore-scripts", "--no-audit", "--no-fund"];

/** Npm runs outside of the workspace, so that no configuration of npm in it is read. */
function npm(cwd, ...args) {
  const { status, stderr, error } = run("npm", args, { cwd, shell: process.platform === "win32" });
  if (status !== 0) fail(`npm ${args[0]} does not succeed: ${stderr || error?.message}`);
}

/** The command: of the package that is named, or the action's own, which is built where it is not yet. */
function installed() {
  if (env.CONVLINT_CLI) return env.CONVLINT_CLI;
  if (env.CONVLINT_PACKAGE) {
    const [file, folder] = [resolve(env.CONVLINT_PACKAGE), join(env.RUNNER_TEMP, "convlint")];
    if (!existsSync(file)) fail(`${env.CONVLINT_PACKAGE}: there is no such package`);
    npm(env.RUNNER_TEMP, "install", "--prefix", folder, ...quietly, file);
    return join(folder, "node_modules/convlint/dist/cli.js");
  }
  const own = join(home, "dist/cli.js");
  if (!existsSync(own)) {
    npm(home, "ci", ...quietly);
    const { status, stderr } = run(process.execPath, ["esbuild.mjs"], { cwd: home });
    if (status !== 0) fail(`ConvLint cannot be built: ${stderr}`);
  }
  return own;
}

const cli = installed();
const convlint = (...args) => run(process.execPath, [cli, ...args]);

/** What says how files are read holds for the comparison too. */
const shared = options.flatMap((word, i) =>
  /^--(input|scale|dialect|config)=/.test(word)
    ? [word]
    : /^--(input|scale|dialect|config)$/.test(word)
      ? options.slice(i, i + 2)
      : [],
);
const git = (...args) => {
  const { status, stdout } = run("git", args);
  return status === 0 ? stdout : undefined;
};

const checked = convlint("check", ...options, "--format", "github", "--", ...paths);
process.stdout.write(checked.stdout);
process.stderr.write(checked.stderr);

/** The commit that the change began at; where history is cut off, the tip of the base. */
function base() {
  const named = env.CONVLINT_BASE || (env.GITHUB_BASE_REF && `origin/${env.GITHUB_BASE_REF}`);
  if (!named) return { reason: "this run is for no pull request, and `base` names no revision" };
  const commit = () => git("rev-parse", "--verify", "--quiet", "--end-of-options", `${named}^{commit}`)?.trim();
  if (!commit() && !env.CONVLINT_BASE) {
    const branch = env.GITHUB_BASE_REF;
    git("fetch", "--no-tags", "--depth=1", "origin", `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
  }
  const found = commit();
  if (!found) return { reason: `${named} is not there; \`fetch-depth: 0\` at actions/checkout brings it` };
  return { named, commit: git("merge-base", found, "HEAD")?.trim() || found };
}

/** Of a model that is new or gone there is nothing to compare, and of one that is as it was nothing is said. */
function sectionOf(file, commit, isThere) {
  if (!isThere) return alone(file, "is new", summary(shared, file));
  const { status, stdout, stderr } = convlint(
    "diff",
    ...shared,
    "--format",
    "markdown",
    "--",
    `${commit}:${file}`,
    file,
  );
  if (status === 0) return "";
  return (status === 1 ? stdout : refused(file, "is not compared", stderr)).replaceAll(commit, commit.slice(0, 8));
}

const summary = (options, file, input) =>
  run(
    process.execPath,
    [cli, "summary", ...options, "--format", "json", ...(input ? ["--stdin-path", file, "-"] : ["--", file])],
    { input },
  );

function alone(file, what, { stdout, stderr }) {
  const { models = [] } = JSON.parse(stdout || "{}");
  const { parameters, macs } = models[0]?.totals ?? {};
  return models.length
    ? `**\`${file}\`** ${what}: ${shown(parameters)} parameters, ${shown(macs)} MACs`
    : refused(file, `${what}, and is not summed up`, stderr);
}

/** Why a model is not among the others, as the command says it. */
const refused = (file, what, stderr) => {
  const [first = ""] = stderr.split("\n");
  const reason = [`convlint: ${file}: `, "convlint: "].reduce((text, start) => text.replace(start, ""), first);
  return `**\`${file}\`** ${what}: ${reason || "the command was ended"}`;
};

/** Read as the base had it, from standard input. What was no model however it is read is not spoken of. */
function deletedSection(file, commit) {
  const input = git("show", `${commit}:./${file}`);
  return input && summary([], file, input).stdout ? alone(file, "is deleted", summary(shared, file, input)) : "";
}

const shown = (count) => (typeof count === "number" ? count.toLocaleString("en-US") : (count ?? "unknown"));

function comparison() {
  const { reason, named, commit } = base();
  if (reason) return `Nothing is compared: ${reason}.`;
  const names = (...args) =>
    git(...args)
      ?.split("\0")
      .filter(Boolean) ?? [];
  const changed = new Set(names("diff", "--name-only", "--relative", "-z", "--diff-filter=d", commit));
  const { stdout, stderr } = convlint("check", ...shared, "--format", "json", "--", ...paths);
  const models = JSON.parse(stdout || '{"files":[]}').files.flatMap(({ file, format }) =>
    format === "settings" ? [] : [file],
  );
  const before = new Set(names("ls-tree", "-r", "--name-only", "-z", commit));
  const gone = names(
    "diff",
    "--name-only",
    "--relative",
    "--no-renames",
    "-z",
    "--diff-filter=D",
    commit,
    "--",
    ...paths,
  );
  const sections = [
    ...models.filter((file) => changed.has(file)).map((file) => sectionOf(file, commit, before.has(file))),
    ...stderr.split("\n").flatMap((line) => {
      const file = [...changed].find((one) => line.startsWith(`convlint: ${one}: `));
      return file ? [refused(file, "is not compared", line)] : [];
    }),
    ...gone.filter((file) => /\.(ya?ml|json|py)$/.test(file)).map((file) => deletedSection(file, commit)),
  ].filter(Boolean);
  return sections.length ? sections.join("\n\n") : `No model is another than in ${named}.`;
}

/** A step has one megabyte for its summary. */
const most = 900_000;
const page = `## ConvLint\n\n${comparison()}\n`;
if (env.GITHUB_STEP_SUMMARY)
  appendFileSync(env.GITHUB_STEP_SUMMARY, page.length > most ? `${page.slice(0, most)}\n\n… and more\n` : page);
process.exit(checked.status ?? 2);
