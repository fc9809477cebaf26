import { timeLeft } from '../timeLeft.ts';

/** Where a run is. The five numbers other than `total` add up to it at any moment. */
export interface IndexingProgress {
  readonly total: number;
  /** Photos in the index. */
  readonly indexed: number;
  /** Files with the bytes of another one. */
  readonly copies: number;
  readonly failed: number;
  /** Files that are something else, by their first bytes. */
  readonly notPhotos: number;
  readonly left: number;
}

/** "120 of 1,000: 100 photos, 3 copies, 2 failed, 15 no photos, 880 left, 12 min" @param msPerFile of this run; null until one is done */
export function progressLine(progress: IndexingProgress, msPerFile: number | null): string {
  const { total, indexed, copies, failed, notPhotos, left } = progress;
  const number = (value: number): string => value.toLocaleString('en');
  const words = [
    `${number(indexed)} photos`,
    `${number(copies)} copies`,
    `${number(failed)} failed`,
    `${number(notPhotos)} no photos`,
    `${number(left)} left${msPerFile === null || left === 0 ? '' : `, ${timeLeft(msPerFile * left)}`}`,
  ];
  return `${number(total - left)} of ${number(total)}: ${words.join(', ')}`;
}
