import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** The title is read but not shown; then there is no close button either. */
  readonly titleHidden?: boolean;
  /** A sentence under the title. */
  readonly description?: ReactNode;
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'full';
  /** No padding, no scrolling: the content does both. */
  readonly bare?: boolean;
  readonly className?: string;
  /** Hears keys wherever the focus is in the dialog. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** A click outside does nothing: what was decided in it would be lost. */
  readonly stays?: boolean;
  /** Asked before Escape closes the dialog; `true` where it closed something inside instead. */
  readonly onEscape?: () => boolean;
  /** Called when it is gone and the focus is back where it was. */
  readonly onClosed?: () => void;
}

/**
 * Something that must be looked at before going on. Escape and a click outside close it; the focus goes
 * back to where it was. The overlay is our own: Radix's would keep the page from scrolling by a style
 * sheet, and this page never scrolls.
 */
export function Dialog(props: DialogProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <div className={styles.overlay} data-overlay>
          <Frame {...props} />
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Frame(props: DialogProps) {
  const { title, description, footer, children, size = 'medium', bare } = props;
  const [before] = useState(() => document.activeElement);
  const giveBack = (event: Event) => {
    event.preventDefault();
    const isThere = before instanceof HTMLElement && before.isConnected;
    const text = document.querySelector<HTMLElement>('.cm-content');
    if (isThere && before !== document.body) before.focus();
    else text?.focus();
    props.onClosed?.();
  };
  return (
    <Radix.Content
      className={classNames(styles.dialog, styles[size], props.className)}
      onOpenAutoFocus={focusFirst}
      onKeyDown={props.onKeyDown}
      onEscapeKeyDown={(event) => {
        if (props.onEscape?.()) event.preventDefault();
      }}
      onInteractOutside={(event) => {
        if (props.stays || isMessage(event.target)) event.preventDefault();
      }}
      onCloseAutoFocus={giveBack}
      {...(description === undefined ? { 'aria-describedby': undefined } : {})}
    >
      {props.titleHidden ? (
        <Radix.Title className="visually-hidden">{title}</Radix.Title>
      ) : (
        <header className={styles.header}>
          <Radix.Title className={styles.title}>{title}</Radix.Title>
          <Radix.Close asChild>
            <IconButton icon="close" label="Close" />
          </Radix.Close>
        </header>
      )}
      {description === undefined ? null : (
        <Radix.Description className={styles.description}>{description}</Radix.Description>
      )}
      <div data-dialog-body className={classNames(styles.body, bare && styles.bare)}>
        {children}
      </div>
      {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
    </Radix.Content>
  );
}

/** What is said to the person is part of no dialog, and never outside of one. */
const isMessage = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-messages]') !== null;

/** The first thing to fill in gets the focus, or else the main button; never the button that closes. */
function focusFirst(event: Event) {
  event.preventDefault();
  const dialog = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
  const body = dialog?.querySelector('[data-dialog-body]');
  const field = body?.querySelector<HTMLElement>('input:not(:disabled), textarea, select');
  const main = dialog?.querySelector<HTMLElement>('footer button:last-of-type:not(:disabled)');
  (field ?? main ?? dialog)?.focus();
}
