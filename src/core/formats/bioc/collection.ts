import type { JsonObject } from '../json/json-values.ts';

/** What a file of BioC says of the whole, whether it is XML or JSON. */
export interface BiocHead {
  readonly source: string;
  readonly date: string;
  readonly key: string;
  readonly version?: string;
  readonly infons: JsonObject;
}

export interface BiocCollection extends BiocHead {
  readonly documents: readonly BiocDocument[];
}

export interface BiocDocument extends BiocMarked {
  readonly id: string;
  readonly infons: JsonObject;
  readonly passages: readonly BiocPassage[];
  readonly at: BiocPlace;
}

interface BiocMarked {
  readonly annotations: readonly BiocAnnotation[];
  readonly relations: readonly BiocRelation[];
}

/** A stretch of text with the place where it begins in its document; NaN where that is not said. */
export interface BiocSentence extends BiocMarked {
  readonly offset: number;
  readonly infons: JsonObject;
  readonly text: string | undefined;
  readonly at: BiocPlace;
}

export interface BiocPassage extends BiocSentence {
  readonly sentences: readonly BiocSentence[];
}

export interface BiocAnnotation {
  readonly id: string;
  readonly infons: JsonObject;
  readonly text: string;
  readonly locations: readonly BiocLocation[];
  readonly at: BiocPlace;
}

/** NaN where a number is missing. */
export interface BiocLocation {
  readonly offset: number;
  readonly length: number;
}

export interface BiocRelation {
  readonly id: string;
  readonly infons: JsonObject;
  readonly nodes: readonly { readonly refid: string; readonly role: string }[];
  readonly at: BiocPlace;
}

/** Where it stands in the file: the line of XML, or the path of JSON. */
export type BiocPlace = number | string;
