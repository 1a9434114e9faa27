import type { Arg } from "./graph";
import type { Spelling } from "./vocabulary";

/** A module of somebody's own, as the configuration declares it. */
export interface Declared {
  readonly name: string;
  readonly spelling: Spelling;
  /** Written names of arguments that are scaled like numbers of channels. */
  readonly scaled: readonly string[];
  /** It may be given more arguments than those that are known. */
  readonly open: boolean;
  /** It repeats something inside; a repeated row of any other is a chain of copies. */
  readonly repeats: boolean;
  /**
   * What the parser makes of the written arguments, where that is more than to scale some of them. For a chain of
   * copies, all of which are built alike, also from the channels that it counts behind what the first one reads.
   */
  edit?(args: readonly Arg[], widen: (arg: Arg) => Arg, chain?: readonly (number | undefined)[]): readonly Arg[];
  /** How many channels the parser believes it to give, from what it believes of the input and from the arguments. */
  counted(channels: number | undefined, args: readonly Arg[]): number | undefined;
}

/** By name. */
export type DeclaredModules = ReadonlyMap<string, Declared>;
