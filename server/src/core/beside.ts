/** What the file that describes the data says of the model that is trained on it. */
export interface DataFile {
  /** How many classes there are; absent where it cannot be told. */
  readonly classes?: number;
  /** The shape of a pose: points, and the numbers of each. Null where nothing is said of it, absent where it cannot be told. */
  readonly kptShape?: readonly number[] | null;
}

/** A data file found beside a model, for which the trainer would build it. */
export interface Beside extends DataFile {
  /** As it is seen from the folder of the model. */
  readonly file: string;
  /** How many parameters a model has that is built for so many classes, at the size that the name of its file asks for. */
  count?(classes: number | undefined): { readonly parameters: number; readonly scale?: string } | undefined;
}
