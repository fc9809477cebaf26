import { useEffect } from 'react';
import { usePhotoSummary } from '../../shared/facet/usePhotoSummary.ts';
import { useRoute } from '../../shared/facet/useSnapshot.ts';
import { say } from '../../shared/language/say.ts';
import { askInWords } from '../../shared/query/sentence.ts';
import { narrows } from '../../shared/route/ask.ts';
import { askOf, type Base } from '../../shared/route/route.ts';

/** The name of a view, as it stands before the page's own; '' for the gallery. */
function titleOf(view: Base['view']): string {
  switch (view) {
    case 'gallery':
      return '';
    case 'search':
      return `${say.app.search} · `;
    case 'duplicates':
      return `${say.common.duplicates} · `;
    case 'quality':
      return `${say.quality.title} · `;
    case 'map':
      return `${say.map.title} · `;
  }
}

/** Names the tab, and with it the entries of the browser's history, after what is open. */
export function useDocumentTitle(): void {
  const view = useRoute((route) => route.base.view);
  const opened = useRoute(({ overlay }) => (overlay.kind === 'photo' || overlay.kind === 'match' ? overlay.id : null));
  const name = usePhotoSummary(opened)?.name;
  const ask = useRoute((route) => askOf(route.base));
  const asked = narrows(ask) ? `${askInWords(ask)} · ` : '';
  const title = name === undefined ? `${asked}${titleOf(view)}${say.common.facet}` : `${name} · ${say.common.facet}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
