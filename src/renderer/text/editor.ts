import { EditorState, type Extension, type Text } from '@codemirror/state';
import { drawSelection, EditorView } from '@codemirror/view';
import { adoptEditorStyles } from './adopt-styles.ts';
import { announce } from './announce.ts';
import { caretKeys } from './caret-keys.ts';
import { provideContext, type TextContext } from './context.ts';
import { draftField } from './edges/draft.ts';
import { edgeKeys } from './edges/edge-keys.ts';
import { makeHeightsAgree } from './even-heights.ts';
import { matchHighlight } from './find/matches.ts';
import { primeGiantLines } from './giant-lines.ts';
import { hoverCard } from './hover-card.ts';
import { keptField, selectedByKey } from './kept-words.ts';
import { documentMap } from './map/document-map.ts';
import { invisibles } from './marks/invisibles.ts';
import { lineDirections } from './marks/lines.ts';
import { spanMarks } from './marks/span-marks.ts';
import { specialCharacters } from './marks/special-characters.ts';
import { strutField } from './marks/struts.ts';
import { overlay } from './overlay/overlay.ts';
import { mouse } from './pointer/mouse.ts';
import { wordsListener } from './words.ts';
import { wrapping } from './wrapping.ts';

/** Makes the editor in `parent`; it shows the text of the context's props. */
export function createEditor(parent: HTMLElement, context: TextContext): EditorView {
  adoptEditorStyles();
  const view = new EditorView({ parent, state: stateFor(context) });
  makeHeightsAgree(view);
  primeGiantLines(view);
  return view;
}

/** Shows the text of the context's props in an editor that showed another. */
export function showText(view: EditorView, context: TextContext): void {
  context.forgetText();
  view.setState(stateFor(context));
  makeHeightsAgree(view);
  primeGiantLines(view);
  view.scrollDOM.scrollTop = 0;
}

function stateFor(context: TextContext): EditorState {
  const { text } = context.props;
  const state = EditorState.create({ doc: text, extensions: extensionsFor(context) });
  texts.set(state.doc, text);
  return state;
}

/** The text as it was given; asking the editor would put it together anew. */
export function textShown(view: EditorView): string | undefined {
  return texts.get(view.state.doc);
}

const texts = new WeakMap<Text, string>();

function extensionsFor(context: TextContext): Extension {
  return [
    provideContext(context),
    // Only a line feed ends a line, so that every character keeps its offset.
    EditorState.lineSeparator.of('\n'),
    EditorState.allowMultipleSelections.of(true),
    // Nothing can be typed, but there is a caret, and keys select.
    EditorState.readOnly.of(true),
    untyped,
    wrapping(context),
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      'aria-label': `Text of ${context.props.name}`,
      'aria-readonly': 'true',
    }),
    drawSelection({ cursorBlinkRate: 0 }),
    edgeKeys,
    caretKeys,
    mouse,
    lineDirections,
    specialCharacters,
    invisibles,
    keptField,
    selectedByKey,
    draftField,
    strutField,
    spanMarks,
    matchHighlight,
    overlay,
    documentMap,
    hoverCard,
    announce,
    wordsListener,
  ];
}

/** The page would otherwise change for a moment before the editor puts it back. */
const untyped = EditorView.domEventHandlers({
  beforeinput(event) {
    event.preventDefault();
    return true;
  },
});
