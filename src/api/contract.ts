import type { Result } from '#core/result.ts';
import type { AgreementCalls } from './calls/agreement.ts';
import type { AnnotationCalls } from './calls/annotations.ts';
import type { AppCalls } from './calls/app.ts';
import type { DocumentCalls } from './calls/documents.ts';
import type { ExportCalls } from './calls/exports.ts';
import type { ImportCalls } from './calls/imports.ts';
import type { MergeCalls } from './calls/merge.ts';
import type { PacketCalls } from './calls/packets.ts';
import type { ProjectCalls } from './calls/project.ts';
import type { ReviewCalls } from './calls/review.ts';
import type { SchemaCalls } from './calls/schema.ts';
import type { Events } from './events.ts';
import type { ApiError } from './problem.ts';

/** What the project host answers, in any process. */
export interface HostCalls
  extends ProjectCalls,
    AgreementCalls,
    DocumentCalls,
    AnnotationCalls,
    SchemaCalls,
    ExportCalls,
    ImportCalls,
    MergeCalls,
    PacketCalls,
    ReviewCalls {}

/** Every call the window may make. Arguments and results are plain JSON. One argument per call. */
export interface Calls extends HostCalls, AppCalls {}

export type Method = keyof Calls;
export type Args<M extends Method> = Parameters<Calls[M]>[0];
export type Value<M extends Method> = ReturnType<Calls[M]>;

/** The window's side of the contract. */
export interface Client {
  call<M extends Method>(method: M, args: Args<M>): Promise<Result<Value<M>, ApiError>>;
  on<E extends keyof Events>(event: E, listener: (data: Events[E]) => void): () => void;
}
