import { type Scores, whyUndefined } from '#core/agreement/counts.ts';
import {
  DEFINITIONS,
  type Definition,
  RELATION_DEFINITIONS,
  SPAN_DEFINITIONS,
} from '#core/agreement/definitions.ts';
import { RELATION_RULES } from '#core/agreement/relations/relation-counts.ts';
import { SPAN_RULES } from '#core/agreement/spans/span-counts.ts';
import type { Outcome, PlaceQuery } from '#core/agreement/survey/place-query.ts';
import type { PairReport } from '#core/agreement/survey/report.ts';
import styles from '../Agreement.module.css';
import { formatCount, formatFigure } from '../format-figure.ts';
import { useAnnotatorName } from '../names.ts';
import { FigureButton } from './FigureButton.tsx';

/** Every measure of one pair side by side: why they differ can be read off their definitions. */
export function Measures({ pair }: { readonly pair: PairReport }) {
  const nameOf = useAnnotatorName();
  const { first, second } = pair;
  const ends = { first, second };
  const hasRelations = pair.relations.strict.first + pair.relations.strict.second > 0;
  return (
    <section className={styles.section} aria-label="All measures">
      <h3>
        {nameOf(first)} and {nameOf(second)}: all measures
      </h3>
      <p className={styles.soft}>
        Precision and recall take {nameOf(first)} as the reference. {formatCount(pair.documents)}{' '}
        {pair.documents === 1 ? 'document' : 'documents'} as one text (micro); the mean F1 of the
        documents (macro) is {formatFigure(pair.macro.mean)}.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Spans</th>
            <Head />
          </tr>
        </thead>
        <tbody>
          {SPAN_RULES.map((rule) => (
            <Row
              key={rule}
              definition={SPAN_DEFINITIONS[rule]}
              scores={pair.spans[rule]}
              queryOf={(outcome) => ({
                ...{ kind: 'spans', ...ends, rule, outcome, label: null, document: null },
              })}
            />
          ))}
          <Row definition={DEFINITIONS.characters} scores={pair.characters} />
          <Row definition={DEFINITIONS.tokens} scores={pair.tokens} />
        </tbody>
        {hasRelations ? (
          <>
            <thead>
              <tr>
                <th scope="col">Relations</th>
                <Head />
              </tr>
            </thead>
            <tbody>
              {RELATION_RULES.map((rule) => (
                <Row
                  key={rule}
                  definition={RELATION_DEFINITIONS[rule]}
                  scores={pair.relations[rule]}
                  queryOf={(outcome) => ({
                    ...{ kind: 'relations', ...ends, rule, outcome, label: null },
                  })}
                />
              ))}
            </tbody>
          </>
        ) : null}
      </table>
    </section>
  );
}

function Head() {
  return ['F1', 'Precision', 'Recall', 'Matches', 'Only first', 'Only second'].map((name) => (
    <th key={name} scope="col">
      {name}
    </th>
  ));
}

interface RowProps {
  readonly definition: Definition;
  readonly scores: Scores;
  /** The places of a count; characters and tokens have none of their own. */
  readonly queryOf?: (outcome: Outcome) => PlaceQuery;
}

function Row({ definition, scores, queryOf }: RowProps) {
  const { matches, first, second } = scores;
  const counts: readonly (readonly [Outcome, number, string])[] = [
    ['match', matches, 'matches'],
    ['first-only', first - matches, 'only the first annotator'],
    ['second-only', second - matches, 'only the second annotator'],
  ];
  return (
    <tr>
      <th scope="row">
        <details className={styles.about}>
          <summary>{definition.name}</summary>
          <p>{definition.meaning}</p>
          <p className={styles.soft}>{definition.source}</p>
        </details>
      </th>
      {(['f1', 'precision', 'recall'] as const).map((score) => (
        <td key={score} className={styles.number} title={whyUndefined(scores, score) ?? undefined}>
          {formatFigure(scores[score])}
        </td>
      ))}
      {counts.map(([outcome, count, words]) => (
        <td key={outcome} className={styles.number}>
          {queryOf ? (
            <FigureButton title={`${definition.name}: ${words}`} query={queryOf(outcome)}>
              {formatCount(count)}
            </FigureButton>
          ) : (
            formatCount(count)
          )}
        </td>
      ))}
    </tr>
  );
}
