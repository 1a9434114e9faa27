import type { Name } from "../core/name";
import { contains } from "../core/span";
import type { Snapshot } from "./snapshot";

/** The name at an offset; between two that touch, the one that begins there. */
export const nameAt = ({ names }: Pick<Snapshot, "names">, offset: number): Name | undefined =>
  names?.().findLast(({ span }) => contains(span, offset));

/** Every place that means the same. */
export const sameAs = ({ names }: Pick<Snapshot, "names">, { of, kind }: Name): readonly Name[] =>
  names?.().filter((one) => one.of === of && one.kind === kind) ?? [];
