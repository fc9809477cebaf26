import type { WinningRegions } from '../thumbnails/winningRegions.ts';

/** What a tile says of a hit beside its photo. */
export interface HitFacts {
  /** Distance over length of the code, 0..1; null where nothing was compared. */
  readonly share: number | null;
  /** How alike it is, in a word or two; '' where nothing was compared. */
  readonly alike: string;
  /** The distance in full: '9 of 64 bits apart'; '' where nothing was compared. */
  readonly apart: string;
  /** Below the line: the photo may hold what is asked. */
  readonly unsure: boolean;
}

/** Binds what is asked to an object of a hit. */
export interface LikeAction {
  /** 'sofa' */
  readonly category: string;
  readonly run: (index: number) => void;
}

/** What all tiles of an answer have in common. */
export interface HitSetting {
  /** Categories that the query holds or asks for, by index: those that a hit shares with it are named. */
  readonly asked: readonly number[];
  /** P_c of the query, to crop a hit around what it shares most with it; null where `around` says what to crop around. // (C,) */
  readonly query: Float32Array | null;
  /** The first of `asked`, or all of them that a photo holds. */
  readonly around: 'first' | 'all';
  readonly regions: WinningRegions;
  /** The categories by the names that the heads have for them. */
  readonly names: readonly string[];
}
