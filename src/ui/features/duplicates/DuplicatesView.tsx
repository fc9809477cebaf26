import { useCallback, useEffect, useState } from 'react';
import type { DuplicateGroup } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import controls from '../../shared/controls/controls.module.css';
import { messageOf } from '../../shared/model/format.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import { GALLERY } from '../../shared/state/route.ts';
import search from '../search/search.module.css';
import { DuplicateCard } from './DuplicateCard.tsx';
import styles from './duplicates.module.css';

type DuplicatesState =
  | { readonly phase: 'looking' }
  | { readonly phase: 'found'; readonly groups: readonly DuplicateGroup[] }
  | { readonly phase: 'failed'; readonly message: string };

/** Photos that are the same file or the same picture. It tells and forgets nothing; files are never deleted. */
export function DuplicatesView() {
  const { router, pipeline, notices } = useFacet();
  const { photos } = useSnapshot();
  const [state, setState] = useState<DuplicatesState>({ phase: 'looking' });
  const look = useCallback(() => {
    pipeline.duplicates().then(
      (groups) => setState({ phase: 'found', groups }),
      (error: unknown) => setState({ phase: 'failed', message: messageOf(error) }),
    );
  }, [pipeline]);
  useEffect(look, [look, photos]);
  const dismiss = (group: DuplicateGroup) => {
    pipeline
      .dismissDuplicates(group.ids)
      .then(look, (error: unknown) => notices.error('The answer was not remembered', error));
  };

  return (
    <div className={styles.view}>
      <div className={styles.back}>
        <Button label="Gallery" icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
      </div>
      <h1 className={styles.title}>Duplicates</h1>
      <p className={styles.lead}>
        The same file in several places, and the same picture in another size or compression. Removing a photo here
        takes it out of the gallery; no file on your disk is ever touched.
      </p>
      {state.phase === 'looking' && (
        <p className={search.waiting} role="status">
          <span className={controls.spinner} /> Comparing…
        </p>
      )}
      {state.phase === 'failed' && <p role="alert">{state.message}</p>}
      {state.phase === 'found' && state.groups.length === 0 && (
        <p role="status">No duplicates among your {photos.length} photos.</p>
      )}
      {state.phase === 'found' &&
        state.groups.map((group) => (
          <DuplicateCard key={`${group.kind} ${group.ids.join()}`} group={group} onDismiss={() => dismiss(group)} />
        ))}
    </div>
  );
}
