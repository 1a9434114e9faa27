// Somebody types in files of Python that are well: what is shown of other lines stays, and nothing is told that is not
// so once the line is written. How the same comes about in a real editor is tried there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { able, conversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";
import { randomly } from "../support/random";
import { sample, some } from "../support/sample";
import {
  assertSame,
  codeLines,
  openPython,
  paused,
  retyped,
  type Seen,
  seen,
  seenAfresh,
  typedLines,
  without,
} from "../support/typing-python";

const folder = "tests/python/mutated";
const programs = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
const uri = "file:///models/net.py";

interface Flicker {
  versions: number;
  readonly told: string[];
  readonly lost: string[];
}

/** Types through versions and counts what comes and goes: problems that neither end has, and hints of other lines. */
async function type(client: LspClient, from: string, versions: readonly string[], flicker: Flicker): Promise<Seen> {
  openPython(client, uri, from);
  const before = await seen(client, uri);
  const after = await seenAfresh(client, versions.at(-1)!);
  const fine = new Set([...before.problems, ...after.problems].map(idOf));
  let lines = from.split("\n");
  for (const [i, text] of versions.entries()) {
    client.change(uri, i + 2, { text });
    const now = await seen(client, uri);
    const here = text.split("\n");
    const say = (what: string): string => `${what} in ${JSON.stringify(changed(lines, here))}`;
    flicker.versions++;
    flicker.told.push(...now.problems.filter((one) => !fine.has(idOf(one))).map(say));
    const left = new Set([...now.hints.keys()].map((line) => here[line]));
    const lost = [...before.hints.keys()].filter((line) => {
      const words = from.split("\n")[line]!;
      return here.includes(words) && !left.has(words);
    });
    flicker.lost.push(...lost.map((line) => say(`line ${line + 1}`)));
    lines = here;
  }
  const last = await paused(client, uri);
  client.notify("textDocument/didClose", { textDocument: { uri } });
  assertSame(last, after, versions.at(-1)!);
  return last;
}

const idOf = (problem: string): string => problem.split(" ").at(-1)!;
const changed = (before: readonly string[], now: readonly string[]): string | undefined =>
  now.find((line, at) => line !== before[at]);

const none = (): Flicker => ({ versions: 0, told: [], lost: [] });

conversation(
  "a line that is taken back and typed again changes nothing beside it",
  async (client, context) => {
    await client.initialize(able);
    const flicker = none();
    for (const text of programs)
      for (const line of some(codeLines(text), "lines of Python that are typed", 16))
        await type(client, text, retyped(text, line), flicker);
    context.diagnostic(`${flicker.versions} versions`);
    assert.deepEqual(flicker.told, []);
    assert.deepEqual(flicker.lost, []);
  },
  undefined,
  1_800_000,
);

const added = `import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, padding=1)
        self.extra = nn.Sequential(nn.BatchNorm2d(width), nn.Conv2d(width, 16, 3, padding=1))

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = self.extra(x)
        return x


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3)
        self.block = Block(16)
        self.head = nn.Linear(16, 10)

    def forward(self, x):
        x = self.block(self.stem(x))
        return self.head(x.mean((2, 3)))


print(Net()(torch.randn(4, 3, 18, 18)).shape)
`;

conversation("a layer that is added, and called before or after, is no mistake in between", async (client) => {
  await client.initialize(able);
  const flicker = none();
  const [made, called] = [8, 12];
  for (const order of [
    [made, called],
    [called, made],
  ])
    await type(client, without(added, order), typedLines(added, order), flicker);
  // A class is typed, and then the line that uses it.
  const block = added.split("\n").flatMap((_, line) => (line >= 4 && line < 16 ? [line] : []));
  await type(client, without(added, [...block, 20]), typedLines(added, [...block, 20]), flicker);
  assert.deepEqual(flicker.told, []);
  assert.deepEqual(flicker.lost, []);
});

conversation(
  "of a file that is typed from its first letter to its last nothing is told that is not so in the end",
  async (client, context) => {
    await client.initialize(able);
    const flicker = none();
    for (const text of [added, ...some(programs, "programs that are typed from the start", 6)]) {
      const ends = Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));
      await type(client, "", ends, flicker);
    }
    context.diagnostic(`${flicker.versions} versions`);
    assert.deepEqual(flicker.told, []);
  },
  undefined,
  1_800_000,
);

conversation(
  "whatever was typed before, a program is shown as one that has just been opened",
  async (client) => {
    await client.initialize(able);
    const { below, chance, one } = randomly(29);
    const words = ["", "x", " ", "(", ")", "\n", "self.", "1", "nn.ReLU()", "        x = x\n", ":", '"""'];
    for (let i = sample(120, "programs that somebody has edited at random", 6); i > 0; i--) {
      const whole = one(programs);
      openPython(client, uri, whole);
      let text = whole;
      let version = 1;
      for (let edits = 3 + below(8); edits > 0; edits--) {
        const from = below(text.length);
        const gone = chance(0.3) ? below(40) : 0;
        const put = one(words);
        text = text.slice(0, from) + put + text.slice(from + gone);
        client.change(uri, ++version, { text });
        if (chance(0.5)) await seen(client, uri);
        if (chance(0.3)) await paused(client, uri);
      }
      // Another line somewhere, and all that was broken is as it was.
      const lines = whole.split("\n");
      const mended = lines.toSpliced(below(lines.length), 0, "# a remark").join("\n");
      const ended = chance(0.5) ? mended : whole;
      client.change(uri, ++version, { text: ended });
      assertSame(await paused(client, uri), await seenAfresh(client, ended), ended);
      client.notify("textDocument/didClose", { textDocument: { uri } });
    }
  },
  undefined,
  600_000,
);
