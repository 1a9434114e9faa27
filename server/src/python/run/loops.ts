import type { Stmt } from "../syntax/ast";
import { type Scope, unknown } from "../values";
import { branches } from "./branches";
import { type Flow, isReturned, type Machine } from "./machine";

/** No loop of a model that asks whether it goes on takes more steps; one that does may well go on without end. */
const mostSteps = 20_000;

export function forLoop(machine: Machine, loop: Extract<Stmt, { kind: "for" }>, scope: Scope): Flow {
  const values = machine.items(machine.evaluate(loop.iterable, scope));
  if (!values)
    return perhaps(machine, () => {
      machine.assign(loop.target, unknown, scope);
      return machine.execute(loop.body, scope);
    });
  for (const value of values) {
    machine.step();
    machine.assign(loop.target, value, scope);
    const flow = machine.execute(loop.body, scope);
    if (flow === "break") return "next";
    if (isReturned(flow)) return flow;
  }
  return machine.execute(loop.otherwise, scope);
}

export function whileLoop(machine: Machine, loop: Extract<Stmt, { kind: "while" }>, scope: Scope): Flow {
  for (const end = machine.taken + mostSteps; machine.taken < end; ) {
    machine.step();
    const holds = machine.truth(machine.evaluate(loop.test, scope));
    if (holds === undefined) break;
    if (!holds) return machine.execute(loop.otherwise, scope);
    const flow = machine.execute(loop.body, scope);
    if (flow === "break") return "next";
    if (isReturned(flow)) return flow;
  }
  return perhaps(machine, () => machine.execute(loop.body, scope));
}

/** A loop that goes round nobody knows how often does so not at all or once, of what it changes nothing is known behind it. */
function perhaps(machine: Machine, round: () => Flow): Flow {
  const flow = branches(machine, [
    () => "next",
    () => {
      const end = round();
      return isReturned(end) ? end : "next";
    },
  ]);
  return isReturned(flow) ? flow : "next";
}
