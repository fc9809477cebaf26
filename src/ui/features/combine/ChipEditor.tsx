import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { categoryHue } from '../../shared/model/category.ts';
import type { TrayChip, TrayObject } from '../../shared/state/combineTray.ts';
import { useFacet, usePhotosById, useSnapshot } from '../../shared/state/facet.tsx';
import { SubjectPicture } from '../search/SubjectPicture.tsx';
import styles from './combine.module.css';

const ROLES: readonly { readonly value: TrayChip['role']; readonly text: string }[] = [
  { value: 'all', text: 'must be there' },
  { value: 'any', text: 'or this one' },
  { value: 'none', text: 'must not be there' },
];

/** One line of a combined search. */
export function ChipEditor({ chip }: { readonly chip: TrayChip }) {
  const { tray } = useFacet();
  const { categories } = useSnapshot();
  const name = categories[chip.category]?.name ?? '';
  const bound = chip.like !== null && chip.role !== 'none';
  return (
    <li className={styles.chip} data-hue style={{ '--hue': categoryHue(chip.category) }}>
      <div className={styles.chipPicture}>
        {bound && chip.like !== null ? (
          <ObjectCrop object={chip.like} alt={`This ${name}`} />
        ) : (
          <Icon name={chip.role === 'none' ? 'close' : 'object'} size={26} />
        )}
      </div>
      <div className={styles.chipFields}>
        <Select
          label={`Category of this line, ${name}`}
          value={name}
          options={categories.map((category) => ({
            value: category.name,
            text: bound ? `this ${category.name}` : category.name,
          }))}
          onChange={(next) =>
            tray.change(chip.key, { category: categories.findIndex((category) => category.name === next) })
          }
        />
        <Select
          label={`Role of ${name}`}
          value={chip.role}
          options={ROLES}
          onChange={(role) => tray.change(chip.key, { role })}
        />
      </div>
      <Button
        label={`Remove ${name} from the search`}
        icon="close"
        look="quiet"
        shape="icon"
        onClick={() => tray.remove(chip.key)}
      />
    </li>
  );
}

/** The object cut out of its photo, as large as its square allows. */
function ObjectCrop({ object: { of, region }, alt }: { readonly object: TrayObject; readonly alt: string }) {
  const photos = usePhotosById();
  const photo = of.kind === 'photo' ? photos.get(of.id) : undefined;
  const { x0, y0, x1, y1 } = region ?? { x0: 0, y0: 0, x1: 1, y1: 1 };
  const aspect = photo === undefined ? 1 : photo.width / photo.height;
  // The larger side of the region fills the square of 72 px.
  const unit = 72 / Math.max((x1 - x0) * aspect, y1 - y0);
  const left = (72 - (x0 + x1) * aspect * unit) / 2;
  const top = (72 - (y0 + y1) * unit) / 2;
  return (
    <div className={styles.crop} style={{ left, top, width: unit * aspect, height: unit }}>
      <SubjectPicture of={of} alt={alt} className={styles.cropPicture} />
    </div>
  );
}
