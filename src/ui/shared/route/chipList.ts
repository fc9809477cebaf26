import type { AskChip, BoundObject, ChipRole } from './askChip.ts';

/**
 * Chips as a sentence can say them: "and" and "or" hold between chips, so one `any` chip alone is an `all` chip, which asks for the same
 * photos. No category stands twice, unless each is bound to an object of its own: "this dog and that dog".
 */
export function tidied(chips: readonly AskChip[]): readonly AskChip[] {
  const kept = chips.filter((chip, at) => !chips.some((other, place) => place > at && replaces(other, chip)));
  const alone = kept.filter(({ role }) => role === 'any').length === 1;
  return alone ? kept.map((chip) => (chip.role === 'any' ? { ...chip, role: 'all' } : chip)) : kept;
}

/** Whether a later chip takes the place of an earlier one. */
function replaces(later: AskChip, earlier: AskChip): boolean {
  if (later.category !== earlier.category) return false;
  return later.like === null || earlier.like === null || sameObject(later.like, earlier.like);
}

function sameObject(a: BoundObject, b: BoundObject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The chips with one more, which takes the place of a chip that says something else of the same category. */
export function withChip(chips: readonly AskChip[], chip: AskChip): readonly AskChip[] {
  const first = chips.findIndex((earlier) => replaces(chip, earlier));
  if (first < 0) return tidied([...chips, chip]);
  return tidied(chips.flatMap((earlier, at) => (at === first ? chip : replaces(chip, earlier) ? [] : earlier)));
}

export function withoutChip(chips: readonly AskChip[], index: number): readonly AskChip[] {
  return tidied(chips.filter((_, at) => at !== index));
}

/** The chips with another role for one. The first "or" takes the chip beside it along: "dog or cat". */
export function withRole(chips: readonly AskChip[], index: number, role: ChipRole): readonly AskChip[] {
  const changed = chips.map((chip, at) => (at === index ? { ...chip, role } : chip));
  if (role !== 'any' || changed.some((chip, at) => at !== index && chip.role === 'any')) return tidied(changed);
  const partner = partnerOf(changed, index);
  return tidied(changed.map((chip, at) => (at === partner ? { ...chip, role } : chip)));
}

/** The chip that is joined by the first "or": the nearest before that must be there, else the nearest after. */
function partnerOf(chips: readonly AskChip[], index: number): number {
  const held = (chip: AskChip) => chip.role === 'all' || chip.role === 'only';
  const before = chips.findLastIndex((chip, at) => at < index && held(chip));
  return before >= 0 ? before : chips.findIndex((chip, at) => at > index && held(chip));
}

const CYCLE: readonly ChipRole[] = ['all', 'any', 'none', 'only'];

/** The role that a tap leads to: and → or → not → only → and. Without another chip to choose from there is no "or". */
export function nextRole(chips: readonly AskChip[], index: number): ChipRole {
  const role = chips[index]?.role ?? 'all';
  const next = CYCLE[(CYCLE.indexOf(role) + 1) % CYCLE.length] ?? 'all';
  const others = chips.some((chip, at) => at !== index && chip.role !== 'none');
  return next === 'any' && !others ? 'none' : next;
}
