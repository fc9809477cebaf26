import type { ReactNode } from 'react';
import styles from './Stage.module.css';

interface PhotoFrameProps {
  readonly width: number;
  readonly height: number;
  readonly picture: ReactNode;
  readonly children?: ReactNode;
}

/** A picture as large as its place allows, with a layer of exactly its size on top. */
export function PhotoFrame({ width, height, picture, children }: PhotoFrameProps) {
  const ratio = width / height;
  return (
    <div className={styles.canvas}>
      <div
        className={styles.frame}
        style={{ width: `min(100cqw, ${(100 * ratio).toFixed(3)}cqh)`, aspectRatio: `${width} / ${height}` }}
      >
        {picture}
        {children}
      </div>
    </div>
  );
}
