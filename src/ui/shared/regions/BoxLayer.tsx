import { memo } from 'react';
import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { useSnapshot } from '../facet/useSnapshot.ts';
import { categoryColour } from '../model/categoryColour.ts';
import { objectName } from '../model/objectName.ts';
import { proposalRegion, proposalRow } from '../model/proposals.ts';
import type { FoundBox } from './foundBoxes.ts';
import styles from './regions.module.css';

interface BoxLayerProps {
  readonly analysis: PhotoDetail['analysis'];
  /** Indices of the proposals that are drawn, strongest first. */
  readonly drawn: readonly number[];
  readonly found: readonly FoundBox[];
  /** The proposal under the pointer. */
  readonly over: number | null;
}

/** Boxes over the photo, only to be seen: proposals thin, what was found in the colour of its surest category. */
export const BoxLayer = memo(function BoxLayer({ analysis, drawn, found, over }: BoxLayerProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  return (
    <svg className={styles.boxes} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {[...drawn].reverse().map((index) => {
        const { x0, y0, x1, y1 } = proposalRegion(analysis.boxes, index);
        const name = objectName(proposalRow(analysis, index), categories);
        const hue = name?.found === true ? { 'data-hue': '', style: categoryColour(name.index) } : {};
        const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
        return (
          <g key={index}>
            <rect className={styles.boxShadow} {...box} />
            <rect className={`${styles.box} ${index === over ? styles.boxOver : ''}`} {...hue} {...box} />
          </g>
        );
      })}
      {[...found].reverse().map(({ region: { x0, y0, x1, y1 }, categories: [surest] }) => {
        const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
        return (
          surest !== undefined && (
            <g key={surest.index} data-hue style={categoryColour(surest.index)} data-testid="found-box">
              <rect className={styles.foundShadow} {...box} />
              <rect className={styles.found} {...box} />
            </g>
          )
        );
      })}
    </svg>
  );
});
