import { Component, type ReactNode } from 'react';
import { Button } from '../shared/controls/Button.tsx';
import { useFacet } from '../shared/facet/FacetProvider.tsx';
import { useRoute } from '../shared/facet/useSnapshot.ts';
import { say } from '../shared/language/say.ts';
import { HOME, hashFromRoute } from '../shared/route/route.ts';
import centre from './shell/Centre.module.css';
import styles from './ViewBoundary.module.css';

interface ViewBoundaryProps {
  /** The view lies over the page, so what takes its place does, too. */
  readonly over?: boolean;
  readonly children: ReactNode;
}

/** Keeps the error of one view to that view: the rest of the page goes on, and there is a way back. */
export function ViewBoundary({ over = false, children }: ViewBoundaryProps) {
  const place = useRoute(hashFromRoute);
  return (
    <ErrorBoundary place={place} instead={(again) => <BrokenView over={over} onAgain={again} />}>
      {children}
    </ErrorBoundary>
  );
}

function BrokenView({ over, onAgain }: { readonly over: boolean; readonly onAgain: () => void }) {
  const { router } = useFacet();
  const home = () => {
    router.go(HOME);
    onAgain();
  };
  return (
    <div className={`${centre.centre} ${over ? styles.over : ''}`} role="alert">
      <h1>{say.app.viewStopped}</h1>
      <p>{say.app.viewStoppedHelp}</p>
      <div className={styles.actions}>
        <Button label={say.common.backToGallery} look="primary" onClick={home} />
        <Button label={say.common.tryAgain} icon="retry" onClick={onAgain} />
        {/* A part of the page that did not load is not asked for again before: the server may have newer ones by now. */}
        <Button label={say.app.reload} onClick={() => window.location.reload()} />
      </div>
    </div>
  );
}

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** The children are tried again when this changes: another address is another view. */
  readonly place: string;
  /** What is shown after an error; `again` renders the children once more. */
  readonly instead: (again: () => void) => ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
  readonly place: string;
}

/** React reports rendering errors to class components alone. */
class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return place === state.place ? null : { failed: false, place };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(() => this.setState({ failed: false })) : this.props.children;
  }
}
