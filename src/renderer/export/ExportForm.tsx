import { useState } from 'react';
import type { ExportRequest, FormatInfo } from '#api/calls/exports.ts';
import type { ProjectView } from '#api/calls/project.ts';
import { useSession } from '../state/session.ts';
import { DataFields } from './DataFields.tsx';
import styles from './ExportDialog.module.css';
import { ExportFooter } from './ExportFooter.tsx';
import { FormatFields } from './FormatFields.tsx';
import { FormatList } from './FormatList.tsx';
import type { LeftOut } from './LossList.tsx';
import { Report } from './Report.tsx';
import { SplitFields } from './SplitFields.tsx';
import { ALL, type Choice, selectionOf } from './selection.ts';
import { NO_SPLIT, type SplitChoice, splitFor } from './split-choice.ts';
import { usePreview } from './use-preview.ts';
import { type Agreed, chooseTarget, isOneFile, type Outcome, writeExport } from './write-export.ts';

interface ExportFormProps {
  readonly project: ProjectView;
  readonly formats: readonly FormatInfo[];
  readonly first: FormatInfo;
  /** What came of trying to export. */
  readonly outcome: Outcome | null;
  readonly onOutcome: (outcome: Outcome | null) => void;
  readonly onClose: () => void;
}

/** What to export and how, with what would be lost. */
export function ExportForm(props: ExportFormProps) {
  const { project, formats, first, outcome, onOutcome: setOutcome, onClose } = props;
  const summaries = useSession((state) => state.summaries);
  const [formatId, setFormatId] = useState(first.id);
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({});
  const [choice, setChoice] = useState<Choice>(ALL);
  const [split, setSplit] = useState<SplitChoice>(NO_SPLIT);
  const [leftOut, setLeftOut] = useState<LeftOut>('drop');
  const [isWriting, setWriting] = useState(false);

  const format = formats.find((f) => f.id === formatId) ?? first;
  const { selection, nothing } = selectionOf(choice, project, summaries);
  const parts = splitFor(split);
  const request: ExportRequest | null =
    selection && parts.fault === null
      ? {
          format: format.id,
          selection,
          options: optionsOf(format, options),
          leftOut,
          ...(parts.split ? { split: parts.split } : {}),
        }
      : null;
  const counted = usePreview(request);
  const { preview } = counted;
  const changing =
    <Args extends readonly unknown[]>(change: (...args: Args) => void) =>
    (...args: Args) => {
      change(...args);
      setOutcome(null);
    };
  const onOption = changing((id: string, value: string) => setOptions({ ...options, [id]: value }));
  const write = async (target: string, agreed: Agreed) => {
    if (!request) return;
    setWriting(true);
    setOutcome(await writeExport(request, target, agreed));
    setWriting(false);
  };
  const start = async () => {
    if (!preview) return;
    const target = await chooseTarget(preview);
    if (typeof target !== 'string') setOutcome(target);
    // The system's dialog has asked already whether a single file may be overwritten.
    else await write(target, isOneFile(preview) ? 'target' : 'nothing');
  };
  return (
    <>
      <div className={styles.form}>
        <FormatList formats={formats} chosen={format.id} onChosen={changing(setFormatId)} />
        <div className={styles.fields}>
          <FormatFields format={format} options={options} onOption={onOption} />
          <DataFields
            project={project}
            summaries={summaries}
            choice={choice}
            onChoice={changing((patch: Partial<Choice>) => setChoice({ ...choice, ...patch }))}
          />
          <SplitFields
            choice={split}
            onChoice={changing((patch: Partial<SplitChoice>) => setSplit({ ...split, ...patch }))}
            fault={parts.fault}
            parts={preview?.parts ?? []}
          />
        </div>
        <Report
          counted={counted}
          problem={nothing ?? parts.fault}
          summary={outcome?.state === 'done' ? outcome.summary : null}
          losses={
            request ? { format, request, onOption, leftOut, onLeftOut: changing(setLeftOut) } : null
          }
        />
      </div>
      <ExportFooter
        outcome={outcome}
        isWriting={isWriting}
        // What is on screen may be about the choice before: whether one file is written, or several.
        isReady={!counted.isCounting && request !== null && (preview?.fileCount ?? 0) > 0}
        onStart={() => void start()}
        onOverwrite={(target) => void write(target, 'all')}
        onDismiss={() => setOutcome(null)}
        onClose={onClose}
      />
    </>
  );
}

/** Options of this format only: others' may have other values under the same name. */
function optionsOf({ options }: FormatInfo, chosen: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    options.flatMap(({ id, choices, default: usual }): [string, string][] => {
      const value = chosen[id] ?? usual;
      return [[id, choices.some((choice) => choice.value === value) ? value : usual]];
    }),
  );
}
