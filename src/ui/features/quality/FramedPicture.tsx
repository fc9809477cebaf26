import type { ReactNode } from 'react';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import styles from './quality.module.css';

interface FramedPictureProps {
  /** In shares of the picture; none is drawn where there is none. */
  readonly box: Region | null | undefined;
  readonly children: ReactNode;
}

/** A picture with one box over it. */
export function FramedPicture({ box, children }: FramedPictureProps) {
  return (
    <span className={styles.frame}>
      {children}
      {box && (
        <span
          className={styles.box}
          style={{
            left: `${box.x0 * 100}%`,
            top: `${box.y0 * 100}%`,
            width: `${(box.x1 - box.x0) * 100}%`,
            height: `${(box.y1 - box.y0) * 100}%`,
          }}
        />
      )}
    </span>
  );
}
