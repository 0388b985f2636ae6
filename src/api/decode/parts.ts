import { z } from 'zod';
import { folderNameType } from '#core/model/decode-project.ts';
import { nameType } from '#core/model/decode-records.ts';

/** The argument of calls that take none. */
export const nothing = z.null();

// Both are names of folders or files, so nothing in them may mean something to a file system.
export const documentId = folderNameType;
export const annotatorId = folderNameType;
export const setKey = z.strictObject({ documentId, annotatorId });

/** A name that people give: of a project, a document, a type. */
export const name = nameType;

/** A path as the operating system gives it. Whether it may be used is decided by the main process. */
export const path = z
  .string()
  .min(1)
  .max(32_768)
  .refine((value) => !value.includes('\0'));
export const paths = z.array(path).max(100_000);

export const encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1']);

/** Name of a piece of long work, given by the window. */
export const job = z.string().min(1).max(100);

/** Sequence number in a change log, or a revision. */
export const seq = z.int().min(0);

/** Sentence that says what an edit did, and its code for programs. */
export const label = z.string().min(1).max(1000);
export const code = z.string().regex(/^[a-z][a-z0-9.-]{0,99}$/iu);
