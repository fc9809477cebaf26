import { Component, type ReactNode } from 'react';
import { say } from '../../shared/language/say.ts';
import { Failed } from './Failed.tsx';

interface CrashBoundaryProps {
  readonly children: ReactNode;
}

/** A page whose rendering throws would be taken down to an empty one; this says what happened instead. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly message: string | null }> {
  override readonly state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <Failed title={say.app.stopped} message={say.app.notShown(message)} />;
  }
}
