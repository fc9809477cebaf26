import { Button } from '../../shared/controls/Button.tsx';
import { Icon } from '../../shared/controls/Icon.tsx';
import { Select } from '../../shared/controls/Select.tsx';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { useSnapshot } from '../../shared/facet/useSnapshot.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import type { CombineChip } from '../../shared/route/combineChip.ts';
import styles from './combine.module.css';
import { ObjectCrop } from './ObjectCrop.tsx';

const ROLES: readonly { readonly value: CombineChip['role']; readonly text: string }[] = [
  { value: 'all', text: 'must be there' },
  { value: 'any', text: 'or this one' },
  { value: 'none', text: 'must not be there' },
];

interface ChipEditorProps {
  readonly chip: CombineChip;
  /** Its place in the list. */
  readonly index: number;
}

/** One line of a combined search. */
export function ChipEditor({ chip: { category, role, like }, index }: ChipEditorProps) {
  const { tray } = useFacet();
  const categories = useSnapshot((snapshot) => snapshot.categories);
  const bound = like !== null && role !== 'none';
  const choices = categories.map(({ name }) => ({ value: name, text: bound ? `this ${name}` : name }));
  // From an address of another model: shown as it is, so that it can be changed.
  if (categories.every(({ name }) => name !== category)) choices.push({ value: category, text: category });
  return (
    <li className={styles.chip} data-hue style={categoryColour(categories.findIndex(({ name }) => name === category))}>
      <div className={styles.chipPicture}>
        {bound ? (
          <ObjectCrop object={like} alt={`This ${category}`} />
        ) : (
          <Icon name={role === 'none' ? 'close' : 'object'} size={26} />
        )}
      </div>
      <div className={styles.chipFields}>
        <Select
          label={`Category of line ${index + 1}`}
          value={category}
          options={choices}
          onChange={(next) => tray.change(index, { category: next })}
        />
        <Select
          label={`Role of ${category}`}
          value={role}
          options={ROLES}
          onChange={(next) => tray.change(index, { role: next })}
        />
      </div>
      <Button
        label={`Remove ${category} from the search`}
        icon="close"
        look="quiet"
        shape="icon"
        onClick={() => tray.remove(index)}
      />
    </li>
  );
}
