import { say } from '../../shared/language/say.ts';
import { categoryColour } from '../../shared/model/categoryColour.ts';
import { percent } from '../../shared/model/format.ts';
import welcome from './Welcome.module.css';
import styles from './WelcomePicture.module.css';

/** The drawn objects, with their places among the categories, so that they have the app's own colours. */
const OBJECTS = [
  {
    name: 'bicycle',
    share: 0.97,
    category: 1,
    x: 46,
    y: 196,
    width: 266,
    height: 160,
    bits: '110100111001011000101101',
  },
  {
    name: 'potted plant',
    share: 0.88,
    category: 15,
    x: 300,
    y: 88,
    width: 100,
    height: 214,
    bits: '001011010110100111010010',
  },
  { name: 'cat', share: 0.94, category: 7, x: 438, y: 112, width: 142, height: 112, bits: '101001100111010110010111' },
] as const;

/** 'bicycle 97 %'. */
function labelOf({ name, share }: (typeof OBJECTS)[number]): string {
  return `${say.category(name)} ${percent(share)}`;
}

/** Bits of a code from left to right, at their places in the drawing. */
function placedBits(bits: string): { readonly set: boolean; readonly x: number }[] {
  return [...bits].map((bit, place) => ({ set: bit === '1', x: 4 + place * 26.5 }));
}

/** What Facet does, as a drawing: objects in a room, each found, each with a code of its own. */
export function WelcomePicture() {
  return (
    <svg
      className={`${welcome.picture} ${styles.picture}`}
      viewBox="0 0 640 508"
      role="img"
      aria-label={say.welcome.picture}
    >
      <clipPath id="welcomeRoom">
        <rect width="640" height="388" rx="18" />
      </clipPath>
      <g clipPath="url(#welcomeRoom)">
        <rect className={styles.wall} width="640" height="388" />
        <rect className={styles.floor} y="300" width="640" height="88" />
        <rect className={styles.pane} x="66" y="44" width="190" height="136" rx="6" />
        <circle className={styles.sun} cx="206" cy="88" r="22" />
        <path className={styles.hill} d="M66 154c34-40 62-44 92-16s60 10 98-18v54a6 6 0 0 1-6 6H72a6 6 0 0 1-6-6z" />
        <path className={styles.frame} d="M161 44v136M66 112h190" />
        <g className={styles.sofa}>
          <rect x="420" y="182" width="204" height="120" rx="26" />
          <rect className={styles.sofaSeat} x="436" y="242" width="172" height="56" rx="14" />
          <rect x="408" y="226" width="44" height="92" rx="20" />
          <rect x="592" y="226" width="60" height="92" rx="20" />
          <path className={styles.leg} d="M436 318v16M616 318v16" />
        </g>
        <g className={styles.cat}>
          <path d="M548 220c22 2 30-18 22-34" fill="none" strokeWidth="10" strokeLinecap="round" />
          <ellipse cx="512" cy="196" rx="46" ry="28" />
          <path d="M452 166l-4-34 21 14h15l21-14-3 34c0 15-11 24-25 24s-25-9-25-24z" />
          <path className={styles.face} d="M467 162h.01M489 162h.01M475 171l3 3 3-3" />
        </g>
        <g className={styles.plant}>
          <path d="M350 244c-4-40-34-44-40-70 28 0 42 22 42 50M350 236c2-52 20-60 40-78 4 34-14 60-38 76M349 214c-8-46-2-70 2-106 18 34 14 76 2 106" />
          <path className={styles.pot} d="M322 240h56l-7 50a8 8 0 0 1-8 7h-26a8 8 0 0 1-8-7z" />
        </g>
        <g className={styles.bicycle}>
          <circle cx="106" cy="296" r="50" />
          <circle cx="254" cy="296" r="50" />
          <path d="M106 296l34-68h76l-52 68zM164 296l-30-80M254 296l-44-82M122 214h26M210 214c10-10 22-8 26 2" />
          <circle cx="164" cy="296" r="9" />
        </g>
      </g>
      {OBJECTS.map((object, i) => (
        <g
          key={object.name}
          className={styles.object}
          data-hue
          style={{ ...categoryColour(object.category), '--delay': `${300 + i * 260}ms` }}
        >
          <rect className={styles.box} x={object.x} y={object.y} width={object.width} height={object.height} rx="5" />
          <rect
            className={styles.label}
            x={object.x - 1.5}
            y={object.y - 24}
            width={labelOf(object).length * 7.3 + 18}
            height="24"
            rx="5"
          />
          <text className={styles.name} x={object.x + 8} y={object.y - 7.5}>
            {labelOf(object)}
          </text>
          {placedBits(object.bits).map(({ set, x }) => (
            <rect
              key={x}
              className={set ? styles.one : styles.zero}
              x={x}
              y={412 + i * 32}
              width="22"
              height="20"
              rx="4"
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
