import { createProposer } from '../../proposals/proposer.ts';
import type { ProposalModel } from '../../proposals/ranking/proposalModel.ts';
import { proposalRecall, type RecallPhoto } from '../evaluate/measures/proposalRecall.ts';
import { type BoxedPhoto, openBoxedPhoto } from './boxedPhotos.ts';

const COUNTS = [100, 500, 1000] as const;

/** Prints the recall at 100, 500 and 1,000 boxes and the time for each photo, without decoding. */
export async function evaluateProposals(photos: readonly BoxedPhoto[], model: ProposalModel | null): Promise<void> {
  const proposer = createProposer(model);
  const found: RecallPhoto[] = [];
  const times: number[] = [];
  for (const photo of photos) {
    const { image, objects } = await openBoxedPhoto(photo);
    const start = performance.now();
    const { boxes } = proposer.propose(image);
    times.push(performance.now() - start);
    found.push({ proposals: boxes, objects });
  }
  times.sort((a, b) => a - b);
  const boxes = found.reduce((sum, { proposals }) => sum + proposals.length / 4, 0) / found.length;
  console.log(
    `geodesic proposals (${model === null ? 'no learned numbers' : 'learned ranking'}), ${photos.length} photos, ` +
      `${proposalRecall(found, 1).objects} objects, ${boxes.toFixed(0)} boxes a photo, ` +
      `median ${times[times.length >> 1]!.toFixed(0)} ms, fastest ${times[0]!.toFixed(0)} ms, one thread`,
  );
  for (const count of COUNTS) {
    const { recall50, recall70, recall80, abo, ar } = proposalRecall(found, count);
    const columns = Object.entries({ recall50, recall70, recall80, abo, ar }).map(
      ([name, value]) => `${name} ${value.toFixed(3)}`,
    );
    console.log(`${String(count).padStart(5)}  ${columns.join('  ')}`);
  }
}
