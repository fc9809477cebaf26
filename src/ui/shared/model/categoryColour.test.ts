import { expect, test } from 'vitest';
import { colourOf } from './categoryColour.ts';

const NAMES =
  'aeroplane bicycle bird boat bottle bus car cat chair cow table dog horse motorbike person plant sheep sofa train tv'.split(
    ' ',
  );
/** Pairs that photos often show together, and three that once shared a colour; a person goes with everything. */
const TOGETHER =
  'chair-table chair-sofa chair-plant chair-tv chair-bottle bottle-table table-plant sofa-tv sofa-plant sofa-cat sofa-dog cat-dog car-bus car-bicycle car-motorbike bicycle-motorbike bus-train cow-sheep horse-cow horse-sheep boat-bird boat-sheep bus-bicycle car-train dog-sheep tv-plant tv-bottle cat-chair dog-chair car-horse car-boat sofa-table'
    .split(' ')
    .map((pair) => pair.split('-'));
/** COCO's sixty other categories, which follow the twenty in its own order. */
const OTHERS = (
  'truck|traffic light|fire hydrant|stop sign|parking meter|bench|elephant|bear|zebra|giraffe|backpack|umbrella|handbag|tie|suitcase|frisbee|skis|snowboard|sports ball|kite|baseball bat|baseball glove|skateboard|surfboard|tennis racket|wine glass|cup|fork|knife|spoon|' +
  'bowl|banana|apple|sandwich|orange|broccoli|carrot|hot dog|pizza|donut|cake|bed|toilet|laptop|mouse|remote|keyboard|cell phone|microwave|oven|toaster|sink|refrigerator|book|clock|vase|scissors|teddy bear|hair drier|toothbrush'
).split('|');
/** Pairs with one of the sixty in it that are in at least four of 412 COCO photos. */
const OFTEN_TOGETHER = (
  'table+cup|person+cup|person+handbag|person+tie|table+knife|bottle+bowl|table+bowl|car+truck|' +
  'bottle+cup|person+backpack|table+fork|person+knife|table+wine glass|person+sports ball|cup+bowl|person+baseball glove|' +
  'person+bench|cup+knife|wine glass+cup|person+truck|person+cell phone|table+spoon|person+baseball bat|spoon+bowl|' +
  'person+wine glass|person+tennis racket|bottle+sink|bowl+broccoli|sofa+remote|person+skateboard|chair+cup|fork+knife|' +
  'bowl+sink|bottle+wine glass|fork+bowl|person+skis|knife+bowl|person+bowl|person+surfboard|cup+fork|' +
  'chair+knife|person+spoon|cup+spoon|bowl+oven|bowl+refrigerator|oven+refrigerator|person+clock|bottle+refrigerator|' +
  'person+traffic light|baseball bat+baseball glove|laptop+mouse|wine glass+knife|mouse+keyboard|person+umbrella|knife+oven|chair+fork|' +
  'person+fork|fork+pizza|table+cake|knife+spoon|person+book|oven+sink|chair+wine glass|chair+bowl|' +
  'wine glass+bowl|bottle+oven|table+broccoli|fork+broccoli|person+frisbee|car+traffic light|mouse+book|bottle+knife|' +
  'sports ball+baseball glove|table+pizza|cup+pizza|person+refrigerator|tv+book|table+sandwich|spoon+broccoli|bowl+carrot|' +
  'person+remote|laptop+book|sports ball+tennis racket|tv+mouse|laptop+keyboard|cup+sink|plant+vase|microwave+oven|' +
  'person+pizza|knife+pizza|person+cake|cup+cake|knife+cake|plant+book|bed+teddy bear|sink+refrigerator|' +
  'sink+vase|chair+book|table+vase|fork+spoon|table+carrot|spoon+carrot|broccoli+carrot|person+snowboard|' +
  'plant+remote|person+suitcase|person+oven|bus+truck|wine glass+fork|tv+laptop|tv+keyboard|person+sink|' +
  'bottle+vase|chair+spoon|person+elephant|truck+stop sign|plant+cup|plant+knife|table+book|cup+book|' +
  'bowl+clock|refrigerator+clock|bowl+vase|oven+vase|refrigerator+vase|person+microwave|chair+refrigerator|table+refrigerator|' +
  'microwave+refrigerator|chair+clock|table+clock|chair+vase|person+kite|bottle+microwave|cup+oven|cup+refrigerator|' +
  'sofa+cup|cup+remote|truck+traffic light|traffic light+handbag|backpack+handbag|backpack+cell phone|cell phone+book|sofa+book|' +
  'remote+book|laptop+cell phone|knife+refrigerator|sports ball+baseball bat|chair+cell phone|toilet+sink|cup+toothbrush|chair+bed|' +
  'bottle+clock|bowl+sandwich|cup+keyboard|cup+broccoli|microwave+sink|bottle+spoon|chair+laptop|mouse+cell phone|' +
  'table+donut|bowl+donut|keyboard+book'
)
  .split('|')
  .map((pair) => pair.split('+'));
const PERSON = NAMES.filter((name) => name !== 'person').map((name) => ['person', name]);

/** Lightness and chroma of `--category` in both schemes and of `--category-bright`, as tokens.css has them. */
const SHADES = [
  [0.56, 0.135],
  [0.75, 0.12],
  [0.8, 0.155],
] as const;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Normal vision, then without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB. */
const EYES: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};
const clipped = (colour: Triple): Triple => {
  const [red, green, blue] = colour.map((value) => Math.min(1, Math.max(0, value)));
  return [red ?? 0, green ?? 0, blue ?? 0];
};

/** Björn Ottosson's OKLab (2020), both ways between it and linear sRGB. */
function linearRgb(lightness: number, chroma: number, hue: number): Triple {
  const radians = (hue * Math.PI) / 180;
  const [l, m, s] = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    [lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)],
  );
  return clipped(
    times(
      [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.707614701],
      ],
      [l ** 3, m ** 3, s ** 3],
    ),
  );
}

function oklab(colour: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}

/** The least distance in OKLab of two categories' colours over all shades, to the given eyes. */
function distance(a: number, b: number, eyes: readonly Matrix[]): number {
  const seen = (index: number) => {
    const { hue, tone, chroma: share = 1 } = colourOf(index);
    return SHADES.flatMap(([lightness, chroma]) =>
      eyes.map((eye) => oklab(clipped(times(eye, linearRgb(lightness + tone, chroma * share, hue))))),
    );
  };
  const others = seen(b);
  return Math.min(
    ...seen(a).map((one, i) => Math.hypot(...one.map((value, axis) => value - (others[i]?.[axis] ?? 0)))),
  );
}

test('pairs that photos show together are told apart by colour-blind eyes', () => {
  const close = [...TOGETHER, ...PERSON].filter(
    ([a = '', b = '']) => distance(NAMES.indexOf(a), NAMES.indexOf(b), EYES) < 0.09,
  );
  // A just noticeable difference is about 0.02.
  expect(close).toEqual([]);
});

test('any two of the twenty are told apart by eyes that see all colours', () => {
  for (let a = 0; a < 20; a++) {
    for (let b = 0; b < a; b++) expect(distance(a, b, EYES.slice(0, 1))).toBeGreaterThan(0.06);
  }
});

test('of eighty categories those that are often seen together are told apart by colour-blind eyes', () => {
  const all = [...NAMES, ...OTHERS];
  expect(all.length).toBe(80);
  const close = OFTEN_TOGETHER.filter(([a = '', b = '']) => distance(all.indexOf(a), all.indexOf(b), EYES) < 0.045);
  expect(close).toEqual([]);
});

test('each of eighty categories has a colour of its own, and so has one that a person adds', () => {
  const colours = Array.from({ length: 84 }, (_, i) => colourOf(i));
  expect(new Set(colours.map(({ hue, tone, chroma }) => `${hue} ${tone} ${chroma ?? 1}`)).size).toBe(84);
});
