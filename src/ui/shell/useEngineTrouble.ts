import { useEffect } from 'react';
import { useFacet, useSnapshot } from '../state/facet.tsx';

/** Says once what went wrong with the GPU; the engine's section in the settings says it for as long as that engine is in use. */
export function useEngineTrouble(): void {
  const { notices } = useFacet();
  const { engine } = useSnapshot();
  const trouble = engine?.trouble;
  useEffect(() => {
    if (trouble !== undefined) notices.error('No photo is lost, but the engine had trouble', new Error(trouble));
  }, [notices, trouble]);
}
