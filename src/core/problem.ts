/** Where something went wrong, as exactly as it is known. Lines and columns count from 1, bytes from 0. */
export interface Place {
  /** Path or name of the file, as the person knows it. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly byte?: number;
  /** Path inside a JSON document, such as `records.s1.ranges[0]`. */
  readonly path?: string;
  /** Id of the record, document or type concerned. */
  readonly id?: string;
}

/** An expected failure: a code for programs, a sentence for people, and the place. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  /** One or two whole sentences: what happened, and what to do. */
  readonly message: string;
  readonly place?: Place;
}
