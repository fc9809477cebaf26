import { useEffect } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';

/** Says once what went wrong with the GPU; the engine's section in the settings says it for as long as that engine is in use. */
export function useEngineTrouble(): void {
  const { notices } = useFacet();
  const trouble = useSnapshot(({ engine }) => engine?.trouble);
  useEffect(() => {
    if (trouble !== undefined) notices.failed('No photo is lost, but the engine had trouble', new Error(trouble));
  }, [notices, trouble]);
}
