import 'react';

declare module 'react' {
  /** Custom properties may stand among the styles of an element. */
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined;
  }
}
