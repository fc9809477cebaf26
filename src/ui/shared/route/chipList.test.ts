import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AskChip, CHIP_ROLES } from './askChip.ts';
import { nextRole, tidied, withChip, withoutChip, withRole } from './chipList.ts';

const chip = (category: string, role: AskChip['role'] = 'all', like: AskChip['like'] = null): AskChip => ({
  category,
  role,
  like,
});
const object = (id: string) => ({ of: { kind: 'photo', id } as const, region: null });

const anyChip = fc.record({
  category: fc.constantFrom('cat', 'dog', 'sofa', 'person'),
  role: fc.constantFrom(...CHIP_ROLES),
  like: fc.option(fc.constantFrom('a', 'b').map(object)),
});
const anyChips = fc.array(anyChip, { maxLength: 5 });

test('no chip says "or" to nothing, whatever is done to the chips', () => {
  fc.assert(
    fc.property(anyChips, fc.nat(4), fc.constantFrom(...CHIP_ROLES), anyChip, (list, at, role, added) => {
      const chips = tidied(list);
      const changed = [withChip(chips, added)];
      if (at < chips.length) changed.push(withRole(chips, at, role), withoutChip(chips, at));
      for (const after of changed) {
        expect(after.filter((one) => one.role === 'any')).not.toHaveLength(1);
        expect(tidied(after)).toEqual(after);
      }
    }),
  );
});

test('taps lead a chip through every role and back to where it was', () => {
  let chips: readonly AskChip[] = [chip('dog'), chip('cat')];
  const roles = ['any', 'none', 'only', 'all'].map((role) => {
    chips = withRole(chips, 1, nextRole(chips, 1));
    expect(chips[1]?.role).toBe(role);
    return chips.map((one) => one.role);
  });
  // The first "or" takes the other along and lets it go again.
  expect(roles).toEqual([
    ['any', 'any'],
    ['all', 'none'],
    ['all', 'only'],
    ['all', 'all'],
  ]);
});

test('a chip alone has nothing to be joined to by "or"', () => {
  expect(nextRole([chip('dog')], 0)).toBe('none');
  expect(nextRole([chip('dog'), chip('cat', 'none')], 0)).toBe('none');
});

test('two objects of one category stand side by side, the plain category takes the place of both', () => {
  const chips = withChip(withChip([chip('dog')], chip('dog', 'all', object('a'))), chip('dog', 'all', object('b')));
  expect(chips.map(({ like }) => like)).toEqual([object('a'), object('b')]);
  expect(withChip(chips, chip('dog', 'none'))).toEqual([chip('dog', 'none')]);
});
