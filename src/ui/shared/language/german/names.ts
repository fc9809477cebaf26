import type { Catalogue } from '../english/english.ts';
import { NOUNS } from './nouns.ts';

const GROUPS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'Menschen',
    animals: 'Tiere',
    vehicles: 'Fahrzeuge',
    outdoors: 'Draußen',
    accessories: 'Accessoires',
    sports: 'Sport',
    kitchen: 'Küche',
    food: 'Essen',
    furniture: 'Möbel',
    electronics: 'Elektronik',
    appliances: 'Haushaltsgeräte',
    household: 'Haushalt',
    yours: 'Von dir',
    other: 'Sonstiges',
  }),
);

export const names = {
  category: (id) => NOUNS.get(id)?.one ?? id,
  group: (id) => GROUPS.get(id) ?? id,
} satisfies Pick<Catalogue, 'category' | 'group'>;
