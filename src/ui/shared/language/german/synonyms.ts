import { plain } from '../plain.ts';
import { NOUNS } from './nouns.ts';

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  aeroplane: ['Flieger', 'Jet', 'Düsenflugzeug'],
  bicycle: ['Rad', 'Räder', 'Drahtesel', 'Velo', 'Velos'],
  bird: ['Vögelchen'],
  boat: ['Schiff', 'Schiffe', 'Segelboot', 'Segelboote'],
  bus: ['Omnibus', 'Reisebus'],
  car: ['Wagen', 'Pkw', 'Pkws'],
  cat: ['Kater', 'Kätzchen', 'Mieze'],
  chair: ['Sessel'],
  cow: ['Rind', 'Rinder', 'Bulle'],
  'dining table': ['Tisch', 'Tische'],
  dog: ['Welpe', 'Welpen', 'Hündin'],
  horse: ['Pony', 'Ponys'],
  motorbike: ['Moped', 'Roller', 'Motorroller'],
  person: ['Mensch', 'Menschen', 'Leute', 'Mann', 'Männer', 'Frau', 'Frauen', 'Kind', 'Kinder', 'Baby'],
  'potted plant': ['Pflanze', 'Pflanzen', 'Zimmerpflanze', 'Zimmerpflanzen', 'Blumentopf'],
  sheep: ['Lamm', 'Lämmer'],
  sofa: ['Couch', 'Couches'],
  train: ['Bahn', 'Eisenbahn', 'Lok'],
  'TV or monitor': ['Fernseher', 'Monitor', 'Monitore', 'TV'],
  truck: ['Lkw', 'Lkws', 'Laster'],
  'traffic light': ['Verkehrsampel'],
  'fire hydrant': ['Feuerhydrant'],
  'parking meter': ['Parkautomat', 'Parkscheinautomat'],
  bench: ['Parkbank', 'Sitzbank'],
  umbrella: ['Schirm', 'Schirme', 'Sonnenschirm'],
  handbag: ['Tasche', 'Taschen'],
  tie: ['Schlips'],
  suitcase: ['Gepäck'],
  frisbee: ['Frisbeescheibe', 'Wurfscheibe'],
  skis: ['Ski', 'Schi'],
  'sports ball': ['Fußball', 'Basketball', 'Tennisball'],
  kite: ['Lenkdrachen'],
  surfboard: ['Surfboard'],
  'wine glass': ['Glas', 'Gläser'],
  cup: ['Becher'],
  bowl: ['Schale', 'Schalen', 'Schälchen'],
  sandwich: ['Sandwichs', 'belegtes Brot'],
  orange: ['Apfelsine', 'Apfelsinen'],
  broccoli: ['Broccoli'],
  carrot: ['Möhre', 'Möhren', 'Mohrrübe'],
  cake: ['Torte', 'Torten'],
  toilet: ['Klo', 'WC'],
  laptop: ['Computer', 'Rechner', 'Notebook'],
  mouse: ['Maus'],
  remote: ['Fernsteuerung'],
  keyboard: ['Keyboard'],
  'cell phone': ['Smartphone', 'Smartphones', 'Telefon', 'Mobiltelefon'],
  oven: ['Ofen', 'Herd'],
  sink: ['Spüle', 'Spülbecken'],
  clock: ['Wanduhr', 'Wecker'],
  'teddy bear': ['Teddy', 'Teddys', 'Kuscheltier'],
  'hair drier': ['Fön', 'Haartrockner'],
};

/** The German names in all their forms and other words for them, in small letters without accents, with the category's id. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  [...NOUNS].flatMap(([id, { one, many, bent }]) =>
    [one, many, ...(bent === undefined ? [] : [bent]), ...(OTHERS[id] ?? [])].map((word) => [plain(word), id] as const),
  ),
);

/** All plurals are among the words: German forms too many kinds of them to be guessed. */
export function singulars(): string[] {
  return [];
}
