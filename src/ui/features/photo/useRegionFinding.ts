import { useEffect, useRef, useState } from 'react';
import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { LatestOnly } from '../../shared/model/latestOnly.ts';

export interface RegionFindings {
  /** Null while there is no box or nothing is known yet. // (C,) */
  readonly inside: Float32Array | null;
  /** The newest box is being looked at: what is known is of the one before. */
  readonly looking: boolean;
}

const NOTHING: RegionFindings = { inside: null, looking: false };

/** What is in a drawn box, and again whenever it is moved. */
export function useRegionFinding(id: PhotoId, region: Region | null): RegionFindings {
  const { pipeline, notices } = useFacet();
  const latest = useRef(new LatestOnly());
  const [found, setFound] = useState<Float32Array | null>(null);
  const [looked, setLooked] = useState<Region | null>(null);
  useEffect(() => {
    const { current: queue } = latest;
    if (region === null) {
      queue.clear();
      // The next box is another one.
      setFound(null);
      return undefined;
    }
    let wanted = true;
    queue.run(async () => {
      try {
        const findings = await pipeline.regionFinding({ kind: 'region', of: { kind: 'photo', id }, region });
        const byName = new Map(findings.map(({ category, probability }) => [category, probability]));
        // By the names that the heads have for them, in the order of the categories.
        const { categories } = pipeline.getSnapshot();
        setFound(Float32Array.from(categories, ({ name }) => byName.get(name) ?? 0));
      } catch (error) {
        if (wanted) notices.failed(say.photo.objectNotFound, error);
      } finally {
        setLooked(region);
      }
    });
    return () => {
      wanted = false;
    };
  }, [pipeline, notices, id, region]);
  return region === null ? NOTHING : { inside: found, looking: looked !== region };
}
