import type { ProjectView, SetSummary } from '#api/calls/project.ts';
import { Swatch } from '../labels/Swatch.tsx';
import { DocumentsChoice } from './DocumentsChoice.tsx';
import { PickList } from './PickList.tsx';
import type { Choice } from './selection.ts';

interface DataFieldsProps {
  readonly project: ProjectView;
  readonly summaries: ReadonlyMap<string, SetSummary>;
  readonly choice: Choice;
  readonly onChoice: (patch: Partial<Choice>) => void;
}

/** Which documents, annotators and types are exported. */
export function DataFields({ project, summaries, choice, onChoice }: DataFieldsProps) {
  const { entityTypes, relationTypes } = project.schema;
  return (
    <>
      <DocumentsChoice
        project={project}
        summaries={summaries}
        choice={choice}
        onChoice={onChoice}
      />
      <PickList
        title="Annotators"
        noun="annotators"
        items={project.annotators.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={choice.annotators}
        onChosen={(annotators) => onChoice({ annotators })}
      />
      <PickList
        title="Entity types"
        noun="entity types"
        items={entityTypes.map(({ name, color }) => ({
          value: name,
          label: name,
          sign: <Swatch color={color} />,
        }))}
        chosen={choice.entityTypes}
        onChosen={(chosen) => onChoice({ entityTypes: chosen })}
      />
      {relationTypes.length > 0 ? (
        <PickList
          title="Relation types"
          noun="relation types"
          items={relationTypes.map(({ name, color }) => ({
            value: name,
            label: name,
            sign: <Swatch color={color} shape="relation" />,
          }))}
          chosen={choice.relationTypes}
          onChosen={(chosen) => onChoice({ relationTypes: chosen })}
        />
      ) : null}
    </>
  );
}
