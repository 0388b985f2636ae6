/** What the `format` field of an exported dataset says. */
export const DATASET_FORMAT = 'glossator-dataset';
/** The version that is written, and the highest one that is read. */
export const DATASET_VERSION = 1;
