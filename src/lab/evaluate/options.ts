import { parseArgs } from 'node:util';
import { backbonesNamed } from '../../network/backbone/backbones.ts';
import { DEFAULT_BACKBONE } from '../../network/shippedFiles.ts';

export const EVALUATE_USAGE = `npm run evaluate --silent -- --data DIR [--queries DIR2] [--limit N] [--backbone NAME] [--maps DIR6] [--cache DIR3] [--json FILE] [--features DIR4]

  --data DIR      labelled photos: annotations.json, PASCAL VOC's layout or COCO's.
                  Boxes are pixels of the stored file, before EXIF turns it.
                  Database: its photos of role train. Queries: its photos of role query.
  --queries DIR2  every photo of DIR2 is a query; then train and query photos of DIR are the database
  --limit N       at most N database photos and N queries, a fixed random sample of each
  --backbone NAME the network to measure, the page's if not given; several with + between them: nanodet-g+googlenet.
                  Its heads and weights are read from --models DIR5, public/models if not given
  --maps DIR6     a cache of npm run features for the same backbone: photos that it holds are not run again, the times of the
                  backbone are those of the others, and maps are rounded to float16
  --cache DIR3    keep each photo's analysis there: a cut run goes on, a second one is fast
  --json FILE     write the figures there too
  --card FILE     write the model card of the heads there; FILE is NAME.card.md beside NAME.provenance.json
  --html FILE     write the measures as a page to look at
  --curves FILE   the loss curves that training wrote (report.svg), for that page
  --features DIR4 a cache of npm run features: adds the floor, an ITQ code of the frozen features
  --workers N     photos at a time, default 2`;

/** How the name of a model card ends. */
export const CARD = '.card.md';

export interface EvaluateOptions {
  readonly data: string;
  readonly queries: string | null;
  /** Infinity where there is none. */
  readonly limit: number;
  /** One backbone or several with `+` between them: which heads are measured. */
  readonly backbone: string;
  /** Folder of the model files. */
  readonly models: string;
  /** A feature cache whose maps stand for running the backbone. */
  readonly maps: string | null;
  readonly cache: string | null;
  readonly json: string | null;
  /** The model card to write. */
  readonly card: string | null;
  readonly html: string | null;
  readonly curves: string | null;
  /** A feature cache, for the floor. */
  readonly features: string | null;
  readonly workers: number;
}

/** @throws Error naming the option that does not fit. */
export function parseEvaluateOptions(args: readonly string[]): EvaluateOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      queries: { type: 'string' },
      limit: { type: 'string' },
      backbone: { type: 'string', default: DEFAULT_BACKBONE },
      models: { type: 'string', default: 'public/models' },
      maps: { type: 'string' },
      cache: { type: 'string' },
      json: { type: 'string' },
      card: { type: 'string' },
      html: { type: 'string' },
      curves: { type: 'string' },
      features: { type: 'string' },
      workers: { type: 'string' },
    },
  });
  if (!values.data) throw new Error(`--data DIR is missing\n\n${EVALUATE_USAGE}`);
  return {
    data: values.data,
    queries: values.queries ?? null,
    limit: values.limit === undefined ? Infinity : positive('--limit', values.limit),
    backbone: backboneName(values.backbone),
    models: values.models,
    maps: values.maps ?? null,
    cache: values.cache ?? null,
    json: values.json ?? null,
    card: cardPath(values.card),
    html: values.html ?? null,
    curves: values.curves ?? null,
    features: values.features ?? null,
    workers: values.workers === undefined ? 2 : positive('--workers', values.workers),
  };
}

/** @throws Error for a name that no description has. */
function backboneName(name: string): string {
  backbonesNamed(name);
  return name;
}

function cardPath(path: string | undefined): string | null {
  if (path !== undefined && !path.endsWith(CARD)) throw new Error(`--card: got ${path}, wanted a file NAME${CARD}`);
  return path ?? null;
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name}: got ${text}, wanted a positive whole number`);
  return value;
}
