/** The part of `l10n` of the editor that a text needs; handed in, so that texts can be tested without an editor. */
export interface Telling {
  t(message: string, ...values: readonly (string | number)[]): string;
}
