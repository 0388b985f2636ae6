import type { AnnotatorId } from './ids.ts';

/** A person; or the adjudicated result, or a program whose output was imported. */
export interface Annotator {
  readonly id: AnnotatorId;
  readonly name: string;
}
