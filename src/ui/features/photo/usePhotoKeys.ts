import { useEffect, useEffectEvent } from 'react';

/** Keys of an opened photo, by `KeyboardEvent.key` in lower case; not while a person types, or in a dialog over it. */
export function usePhotoKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('input:not([type=radio], [type=range]), textarea, select')
    )
      return;
    const run = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (run === undefined) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
