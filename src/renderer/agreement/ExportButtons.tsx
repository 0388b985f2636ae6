import { useState } from 'react';
import type { AgreementCalls } from '#api/calls/agreement.ts';
import { call } from '../state/client.ts';
import { newJob } from '../state/ids.ts';
import { say } from '../state/messages.ts';
import { Button } from '../ui/Button.tsx';
import { useAgreement } from './agreement-state.ts';

type Format = Parameters<AgreementCalls['agreement.write']>[0]['format'];

const FORMATS: readonly {
  readonly format: Format;
  readonly name: string;
  readonly file: string;
}[] = [
  { format: 'csv', name: 'Table (CSV)…', file: 'agreement.csv' },
  { format: 'json', name: 'JSON…', file: 'agreement.json' },
  { format: 'methods', name: 'Methods paragraph…', file: 'agreement-methods.txt' },
];

/** Takes the figures along: as a table, as JSON, or as a paragraph for a paper. */
export function ExportButtons() {
  const report = useAgreement((state) => state.report);
  const [isWriting, setWriting] = useState(false);
  const write = async (format: Format, file: string) => {
    const { request } = useAgreement.getState();
    if (!request) return;
    const chosen = await call('app.choose', { purpose: 'export-file', suggestedName: file });
    const target = chosen.ok ? chosen.value[0] : undefined;
    if (target === undefined) return;
    setWriting(true);
    // The system's dialog has asked about a file that is there.
    const job = newJob('agreement-write');
    const written = await call('agreement.write', {
      ...{ request, format, target, overwrite: true, job },
    });
    setWriting(false);
    if (written.ok) say('info', `Saved ${target}.`);
    else say('error', written.error.message);
  };
  return FORMATS.map(({ format, name, file }) => (
    <Button
      key={format}
      disabled={report === null || isWriting}
      onClick={() => void write(format, file)}
    >
      {name}
    </Button>
  ));
}
