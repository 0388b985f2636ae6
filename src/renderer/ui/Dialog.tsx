import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
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
}

/**
 * Something that must be looked at before going on. Escape and a click outside close it.
 * The overlay is our own: Radix's would add a `<style>` element, which the window's policy forbids.
 */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, footer, children, size = 'medium', bare } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className={styles.overlay}>
          <Radix.Content
            className={classNames(styles.dialog, styles[size], props.className)}
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
            <div className={classNames(styles.body, bare && styles.bare)}>{children}</div>
            {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}
