/** Lines that stay are marked with a blank, as in every patch. */
type Step = readonly [sign: " " | "-" | "+", line: string];

const around = 3;

/** What makes one text of another, as a patch; empty where they are equal. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = stepsBetween(linesIn(before), linesIn(after));
  const hunks = hunksOf(steps).map((hunk) => hunkText(steps, hunk));
  return [`--- a/${file}\n`, `+++ b/${file}\n`, ...hunks].join("");
}

/** With their ends, so that a change of these alone is one too. */
const linesIn = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The shortest way from one to the other, after Myers. */
function stepsBetween(a: readonly string[], b: readonly string[]): readonly Step[] {
  const reached = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let cost = 0; ; cost++) {
    trail.push(new Map(reached));
    for (let k = -cost; k <= cost; k += 2) {
      const down = k === -cost || (k !== cost && reached.get(k - 1)! < reached.get(k + 1)!);
      let x = down ? reached.get(k + 1)! : reached.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return back(a, b, trail);
    }
  }
}

function back(a: readonly string[], b: readonly string[], trail: readonly Map<number, number>[]): readonly Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let cost = trail.length - 1; cost >= 0; cost--) {
    const reached = trail[cost]!;
    const k = x - y;
    const down = k === -cost || (k !== cost && reached.get(k - 1)! < reached.get(k + 1)!);
    const from = down ? k + 1 : k - 1;
    const startX = reached.get(from)!;
    const startY = startX - from;
    while (x > Math.max(startX, 0) && y > Math.max(startY, 0) && a[x - 1] === b[y - 1])
      [x, y] = [x - 1, (steps.push([" ", a[x - 1]!]), y - 1)];
    if (cost === 0) break;
    if (down) steps.push(["+", b[--y]!]);
    else steps.push(["-", a[--x]!]);
  }
  return steps.reverse();
}

interface Hunk {
  readonly from: number;
  to: number;
}

/** Changes with the lines around them; those that touch are one. */
function hunksOf(steps: readonly Step[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  steps.forEach(([sign], i) => {
    if (sign === " ") return;
    const last = hunks.at(-1);
    const to = Math.min(i + 1 + around, steps.length);
    if (last && i - around <= last.to) last.to = to;
    else hunks.push({ from: Math.max(0, i - around), to });
  });
  return hunks;
}

function hunkText(steps: readonly Step[], { from, to }: Hunk): string {
  const count = (part: readonly Step[], without: string): number => part.filter(([sign]) => sign !== without).length;
  const [before, inside] = [steps.slice(0, from), steps.slice(from, to)];
  const range = (without: string): string => {
    const size = count(inside, without);
    return `${count(before, without) + (size ? 1 : 0)},${size}`;
  };
  const lines = inside.map(([sign, line]) =>
    line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
  );
  return [`@@ -${range("+")} +${range("-")} @@\n`, ...lines].join("");
}
