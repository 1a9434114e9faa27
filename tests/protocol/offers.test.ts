import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Connection } from "vscode-languageserver";
import type { Page } from "../../server/src/lsp/documents";
import { offersOf } from "../../server/src/lsp/offers";
import { snapshotOf, uri } from "../support/shown/at-cursor";

type Sent = { readonly told: string; readonly card: { readonly id: string } };

/** Somebody who types, in a time of our own. */
function somebody(offered: readonly string[] | null = []) {
  const sent: Sent[] = [];
  let [now, page]: [number, Page | undefined] = [0, undefined];
  let waiting: { readonly at: number; readonly work: () => void } | undefined;
  const connection = {
    sendNotification: async (_: string, card: Sent) => void sent.push(card),
    console: { error: assert.fail },
  };
  const offers = offersOf(connection as unknown as Connection, offered ? { offered } : {}, async () => page, {
    now: () => now,
    later(work, wait) {
      waiting = { at: now + wait, work };
      return () => (waiting = undefined);
    },
  });
  const until = async (at: number): Promise<void> => {
    while (waiting && waiting.at <= at) {
      const { work, at: then } = waiting;
      [now, waiting] = [then, undefined];
      work();
      await new Promise(setImmediate);
    }
    now = at;
  };
  return {
    sent,
    offers,
    /** Writes a text, and leaves it so for some seconds. */
    async writes(text: string, seconds: number) {
      page = { uri, version: 1, took: 1, settings: {}, model: snapshotOf(text) } as unknown as Page;
      offers.seen(page);
      await until(now + seconds * 1000);
    },
  };
}

const model = (kernel: string, more = "") => `input: [3, 8, 8]
layers:
  - Conv2d: { out_channels: 8, kernel_size: ${kernel} }${more}
  - ReLU
`;
const pooled = (kernel: number) => `backbone:
  - [-1, 1, nn.MaxPool2d, [${kernel}]]
  - [-1, 1, nn.ReLU, []]
`;

describe("a card on a mistake", () => {
  it("is offered once it is mended, the one on the operator, and never again", async () => {
    const { sent, writes } = somebody();
    await writes(model("9"), 5);
    await writes(model("3"), 3);
    assert.equal(sent.length, 0);
    await writes(model("3"), 5);
    assert.deepEqual(
      sent.map(({ card }) => card.id),
      ["feature-map-size"],
    );
    assert.match(sent[0]!.told, /^Mended\. There is a flashcard on this mistake: /);
    await writes(model("9"), 5);
    await writes(model("3"), 9);
    assert.equal(sent.length, 1);
    await writes(pooled(999), 5);
    await writes(pooled(2), 9);
    assert.deepEqual(
      sent.map(({ card }) => card.id),
      ["feature-map-size", "pooling-size"],
    );
  });

  it("is offered where a number goes before another is typed in its place", async () => {
    const { sent, writes } = somebody();
    await writes(model("9"), 5);
    await writes(model(""), 1);
    await writes(model("three"), 9);
    assert.equal(sent.length, 0);
    await writes(model("3"), 9);
    assert.equal(sent.length, 1);
  });

  const nothing: { readonly [why: string]: readonly (readonly [text: string, seconds: number])[] } = {
    "was only half typed": [
      [model("9"), 1],
      [model("3"), 9],
    ],
    "comes again": [
      [model("9"), 5],
      [model("3"), 2],
      [model("9"), 5],
      [model("99"), 9],
    ],
    "cannot be seen in a text that cannot be read": [
      [model("9"), 5],
      [model("{"), 9],
    ],
    "is silenced": [
      [model("9"), 5],
      [model("9", " # convlint-disable-line kernel-fits-input"), 9],
    ],
    "makes place for another": [
      [model("9"), 5],
      [model("three"), 9],
    ],
    "goes with its row": [
      [model("9"), 5],
      ["input: [3, 8, 8]\nlayers:\n  - ReLU\n", 9],
    ],
    "has no card": [
      [model("9").replace("ReLU", "ReLUU").replace("9", "3"), 5],
      [model("3"), 9],
    ],
  };
  for (const [why, texts] of Object.entries(nothing))
    it(`is not offered where the mistake ${why}`, async () => {
      const { sent, writes } = somebody();
      for (const [text, seconds] of texts) await writes(text, seconds);
      assert.deepEqual(sent, []);
    });

  it("is not offered to who has seen it, who wants none, and where settings change or the file is closed", async () => {
    for (const offered of [["feature-map-size"], null]) {
      const { sent, writes } = somebody(offered);
      await writes(model("9"), 5);
      await writes(model("3"), 9);
      assert.ok(!sent.some(({ card }) => offered === null || offered.includes(card.id)));
    }
    for (const end of ["forget", "closed"] as const) {
      const { sent, writes, offers } = somebody();
      await writes(model("9"), 5);
      await writes(model("3"), 2);
      offers[end](uri);
      await writes(model("3"), 9);
      assert.deepEqual(sent, []);
    }
  });
});
