import { holdsCategory } from '../../base/holdsCategory.ts';
import type { Category } from '../../network/network.ts';
import type { LabelledPhoto } from '../labelled/dataset.ts';
import { expectedCalibrationError } from './expectedCalibrationError.ts';
import { type LabelTruth, labelAveragePrecision } from './labelAveragePrecision.ts';
import { meanMeasure } from './meanMeasure.ts';

/** A photo with what is true of it and what the network said. */
export interface ToldPhoto {
  readonly photo: Pick<LabelledPhoto, 'labels' | 'difficultLabels'>;
  /** P_c // at least (C,), 0..1 */
  readonly record: { readonly probabilities: Float32Array };
}

export interface CategoryLabelFigures {
  readonly ap: number;
  readonly gate: number;
  /** Of the photos at or above the gate, how many hold the category; and of those that hold it, how many are. */
  readonly precisionAtGate: number;
  readonly recallAtGate: number;
}

export interface LabelsFigures {
  readonly map: number;
  readonly ece: number;
  readonly perCategory: Readonly<Record<string, CategoryLabelFigures>>;
}

export function truthOf(photo: ToldPhoto['photo'], name: string): LabelTruth {
  return photo.labels.includes(name) ? 'present' : photo.difficultLabels.includes(name) ? 'difficult' : 'absent';
}

/** Labels and calibration over the query photos; pairs that are only difficult count neither for AP nor for calibration. */
export function labelFigures(categories: readonly Category[], queries: readonly ToldPhoto[]): LabelsFigures {
  const said: number[] = [];
  const held: number[] = [];
  const perCategory = categories.map(({ name, gate }, c): [string, CategoryLabelFigures] => {
    const truths = queries.map(({ photo }) => truthOf(photo, name));
    const probabilities = queries.map(({ record }) => record.probabilities[c]!);
    let above = 0,
      rightAbove = 0,
      present = 0;
    truths.forEach((truth, n) => {
      if (truth === 'difficult') return;
      said.push(probabilities[n]!);
      held.push(Number(truth === 'present'));
      const passes = holdsCategory(probabilities[n]!, gate);
      above += Number(passes);
      present += Number(truth === 'present');
      rightAbove += Number(passes && truth === 'present');
    });
    const ap = labelAveragePrecision(probabilities, truths) ?? NaN;
    return [name, { ap, gate, precisionAtGate: rightAbove / above, recallAtGate: rightAbove / present }];
  });
  return {
    map: meanMeasure(perCategory.map(([, { ap }]) => (Number.isNaN(ap) ? null : ap))).mean,
    ece: expectedCalibrationError(said, held).ece,
    perCategory: Object.fromEntries(perCategory),
  };
}
