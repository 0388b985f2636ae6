import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface CalmProps {
  readonly children: ReactNode;
}

/** Catches a bug in drawing the window: a calm sentence and a way out, in place of a blank page. */
export class Calm extends Component<CalmProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    // For whoever looks into it; React has written the place already.
    console.error(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main role="alert">
        <EmptyState icon="warning" title="Something in this window went wrong.">
          <p>
            What the status line called saved is safe on disk. The window can be drawn anew; if this
            happens again, please report it.
          </p>
          <p>
            <Button look="primary" onClick={() => location.reload()}>
              Reload the window
            </Button>
          </p>
        </EmptyState>
      </main>
    );
  }
}
