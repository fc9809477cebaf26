/** Photos taken one after the other at one place with one camera. */
export interface Outing {
  /** With the day in its name. */
  readonly folder: string;
  readonly camera: Camera;
  /** Of the first photo, milliseconds since 1970. */
  readonly start: number;
  readonly photos: number;
}

export interface Camera {
  readonly name: string;
  readonly prefix: string;
  readonly width: number;
  readonly height: number;
}

const CAMERAS: readonly Camera[] = [
  { name: 'Canon EOS 550D', prefix: 'IMG_', width: 5184, height: 3456 },
  { name: 'NIKON D5300', prefix: 'DSC_', width: 6000, height: 4000 },
  { name: 'Apple iPhone 6s', prefix: 'IMG_', width: 4032, height: 3024 },
  { name: 'Google Pixel 7', prefix: 'PXL_', width: 4080, height: 3072 },
  { name: 'Panasonic DMC-TZ10', prefix: 'P10', width: 4000, height: 3000 },
  { name: 'samsung SM-G991B', prefix: '2021_', width: 4000, height: 2252 },
];
const PLACES = ['Lisbon', 'Garden', 'Birthday', 'Lake', 'Zürich', 'School', 'Mountains', 'Home', 'Wedding', 'Market'];

const FIRST_DAY = Date.UTC(2004, 0, 1);
const LAST_DAY = Date.UTC(2025, 11, 31);
const DAY = 86_400_000;
const MEAN_PHOTOS = 30;

/** Outings over two decades, in order of time, until all photos are taken. */
export function* outings(photos: number, random: () => number): Generator<Outing> {
  for (let taken = 0; taken < photos; ) {
    const count = Math.min(photos - taken, 1 + Math.floor(2 * MEAN_PHOTOS * random() ** 2));
    const day = Math.floor((FIRST_DAY + ((LAST_DAY - FIRST_DAY) * taken) / photos) / DAY);
    const start = day * DAY + Math.floor((7 + 12 * random()) * 3600) * 1000;
    const date = new Date(start).toISOString().slice(0, 10);
    yield {
      folder: `Photos/${date.slice(0, 4)}/${date} ${PLACES[Math.floor(random() * PLACES.length)]!}`,
      camera: CAMERAS[Math.floor(random() * CAMERAS.length)]!,
      start,
      photos: count,
    };
    taken += count;
  }
}
