import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { categoryHue } from '../../shared/model/category.ts';
import { percent } from '../../shared/model/format.ts';
import { proposalRegion } from '../../shared/model/proposals.ts';
import { useSnapshot } from '../../shared/state/facet.tsx';
import type { SearchSubject } from '../../shared/state/route.ts';
import { SubjectPicture } from '../search/SubjectPicture.tsx';
import { FocusBox } from './FocusBox.tsx';
import { PhotoFrame } from './PhotoFrame.tsx';
import styles from './photo.module.css';

interface MatchSideProps {
  readonly role: 'Query' | 'Match';
  readonly name: string;
  readonly of: SearchSubject;
  readonly width: number;
  readonly height: number;
  /** null until it is read. */
  readonly analysis: PhotoDetail['analysis'] | null;
  /** With a person's corrections. // (C,) */
  readonly probabilities: Float32Array;
  /** The category whose winning box is shown. */
  readonly chosen: number | null;
}

/** One of the two photos of a match, with the box that won the chosen category. */
export function MatchSide({ role, name, of, width, height, analysis, probabilities, chosen }: MatchSideProps) {
  const { categories } = useSnapshot();
  return (
    <figure className={styles.side}>
      <PhotoFrame
        width={width}
        height={height}
        picture={<SubjectPicture of={of} alt={name} className={styles.picture} />}
      >
        {chosen !== null && analysis !== null && (
          <FocusBox
            region={proposalRegion(analysis.boxes, analysis.winners[chosen] ?? 0)}
            hue={categoryHue(chosen)}
            text={`${categories[chosen]?.name ?? ''} ${percent(probabilities[chosen] ?? 0)}`}
          />
        )}
        <figcaption className={styles.caption}>
          <b>{role}</b> {name}
        </figcaption>
      </PhotoFrame>
    </figure>
  );
}
