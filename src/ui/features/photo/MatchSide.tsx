import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { percent } from '../../shared/model/format.ts';
import { proposalRegion } from '../../shared/model/proposals.ts';
import { SubjectPicture } from '../../shared/photos/SubjectPicture.tsx';
import { FocusBox } from '../../shared/regions/FocusBox.tsx';
import type { SearchSubject } from '../../shared/route/searchSubject.ts';
import matchView from './MatchView.module.css';
import { PhotoFrame } from './PhotoFrame.tsx';
import stage from './Stage.module.css';

interface MatchSideProps {
  readonly which: 'query' | 'match';
  readonly name: string;
  readonly of: SearchSubject;
  readonly width: number;
  readonly height: number;
  /** Null until it is read. */
  readonly analysis: PhotoDetail['analysis'] | null;
  /** With a person's corrections. // (C,) */
  readonly probabilities: Float32Array;
  /** The category whose winning box is shown. */
  readonly chosen: number | null;
}

/** One of the two photos of a match, with the winning box of the chosen category. */
export function MatchSide({ which, name, of, width, height, analysis, probabilities, chosen }: MatchSideProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  return (
    <figure className={matchView.side}>
      <PhotoFrame
        width={width}
        height={height}
        picture={<SubjectPicture of={of} alt={name} className={stage.picture} />}
      >
        {chosen !== null && analysis !== null && (
          <FocusBox
            region={proposalRegion(analysis.boxes, analysis.winners[chosen] ?? 0)}
            category={chosen}
            text={`${say.category(categories[chosen]?.name ?? '')} ${percent(probabilities[chosen] ?? 0)}`}
          />
        )}
        <figcaption className={matchView.caption}>
          <b>{say.match[which]}</b> {name}
        </figcaption>
      </PhotoFrame>
    </figure>
  );
}
