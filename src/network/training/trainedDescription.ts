import type { HeadsDescription } from '../heads/headsDescription.ts';
import { headInputs } from './headTaps.ts';
import type { TrainingSettings } from './trainingConfig.ts';

/**
 * The heads that a training with these settings gives.
 * @param backbone one name or several, as `backbonesNamed` reads them @param members label branches that are merged
 * @throws as `headInputs`
 */
export function trainedDescription(
  backbone: string,
  categories: readonly string[],
  members: number,
  settings: TrainingSettings,
): HeadsDescription {
  const inputs = headInputs(backbone);
  return {
    ...inputs,
    categories,
    hidden: members * settings.hidden,
    groupWidth: settings.groupWidth,
    semanticHidden: settings.semanticHidden,
    bitsPerCategory: settings.bitsPerCategory,
    maxProposals: settings.proposalsPerPhoto,
    poolTemperature: settings.labels.temperature,
    placement: inputs.detectorClasses > 0 ? settings.labels.placement : 0,
  };
}
