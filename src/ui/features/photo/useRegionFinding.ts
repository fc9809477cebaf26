import { useEffect, useRef, useState } from 'react';
import type { PhotoId, Region } from '../../../pipeline/api/pipeline.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { say } from '../../shared/language/say.ts';
import { LatestOnly } from '../../shared/model/latestOnly.ts';

/**
 * What is in a drawn box, and again whenever it is moved. While the newest box is being looked at, the answer is that of
 * the one before.
 * @returns // (C,), null while there is no box or nothing is known yet
 */
export function useRegionFinding(id: PhotoId, region: Region | null): Float32Array | null {
  const { pipeline, notices } = useFacet();
  const latest = useRef(new LatestOnly());
  const [found, setFound] = useState<Float32Array | null>(null);
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
      }
    });
    return () => {
      wanted = false;
    };
  }, [pipeline, notices, id, region]);
  return region === null ? null : found;
}
