import { say } from '../../shared/language/say.ts';
import { codeBits } from '../../shared/model/codeBits.ts';
import styles from './CodeStrip.module.css';

const PER_LINE = 32;
const CELL = 10;
const PITCH = 12;
/** Two rows of bits in a line, and space between lines. */
const LINE = 2 * PITCH + 8;

interface CodeStripProps {
  readonly query: Uint32Array;
  readonly match: Uint32Array;
  readonly bits: number;
}

/** Two codes one above the other, bit by bit, with a frame around each pair that differs. */
export function CodeStrip({ query, match, bits }: CodeStripProps) {
  const below = codeBits(match, bits);
  const pairs = codeBits(query, bits).map((set, place) => ({ place, set, other: below[place] === true }));
  const differing = pairs.filter(({ set, other }) => set !== other).length;
  const columns = Math.min(bits, PER_LINE);
  const lines = Math.ceil(bits / PER_LINE);
  return (
    <>
      <svg
        className={styles.code}
        viewBox={`-1 -1 ${columns * PITCH} ${lines * LINE - 6}`}
        role="img"
        aria-label={say.match.differOf(differing, bits)}
      >
        {pairs.map((pair) => (
          <BitPair key={pair.place} {...pair} />
        ))}
      </svg>
      <p className={styles.codeLegend}>
        <span className={styles.legendSet}>1</span>
        <span>0</span>
        <span className={styles.legendDiffer}>{say.match.differ(differing)}</span>
      </p>
    </>
  );
}

interface BitPairProps {
  readonly place: number;
  /** The query's bit. */
  readonly set: boolean;
  /** The match's bit. */
  readonly other: boolean;
}

function BitPair({ place, set, other }: BitPairProps) {
  const x = (place % PER_LINE) * PITCH;
  const y = Math.floor(place / PER_LINE) * LINE;
  const bit = { x, width: CELL, height: CELL, rx: 2 };
  return (
    <g>
      <rect className={set ? styles.bitSet : styles.bitClear} {...bit} y={y} />
      <rect className={other ? styles.bitSet : styles.bitClear} {...bit} y={y + PITCH} />
      {set !== other && (
        <rect
          className={styles.bitDiffer}
          x={x - 0.8}
          y={y - 0.8}
          width={CELL + 1.6}
          height={CELL + PITCH + 1.6}
          rx="3"
        />
      )}
    </g>
  );
}
