import { useMemo } from 'react';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { counted } from '../../shared/model/format.ts';
import { categoryCounts } from '../../shared/model/photoList.ts';
import styles from './combine.module.css';

/** The categories that photos of the gallery contain, to start from. */
export function CategoryPicker() {
  const { tray } = useFacet();
  const photos = useSnapshot((snapshot) => snapshot.photos);
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const counts = useMemo(() => categoryCounts(photos, categories), [photos, categories]);
  return (
    <>
      <h2 className={styles.count}>Start with a category</h2>
      <div className={styles.picker}>
        {categories.map((category, index) =>
          counts[index] === 0 ? null : (
            <button
              key={category.name}
              type="button"
              className={styles.pick}
              data-hue
              style={categoryColour(index)}
              onClick={() => tray.add({ category: category.name, role: 'all', like: null })}
            >
              {category.name} <span>{counted(counts[index] ?? 0, 'photo')}</span>
            </button>
          ),
        )}
      </div>
    </>
  );
}
