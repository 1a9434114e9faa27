import type { ReadOptions } from "../../core/format";
import { type Message, say } from "../../core/message";
import { nearest } from "../../core/nearest";
import type { PythonClass } from "../../core/python-class";
import type { Stranger, Vocabulary } from "../../core/vocabulary";
import { torchClasses, torchvisionClasses } from "../../vocabularies/torch-names";
import type { Dialect } from "./dialect";

/** What is said of a module that is not in the vocabulary. Where the dialect is only believed, somebody's own copy may know it. */
export const strangers =
  (dialect: Dialect, others: readonly Vocabulary[], { pinned = false, sources }: ReadOptions) =>
  (name: string): Stranger => {
    const { vocabulary } = dialect;
    if (isThere(name, dialect))
      return {
        severity: "information",
        message: say`${name} is in ${homeOf(name) ?? titleOf(vocabulary)}, but its shapes are not known here; modules in ${settings} can declare it`,
      };
    const path = /^torch\.(?=nn\.)/.exec(name);
    if (path && !dialect.evaluates) {
      const written = name.slice(path[0].length);
      const near = nearTo(written, vocabulary) ?? written;
      const message = say`${titleOf(vocabulary)} finds modules of torch as ${near}, without torch in front`;
      return { severity: "error", message, near };
    }
    const source = sources?.get(name);
    if (source && !pinned) return { severity: "information", message: found(name, source), source };
    const there = others.filter(({ spellings }) => spellings.has(name)).map(titleOf);
    const near = there.length ? undefined : nearTo(name, vocabulary);
    const message = sentence(name, near, titleOf(vocabulary), there, pinned);
    return {
      severity: pinned ? "error" : "warning",
      message,
      ...(near !== undefined && { near }),
      ...(source && { source }),
    };
  };

const settings = ".convlint.yaml";

const found = (name: string, { path, line }: PythonClass): Message =>
  say`class ${name} is in ${path}, line ${line}; declared under modules in ${settings}, its shapes are known`;

/** Whether the parser finds a module whose shapes nobody knows. */
function isThere(name: string, { scaled, repeated, more }: Dialect): boolean {
  const [, torch] = /^nn\.(\w+)$/.exec(name) ?? [];
  const [, vision] = /^torchvision\.ops\.(\w+)$/.exec(name) ?? [];
  if (torch !== undefined) return torchClasses.has(torch);
  return vision === undefined
    ? [scaled, repeated, more].some((names) => names.has(name))
    : torchvisionClasses.has(vision);
}

/** `ultralytics 8.4`: versions have no hyphen in a sentence. */
const titleOf = ({ id }: Vocabulary): string => id.replace("-", " ");

/** Where the parser looks a name up, if not in its own file. */
const homeOf = (name: string): string | undefined => {
  const [, package_] = /^(nn|torchvision\.ops)\./.exec(name) ?? [];
  return package_ === "nn" ? "torch.nn" : package_;
};

/** People name modules of their own as they like, so that only what is very close is taken for a slip. */
function nearTo(name: string, { spellings }: Vocabulary): string | undefined {
  const plain = (word: string): string => word.toLowerCase().replace(/^(?:torch\.)?nn\./, "");
  const names = [
    ...spellings.keys(),
    ...[...torchClasses].map((one) => `nn.${one}`),
    ...[...torchvisionClasses].map((one) => `torchvision.ops.${one}`),
  ];
  const same = names.find((other) => plain(other) === plain(name));
  return same ?? nearest(name, names, Math.floor(name.length / 3));
}

function sentence(
  name: string,
  near: string | undefined,
  title: string,
  there: readonly string[],
  pinned: boolean,
): Message {
  const not = there.length
    ? say`${name} is not in ${title}, but in ${listed(there)}`
    : say`${name} is not in ${homeOf(name) ?? title}`;
  if (near !== undefined)
    return pinned ? say`${not}; did you mean ${near}?` : say`${not}; did you mean ${near}, or does your copy know it?`;
  return pinned ? not : say`${not}; your copy may know it`;
}

const listed = (titles: readonly string[]): string =>
  titles.length < 2 ? titles.join("") : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
