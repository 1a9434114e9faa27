/** How a language writes arguments and values. */
export interface Written {
  readonly true: string;
  readonly false: string;
  /** What stands between an argument and its value. */
  readonly assigns: string;
}
