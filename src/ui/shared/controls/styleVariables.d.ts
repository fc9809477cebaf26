import 'react';

declare module 'react' {
  /** The custom properties that components pass to their style sheets. */
  interface CSSProperties {
    '--hue'?: number;
    '--tone'?: number;
    '--fill'?: string;
    '--gate'?: string;
    '--row-height'?: string;
    '--delay'?: string;
  }
}
