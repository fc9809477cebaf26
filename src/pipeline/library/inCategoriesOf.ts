import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';

/**
 * What one network said of a photo, in the places of another's categories. Of a category that it did not know it said nothing: there P is 0,
 * and the whole photo is the winner.
 * @param from categories of the network that saw the photo // (F,) @param to those of the network in use // (C,)
 * @returns an analysis of C categories
 */
export function inCategoriesOf(
  analysis: PhotoAnalysis,
  from: readonly Category[],
  to: readonly Category[],
): PhotoAnalysis {
  const places = to.map(({ name }) => from.findIndex((category) => category.name === name));
  const stored = analysis.probabilities.length;
  const boxes = analysis.objectness.length;
  const proposalProbabilities = new Float32Array(boxes * places.length);
  for (let box = 0; box < boxes; box++)
    places.forEach((place, c) => {
      if (place >= 0)
        proposalProbabilities[box * places.length + c] = analysis.proposalProbabilities[box * stored + place]!;
    });
  const words = (codes: Uint32Array): Uint32Array => {
    const each = stored === 0 ? 0 : codes.length / stored;
    const out = new Uint32Array(each * places.length);
    places.forEach((place, c) => {
      if (place >= 0) out.set(codes.subarray(place * each, (place + 1) * each), c * each);
    });
    return out;
  };
  return {
    ...analysis,
    proposalProbabilities,
    probabilities: Float32Array.from(places, (place) => (place < 0 ? 0 : analysis.probabilities[place]!)),
    winners: Int32Array.from(places, (place) => (place < 0 ? 0 : analysis.winners[place]!)),
    categoryCodes: words(analysis.categoryCodes),
    regionAppearance: words(analysis.regionAppearance),
  };
}
