import { say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { Fault } from "../fault";
import { typeOf } from "../keys";
import { isKind, unknown, type Value } from "../values";
import { lookUpIn } from "./classes";
import type { Machine } from "./machine";

const ofTexts =
  "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill";
/** Those of a deque among them. */
const ofLists =
  "append appendleft clear copy count extend extendleft index insert maxlen pop popleft remove reverse rotate sort";
/** Of tensors what modules may be called as well. */
const ofTensors =
  /^(?:angle|char|conj|cross|det|diag|dist|histogram|hypot|imag|inverse|is_\w+|lu|median|multinomial|new_\w+|nonzero|outer|positive|qr|quantile|real|register_hook|resize|solve|storage|to_\w+|trace|unique\w*)$/;

/** What tensors have that is like nothing else they have: one letter wrong, or two exchanged, is always a slip. */
const unlike =
  "contiguous detach flatten item mean permute reshape shape size softmax squeeze transpose unsqueeze view".split(" ");

function meantIn(name: string): string | undefined {
  const letters = (word: string): string => [...word].sort().join("");
  const isExchanged = (one: string): boolean => one[0] === name[0] && letters(one) === letters(name);
  return name.endsWith("_") ? undefined : (nearest(name, unlike, 1) ?? unlike.find(isExchanged));
}

/**
 * Raises where a value certainly has no such attribute. Of numbers and tensors not all is known, but they have none that
 * is written as a layer, nor what belongs to the module around.
 */
export function slipOfAttribute(machine: Machine, of: Value, name: string): void {
  const known = typeof of === "string" ? ofTexts : isKind(of, "list") ? ofLists : undefined;
  const isSlip = known
    ? !name.startsWith("_") && !known.split(" ").includes(name)
    : /^[A-Z]\w*[a-z]/.test(name) || (isKind(of, "tensor") && !ofTensors.test(name) && isOfSelf(machine, name));
  const near = isKind(of, "tensor") ? meantIn(name) : undefined;
  if (!isSlip && near === undefined) return;
  const message = say`${typeOf(of)} has no attribute ${name}${didYouMean(near)}`;
  throw new Fault("AttributeError", machine.certain({ id: "unknown-attribute", message }));
}

function isOfSelf({ frames }: Machine, name: string): boolean {
  const self = frames.at(-1)?.self;
  if (self === undefined || !isKind(self, "object")) return false;
  return self.module?.modules.has(name) === true || isKind(lookUpIn(self.class.order, name) ?? unknown, "function");
}
