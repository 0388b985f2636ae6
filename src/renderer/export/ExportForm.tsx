import { useEffect, useRef, useState } from 'react';
import type { FormatInfo } from '#api/calls/exports.ts';
import type { ProjectView } from '#api/calls/project.ts';
import { Swatch } from '../labels/Swatch.tsx';
import { useSession } from '../state/session.ts';
import { DocumentsChoice } from './DocumentsChoice.tsx';
import styles from './ExportDialog.module.css';
import { ExportFooter } from './ExportFooter.tsx';
import { FormatFields } from './FormatFields.tsx';
import { PickList } from './PickList.tsx';
import { PreviewReport } from './PreviewReport.tsx';
import { ALL, type Choice, selectionOf } from './selection.ts';
import { usePreview } from './use-preview.ts';
import { chooseTarget, type Outcome, writeExport } from './write-export.ts';

interface ExportFormProps {
  readonly project: ProjectView;
  readonly formats: readonly FormatInfo[];
  readonly first: FormatInfo;
  readonly onClose: () => void;
}

/** What to export and how, with what would be lost. */
export function ExportForm({ project, formats, first, onClose }: ExportFormProps) {
  const summaries = useSession((state) => state.summaries);
  const [formatId, setFormatId] = useState(first.id);
  const [options, setOptions] = useState<Readonly<Record<string, string>>>({});
  const [choice, setChoice] = useState<Choice>(ALL);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isWriting, setWriting] = useState(false);

  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);

  const format = formats.find((f) => f.id === formatId) ?? first;
  const { selection, nothing } = selectionOf(choice, project, summaries);
  const request = selection && {
    format: format.id,
    selection,
    options: optionsOf(format, options),
  };
  const { preview, error, isCounting } = usePreview(request);
  const changeChoice = (patch: Partial<Choice>) => {
    setChoice({ ...choice, ...patch });
    setOutcome(null);
  };
  const write = async (target: string, overwrite: boolean) => {
    if (!request) return;
    setWriting(true);
    setOutcome(await writeExport(request, target, overwrite));
    setWriting(false);
  };
  const start = async () => {
    if (!preview) return;
    const target = await chooseTarget(preview);
    if (typeof target !== 'string') setOutcome(target);
    // The system's dialog has asked already whether a single file may be overwritten.
    else await write(target, preview.fileCount === 1);
  };
  return (
    <>
      <div ref={form} className={styles.form}>
        <div className={styles.left}>
          <FormatFields
            formats={formats}
            format={format}
            options={options}
            onFormat={(id) => {
              setFormatId(id);
              setOutcome(null);
            }}
            onOption={(id, value) => {
              setOptions({ ...options, [id]: value });
              setOutcome(null);
            }}
          />
          <PreviewReport preview={preview} isCounting={isCounting} problem={nothing ?? error} />
        </div>
        <div className={styles.right}>
          <DocumentsChoice
            project={project}
            summaries={summaries}
            choice={choice}
            onChoice={changeChoice}
          />
          <PickList
            title="Annotators"
            noun="annotators"
            items={project.annotators.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={choice.annotators}
            onChosen={(annotators) => changeChoice({ annotators })}
          />
          <PickList
            title="Entity types"
            noun="entity types"
            items={project.schema.entityTypes.map(({ name, color }) => ({
              value: name,
              label: name,
              sign: <Swatch color={color} />,
            }))}
            chosen={choice.entityTypes}
            onChosen={(entityTypes) => changeChoice({ entityTypes })}
          />
          {project.schema.relationTypes.length > 0 ? (
            <PickList
              title="Relation types"
              noun="relation types"
              items={project.schema.relationTypes.map(({ name, color }) => ({
                value: name,
                label: name,
                sign: <Swatch color={color} shape="relation" />,
              }))}
              chosen={choice.relationTypes}
              onChosen={(relationTypes) => changeChoice({ relationTypes })}
            />
          ) : null}
        </div>
      </div>
      <ExportFooter
        outcome={outcome}
        isWriting={isWriting}
        isReady={preview !== null && nothing === null && preview.fileCount > 0}
        onStart={() => void start()}
        onOverwrite={(target) => void write(target, true)}
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
