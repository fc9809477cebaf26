import { useEffect } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';

/** Says once what went wrong with the GPU; the engine's section in the settings says it for as long as that engine is in use. */
export function useEngineTrouble(): void {
  const { notices } = useFacet();
  const trouble = useSnapshot((snapshot) => snapshot.engine?.trouble);
  useEffect(() => {
    if (trouble !== undefined) notices.error(say.app.engineTrouble, say.pipeline(trouble));
  }, [notices, trouble]);
}
