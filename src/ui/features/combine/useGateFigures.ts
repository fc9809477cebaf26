import { useEffect, useState } from 'react';
import type { GateFigures } from '../../../pipeline/api/gateFigures.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { spokenName } from '../../shared/model/spokenName.ts';

/** The calibration's figures for a sureness; those of the one before until they are there. @param category as people write it, null for all */
export function useGateFigures(category: string | null, sureness: number): GateFigures | null {
  const { pipeline } = useFacet();
  const [figures, setFigures] = useState<GateFigures | null>(null);
  useEffect(() => {
    let current = true;
    const raw = pipeline.getSnapshot().categories.find(({ name }) => spokenName(name) === category)?.name;
    if (category !== null && raw === undefined) return;
    // Without them the slider still works and says nothing.
    pipeline.gateFigures(raw ?? null, sureness).then(
      (next) => current && setFigures(next),
      () => current && setFigures(null),
    );
    return () => {
      current = false;
    };
  }, [pipeline, category, sureness]);
  return figures;
}
