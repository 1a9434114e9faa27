/** Major, minor and patch; of a range the last ones may be open. */
type Version = readonly number[];
type Test = (version: Version) => boolean;

const never: Test = () => false;
const always: Test = () => true;

/**
 * What a range such as `>=0.1`, `^0.2`, `~1.2.3`, `1.x`, `0.1 - 0.3` or several of them with ` || ` between says of
 * versions; nothing where it is no range. What stands behind a hyphen in a version does not count.
 */
export function rangeOf(text: string): ((version: string) => boolean) | undefined {
  const either = text.split("||").map((part) => allOf(part.trim()));
  if (either.some((test) => !test)) return undefined;
  return (version) => {
    const numbers = versionOf(version);
    return numbers !== undefined && either.some((test) => test!(numbers));
  };
}

function allOf(text: string): Test | undefined {
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  const parts = hyphen
    ? [`>=${hyphen[1]}`, `<=${hyphen[2]}`]
    : text.replace(/([<>=^~])\s+(?=[\dvx*])/g, "$1").split(/[\s,]+/);
  const tests = parts.map(one);
  return tests.every((test) => test !== undefined) ? (version) => tests.every((test) => test!(version)) : undefined;
}

function one(text: string): Test | undefined {
  const [, sign, rest = ""] = /^(>=|<=|>|<|={1,2}|\^|~|)v?(.+)$/.exec(text) ?? [];
  const version = sign === undefined ? undefined : partOf(rest);
  if (!version) return undefined;
  const next = (at: number): Version => [...version.slice(0, at), (version[at] ?? 0) + 1];
  const last = version.length - 1;
  const from = (v: Version): boolean => compare(v, version) >= 0;
  // All that begins with the numbers that are there: 1.2 is every 1.2.x.
  const within = (v: Version): boolean => last < 0 || (from(v) && compare(v, next(last)) < 0);
  if (sign === ">=") return from;
  if (sign === "<") return last < 0 ? never : (v) => !from(v);
  if (sign === ">") return last < 0 ? never : (v) => compare(v, next(last)) >= 0;
  if (sign === "<=") return last < 0 ? always : (v) => compare(v, next(last)) < 0;
  if (sign === "~") return last < 0 ? always : (v) => from(v) && compare(v, next(Math.min(last, 1))) < 0;
  if (sign !== "^") return within;
  const significant = version.findIndex((number) => number > 0);
  return last < 0 ? always : (v) => from(v) && compare(v, next(significant < 0 ? last : significant)) < 0;
}

/** `1.2.3`, `1.2`, `1.x`, `*`; what follows an x is open too. */
function partOf(text: string): Version | undefined {
  if (!/^(\d+|[xX*])(\.(\d+|[xX*])){0,2}(-[\w.-]+)?(\+[\w.-]+)?$/.test(text)) return undefined;
  const numbers = text.replace(/[-+].*$/, "").split(".");
  const open = numbers.findIndex((number) => /^[xX*]$/.test(number));
  return numbers.slice(0, open < 0 ? undefined : open).map(Number);
}

const versionOf = (text: string): Version | undefined => {
  const numbers = partOf(text);
  return numbers && [0, 1, 2].map((at) => numbers[at] ?? 0);
};

function compare(a: Version, b: Version): number {
  for (let at = 0; at < 3; at++) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) - (b[at] ?? 0);
  return 0;
}
