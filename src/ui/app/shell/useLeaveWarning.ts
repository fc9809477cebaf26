import { useEffect } from 'react';

/**
 * Has the browser ask before the page is left, for as long as something would be lost by it. The question's words are the browser's own,
 * so what is at stake has to stand on the page. The listener is there no longer than needed: browsers keep no page that has one for Back.
 */
export function useLeaveWarning(wouldLose: boolean): void {
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wouldLose]);
}
