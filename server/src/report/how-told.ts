import type { Voice } from "../core/voice";

/** How a person is told. */
export interface HowTold {
  readonly color?: boolean;
  /** English where nothing is said. */
  readonly voice?: Voice;
}
