/** Where an action stands in the native menu; each has a palette entry and, mostly, a key too. */
export type MenuName = 'File' | 'Edit' | 'Annotate' | 'Document' | 'View' | 'Help';

/** One thing a person can do, as menu, palette and key sheet show it. The window knows how it is done. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly menu: MenuName;
  /** Actions of one group stand together, with a line between groups. */
  readonly group: number;
  /** `Mod` is Ctrl, on a Mac Cmd. The first one is shown in the menu. */
  readonly keys: readonly string[];
}

const action = <const Id extends string>(
  id: Id,
  title: string,
  menu: MenuName,
  group: number,
  ...keys: readonly string[]
) => ({
  id,
  title,
  menu,
  group,
  keys,
});

/** Every action of the window, in menu order. Keys of labels come from the schema and are not listed. */
export const ACTIONS = [
  action('project.fromDocuments', 'New project from documents…', 'File', 1, 'Mod+N'),
  action('project.open', 'Open project…', 'File', 1, 'Mod+Shift+O'),
  action('project.sample', 'Open the sample project', 'File', 1),
  action('window.new', 'New window', 'File', 1, 'Mod+Shift+N'),
  action('documents.import', 'Add documents…', 'File', 2, 'Mod+O'),
  action('documents.importData', 'Import annotations…', 'File', 2, 'Mod+Shift+I'),
  action('documents.importFolder', 'Add a folder…', 'File', 2),
  action('export.open', 'Export…', 'File', 3, 'Mod+E'),
  action('agreement.open', 'Agreement…', 'File', 3, 'Mod+Shift+A'),
  action('compare.open', 'Compare annotators…', 'File', 3, 'Mod+Shift+D'),
  action('figure.export', 'Export figure…', 'File', 3, 'Mod+Shift+E'),
  action('print.open', 'Print or save as PDF…', 'File', 3, 'Mod+P'),
  action('project.rename', 'Rename project…', 'File', 4),
  action('project.reveal', 'Show the project folder', 'File', 4),
  action('project.close', 'Close project', 'File', 4, 'Mod+Shift+W'),
  action('window.close', 'Close window', 'File', 5, 'Mod+W'),

  action('edit.undo', 'Undo', 'Edit', 1, 'Mod+Z'),
  action('edit.redo', 'Redo', 'Edit', 1, 'Mod+Shift+Z', 'Mod+Y'),
  action('edit.history', 'History', 'Edit', 1, 'Mod+H'),
  action('edit.copyQuote', 'Copy the words', 'Edit', 2, 'Mod+C'),
  action('edit.find', 'Find in the document', 'Edit', 3, 'Mod+F'),
  action('edit.findAll', 'Find in all documents', 'Edit', 3, 'Mod+Shift+F'),
  action('schema.open', 'Schema…', 'Edit', 4, 'Mod+T'),
  action('app.identity', 'Change annotator name…', 'Edit', 4),

  action('annotate.repeat', 'Tag with the last label again', 'Annotate', 1, '.'),
  action('annotate.pickType', 'Tag or retype by name…', 'Annotate', 1, 'Mod+L'),
  action('annotate.disarm', 'Put the label down', 'Annotate', 1, 'Escape'),
  action('annotate.keepWords', 'Keep the words and select more', 'Annotate', 2, 'Mod+Shift+Enter'),
  action('annotate.addRange', 'Add the selected words to the span', 'Annotate', 2, '+'),
  action(
    'annotate.removeRange',
    'Take the range at the caret out of the span',
    'Annotate',
    2,
    'Shift+Delete',
  ),
  action('annotate.edges', 'Move the edges of the span', 'Annotate', 2, 'F2'),
  action('annotate.delete', 'Delete the selected annotation', 'Annotate', 2, 'Delete', 'Backspace'),
  action(
    'annotate.selectHere',
    'Select the span here, then the next one here',
    'Annotate',
    3,
    'Enter',
  ),
  action('annotate.listHere', 'List the spans here', 'Annotate', 3, 'Shift+Enter'),
  action('annotate.nextSpan', 'Next span', 'Annotate', 3, 'Alt+ArrowRight'),
  action('annotate.previousSpan', 'Previous span', 'Annotate', 3, 'Alt+ArrowLeft'),
  action('annotate.relate', 'Relate the selected span to…', 'Annotate', 4, '-'),
  action('annotate.reverse', 'Reverse the relation', 'Annotate', 4, 'Mod+R'),
  action('annotate.otherEnd', 'Go to the other end', 'Annotate', 4, 'Mod+J'),
  action('annotate.bothEnds', 'Show both ends of the relation', 'Annotate', 4, 'Mod+Shift+J'),
  action(
    'annotate.note',
    'Note on the selected annotation or the document',
    'Annotate',
    5,
    'Mod+Alt+M',
  ),
  action('annotate.attributes', 'Attributes of the selected annotation', 'Annotate', 5, 'F6'),

  action('document.next', 'Next document', 'Document', 1, 'Mod+PageDown'),
  action('document.previous', 'Previous document', 'Document', 1, 'Mod+PageUp'),
  action('document.nextUnfinished', 'Next unfinished document', 'Document', 1, 'Alt+PageDown'),
  action(
    'document.previousUnfinished',
    'Previous unfinished document',
    'Document',
    1,
    'Alt+PageUp',
  ),
  action('document.done', 'Mark done', 'Document', 2, 'Mod+Enter'),
  action('document.inProgress', 'Mark in progress', 'Document', 2),
  action('document.needsReview', 'Mark for review', 'Document', 2),
  action('document.skip', 'Mark skipped', 'Document', 2),
  action('document.new', 'Mark new', 'Document', 2),
  action('document.labels', 'Document labels', 'Document', 3, 'F7'),
  action('document.rename', 'Rename document…', 'Document', 4),
  action('document.remove', 'Move document to the trash', 'Document', 4),
  action('document.trash', 'Trash…', 'Document', 4),

  action('view.palette', 'Command palette', 'View', 1, 'Mod+K'),
  action('view.documents', 'Documents pane', 'View', 2, 'Mod+B'),
  action('view.inspector', 'Inspector', 'View', 2, 'Mod+I'),
  action('view.focusDocuments', 'Go to the documents', 'View', 3, 'Mod+1'),
  action('view.focusText', 'Go to the text', 'View', 3, 'Mod+2'),
  action('view.focusInspector', 'Go to the inspector', 'View', 3, 'Mod+3'),
  action('view.larger', 'Larger text', 'View', 4, 'Mod+='),
  action('view.smaller', 'Smaller text', 'View', 4, 'Mod+-'),
  action('view.normalSize', 'Normal text size', 'View', 4, 'Mod+0'),
  action('view.zoomIn', 'Zoom in', 'View', 5, 'Mod+Alt+='),
  action('view.zoomOut', 'Zoom out', 'View', 5, 'Mod+Alt+-'),
  action('view.zoomNormal', 'Normal zoom', 'View', 5, 'Mod+Alt+0'),
  action('view.chipsFull', 'Whole names of types', 'View', 6),
  action('view.chipsShort', 'Short names of types', 'View', 6),
  action('view.chipsNone', 'Underlines only', 'View', 6),
  action('view.relationsVisible', 'All relations in view', 'View', 7),
  action('view.relationsSelected', 'Relations of the selected span only', 'View', 7),
  action('view.relationsNone', 'No relations', 'View', 7),
  action('view.dimOthers', 'Dim all other types', 'View', 8),
  action('view.hideType', 'Hide this type', 'View', 8),
  action('view.showTypes', 'Show all types', 'View', 8),
  action('view.invisibles', 'Invisible characters', 'View', 9),
  action('view.wrap', 'Wrap lines', 'View', 9),
  action('view.lineNumbers', 'Line numbers', 'View', 9),
  action('view.sentenceNumbers', 'Sentence numbers', 'View', 9),
  action('view.map', 'Map of the document', 'View', 9),
  action('view.outline', 'Outline…', 'View', 10, 'Mod+G'),
  action('view.settings', 'Settings…', 'View', 11, 'Mod+,'),

  action('help.keys', 'Keys', 'Help', 1, '?'),
  action('help.about', 'About Glossator', 'Help', 1),
] as const satisfies readonly Action[];

export type ActionId = (typeof ACTIONS)[number]['id'];
