import type { Status } from '#core/model/document-status.ts';

/** What each status is called. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  new: 'New',
  'in-progress': 'In progress',
  done: 'Done',
  'needs-review': 'Needs review',
  skipped: 'Skipped',
};
