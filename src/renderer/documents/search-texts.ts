import { call } from '../state/client.ts';
import { cancelJob, runJob } from '../state/jobs.ts';
import { say } from '../state/messages.ts';
import { useList } from './list-state.ts';

let running: string | null = null;

/** Searches in the texts of all documents; what is found takes the place of the list. */
export async function searchTexts(query: string) {
  if (query.trim() === '') return;
  if (running) cancelJob(running);
  const result = await runJob(`Searching for ‘${query}’`, 'search', (job) => {
    running = job;
    return call('documents.search', { query, job });
  });
  if (result.ok) {
    running = null;
    useList.setState({ found: { query, ...result.value } });
  } else if (result.error.code !== 'cancelled') say('error', result.error.message);
}
