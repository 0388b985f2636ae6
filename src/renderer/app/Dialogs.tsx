import { AgreementDialog } from '../agreement/AgreementDialog.tsx';
import { CompareDialog } from '../compare/CompareDialog.tsx';
import { ImportDialog } from '../documents/import/ImportDialog.tsx';
import { RenameDialog } from '../documents/RenameDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { FigureDialog } from '../figure/FigureDialog.tsx';
import { RelationPicker } from '../labels/RelationPicker.tsx';
import { TypePicker } from '../labels/TypePicker.tsx';
import { KeySheet } from '../palette/KeySheet.tsx';
import { Palette } from '../palette/Palette.tsx';
import { PrintDialog } from '../print/PrintDialog.tsx';
import { SchemaEditor } from '../schema/SchemaEditor.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { LockedDialog } from '../start/LockedDialog.tsx';
import { closeDialog, type DialogState, useShell } from '../state/shell.ts';
import { textView } from '../state/text-handle.ts';
import { TrashDialog } from '../trash/TrashDialog.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { IdentityDialog } from './IdentityDialog.tsx';
import { RenameProjectDialog } from './RenameProjectDialog.tsx';
import { TextMenu } from './TextMenu.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

/** Whatever stands over the window. */
export function Dialogs() {
  const dialog = useShell((state) => state.dialog);
  const relation = useShell((state) => state.relation);
  const onRelationClose = () => {
    useShell.setState({ relation: null });
    textView()?.focus();
  };
  return (
    <>
      {dialog ? <OneDialog dialog={dialog} /> : null}
      <RelationPicker request={relation} onClose={onRelationClose} />
      <TextMenu />
    </>
  );
}

function OneDialog({ dialog }: { readonly dialog: DialogState }) {
  const isOpen = { open: true, onOpenChange: () => closeDialog(dialog.name) };
  switch (dialog.name) {
    case 'palette':
      return <Palette />;
    case 'pick-type':
      return <TypePicker {...isOpen} />;
    case 'keys':
      return <KeySheet />;
    case 'about':
      return <AboutDialog />;
    case 'identity':
      return <IdentityDialog />;
    case 'settings':
      return <SettingsDialog {...isOpen} />;
    case 'schema':
      return <SchemaEditor {...isOpen} />;
    case 'export':
      return <ExportDialog {...isOpen} />;
    case 'agreement':
      return <AgreementDialog {...isOpen} />;
    case 'compare':
      return <CompareDialog {...isOpen} />;
    case 'figure':
      return <FigureDialog {...isOpen} />;
    case 'print':
      return <PrintDialog {...isOpen} />;
    case 'trash':
      return <TrashDialog {...isOpen} />;
    case 'rename-project':
      return <RenameProjectDialog />;
    case 'rename-document':
      return <RenameDialog documentId={dialog.documentId} />;
    case 'locked':
      return <LockedDialog path={dialog.path} holder={dialog.holder} />;
    case 'import':
      return <ImportDialog />;
    case 'unsaved':
      return <UnsavedDialog then={dialog.then} />;
  }
}
