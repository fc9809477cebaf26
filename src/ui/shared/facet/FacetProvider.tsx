import { createContext, type ReactNode, useContext } from 'react';
import type { Facet } from './createFacet.ts';

const FacetContext = createContext<Facet | null>(null);

export function FacetProvider({ facet, children }: { readonly facet: Facet; readonly children: ReactNode }) {
  return <FacetContext value={facet}>{children}</FacetContext>;
}

/** The page's services. Never causes a render: the object stays the same for as long as the page lives. */
export function useFacet(): Facet {
  const facet = useContext(FacetContext);
  if (facet === null) throw new Error('useFacet: got no FacetProvider around the component, wanted one');
  return facet;
}
