import { runAction } from '../actions/run-action.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DocumentList } from './DocumentList.tsx';
import styles from './DocumentsPane.module.css';
import { FoundList } from './FoundList.tsx';
import { ListTools } from './ListTools.tsx';
import { useList, useListedRows } from './list-state.ts';

/** The left pane: all documents of the project, or what was found in their texts. */
export function DocumentsPane() {
  const found = useList((state) => state.found);
  const rows = useListedRows();
  const total = useSession(({ project }) => project?.documents.length ?? 0);
  return (
    <section className={styles.pane} data-documents>
      <ListTools shown={rows.length} total={total} />
      {found ? (
        <FoundList found={found} />
      ) : rows.length > 0 ? (
        <DocumentList rows={rows} />
      ) : total === 0 ? (
        <EmptyState icon="upload" title="Drop documents here">
          <Button look="link" onClick={() => runAction('documents.import')}>
            Add documents…
          </Button>
        </EmptyState>
      ) : (
        <NothingListed />
      )}
    </section>
  );
}

function NothingListed() {
  const query = useList((state) => state.query);
  return (
    <EmptyState icon="search" title="No document is listed.">
      <p>{query ? `No name contains ‘${query}’.` : 'No document has that status.'}</p>
      <p>
        {query ? (
          <Button look="link" onClick={() => runAction('edit.findAll')}>
            Search in the texts
          </Button>
        ) : null}{' '}
        <Button look="link" onClick={() => useList.setState({ query: '', status: 'all' })}>
          Show all
        </Button>
      </p>
    </EmptyState>
  );
}
