import type { HeadsCard as Card } from '../../../pipeline/api/trainedHeads.ts';
import { say } from '../../shared/language/say.ts';
import { share, spoken } from './figureText.ts';
import { LossCurves } from './LossCurves.tsx';
import styles from './quality.module.css';

/** What heads were trained on, and how good they were on photos held back. */
export function HeadsCard({ card, open }: { readonly card: Card; readonly open: boolean }) {
  const { map, heldOut, categories, notes, unreadable, losses } = card;
  return (
    <details className={styles.details} open={open}>
      <summary>{say.training.card}</summary>
      <p className={styles.small}>{say.training.heldOut(heldOut)}</p>
      <table className={styles.figures} aria-label={say.training.card}>
        <thead>
          <tr>
            <th scope="col">{say.quality.category}</th>
            <th scope="col">{say.quality.holding}</th>
            <th scope="col">{say.quality.ap}</th>
          </tr>
        </thead>
        <tbody>
          {categories.map(({ name, photos, ap }) => (
            <tr key={name}>
              <th scope="row">{spoken(name)}</th>
              <td>{say.number(photos)}</td>
              <td>{share(ap)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say.training.meanAp}</th>
            <td>{say.number(card.photos)}</td>
            <td>{share(map)}</td>
          </tr>
        </tbody>
      </table>
      {unreadable > 0 && <p>{say.quality.unreadable(unreadable)}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{say.pipeline(note)}</li>
          ))}
        </ul>
      )}
      <LossCurves losses={losses} />
    </details>
  );
}
