import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { counted } from '../../shared/model/format.ts';
import { GALLERY } from '../../shared/route/route.ts';
import { DuplicateCard } from './DuplicateCard.tsx';
import styles from './duplicates.module.css';
import { useDuplicates } from './useDuplicates.ts';

/** Photos that are the same file or the same picture. It only shows them: nothing is removed, no file is deleted. */
export function DuplicatesView() {
  const { router } = useFacet();
  const photoCount = useSnapshot((snapshot) => snapshot.photos.length);
  const { state, dismiss } = useDuplicates();
  return (
    <div className={styles.view}>
      <div className={styles.back}>
        <Button label="Gallery" icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
      </div>
      <h1 className={styles.title}>Duplicates</h1>
      <p className={styles.lead}>
        Files that are in several places, and pictures that are here in several sizes or qualities. Open one to remove
        it from the gallery; the files on your disk are never touched.
      </p>
      {state.phase === 'looking' && <Waiting>Comparing…</Waiting>}
      {state.phase === 'failed' && (
        <Message title="The photos could not be compared" role="alert">
          <p>{state.message}</p>
        </Message>
      )}
      {state.phase === 'found' && state.groups.length === 0 && (
        <Message title="No duplicates" role="status">
          <p>{photoCount === 1 ? 'There is only one photo.' : `All ${counted(photoCount, 'photo')} are different.`}</p>
        </Message>
      )}
      {state.phase === 'found' &&
        state.groups.map((group) => (
          <DuplicateCard key={`${group.kind} ${group.ids.join()}`} group={group} onDismiss={() => dismiss(group)} />
        ))}
    </div>
  );
}
