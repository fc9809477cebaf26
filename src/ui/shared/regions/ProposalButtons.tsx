import { useRef } from 'react';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { useRovingTiles } from '../controls/useRovingTiles.ts';
import { useSnapshot } from '../facet/useSnapshot.ts';
import { say } from '../language/say.ts';
import { nameInWords, objectName } from '../model/objectName.ts';
import { proposalRegion, proposalRow } from '../model/proposals.ts';
import styles from './regions.module.css';

interface ProposalButtonsProps {
  readonly analysis: PhotoDetail['analysis'];
  /** Indices of the proposals, in the order in which keys reach them. */
  readonly shown: readonly number[];
  readonly onChoose: (index: number) => void;
}

/** The proposals for the keyboard: one stop of the Tab key, arrows go from one to the next. A pointer goes through. */
export function ProposalButtons({ analysis, shown, onChoose }: ProposalButtonsProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const group = useRef<HTMLDivElement>(null);
  const { active, setActive, onKeyDown } = useRovingTiles(group, shown.length, shown.length, () => {});
  return (
    <div ref={group} className={styles.buttons} role="group" aria-label={say.object.proposals(shown.length)}>
      {shown.map((index, place) => {
        const { x0, y0, x1, y1 } = proposalRegion(analysis.boxes, index);
        const name = objectName(proposalRow(analysis, index), categories);
        return (
          <button
            key={index}
            type="button"
            className={styles.proposal}
            style={{
              left: `${x0 * 100}%`,
              top: `${y0 * 100}%`,
              width: `${(x1 - x0) * 100}%`,
              height: `${(y1 - y0) * 100}%`,
            }}
            aria-label={
              name === null ? say.object.proposal(place + 1) : say.object.proposalNamed(place + 1, nameInWords(name))
            }
            data-tile={place}
            tabIndex={place === active ? 0 : -1}
            onFocus={() => setActive(place)}
            onKeyDown={onKeyDown}
            onClick={() => onChoose(index)}
          />
        );
      })}
    </div>
  );
}
