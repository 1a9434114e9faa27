import { inferGraph, type Memories } from "../../analysis/infer-graph";
import { outputsOf } from "../../core/analysis";
import type { Declared, DeclaredModules } from "../../core/declared";
import type { Shape } from "../../core/dim";
import type { ReadOptions } from "../../core/format";
import type { Reading } from "../../core/graph";
import type { PythonClass, PythonFiles } from "../../core/python-class";
import { type Convention, keyOf } from "./convention";
import { type Calling, declaredOf, voteAt } from "./declared";
import { type OwnClass, ownClasses } from "./own-class";
import { registeredIn } from "./registration";
import type { Vote } from "./vote";

type Read = (more: Pick<ReadOptions, "modules">) => Reading;

/** Modules for rows that name classes of the workspace, one room for each state of its files. */
export function ownModules(
  files: PythonFiles,
  sources: ReadonlyMap<string, PythonClass>,
  read: Read,
  memories: Memories,
): DeclaredModules {
  const room = roomOf(files, memories);
  const classes = [...sources].flatMap(([name, source]) => {
    // Which of several is meant hangs on what is imported somewhere.
    const of = source.ambiguous ? undefined : room.classAt(source, name);
    return of ? [{ name, source, of }] : [];
  });
  if (!classes.length) return new Map();
  const known = new Map<string, Declared>();
  for (const one of classes) {
    const by = room.registered(one.name);
    if (by) known.set(one.name, room.declared(one, { by, tells: true }));
  }
  const others = classes.filter(({ name }) => !known.has(name));
  if (!others.length) return known;
  const open = new Map(others.map((one) => [one.name, room.declared(one, "any")]));
  const votes = votesIn(read({ modules: new Map([...known, ...open]) }), open, memories);
  for (const one of others) {
    const calling = callingBy(votes.get(one.name) ?? []);
    if (calling) known.set(one.name, room.declared(one, calling));
  }
  return known;
}

interface Own {
  readonly name: string;
  readonly source: PythonClass;
  readonly of: OwnClass;
}

interface Room {
  classAt(source: PythonClass, name: string): OwnClass | undefined;
  declared(one: Own, calling: Calling): Declared;
  /** How a parser of the workspace calls a class of this name. */
  registered(name: string): Convention | undefined;
}

const rooms = new WeakMap<PythonFiles, Room>();

function roomOf(files: PythonFiles, memories: Memories): Room {
  const before = rooms.get(files);
  if (before) return before;
  const known = new Map<string, Declared>();
  const registered = new Map<string, Convention | undefined>();
  const room: Room = {
    registered(name) {
      if (!registered.has(name)) registered.set(name, registeredIn(files, name));
      return registered.get(name);
    },
    classAt: ownClasses(files, memories),
    // Equal ones are the same, so that what is known of their calls is.
    declared({ name, source, of }, calling) {
      const key = `${source.file} ${name} ${calling === "any" ? calling : `${keyOf(calling.by)} ${calling.tells}`}`;
      const found = known.get(key) ?? declaredOf(name, source, calling, of);
      known.set(key, found);
      return found;
    },
  };
  rooms.set(files, room);
  return room;
}

/** What each row of a class tells, at every size of the model. */
function votesIn({ models }: Reading, open: DeclaredModules, memories: Memories): ReadonlyMap<string, readonly Vote[]> {
  const votes = new Map<string, Vote[]>();
  for (const { graph } of models) {
    const steps = inferGraph(graph, memories, () => {});
    for (const { node, args, spelling } of steps) {
      if (!spelling || !args || open.get(node.op)?.spelling !== spelling) continue;
      const inputs = node.inputs.map(({ node: id, port }) =>
        id === undefined ? undefined : outputsOf(steps[id])?.[port],
      );
      if (!inputs.every((shape): shape is Shape => shape !== undefined)) continue;
      const vote = voteAt(spelling.op, inputs, args);
      if (vote) votes.set(node.op, [...(votes.get(node.op) ?? []), vote]);
    }
  }
  return votes;
}

/** The one convention that rows of a class are written for; nothing where they do not agree, or nobody can tell. */
function callingBy(votes: readonly Vote[]): Calling | undefined {
  const sure = votes.filter(({ isSure, convention }) => isSure && convention);
  const [first, ...others] = new Map(sure.map(({ convention }) => [keyOf(convention!), convention!])).values();
  const by: Convention | undefined = first ?? votes.find(({ convention }) => convention)?.convention;
  if (!by || others.length) return undefined;
  const works = ({ ran }: Vote): boolean => ran !== "unknown" && "graph" in ran;
  const tells = sure.some((vote) => works(vote) || vote.isStated);
  return tells || votes.some(works) ? { by, tells } : undefined;
}
