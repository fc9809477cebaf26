import type { Network } from '../../network/network.ts';
import { probePicture } from './probePicture.ts';
import { ANSWER_SIZES, type AnswerSize, answerToStore, type Stored } from './storedAnswers.ts';

/** What a network gives for the drawn picture at all sizes, as it is stored. @param onSize told before each */
export async function answersOf(
  network: Pick<Network, 'version' | 'analyse'>,
  onSize: (size: AnswerSize) => void = () => {},
): Promise<Stored> {
  const at = async (size: AnswerSize) => {
    onSize(size);
    const { width, height, proposals } = ANSWER_SIZES[size];
    return answerToStore((await network.analyse(probePicture(width, height), { atMost: proposals })).analysis);
  };
  const answers = { photo: await at('photo'), strip: await at('strip') };
  return { version: network.version, answers };
}
