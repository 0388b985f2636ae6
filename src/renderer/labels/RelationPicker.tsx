import { Popover } from 'radix-ui';
import type { SpanId } from '#core/model/ids.ts';
import { useSession } from '../state/session.ts';
import { textView } from '../state/text-handle.ts';
import { RelationList } from './RelationList.tsx';
import styles from './RelationPicker.module.css';

/** A relation that waits for its type. */
export interface RelationRequest {
  readonly from: SpanId;
  readonly to: SpanId;
  /** Where to open, in CSS pixels of the window; `null` for the middle. */
  readonly point: { readonly x: number; readonly y: number } | null;
}

interface RelationPickerProps {
  readonly request: RelationRequest | null;
  /** Called after a choice, and when the person gives up. */
  readonly onClose: () => void;
}

/** Asks which relation joins two spans, and makes it. */
export function RelationPicker({ request, onClose }: RelationPickerProps) {
  const document = useSession((state) => state.document);
  const project = useSession((state) => state.project);
  const from = request ? document?.index.span(request.from) : undefined;
  const to = request ? document?.index.span(request.to) : undefined;
  if (!(request && document && project && from && to)) return null;
  const point = request.point ?? { x: window.innerWidth / 2, y: window.innerHeight / 3 };
  const close = () => {
    onClose();
    textView()?.focus();
  };
  return (
    <Popover.Root open onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Popover.Anchor asChild>
        <span className={styles.anchor} style={{ left: point.x, top: point.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={styles.popup}
          side="bottom"
          align="center"
          sideOffset={8}
          collisionPadding={8}
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
