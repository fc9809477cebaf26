import { expect, test } from 'vitest';
import { TOUR_STEPS, Tour } from './tour.ts';

test('the tour goes through its steps once, and can be left at each of them', () => {
  const tour = new Tour();
  expect(tour.step.getSnapshot()).toBe(null);
  tour.next();
  expect(tour.step.getSnapshot()).toBe(null);
  tour.start('Drawn scenes');
  for (const step of TOUR_STEPS) {
    expect(tour.step.getSnapshot()).toBe(step);
    tour.next();
  }
  expect(tour.step.getSnapshot()).toBe(null);
  tour.start('Drawn scenes');
  tour.next();
  tour.leave();
  expect(tour.step.getSnapshot()).toBe(null);
});
