import { useMemo } from 'react';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { CategoryTag } from '../../shared/controls/CategoryTag.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { useIntakeActions } from '../../shared/intake/useIntakeActions.ts';
import { say } from '../../shared/language/say.ts';
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
  const photo = usePhotoSummary(of.kind === 'photo' ? of.id : null);
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
    <aside className={styles.query} aria-label={say.common.queryPhoto}>
      <div className={styles.back}>
        <Button label={say.common.gallery} icon="back" look="quiet" onClick={() => router.base(GALLERY)} />
      </div>
      <div className={styles.queryPicture}>
        <SubjectPicture of={of} alt={name} />
        {region !== null && <RegionOutline region={region} />}
        {query !== null && (
          <ProposalOverlay quiet detail={query} shown={tappable} focus={NO_FOCUS} onFocus={searchByObject} />
        )}
      </div>
      <div>
        <p className={styles.queryKind}>{region === null ? say.search.byThisPhoto : say.search.byOneObject}</p>
        <h1 className={styles.queryName}>{name}</h1>
        {query !== null && region === null && <p className={styles.queryHint}>{say.search.tapHint}</p>}
      </div>
      {held.length > 0 && (
        <ul className={styles.holds} aria-label={say.common.whatIsInIt}>
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
            label={say.search.byWholePhoto}
            icon="similar"
            shape="wide"
            onClick={() => router.go(searchRoute(of))}
          />
        )}
        {of.kind === 'photo' && photo !== null && photo !== undefined && (
          <Button
            label={say.common.openPhoto}
            icon="object"
            shape="wide"
            onClick={() => router.open({ kind: 'photo', id: of.id })}
          />
        )}
        {file !== undefined && (
          <Button label={say.common.addToGallery} icon="add" shape="wide" onClick={() => void intake.add([file])} />
        )}
        <div className={styles.another}>
          <Button label={say.common.searchByAnother} icon="search" look="quiet" shape="wide" onClick={pickQuery} />
        </div>
      </div>
    </aside>
  );
}
