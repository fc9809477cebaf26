import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalyseOptions as NetworkOptions } from '../../network/network.ts';
import type { EngineName, Region, Verdict } from '../api/pipeline.ts';
import type { PreparedPhoto } from './preparedPhoto.ts';
import { regionInPhoto } from './region.ts';
import type { Waits } from './seats.ts';

/** How a photo is to be analysed. */
export interface AnalyseOptions extends Waits {
  /** Only what lies inside it is analysed: the codes describe that object. */
  readonly region?: Region;
  /** A person's word on the photo, by the category's name, which its codes are made of. */
  readonly said?: Readonly<Record<string, Verdict>>;
  /** Whether a larger picture of the photo is made, too. */
  readonly withPreview?: boolean;
}

/** A photo with everything that is found in it. */
export interface AnalysedPhoto extends PreparedPhoto {
  readonly analysis: PhotoAnalysis;
  /** That made the analysis. */
  readonly engine: EngineName;
  /** Of the network that analysed it. */
  readonly version: string;
}

/**
 * From a file to its analysis. Indexing and every kind of search go this way; an engine's form decides where the work is done.
 */
export interface Analyser {
  /**
   * The signal stops the work between its stages: decoding, proposals, backbone, heads.
   * @throws UnreadablePhoto with a reason for a person; Cancelled; RangeError when the region does not meet the photo; any other
   * error is the engine's.
   */
  analyse(file: Blob, options?: AnalyseOptions): Promise<AnalysedPhoto>;
}

/** The options that concern the network. */
export function networkOptions({
  region,
  keepAs,
  said,
  signal,
}: AnalyseOptions): Pick<NetworkOptions, 'within' | 'keepAs' | 'said' | 'signal'> {
  return {
    ...(region && { within: regionInPhoto(region) }),
    ...(keepAs !== undefined && { keepAs }),
    ...(said && { said }),
    ...(signal && { signal }),
  };
}
