import type { Settings } from '#api/calls/app.ts';
import { DEFAULT_SETTINGS } from '#api/default-settings.ts';
import type { Session } from '../state/session.ts';
import { useSession } from '../state/session.ts';
import { saveSettings, settings } from '../state/settings.ts';
import { textView } from '../state/text-handle.ts';
import { dimOtherTypes, setTypeLook, showAllTypes, useTypeLooks } from '../state/type-looks.ts';
import { type Binding, hasDocument } from './binding.ts';

type Name = 'chips' | 'relations' | 'gutter' | 'showInvisibles' | 'wrapLines' | 'showMap';

const settingOf = ({ app }: Session, name: Name) => (app?.settings ?? DEFAULT_SETTINGS)[name];

/** One of several ways to show something. */
const choice = <N extends Name>(name: N, value: Settings[N]): Binding => ({
  run: () => void saveSettings({ [name]: value }),
  checked: (session) => settingOf(session, name) === value,
});

/** Something that is shown or not. */
const toggle = <N extends Name>(name: N, on: Settings[N], off: Settings[N]): Binding => ({
  run: () => void saveSettings({ [name]: settings()[name] === on ? off : on }),
  checked: (session) => settingOf(session, name) === on,
});

/** The type that is meant: of the selected span, or in hand, or given last. */
function typeMeant({ document, viewing, selected, armed, lastType }: Session): string | null {
  const index = viewing?.index ?? document?.index;
  const span = selected?.kind === 'span' ? index?.span(selected.id) : undefined;
  return span?.type ?? armed ?? lastType;
}

const hasType = (session: Session) => hasDocument(session) && typeMeant(session) !== null;

const withType = (run: (type: string) => void) => () => {
  const type = typeMeant(useSession.getState());
  if (type !== null) run(type);
};

export const looksBindings = {
  'view.chipsFull': choice('chips', 'full'),
  'view.chipsShort': choice('chips', 'short'),
  'view.chipsNone': choice('chips', 'none'),
  'view.relationsVisible': choice('relations', 'visible'),
  'view.relationsSelected': choice('relations', 'selected'),
  'view.relationsNone': choice('relations', 'none'),
  'view.dimOthers': {
    run: withType(dimOtherTypes),
    enabled: hasType,
    label: (session) => `Dim all types but ${typeMeant(session) ?? 'one'}`,
  },
  'view.hideType': {
    run: withType((type) => setTypeLook(type, 'hidden')),
    enabled: hasType,
    label: (session) => `Hide ${typeMeant(session) ?? 'this type'}`,
  },
  'view.showTypes': {
    run: showAllTypes,
    enabled: () => useTypeLooks.getState().types.size > 0,
  },
  'view.invisibles': toggle('showInvisibles', true, false),
  'view.wrap': toggle('wrapLines', true, false),
  'view.lineNumbers': toggle('gutter', 'lines', 'none'),
  'view.sentenceNumbers': toggle('gutter', 'sentences', 'none'),
  'view.map': toggle('showMap', true, false),
  'view.outline': { run: () => textView()?.openOutline(), enabled: hasDocument },
} satisfies Readonly<Record<string, Binding>>;
