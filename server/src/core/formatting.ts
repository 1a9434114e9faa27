/** How a person wants texts to be put in order, as far as an editor knows. */
export interface Formatting {
  /** How wide a tab is shown. */
  readonly tabSize: number;
  /** Blanks at the ends of lines go. */
  readonly trimsLines: boolean;
  /** The last line ends as the others do. */
  readonly endsLastLine: boolean;
  /** Empty lines at the end go. */
  readonly trimsEnd: boolean;
}

export const usual: Formatting = { tabSize: 2, trimsLines: true, endsLastLine: true, trimsEnd: true };
