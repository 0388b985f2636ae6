import { makeId } from '#core/model/ids.ts';

const randomNumber = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** A fresh id of a span. */
export const newSpanId = () => makeId('s', randomNumber);

/** A fresh id of a relation. */
export const newRelationId = () => makeId('r', randomNumber);

/** A fresh id of a person who is not in the project yet. */
export const newAnnotatorId = () => makeId('a', randomNumber);

let jobs = 0;

/** A name for a job of the host, unique in this window. */
export const newJob = (what: string) => `${what}-${++jobs}`;
