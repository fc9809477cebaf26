import { codeBits } from '../../shared/model/codeBits.ts';
import { counted } from '../../shared/model/format.ts';
import styles from './photo.module.css';

const PER_LINE = 32;
const CELL = 10;
const PITCH = 12;
/** Two rows of bits a line, and air between lines. */
const LINE = 2 * PITCH + 8;

interface CodeStripProps {
  readonly query: Uint32Array;
  readonly match: Uint32Array;
  readonly bits: number;
}

/** Two codes over each other, bit by bit, with a frame around each pair that differs. */
export function CodeStrip({ query, match, bits }: CodeStripProps) {
  const above = codeBits(query, bits);
  const below = codeBits(match, bits);
  const differing = above.filter((set, i) => set !== below[i]).length;
  const columns = Math.min(bits, PER_LINE);
  const lines = Math.ceil(bits / PER_LINE);
  return (
    <>
      <svg
        className={styles.code}
        viewBox={`-1 -1 ${columns * PITCH} ${lines * LINE - 6}`}
        role="img"
        aria-label={`${counted(differing, 'bit')} of ${bits} differ`}
      >
        {above.map((set, i) => {
          const x = (i % PER_LINE) * PITCH;
          const y = Math.floor(i / PER_LINE) * LINE;
          const other = below[i] === true;
          return (
            <g key={i}>
              <rect className={set ? styles.bitSet : styles.bitClear} x={x} y={y} width={CELL} height={CELL} rx="2" />
              <rect
                className={other ? styles.bitSet : styles.bitClear}
                x={x}
                y={y + PITCH}
                width={CELL}
                height={CELL}
                rx="2"
              />
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
        })}
      </svg>
      <p className={styles.codeLegend}>
        <span className={styles.legendSet}>1</span>
        <span>0</span>
        <span className={styles.legendDiffer}>{counted(differing, 'bit')} differ</span>
      </p>
    </>
  );
}
