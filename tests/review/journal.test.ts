import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { deviceName, logFolder, usualFolder } from "../../server/src/cli/quiz/log-folder";
import { lastOf, openJournal, wholeLog } from "../../server/src/review/journal";
import { day, inMemory, minute, noon, review, told, writerAt } from "../support/reviews";

const textOf = (entries: ReturnType<typeof told>): string => wholeLog(entries);

describe("a journal", () => {
  it("knows what it wrote, what others write meanwhile, and numbers its events behind theirs", async () => {
    const logs = new Map<string, string>();
    const [desk, lap] = [inMemory("desk.jsonl", logs), inMemory("lap.jsonl", logs)];
    const one = await openJournal(desk.store, writerAt("desk").writer);
    const two = await openJournal(lap.store, writerAt("lap", noon + minute).writer);
    await one.record(review("d/a", 3));
    const second = await two.record(review("d/a", 3));
    assert.equal(second.n, 2);
    assert.equal(one.entries.length, 1);
    await one.refresh();
    assert.deepEqual(one.entries, two.entries);
    assert.equal(one.learned.cards.get("d/a")!.memory!.reps, 2);
    const { reads } = desk.state;
    await one.refresh();
    assert.equal(desk.state.reads, reads, "what has not changed is not read again");
  });

  it("does not read again what it has written, where it is told which log that is", async () => {
    const { store, logs, state } = inMemory("desk.jsonl");
    logs.set("desk.jsonl", textOf(told([[0, review("d/z", 3)]])));
    const append = async (text: string) => {
      await store.append(text);
      return { name: "desk.jsonl", version: String(logs.get("desk.jsonl")!.length) };
    };
    const journal = await openJournal({ ...store, append }, writerAt("lap").writer);
    for (const card of ["d/a", "d/b", "d/c"]) await journal.record(review(card, 3));
    await journal.refresh();
    assert.equal(state.reads, 1);
    assert.equal(journal.learned.cards.size, 4);
    const again = await openJournal(store, writerAt("lap").writer);
    assert.deepEqual(again.entries, journal.entries);
  });

  it("goes on where nothing can be written, and writes all of it down when it can", async () => {
    const { store, logs, state } = inMemory("desk.jsonl");
    const journal = await openJournal(store, writerAt("desk").writer);
    state.fails = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    await journal.record(review("d/a", 3));
    await journal.record(review("d/b", 3));
    assert.equal(journal.fault, state.fails);
    assert.equal(journal.unwritten.length, 2);
    assert.equal(journal.learned.cards.size, 2);
    assert.equal(logs.size, 0);
    state.fails = undefined;
    await journal.record(review("d/c", 3));
    assert.deepEqual([journal.fault, journal.unwritten.length], [undefined, 0]);
    const again = await openJournal(store, writerAt("desk").writer);
    assert.deepEqual(again.entries, journal.entries);
  });

  it("counts once what a full disk took in part before it failed", async () => {
    const { store, logs } = inMemory("desk.jsonl");
    let room = 40;
    const full = {
      ...store,
      async append(text: string) {
        const own = await store.append(text.slice(0, room));
        if (room < text.length) throw new Error("ENOSPC");
        return own;
      },
    };
    const journal = await openJournal(full, writerAt("desk").writer);
    await journal.record(review("d/a", 3));
    assert.equal(journal.unwritten.length, 1);
    room = Number.POSITIVE_INFINITY;
    await journal.record(review("d/b", 3));
    const again = await openJournal(store, writerAt("desk").writer);
    assert.deepEqual(again.entries, journal.entries);
    assert.equal(again.damages.length, 1);
    assert.ok(logs.get("desk.jsonl")!.startsWith(again.damages[0]!.text), "the half line is kept");
  });

  it("goes on where a log, or the whole folder, cannot be read, and says so", async () => {
    const { store, logs } = inMemory("desk.jsonl");
    logs.set("lap.jsonl", textOf(told([[0, review("d/a", 3)]], "lap")));
    logs.set("web.jsonl", "");
    const read = async (name: string) => {
      if (name === "web.jsonl") throw new Error("EACCES");
      return store.read(name);
    };
    const journal = await openJournal({ ...store, read }, writerAt("desk").writer);
    assert.deepEqual([...journal.unread.keys()], ["web.jsonl"]);
    await journal.record(review("d/b", 3));
    assert.equal(journal.learned.cards.size, 2);
    const list = async () => Promise.reject(new Error("EIO"));
    const blind = await openJournal({ ...store, list }, writerAt("desk").writer);
    await blind.record(review("d/c", 3));
    assert.deepEqual([[...blind.unread.keys()], blind.learned.cards.size], [[""], 1]);
  });

  it("complains of no log that is gone, as one that another window has put in its place meanwhile", async () => {
    const { store, logs } = inMemory("desk.jsonl");
    logs.set("lap-next.jsonl", "");
    const read = async (name: string) => {
      if (name === "lap-next.jsonl") throw new Error("ENOENT");
      return store.read(name);
    };
    const journal = await openJournal({ ...store, read }, writerAt("desk").writer);
    assert.deepEqual([...journal.unread.keys()], ["lap-next.jsonl"]);
    await journal.refresh();
    assert.deepEqual([...journal.unread.keys()], ["lap-next.jsonl"], "it is still there");
    logs.delete("lap-next.jsonl");
    await journal.refresh();
    assert.deepEqual([...journal.unread.keys()], []);
  });

  it("says by how much the clock was set back, and goes on", async () => {
    const { clock, writer } = writerAt("desk");
    const journal = await openJournal(inMemory("desk.jsonl").store, writer);
    await journal.record(review("d/a", 3));
    assert.equal(journal.clockSetBack, 0);
    clock.at = noon - 3 * day;
    assert.equal(journal.clockSetBack, 3 * day);
    await journal.record(review("d/a", 3));
    assert.equal(journal.learned.cards.get("d/a")!.memory!.reps, 2);
  });

  it("takes in another log, once, whatever is damaged in it", async () => {
    const { store } = inMemory("desk.jsonl");
    const journal = await openJournal(store, writerAt("desk").writer);
    await journal.record(review("d/x", 3));
    const later = '{"id":"z","n":9,"at":5,"device":"d","kind":"flag","card":"a"}';
    const other = `${textOf(
      told(
        [
          [0, review("d/a", 3)],
          [minute, review("d/b", 3)],
        ],
        "lap",
      ),
    )}${later}\nspoilt\n`;
    const taken = await journal.take("other.jsonl", other);
    assert.deepEqual([taken.added, taken.damages.length], [3, 1]);
    assert.equal((await journal.take("other.jsonl", other)).added, 0);
    const again = await openJournal(store, writerAt("desk").writer);
    assert.deepEqual(again.entries, journal.entries);
    assert.ok(wholeLog(again.entries).includes(later));
  });

  it("undoes the last of its own events that still counts", async () => {
    const journal = await openJournal(inMemory("desk.jsonl").store, writerAt("desk").writer);
    const mine = (id: string): boolean => id.startsWith("desk");
    const [a, b] = [await journal.record(review("d/a", 3)), await journal.record(review("d/b", 3))];
    assert.equal(lastOf(journal.entries, mine)?.id, b.id);
    await journal.record({ kind: "undo", of: b.id });
    assert.equal(lastOf(journal.entries, mine)?.id, a.id);
    await journal.record({ kind: "undo", of: a.id });
    assert.equal(lastOf(journal.entries, mine), undefined);
    assert.equal(journal.learned.cards.size, 0);
  });

  it("writes every event in the order in which it was told of, however fast", async () => {
    const journal = await openJournal(inMemory("desk.jsonl").store, writerAt("desk").writer);
    const events = await Promise.all(Array.from({ length: 20 }, (_, i) => journal.record(review(`d/${i}`, 3))));
    assert.deepEqual(
      events.map(({ n }) => n),
      events.map((_, i) => i + 1),
    );
  });
});

describe("the folder of logs", () => {
  it("is made when something is written, and joins the logs of all devices", async () => {
    const found = mkdtempSync(join(tmpdir(), "convlint-"));
    const journal = await openJournal(logFolder(join(found, "deep", "quiz"), "desk"), writerAt("desk").writer);
    assert.deepEqual([journal.entries, [...journal.unread.keys()]], [[], []]);
    await journal.record(review("d/b", 3));
    const file = join(found, "deep", "quiz", "reviews-desk.jsonl");
    assert.equal(readFileSync(file, "utf8"), wholeLog(journal.entries));
    writeFileSync(join(found, "deep", "quiz", "reviews-lap (1).jsonl"), textOf(told([[0, review("d/a", 3)]], "lap")));
    mkdirSync(join(found, "deep", "quiz", "folder.jsonl"));
    await journal.refresh();
    assert.equal(journal.learned.cards.size, 2);
    rmSync(found, { recursive: true });
  });

  it("lies where the platform keeps such things", () => {
    const at = usualFolder;
    assert.equal(at("linux", {}, "/h"), "/h/.local/share/convlint/quiz");
    assert.equal(at("linux", { XDG_DATA_HOME: "/data" }, "/h"), "/data/convlint/quiz");
    assert.equal(at("linux", { XDG_DATA_HOME: "data" }, "/h"), "/h/.local/share/convlint/quiz");
    assert.equal(at("darwin", { XDG_DATA_HOME: "/data" }, "/h"), "/h/Library/Application Support/convlint/quiz");
    assert.equal(at("win32", { APPDATA: "C:\\a" }, "C:\\h"), "C:\\a\\convlint\\quiz");
    assert.equal(at("win32", {}, "C:\\h"), "C:\\h\\AppData\\Roaming\\convlint\\quiz");
  });

  it("has a log for each machine and person", () => {
    assert.match(deviceName("Ännes-Rechner.local", "/h"), /^nnes-rechner-local-[0-9a-f]{6}$/);
    assert.match(deviceName("", "/h"), /^device-/);
    assert.notEqual(deviceName("desk", "/a"), deviceName("desk", "/b"));
  });
});
