import { app, indexing, quarantine, shortcuts, tour } from './app.ts';
import { combine } from './combine.ts';
import { common } from './common.ts';
import { counts } from './counts.ts';
import { folders } from './folders.ts';
import { formats } from './formats.ts';
import { duplicates, gallery, welcome } from './gallery.ts';
import { line } from './line.ts';
import { map } from './map.ts';
import { names } from './names.ts';
import { match, object, photo, seeing } from './photo.ts';
import { quality } from './quality.ts';
import { scenes } from './scenes.ts';
import { chips, examples, search } from './search.ts';
import { intake, selection } from './selection.ts';
import { indexFile, network, settings, storage } from './settings.ts';
import { singulars, synonyms } from './synonyms.ts';
import { teach } from './teach.ts';
import { training } from './training.ts';
import { typed } from './typed.ts';

/**
 * Everything that the page says, in English, which is its own language. Another language is an object of the same type: what is missing in
 * it fails the type check. Texts with numbers and names in them are functions; categories come as their ids.
 */
export const english = {
  locale: 'en',
  ...names,
  ...formats,
  counts,
  common,
  app,
  indexing,
  quarantine,
  tour,
  shortcuts,
  gallery,
  welcome,
  duplicates,
  folders,
  map,
  search,
  chips,
  examples,
  line,
  typed,
  synonyms,
  singulars,
  combine,
  photo,
  quality,
  training,
  object,
  seeing,
  match,
  selection,
  teach,
  intake,
  scenes,
  settings,
  storage,
  indexFile,
  network,
  /** A sentence of the pipeline, which speaks English. */
  pipeline: (sentence: string) => sentence,
};

export type Catalogue = typeof english;
