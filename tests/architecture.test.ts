import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, posix } from "node:path";
import { describe, it } from "node:test";
import { ops } from "../server/src/ops/index";
import { modules } from "../server/src/ops/ultralytics/index";
import { rules } from "../server/src/rules/index";
import { codeOf, importsOf, roomOf, tableIn } from "./support/architecture";

/** What is committed or about to be, so that what a build leaves behind does not count. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path && existsSync(path));
const sources = files.filter((path) => /^(server|client)\/src\/.*\.ts$/.test(path));
const code = files.filter((path) => /\.(ts|mjs)$/.test(path));
const text = (path: string): string => readFileSync(path, "utf8");

const isOfPython = (path: string): boolean => /^server\/src\/(?:python\/|service\/(?:silence-)?python\.ts$)/.test(path);

/** A file of more than 300 lines that has a reason to be, and the reason. */
const reasons: { readonly [path: string]: string } = {};

describe("who may import whom", () => {
  const table = tableIn(text("ARCHITECTURE.md"));
  const allowed = (from: string, to: string): boolean => {
    const may = table.get(from) ?? [];
    return to === from || may.includes(to) || (to.startsWith("node:") && may.includes("node:*"));
  };

  it("is told for every room that there is, and for no other", () => {
    assert.deepEqual([...new Set(sources.map(roomOf))].filter((room) => !table.has(room)).sort(), []);
    const rooms = new Set(sources.map(roomOf));
    assert.deepEqual(
      [...table.keys()].filter((room) => !rooms.has(room)),
      [],
    );
  });

  for (const [room] of table)
    it(`${room} imports nothing else`, () => {
      const wrong = sources
        .filter((path) => roomOf(path) === room)
        .flatMap((path) =>
          importsOf(path, text(path))
            .filter(({ to }) => !allowed(room, to))
            .map(({ to }) => `${path} imports ${to}`),
        );
      assert.deepEqual(wrong, []);
    });

  it("finds imports in whatever form they are written", () => {
    const sample = `import { a } from "../ops/conv2d";\nexport * from "yaml";\nconst b = await import("node:fs");\nimport "../rules/index";`;
    const found = importsOf("server/src/core/x.ts", sample).map(({ to }) => to);
    assert.deepEqual(found, ["ops", "yaml", "node:fs", "rules"]);
  });
});

describe("files", () => {
  it("end at 300 lines, and give notice at 200", () => {
    const long = sources
      .map((path) => ({ path, lines: text(path).split("\n").length - 1 }))
      .filter((one) => one.lines > 200);
    for (const { path, lines } of long) console.error(`LONG: ${path} has ${lines} lines`);
    assert.deepEqual(
      long.filter(({ path, lines }) => lines > 300 && !reasons[path]),
      [],
    );
    assert.deepEqual(
      Object.keys(reasons).filter((path) => !long.some((one) => one.path === path)),
      [],
    );
  });

  it("are named in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
    // What is worked out by hand is named as a framework names the operator.
    const ours = files.filter((path) => /^(server|client|tests|scripts)\/(?!ops\/cases\/)/.test(path));
    const wrong = ours.filter((path) => !kebab.test(basename(path)));
    assert.deepEqual(wrong, []);
  });

  it("export nothing by default", () => {
    const wrong = code.filter((path) => /^export default|\bas default\b|^module\.exports\b/m.test(codeOf(text(path))));
    assert.deepEqual(wrong, []);
  });

  it("of operators and rules are named after them", () => {
    const kebab = (name: string): string => name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
    const named = (folder: string, name: string): boolean =>
      sources.some((path) => dirname(path) === folder && kebab(basename(path, ".ts")) === kebab(name));
    const lost = [
      ...ops.filter(({ name }) => !named("server/src/ops", name)).map(({ name }) => name),
      ...modules.filter(({ name }) => !named("server/src/ops/ultralytics", name)).map(({ name }) => name),
      ...rules.filter(({ id }) => !existsSync(`server/src/rules/${id}.ts`)).map(({ id }) => id),
    ];
    assert.deepEqual(lost, []);
  });

  it("say nothing of the machine they were written on", () => {
    const marks = [
      /https?:\/\/[^ "')]*registry/,
      new RegExp(`(?<![\\w.])/${"work"}/`),
      /\/home\/\w+\//,
      /\/Users\/\w+\//,
    ];
    const wrong = files
      .filter((path) => /\.(ts|mjs|js|json|md|ya?ml|txt)$|^[^.]+$/.test(path))
      .flatMap((path) => {
        const found = text(path);
        return marks.filter((mark) => mark.test(found)).map((mark) => `${path}: ${mark.exec(found)![0]}`);
      });
    assert.deepEqual(wrong, []);
  });
});

describe("what never happens", () => {
  /** It waits for a folder that whoever opens it brings along. */
  const waits = "server/src/review/journal.ts";
  /** It looks at the clock for the command and the server, which it stands beside. */
  const above = ["drill", "server", "cli", "client"];
  const below = (path: string): boolean => path !== waits && !above.includes(roomOf(path));

  it("waiting, chance, a clock or output below the service", () => {
    const marks =
      /\basync\b|\bawait\b|\bPromise\b|\bMath\.random\b|\bDate\b|\bperformance\.|\bconsole\.|\bprocess\b|\bfetch\(|\bsetTimeout\b/;
    const wrong = sources.filter(below).flatMap((path) => {
      const found = marks.exec(codeOf(text(path)));
      return found ? [`${path}: ${found[0]}`] : [];
    });
    assert.deepEqual(wrong, []);
  });

  it("operators know of no place, layout or framework", () => {
    const marks = /\b(Span|span|opSpan|layout|channels-last|keras|pytorch|severity)\b/;
    // Where a formula comes from is said by an address, whose host may be a framework's.
    const code = (path: string) => codeOf(text(path)).replace(/^\s*source: .*$/gm, "");
    const wrong = sources.filter((path) => roomOf(path) === "ops" && marks.test(code(path)));
    assert.deepEqual(wrong, []);
  });

  it("features name no operator, rule or format", () => {
    const names = [...ops, ...modules].map(({ name }) => name);
    const ids = [...rules.map(({ id }) => id), "pytorch", "keras", "convlint-", "ultralytics"];
    const quoted = new RegExp(`["'\`](${[...names, ...ids].join("|")})["'\`]`);
    const wrong = sources
      .filter((path) => roomOf(path) === "features")
      .flatMap((path) => {
        const found = quoted.exec(text(path));
        return found ? [`${path}: ${found[0]}`] : [];
      });
    assert.deepEqual(wrong, []);
  });

  it("what most runs do without is set up at the start", () => {
    const late = ["server/src/service/python", "server/src/service/silence-python", "server/src/lsp/reviews"];
    const early = sources.flatMap((path) =>
      [...codeOf(text(path)).matchAll(/^(?:import|export) (?!type )[^;"]*\bfrom "(\.[^"]+)"/gm)]
        .map(([, from]) => posix.join(dirname(path), from!))
        .filter((target) => !isOfPython(path) && (late.includes(target) || /\/python\//.test(target)))
        .filter((target) => target !== "server/src/python/recognise")
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(early, []);
  });

  it("code that the workspace could bring is run", () => {
    const wrong = sources.filter((path) => /\beval\(|\bnew Function\b|node:vm\b/.test(codeOf(text(path))));
    assert.deepEqual(wrong, []);
  });
});
