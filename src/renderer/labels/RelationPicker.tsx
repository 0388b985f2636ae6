import { Popover } from 'radix-ui';
import type { SpanId } from '#core/model/ids.ts';
import { useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';
import { pickerPlace } from './picker-place.ts';
import { RelationList } from './RelationList.tsx';
import styles from './RelationPicker.module.css';

/** A relation that waits for its type. */
export interface RelationRequest {
  readonly from: SpanId;
  readonly to: SpanId;
  /** Where it was chosen, in CSS pixels of the window; `null` for the middle. */
  readonly point: { readonly x: number; readonly y: number } | null;
}

interface RelationPickerProps {
  readonly request: RelationRequest | null;
  /** Called after a choice, and when the person gives up. */
  readonly onClose: () => void;
}

/** Distance kept from the edges of the window, the height of a picker with many types, its width. */
const EDGE = 8;
const TALL = 420;
const WIDTH = 340;

/** Where the middle of the picker may be, left to right. */
function withinWindow(x: number): number {
  const least = EDGE + WIDTH / 2;
  return Math.max(least, Math.min(window.innerWidth - least, x));
}

/** Where the picker hides neither end; around the point where the target is out of view. */
function placeOf({ from, to, point }: RelationRequest) {
  const y = point?.y ?? window.innerHeight / 3;
  const target = textView()?.coordsOf(to) ?? { top: y, bottom: y };
  return pickerPlace(target, textView()?.coordsOf(from) ?? null, window.innerHeight, TALL);
}

/** Asks which relation joins two spans, and makes it. */
export function RelationPicker({ request, onClose }: RelationPickerProps) {
  const document = useSession((state) => state.document);
  const project = useSession((state) => state.project);
  const from = request ? document?.index.span(request.from) : undefined;
  const to = request ? document?.index.span(request.to) : undefined;
  if (!(request && document && project && from && to)) return null;
  const x = withinWindow(request.point?.x ?? window.innerWidth / 2);
  const place = placeOf(request);
  const edge = place.side === 'bottom' ? place.top : place.bottom;
  const close = () => {
    onClose();
    textView()?.focus();
  };
  return (
    <Popover.Root open onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Popover.Anchor asChild>
        <span className={styles.anchor} style={{ left: x, top: edge }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={styles.popup}
          side={place.side}
          align="center"
          avoidCollisions={false}
          // What is outside of the place counts as no room, so that both ends stay in sight.
          collisionPadding={{
            top: Math.max(EDGE, place.top),
            bottom: Math.max(EDGE, window.innerHeight - place.bottom),
          }}
          aria-label="Which relation?"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <RelationList
            text={document.text}
            schema={project.schema}
            from={from}
            to={to}
            onDone={close}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
