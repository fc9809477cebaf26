import 'react';

declare module 'react' {
  /** The custom properties that components pass to their style sheets. */
  interface CSSProperties {
    '--hue'?: number;
    '--tone'?: number;
    '--chroma'?: number;
    '--fill'?: string;
    '--gate'?: string;
    '--row-height'?: string;
    '--delay'?: string;
    '--ratio'?: number;
    '--top'?: string;
    '--right'?: string;
  }
}
