import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { ConfirmDialog } from '../../shared/controls/ConfirmDialog.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { Waiting } from '../../shared/controls/Waiting.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { GALLERY } from '../../shared/route/route.ts';
import { removePhotos } from '../../shared/selection/removePhotos.ts';
import { UNDOABLE } from '../../shared/selection/undoable.ts';
import { DuplicateCard } from './DuplicateCard.tsx';
import styles from './duplicates.module.css';
import { extraCopies } from './extraCopies.ts';
import { useDuplicates } from './useDuplicates.ts';

/** A group of two on a wide screen, CSS pixels; each is measured once it is drawn. */
const USUAL_HEIGHT = 330;

/** Photos that are the same file or the same picture. Copies can be removed from the gallery; no file is deleted. */
export function DuplicatesView() {
  const facet = useFacet();
  const photoCount = useSnapshot((snapshot) => snapshot.gallery.total);
  const { state, dismiss } = useDuplicates();
  const [extra, askAbout] = useState<readonly NumberedSummary[] | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const groups = state.phase === 'found' ? state.groups : NO_GROUPS;
  const near = useMemo(() => groups.filter(({ kind }) => kind === 'near'), [groups]);
  const virtual = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => groups[index]?.ids.join() ?? index,
    scrollMargin: 150,
    overscan: 3,
  });
  const failed = (error: unknown) => facet.notices.failed(say.duplicates.notRemoved, error);
  const remove = (photos: readonly NumberedSummary[]) => {
    removePhotos(facet, photos, photos.length <= UNDOABLE).catch(failed);
  };

  return (
    <div ref={scroller} className={styles.view}>
      <div className={styles.head}>
        <Button label={say.common.gallery} icon="back" look="quiet" onClick={() => facet.router.base(GALLERY)} />
        <h1 className={styles.title}>{say.common.duplicates}</h1>
      </div>
      <p className={styles.lead}>{say.duplicates.lead}</p>
      {near.length > 1 && (
        <div className={styles.all}>
          <span role="status">{say.duplicates.groups(groups.length)}</span>
          <Button
            label={say.duplicates.keepBest}
            onClick={() => extraCopies(facet.pipeline, near).then(askAbout, failed)}
          />
        </div>
      )}
      {state.phase === 'looking' && <Waiting>{say.common.comparing}</Waiting>}
      {state.phase === 'failed' && (
        <Message title={say.duplicates.notCompared} role="alert">
          <p>{state.message}</p>
        </Message>
      )}
      {state.phase === 'found' && groups.length === 0 && (
        <Message title={say.duplicates.none} role="status">
          <p>{photoCount === 1 ? say.duplicates.onlyOne : say.duplicates.allDiffer(photoCount)}</p>
        </Message>
      )}
      <div className={styles.groups} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const group = groups[index];
          if (group === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.place}
              style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            >
              <DuplicateCard group={group} onDismiss={() => dismiss(group)} onRemove={remove} />
            </div>
          );
        })}
      </div>
      {extra !== null && (
        <ConfirmDialog
          title={say.duplicates.removeTitle(extra.length)}
          text={`${say.duplicates.removeText}${extra.length > UNDOABLE ? say.duplicates.noUndo : ''}`}
          confirm={say.duplicates.removeCopies}
          onConfirm={() => remove(extra)}
          onClose={() => askAbout(null)}
        />
      )}
    </div>
  );
}

const NO_GROUPS: readonly never[] = [];
