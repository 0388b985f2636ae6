import type { EditorView } from '@codemirror/view';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { propsChanged, TextContext } from './context.ts';
import { syncEdgeMode } from './edges/edge-keys.ts';
import { createEditor, showText, textShown } from './editor.ts';
import { FindBar } from './find/FindBar.tsx';
import { makeHandle } from './handle.ts';
import { OutlineBar } from './outline/OutlineBar.tsx';
import type { TextViewProps } from './props.ts';
import styles from './TextView.module.css';
import { writeTypeColors } from './type-colors.ts';
import { syncWrapping } from './wrapping.ts';

export type { AnnotationRef, Box, Point, TextViewHandle, TextViewProps } from './props.ts';

/** The document with its spans and relations. Draws what it is given; what a person does, it tells. */
export function TextView({ ref, ...props }: TextViewProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const [context] = useState(() => new TextContext(props));
  const [outline, setOutline] = useState(false);
  const [find, setFind] = useState<{ words: string; call: number } | null>(null);

  const { name, text, index, version, schema, selected, linking, armed, edges, readOnly } = props;
  const { textSize, lineHeight, typography, looks, differences } = props;

  useLayoutEffect(() => {
    context.props = props;
  });

  useLayoutEffect(() => writeTypeColors(schema), [schema]);

  useLayoutEffect(() => {
    if (!parent.current) return;
    const view = createEditor(parent.current, context);
    editor.current = view;
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, [context]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or name means a new state.
  useLayoutEffect(() => {
    const view = editor.current;
    if (!view || isShown(view, context)) return;
    setFind(null);
    setOutline(false);
    showText(view, context);
  }, [context, text, name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these changes what is drawn.
  useLayoutEffect(() => {
    if (editor.current) syncWrapping(editor.current);
    editor.current?.dispatch({ effects: propsChanged.of(null) });
  }, [
    index,
    version,
    schema,
    selected,
    linking,
    armed,
    readOnly,
    textSize,
    lineHeight,
    typography,
    looks,
    differences,
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: edge mode is of one span.
  useEffect(() => {
    if (editor.current) syncEdgeMode(editor.current);
  }, [edges, selected]);

  useImperativeHandle(
    ref,
    () =>
      makeHandle(
        () => editor.current,
        // At once, so that what is typed next goes into the field.
        (words) => flushSync(() => setFind((before) => ({ words, call: (before?.call ?? 0) + 1 }))),
        () => flushSync(() => setOutline(true)),
      ),
    [],
  );

  return (
    <div
      ref={parent}
      className={styles.view}
      data-linking={linking !== null || undefined}
      data-gutter={looks.gutter === 'none' ? undefined : looks.gutter}
      data-map={looks.showMap || undefined}
      data-unwrapped={!looks.wrapLines || undefined}
      style={{ '--text-size': `${textSize}px`, '--text-line': lineHeight } as React.CSSProperties}
    >
      {find && editor.current && (
        <FindBar
          view={editor.current}
          words={find.words}
          call={find.call}
          onClose={() => setFind(null)}
        />
      )}
      {outline && editor.current && (
        <OutlineBar view={editor.current} onClose={() => setOutline(false)} />
      )}
    </div>
  );
}

/** Right after the first render the state is that of the props already. */
function isShown(view: EditorView, { props }: TextContext): boolean {
  const label = view.contentDOM.getAttribute('aria-label');
  return label === `Text of ${props.name}` && textShown(view) === props.text;
}
