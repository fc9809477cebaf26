import type { Network } from '../../network/network.ts';
import { type CodeLayout, type CodeSample, sampleOf, sampleText } from './codeSample.ts';
import sceneCodes from './sceneCodes.json';
import { seededPhoto } from './seededPhoto.ts';

export const SCENES = 64;

/** The codes of drawn scenes that lie beside this file. @throws Error when they were made by a network with another layout. */
export function storedScenes(layout: CodeLayout): CodeSample[] {
  return sceneCodes.scenes.map((text) => sampleOf(text, layout));
}

/** Analyses the drawn scenes: what is written to `sceneCodes.json`. */
export async function scenesToStore(network: Network, onDone: (done: number, of: number) => void): Promise<string> {
  const scenes: string[] = [];
  for (let seed = 1; seed <= SCENES; seed++) {
    const { analysis } = await network.analyse(seededPhoto(seed, { width: 384, height: 288 }));
    scenes.push(sampleText(analysis));
    onDone(seed, SCENES);
  }
  return `${JSON.stringify({ version: network.version, scenes }, null, 2)}\n`;
}
