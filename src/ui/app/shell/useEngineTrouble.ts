import { useEffect } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';

/** Says once what went wrong with the GPU; the engine's section in the settings says it for as long as that engine is in use. */
export function useEngineTrouble(): void {
  const { notices } = useFacet();
  const trouble = useSnapshot((snapshot) => snapshot.engine?.trouble);
  useEffect(() => {
    if (trouble !== undefined) notices.error('No photo is lost, but the engine had trouble', trouble);
  }, [notices, trouble]);
}
