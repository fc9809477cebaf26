import { useMemo } from 'react';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { Button } from '../../shared/controls/Button.tsx';
import { CategoryTag } from '../../shared/controls/CategoryTag.tsx';
import { useIntakeActions } from '../../shared/files/useIntakeActions.ts';
import { heldCategories } from '../../shared/model/category.ts';
import { proposalRegion, strongestProposals } from '../../shared/model/proposals.ts';
import { useFacet, useSnapshot } from '../../shared/state/facet.tsx';
import { GALLERY, searchRoute } from '../../shared/state/route.ts';
import { type Focus, NO_FOCUS } from '../photo/focus.ts';
import { ProposalOverlay } from '../photo/ProposalOverlay.tsx';
import { RegionOutline } from '../photo/RegionOutline.tsx';
import type { SearchBase } from './SearchView.tsx';
import { SubjectPicture } from './SubjectPicture.tsx';
import styles from './search.module.css';
import { useSubjectName } from './useSubjectName.ts';

/** So many of the strongest proposals answer to a tap. */
const TAPPABLE = 40;

interface QueryPanelProps {
  readonly base: SearchBase;
  /** null until the answer is there. */
  readonly query: PhotoDetail | null;
}

/** What is searched by, what it holds, and where to go from it. */
export function QueryPanel({ base, query }: QueryPanelProps) {
  const { router, session, intake } = useFacet();
  const { categories } = useSnapshot();
  const { pickQuery } = useIntakeActions();
  const { of, region } = base;
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
        <p className={styles.queryKind}>{region === null ? 'Searching by this photo' : 'Searching by one object of'}</p>
        <h1 className={styles.queryName}>{name}</h1>
        {query !== null && region === null && (
          <p className={styles.queryHint}>Tap a thing in it, or draw a box, to search by that alone.</p>
        )}
      </div>
      {held.length > 0 && (
        <div className={styles.holds} aria-label="What it holds">
          {held.map((one) => (
            <CategoryTag key={one.index} index={one.index} name={one.name} probability={one.probability} />
          ))}
        </div>
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
        {of.kind === 'photo' && (
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
