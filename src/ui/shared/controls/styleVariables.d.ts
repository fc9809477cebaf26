import 'react';

declare module 'react' {
  /** The custom properties that components hand to their style sheets. */
  interface CSSProperties {
    '--hue'?: number;
    '--fill'?: string;
    '--gate'?: string;
    '--row-height'?: string;
    '--delay'?: string;
  }
}
