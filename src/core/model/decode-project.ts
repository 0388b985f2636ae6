import { z } from 'zod';
import type { Annotator } from './annotator.ts';
import { timeType } from './decode-records.ts';
import type { DocumentEntry } from './document.ts';
import type { ProjectManifest } from './project.ts';

/** Becomes a folder or file name, so nothing in it may mean something to a file system. */
export const folderNameType = z
  .string()
  .regex(
    /^(?=.{1,128}$)[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}_-])?$/u,
    'This cannot be the name of a folder.',
  );

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u, 'This is not a SHA-256 in hexadecimal.');
const name = z.string().min(1).max(1000);

/** Path inside a project of an imported file that several documents share. */
const sharedFileType = z
  .string()
  .regex(/^sources\/[0-9a-f]{64}\.[a-z0-9]{1,10}$/u, 'This cannot be the name of a kept file.');

export const annotatorType: z.ZodType<Annotator> = z.strictObject({ id: folderNameType, name });

export const documentEntryType: z.ZodType<DocumentEntry> = z.strictObject({
  id: folderNameType,
  name,
  source: z.strictObject({
    name,
    file: z.union([folderNameType, sharedFileType]),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1']),
    hasBom: z.boolean(),
    sha256,
  }),
  textSha256: sha256,
  length: z.int().min(0),
  importedAt: timeType,
});

const MANY = 1_000_000;

/** `project.json`. Whether its `formatVersion` can be read is for the caller to check first. */
export const manifestType: z.ZodType<ProjectManifest> = z.strictObject({
  format: z.literal('glossator-project'),
  formatVersion: z.int().min(1),
  id: name,
  name,
  createdAt: timeType,
  annotators: z.array(annotatorType).max(MANY),
  documents: z.array(documentEntryType).max(MANY),
  trash: z.array(z.strictObject({ document: documentEntryType, at: timeType, by: name })).max(MANY),
  revision: z.int().min(0),
});
