/** The mark: a brilliant-cut stone from above. Eight outer facets, eight inner ones and the table, lit from the top left. */
const SIDES = 8;
const CENTRE = 16;
const RIM = 15;
const GIRDLE = 11.2;
const TABLE = 6.8;

function corner(radius: number, step: number): string {
  const angle = ((step + 0.5) / SIDES) * 2 * Math.PI;
  return `${(CENTRE + radius * Math.sin(angle)).toFixed(2)},${(CENTRE - radius * Math.cos(angle)).toFixed(2)}`;
}

interface Facet {
  readonly points: string;
  readonly fill: string;
}

/** Light falls from the top left: a facet that faces it is pale, one that faces away is dark. */
function shade(step: number, depth: number): string {
  const towardsLight = Math.cos(((step - 7) / SIDES) * 2 * Math.PI);
  const lightness = 0.6 + 0.2 * towardsLight - depth;
  const hue = 205 + 28 * Math.sin((step / SIDES) * 2 * Math.PI);
  return `oklch(${lightness.toFixed(3)} 0.105 ${hue.toFixed(0)})`;
}

const facets: Facet[] = Array.from({ length: SIDES }, (_, step) => step).flatMap((step) => [
  {
    points: [corner(RIM, step - 0.5), corner(RIM, step + 0.5), corner(GIRDLE, step)].join(' '),
    fill: shade(step, 0.12),
  },
  {
    points: [corner(RIM, step + 0.5), corner(GIRDLE, step), corner(TABLE, step + 0.5), corner(GIRDLE, step + 1)].join(
      ' ',
    ),
    fill: shade(step + 0.5, 0),
  },
  {
    points: [corner(GIRDLE, step), corner(TABLE, step - 0.5), corner(TABLE, step + 0.5)].join(' '),
    fill: shade(step + 4, 0.02),
  },
]);

const table = Array.from({ length: SIDES }, (_, step) => corner(TABLE, step + 0.5)).join(' ');

export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {facets.map((facet) => (
        <polygon key={facet.points} points={facet.points} fill={facet.fill} stroke={facet.fill} strokeWidth="0.25" />
      ))}
      <polygon points={table} fill="oklch(0.9 0.05 205)" />
    </svg>
  );
}
