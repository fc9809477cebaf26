import { pooledMaps } from '../../../pipeline/api/pooledMaps.ts';
import { Choice } from '../../shared/controls/Choice.tsx';
import { Slider } from '../../shared/controls/Slider.tsx';
import { say } from '../../shared/language/say.ts';
import styles from './Panel.module.css';
import { SEEINGS, type Seeing } from './seeing.ts';
import type { SuperpixelState } from './useSuperpixels.ts';

interface HowItSeesProps {
  readonly seeing: Seeing;
  readonly onSee: (seeing: Seeing) => void;
  readonly photo: { readonly width: number; readonly height: number };
  /** How many proposals are drawn, and how many there are. */
  readonly count: number;
  readonly most: number;
  readonly onCount: (count: number) => void;
  readonly superpixels: SuperpixelState;
  /** The category of the heat map. */
  readonly category: string;
}

/** The steps from a picture to its objects, one at a time over the photo. */
export function HowItSees({ seeing, onSee, photo, count, most, onCount, superpixels, category }: HowItSeesProps) {
  return (
    <section className={styles.section} aria-label={say.seeing.title}>
      <h3>{say.seeing.title}</h3>
      <Choice
        label={say.seeing.show}
        value={seeing}
        options={SEEINGS.map((kind) => ({ value: kind, text: say.seeing.kinds[kind] }))}
        onChange={onSee}
      />
      {seeing === 'proposals' && (
        <div className={styles.row}>
          <Slider
            label={say.seeing.proposalsShown}
            min={0}
            max={most}
            value={count}
            text={say.seeing.ofProposals(count, most)}
            onChange={onCount}
          />
          <span className={styles.count}>{say.counts.of(count, most)}</span>
        </div>
      )}
      <Note seeing={seeing} photo={photo} superpixels={superpixels} category={category} />
    </section>
  );
}

function Note({
  seeing,
  photo,
  superpixels,
  category,
}: Pick<HowItSeesProps, 'seeing' | 'photo' | 'superpixels' | 'category'>) {
  switch (seeing) {
    case 'objects':
      return <p className={styles.note}>{say.seeing.objects}</p>;
    case 'proposals':
      return <p className={styles.note}>{say.seeing.proposals}</p>;
    case 'pyramid': {
      const maps = pooledMaps(photo.width, photo.height).map(({ columns, rows }) => `${columns} × ${rows}`);
      return <p className={styles.note}>{say.seeing.pyramid(say.list(maps))}</p>;
    }
    case 'heat':
      return <p className={styles.note}>{say.seeing.heat(category)}</p>;
    case 'superpixels':
      return <SuperpixelNote state={superpixels} />;
  }
}

function SuperpixelNote({ state }: { readonly state: SuperpixelState }) {
  switch (state.phase) {
    case 'off':
      return null;
    case 'finding':
      return (
        <p className={styles.note} role="status">
          {say.seeing.finding}
        </p>
      );
    case 'ready':
      return <p className={styles.note}>{say.seeing.superpixels(state.map.count)}</p>;
    case 'failed':
      return (
        <p className={styles.note} role="alert">
          {state.message}
        </p>
      );
  }
}
