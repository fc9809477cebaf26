type Gender = 'm' | 'f' | 'n' | 'plural';

interface Noun {
  readonly one: string;
  readonly gender: Gender;
  readonly many: string;
  /** In the dative and accusative, where it is another word: "nach diesem Bären". */
  readonly bent?: string;
}

const noun = (one: string, gender: Gender, many: string, bent?: string): Noun => ({
  one,
  gender,
  many,
  ...(bent !== undefined && { bent }),
});

/** The categories by their English names, which are their ids. What a person taught has no entry and keeps its own name. */
export const NOUNS: ReadonlyMap<string, Noun> = new Map(
  Object.entries({
    aeroplane: noun('Flugzeug', 'n', 'Flugzeuge'),
    bicycle: noun('Fahrrad', 'n', 'Fahrräder'),
    bird: noun('Vogel', 'm', 'Vögel'),
    boat: noun('Boot', 'n', 'Boote'),
    bottle: noun('Flasche', 'f', 'Flaschen'),
    bus: noun('Bus', 'm', 'Busse'),
    car: noun('Auto', 'n', 'Autos'),
    cat: noun('Katze', 'f', 'Katzen'),
    chair: noun('Stuhl', 'm', 'Stühle'),
    cow: noun('Kuh', 'f', 'Kühe'),
    'dining table': noun('Esstisch', 'm', 'Esstische'),
    dog: noun('Hund', 'm', 'Hunde'),
    horse: noun('Pferd', 'n', 'Pferde'),
    motorbike: noun('Motorrad', 'n', 'Motorräder'),
    person: noun('Person', 'f', 'Personen'),
    'potted plant': noun('Topfpflanze', 'f', 'Topfpflanzen'),
    sheep: noun('Schaf', 'n', 'Schafe'),
    sofa: noun('Sofa', 'n', 'Sofas'),
    train: noun('Zug', 'm', 'Züge'),
    'TV or monitor': noun('Bildschirm', 'm', 'Bildschirme'),
    truck: noun('Lastwagen', 'm', 'Lastwagen'),
    'traffic light': noun('Ampel', 'f', 'Ampeln'),
    'fire hydrant': noun('Hydrant', 'm', 'Hydranten', 'Hydranten'),
    'stop sign': noun('Stoppschild', 'n', 'Stoppschilder'),
    'parking meter': noun('Parkuhr', 'f', 'Parkuhren'),
    bench: noun('Bank', 'f', 'Bänke'),
    elephant: noun('Elefant', 'm', 'Elefanten', 'Elefanten'),
    bear: noun('Bär', 'm', 'Bären', 'Bären'),
    zebra: noun('Zebra', 'n', 'Zebras'),
    giraffe: noun('Giraffe', 'f', 'Giraffen'),
    backpack: noun('Rucksack', 'm', 'Rucksäcke'),
    umbrella: noun('Regenschirm', 'm', 'Regenschirme'),
    handbag: noun('Handtasche', 'f', 'Handtaschen'),
    tie: noun('Krawatte', 'f', 'Krawatten'),
    suitcase: noun('Koffer', 'm', 'Koffer'),
    frisbee: noun('Frisbee', 'n', 'Frisbees'),
    skis: noun('Skier', 'plural', 'Skier', 'Skiern'),
    snowboard: noun('Snowboard', 'n', 'Snowboards'),
    'sports ball': noun('Ball', 'm', 'Bälle'),
    kite: noun('Drachen', 'm', 'Drachen'),
    'baseball bat': noun('Baseballschläger', 'm', 'Baseballschläger'),
    'baseball glove': noun('Baseballhandschuh', 'm', 'Baseballhandschuhe'),
    skateboard: noun('Skateboard', 'n', 'Skateboards'),
    surfboard: noun('Surfbrett', 'n', 'Surfbretter'),
    'tennis racket': noun('Tennisschläger', 'm', 'Tennisschläger'),
    'wine glass': noun('Weinglas', 'n', 'Weingläser'),
    cup: noun('Tasse', 'f', 'Tassen'),
    fork: noun('Gabel', 'f', 'Gabeln'),
    knife: noun('Messer', 'n', 'Messer'),
    spoon: noun('Löffel', 'm', 'Löffel'),
    bowl: noun('Schüssel', 'f', 'Schüsseln'),
    banana: noun('Banane', 'f', 'Bananen'),
    apple: noun('Apfel', 'm', 'Äpfel'),
    sandwich: noun('Sandwich', 'n', 'Sandwiches'),
    orange: noun('Orange', 'f', 'Orangen'),
    broccoli: noun('Brokkoli', 'm', 'Brokkoli'),
    carrot: noun('Karotte', 'f', 'Karotten'),
    'hot dog': noun('Hotdog', 'm', 'Hotdogs'),
    pizza: noun('Pizza', 'f', 'Pizzen'),
    donut: noun('Donut', 'm', 'Donuts'),
    cake: noun('Kuchen', 'm', 'Kuchen'),
    bed: noun('Bett', 'n', 'Betten'),
    toilet: noun('Toilette', 'f', 'Toiletten'),
    laptop: noun('Laptop', 'm', 'Laptops'),
    mouse: noun('Computermaus', 'f', 'Computermäuse'),
    remote: noun('Fernbedienung', 'f', 'Fernbedienungen'),
    keyboard: noun('Tastatur', 'f', 'Tastaturen'),
    'cell phone': noun('Handy', 'n', 'Handys'),
    microwave: noun('Mikrowelle', 'f', 'Mikrowellen'),
    oven: noun('Backofen', 'm', 'Backöfen'),
    toaster: noun('Toaster', 'm', 'Toaster'),
    sink: noun('Waschbecken', 'n', 'Waschbecken'),
    refrigerator: noun('Kühlschrank', 'm', 'Kühlschränke'),
    book: noun('Buch', 'n', 'Bücher'),
    clock: noun('Uhr', 'f', 'Uhren'),
    vase: noun('Vase', 'f', 'Vasen'),
    scissors: noun('Schere', 'f', 'Scheren'),
    'teddy bear': noun('Teddybär', 'm', 'Teddybären', 'Teddybären'),
    'hair drier': noun('Föhn', 'm', 'Föhne'),
    toothbrush: noun('Zahnbürste', 'f', 'Zahnbürsten'),
  }),
);

const THIS = { m: 'dieser', f: 'diese', n: 'dieses', plural: 'diese' } as const;
const THIS_DATIVE = { m: 'diesem', f: 'dieser', n: 'diesem', plural: 'diesen' } as const;
const NONE = { m: 'kein', f: 'keine', n: 'kein', plural: 'keine' } as const;

/** 'dieser Hund', '„Bella“'. */
export function thisOne(category: string): string {
  const known = NOUNS.get(category);
  return known === undefined ? `„${category}“` : `${THIS[known.gender]} ${known.one}`;
}

/** As it stands after "nach" and "mit": 'diesem Hund', '„Bella“'. */
export function byThis(category: string): string {
  const known = NOUNS.get(category);
  return known === undefined ? `„${category}“` : `${THIS_DATIVE[known.gender]} ${known.bent ?? known.one}`;
}

/** 'kein Hund', 'nicht „Bella“'. */
export function noSuch(category: string): string {
  const known = NOUNS.get(category);
  return known === undefined ? `nicht „${category}“` : `${NONE[known.gender]} ${known.one}`;
}

/** Without an article, as nouns then are, in their plain form: 'mit Hund', 'mit Skiern', 'mit „Bella“'. */
export function withOne(category: string): string {
  const known = NOUNS.get(category);
  if (known === undefined) return `mit „${category}“`;
  return `mit ${known.gender === 'plural' ? (known.bent ?? known.one) : known.one}`;
}
