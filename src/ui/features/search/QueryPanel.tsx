import { useMemo } from 'react';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { CategoryTag } from '../../shared/controls/CategoryTag.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotosById, useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { heldCategories } from '../../shared/model/category.ts';
import { proposalRegion, strongestProposals } from '../../shared/model/proposals.ts';
import { SubjectPicture } from '../../shared/photos/SubjectPicture.tsx';
import { useSubjectName } from '../../shared/photos/useSubjectName.ts';
import { type Focus, NO_FOCUS } from '../../shared/regions/focus.ts';
import { ProposalOverlay } from '../../shared/regions/ProposalOverlay.tsx';
import { RegionOutline } from '../../shared/regions/RegionOutline.tsx';
import { GALLERY, type SearchBase, searchRoute } from '../../shared/route/route.ts';
import styles from './QueryPanel.module.css';

/** How many of the strongest proposals can be tapped. */
const TAPPABLE = 40;

interface QueryPanelProps {
  readonly base: SearchBase;
  /** Null until the answer has come. */
  readonly query: PhotoDetail | null;
}

/** The query photo, what is in it, and where to go from it. */
export function QueryPanel({ base, query }: QueryPanelProps) {
  const { router, session, intake } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const { pickQuery } = useIntakeActions();
  const { of, region } = base;
  const photos = usePhotosById();
  const name = useSubjectName(of);
  const held = query === null ? [] : heldCategories(query.analysis.probabilities, categories);
  const tappable = useMemo(
    () => (query === null ? [] : strongestProposals(query.analysis.objectness, TAPPABLE)),
    [query],
  );
  const searchByObject = (focus: Focus) => {
    if (query === null || focus.kind === 'none' || focus.kind === 'category') return;
    router.go(
      searchRoute(
        of,
        focus.kind === 'region' ? focus.region : proposalRegion(query.analysis.boxes, focus.index),
        'grouped',
      ),
    );
  };
  const file = of.kind === 'file' ? session.file(of.key) : undefined;

  return (
    <aside className={styles.query} aria-label="Query photo">
      <div className={styles.back}>
        <Button label="Gallery" icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
      </div>
      <div className={styles.queryPicture}>
        <SubjectPicture of={of} alt={name} />
        {region !== null && <RegionOutline region={region} />}
        {query !== null && (
          <ProposalOverlay quiet detail={query} shown={tappable} focus={NO_FOCUS} onFocus={searchByObject} />
        )}
      </div>
      <div>
        <p className={styles.queryKind}>{region === null ? 'Searching by this photo' : 'Searching by one object in'}</p>
        <h1 className={styles.queryName}>{name}</h1>
        {query !== null && region === null && (
          <p className={styles.queryHint}>Tap an object in it, or draw a box, to search by that alone.</p>
        )}
      </div>
      {held.length > 0 && (
        <ul className={styles.holds} aria-label="What is in it">
          {held.map((one) => (
            <li key={one.index}>
              <CategoryTag index={one.index} name={one.name} probability={one.probability} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.queryActions}>
        {region !== null && (
          <Button
            label="Search by the whole photo"
            icon="similar"
            shape="wide"
            onClick={() => router.go(searchRoute(of))}
          />
        )}
        {of.kind === 'photo' && photos.has(of.id) && (
          <Button
            label="Open photo"
            icon="object"
            shape="wide"
            onClick={() => router.open({ kind: 'photo', id: of.id })}
          />
        )}
        {file !== undefined && (
          <Button label="Add to the gallery" icon="add" shape="wide" onClick={() => void intake.add([file])} />
        )}
        <div className={styles.another}>
          <Button label="Search by another photo" icon="search" look="quiet" shape="wide" onClick={pickQuery} />
        </div>
      </div>
    </aside>
  );
}
