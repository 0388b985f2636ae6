import { STATUSES, type Status } from '#core/model/document-status.ts';
import { runAction } from '../actions/run-action.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DocumentsPane.module.css';
import { focusList } from './focus-list.ts';
import type { SortBy } from './list-documents.ts';
import { type ListState, useList } from './list-state.ts';
import { searchTexts } from './search-texts.ts';
import { STATUS_NAMES } from './status-names.ts';

interface ListToolsProps {
  readonly shown: number;
  readonly total: number;
}

const SORTS: Readonly<Record<SortBy, string>> = {
  imported: 'As imported',
  name: 'By name',
  status: 'By status',
  spans: 'By number of spans',
};

const filters: readonly (readonly [ListState['status'], string])[] = [
  ['all', 'All'],
  ['unfinished', 'Unfinished'],
  ...STATUSES.map((status): [Status, string] => [status, STATUS_NAMES[status]]),
];

function menuItems({ status, sort }: ListState): readonly MenuEntry[] {
  return [
    ...filters.map(([value, label]) => ({
      label,
      checked: value === status,
      run: () => useList.setState({ status: value }),
    })),
    'line',
    ...Object.entries(SORTS).map(([value, label]) => ({
      label,
      checked: value === sort,
      run: () => useList.setState({ sort: value as SortBy }),
    })),
  ];
}

function summaryOf({ query, status, found }: ListState, shown: number, total: number): string {
  if (found) return 'Found in the texts';
  const all = `${total.toLocaleString('en')} document${total === 1 ? '' : 's'}`;
  const filter = filters.find(([value]) => value === status)?.[1].toLowerCase();
  const some = `${shown.toLocaleString('en')} of ${total.toLocaleString('en')}`;
  const what = status === 'all' ? some : `${some}, ${filter}`;
  const hint = query === '' ? '' : '. Enter searches the texts';
  return (shown === total && status === 'all' ? all : what) + hint;
}

/** Search by name and by content, filter, sort. */
export function ListTools({ shown, total }: ListToolsProps) {
  const list = useList();
  const isFiltered = list.status !== 'all';
  return (
    <search className={styles.tools}>
      <div className={styles.row}>
        <TextField
          type="search"
          label="Search documents"
          labelHidden
          placeholder="Search"
          value={list.query}
          onValue={(query) => useList.setState({ query, found: null })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void searchTexts(list.query);
            else if (event.key === 'ArrowDown') focusList();
            else if (event.key === 'Escape') useList.setState({ query: '', found: null });
            else return;
            event.preventDefault();
          }}
        />
        <Menu items={menuItems(list)} align="end">
          <IconButton icon="filter" label="Filter and sort" pressed={isFiltered} />
        </Menu>
        <IconButton
          icon="add"
          label="Add documents"
          keys="Mod+O"
          onClick={() => runAction('documents.import')}
        />
      </div>
      <p className={styles.summary} role="status">
        {summaryOf(list, shown, total)}
      </p>
    </search>
  );
}
