import { useEffect } from 'react';
import type { Selection } from './useSelection.ts';

/** Ctrl+A selects the whole list, Escape nothing: from anywhere in the page but a field, a dialog or an opened photo. */
export function useSelectionKeys({ selected, all, clear }: Selection): void {
  const some = selected.size > 0;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) all();
      else if (event.key === 'Escape' && some) clear();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [some, all, clear]);
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [aria-modal="true"]') !== null) return true;
  return target instanceof Element && target.closest('input, textarea, select, [role=menu], [inert]') !== null;
}
