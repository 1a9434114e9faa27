import { statSync } from "node:fs";
import { resolve } from "node:path";
import { linesOf } from "../core/lines";
import { render, say } from "../core/message";
import { fillIn, type Param } from "../core/param";
import { type Rule, usual } from "../core/rule";
import { told, type Voice } from "../core/voice";
import { padEndTo, widest } from "../core/width";
import { type FoundSettings, withBase } from "../settings/find";
import { keys } from "../settings/keys";
import type { Known } from "../settings/read-settings";
import { originsOf } from "../settings/resolve";
import type { Configuration } from "./configuration";
import { shown } from "./targets";
import { UsageError } from "./usage";

/** Something that holds, and who says so. */
interface Holds {
  readonly value: unknown;
  readonly from: string;
}

interface ShownRule {
  readonly severity: Holds;
  readonly options?: { readonly [name: string]: Holds };
}

/** `check --show-settings`: what holds for one file, and which line of which file says so. */
export function showSettings(
  paths: readonly string[],
  config: Configuration,
  known: Known,
  format: string | undefined,
  voice: Voice,
): string {
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new UsageError(say`--show-settings takes one file: convlint check --show-settings FILE`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(say`--show-settings takes one file, and ${path} is a folder: name a model in it`);
  if (format !== undefined && format !== "json")
    throw new UsageError(say`--show-settings prints YAML, or JSON with --format json, not ${format}`);
  const shownFile = settingsFor(path, config, known, voice);
  return format === "json" ? `${JSON.stringify({ version: 1, ...shownFile }, null, 2)}\n` : asYaml(shownFile, voice);
}

function settingsFor(path: string, config: Configuration, known: Known, voice: Voice) {
  const { options, ignored, files } = config.of(path);
  const origins = originsOf(files, resolve(path).replaceAll("\\", "/"));
  const from = (key: string, isSaid: boolean): string => {
    const origin = origins.get(key);
    if (isSaid) return render(say`command line`, voice);
    return origin
      ? `${shown(origin.file.path)}:${linesOf(origin.file.text).at(origin.span.from).line + 1}`
      : render(say`default`, voice);
  };
  const { over } = config;
  const plain = (key: "input" | "dialect" | "scales", value: unknown, isSaid: boolean): Holds => {
    const usually = keys.find(({ name }) => name === key)!.default;
    return value === undefined
      ? { value: null, from: render(say`default: ${told(usually, voice)}`, voice) }
      : { value, from: from(key, isSaid) };
  };
  const ruleOf = (rule: Rule): ShownRule => {
    const { id } = rule;
    const params: { readonly [name: string]: Param<unknown> } = rule.options;
    const said = options.ruleOptions?.[id];
    const all = fillIn(params, said ?? {});
    const severity = options.severities?.[id] ?? (said ? rule.severity : usual(rule));
    const names = Object.keys(params);
    return {
      severity: { value: severity, from: from(`rules.${id}`, over.severities?.[id] !== undefined) },
      ...(names.length && {
        options: Object.fromEntries(
          names.map((name) => [
            name,
            { value: shownValue(params[name]!, all[name]), from: from(`rules.${id}.${name}`, false) },
          ]),
        ),
      }),
    };
  };
  const lints = new Set(known.rules.map(({ id }) => id));
  // Of everything else that can be reported only what somebody has said something of.
  const others = Object.entries(options.severities ?? {}).filter(([id]) => !lints.has(id));
  return {
    file: shown(path),
    files: filesOf(files).map(shown),
    ignored: { value: ignored, from: from("ignored", false) },
    input: plain("input", options.input, over.input !== undefined),
    dialect: plain("dialect", options.dialect, over.dialect !== undefined),
    scales: plain("scales", options.scale === undefined ? options.scales : [options.scale], over.scale !== undefined),
    modules: Object.fromEntries(
      [...(options.modules?.keys() ?? [])].map((name) => [
        name,
        { value: render(say`declared`, voice), from: from(`modules.${name}`, false) },
      ]),
    ),
    rules: Object.fromEntries([
      ...known.rules.map((rule): [string, ShownRule] => [rule.id, ruleOf(rule)]),
      ...others.map(([id, value]): [string, ShownRule] => [
        id,
        { severity: { value, from: from(`rules.${id}`, over.severities?.[id] !== undefined) } },
      ]),
    ]),
  };
}

/** As somebody would write it: `2GiB`. A limit that there is not is no number that JSON knows. */
const shownValue = ({ type }: Param<unknown>, value: unknown): unknown =>
  typeof value === "number" && type.show(value) !== String(value) ? type.show(value) : value;

/** Every file that counts, once, each before what stands above it. */
function filesOf(files: readonly FoundSettings[]): readonly string[] {
  const paths = files.flatMap((file) => withBase<FoundSettings>(file)).map(({ path }) => path);
  return [...new Set(paths.reverse())].reverse();
}

type Line = readonly [line: string, from?: string];

function asYaml({ file, files, modules, rules, ...plain }: ReturnType<typeof settingsFor>, voice: Voice): string {
  const held = (indent: string, all: { readonly [key: string]: Holds }): readonly Line[] =>
    Object.entries(all).map(([key, { value, from }]): Line => [`${indent}${key}: ${flow(value)}`, from]);
  const ruleLines = ([id, { severity, options }]: readonly [string, ShownRule]): readonly Line[] =>
    options ? [[`  ${id}:`], ...held("    ", { severity, ...options })] : held("  ", { [id]: severity });
  const lines: readonly Line[] = [
    [`# ${render(say`What holds for ${file}`, voice)}`],
    [files.length ? "files:" : "files: []"],
    ...files.map((one): Line => [`  - ${flow(one)}`]),
    ...held("", plain),
    [Object.keys(modules).length ? "modules:" : "modules: {}"],
    ...held("  ", modules),
    ["rules:"],
    ...Object.entries(rules).flatMap(ruleLines),
  ];
  const width = Math.min(48, widest(lines.map(([line, from]) => (from ? line : ""))));
  return lines.map(([line, from]) => `${from ? `${padEndTo(line, width)}  # ${from}` : line}\n`).join("");
}

/** A value as YAML has it in one line; words need no quotes. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value === "object" && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${flow(one)}`)
      .join(", ")} }`;
  return typeof value === "string" && /^(?:[A-Za-z.][\w./-]*|[\d.]+[A-Za-z]+)$/.test(value)
    ? value
    : JSON.stringify(value);
}
