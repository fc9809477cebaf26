import type { RegionTap } from '../../../network/spp/regionFeatures.ts';
import type { KeyedPhoto } from '../../features/keyedPhotos.ts';

/** What the region worker is started with. */
export interface RegionWorkerSettings {
  /** Folder of the model files. */
  readonly models: string;
  readonly backbone: string;
  readonly taps: readonly RegionTap[];
  readonly detectorClasses: number;
  readonly proposalsPerPhoto: number;
  /** A folder written by `npm run features`, read where it holds the photo instead of running the backbone; or null. */
  readonly maps: string | null;
  /** Whether the photos are taken as a mirror shows them. */
  readonly mirrored: boolean;
}

export type RegionJob = KeyedPhoto;

/** Float16 bits. `regions` // (1 + proposals, S), whole photo first; `boxes` // (1 + proposals, 4), shares of the photo */
export type RegionJobDone =
  | { readonly outcome: 'cached'; readonly regions: Uint16Array; readonly boxes: Uint16Array }
  | { readonly outcome: 'failed'; readonly reason: string };
