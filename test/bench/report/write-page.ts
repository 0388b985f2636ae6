import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../e2e/fixtures/launch.ts';
import type { Results } from './results.ts';
import { tablesOf } from './tables.ts';

const PAGE = join(ROOT, 'docs/PERFORMANCE.md');
/** What stands below this line is written by hand, and kept. */
const BY_HAND = '## What the figures say';

/** Writes docs/PERFORMANCE.md anew; its last section, which explains, stays as it is. */
export function writePage(results: Results, now: Date): void {
  const { aims, figures, ratios } = tablesOf(results);
  const page = `# Speed, measured

\`npm run bench\` starts the built app in real Electron, opens each document through the window, presses real keys and
turns a real wheel, and writes this page. Times run from the event in the page to the end of the frame that shows the
effect. Absolute times depend on the machine and on what else it does; only the ratios between sizes can fail.

- Documents: ${results.source}; one span per 100 characters, one relation per three spans.
- Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release().split('-')[0]}; load
  ${loadavg()[0]?.toFixed(1)} at the end, of which the app itself is one or two.
- Runtime: ${results.runtime}. ${now.toISOString().slice(0, 10)}. Medians of ${results.runs} runs, everything on: panes, inspector, chips, arcs, log.

## Aims

${aims}

## By size

${figures}

## Flat is flat

${ratios}

${explanation()}`;
  writeFileSync(PAGE, page);
}

function explanation(): string {
  try {
    const page = readFileSync(PAGE, 'utf8');
    const at = page.indexOf(BY_HAND);
    if (at >= 0) return page.slice(at);
  } catch {
    // There is no page yet.
  }
  return `${BY_HAND}\n`;
}
