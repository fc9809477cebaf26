import { f, int } from './memory.assembly';

/** The sweeps of `assign`; centres have been set. */
export function sweep(east: usize, south: usize, width: i32, height: i32, labels: usize, distance: usize, sweeps: i32, step: f64): void {
  for (let round = 0; round < sweeps; round++) {
    for (let y = 0, i = 0; y < height; y++) {
      let left: f64 = Infinity;
      let label = 0;
      for (let x = 0; x < width; x++, i++) {
        let best = f(distance, i);
        let mine = int(labels, i);
        let d = x > 0 ? left + f(east, i - 1) + step : Infinity;
        mine = d < best ? label : mine;
        best = d < best ? d : best;
        if (y > 0) {
          d = f(distance, i - width) + f(south, i - width) + step;
          mine = d < best ? int(labels, i - width) : mine;
          best = d < best ? d : best;
        }
        const rounded = <f32>best;
        store<f32>(distance + (<usize>i << 2), rounded);
        store<i32>(labels + (<usize>i << 2), mine);
        left = <f64>rounded;
        label = mine;
      }
    }
    for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
      let right: f64 = Infinity;
      let label = 0;
      for (let x = width - 1; x >= 0; x--, i--) {
        let best = f(distance, i);
        let mine = int(labels, i);
        let d = x < width - 1 ? right + f(east, i) + step : Infinity;
        mine = d < best ? label : mine;
        best = d < best ? d : best;
        if (y < height - 1) {
          d = f(distance, i + width) + f(south, i) + step;
          mine = d < best ? int(labels, i + width) : mine;
          best = d < best ? d : best;
        }
        const rounded = <f32>best;
        store<f32>(distance + (<usize>i << 2), rounded);
        store<i32>(labels + (<usize>i << 2), mine);
        right = <f64>rounded;
        label = mine;
      }
    }
  }
}
