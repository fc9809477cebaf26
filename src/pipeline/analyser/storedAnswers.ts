import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import type { PhotoAnalysis, SemanticBits } from '../../network/heads/photoAnalysis.ts';
import { answersFileOf, DEFAULT_BACKBONE } from '../../network/shippedFiles.ts';
import stored from './storedAnswers.json';

/** What is looked at: a drawn picture of so many pixels, and so many of its proposals at most. */
interface AnswerScope {
  readonly width: number;
  readonly height: number;
  readonly proposals: number;
}

export type AnswerSize = 'photo' | 'strip';

/** `photo` is as large as a photo. `strip` is a tenth of it, with a fifth of the proposals, for engines whose start a photo would hold up. */
export const ANSWER_SIZES: Readonly<Record<AnswerSize, AnswerScope>> = {
  photo: { width: 416, height: 312, proposals: 128 },
  strip: { width: 416, height: 32, proposals: 24 },
};

/** What the plain references give for the drawn picture at one size. C categories. */
export interface Answer extends AnswerScope {
  /** How many proposals there are, the whole picture among them. */
  readonly boxes: number;
  /** // (C,) */
  readonly probabilities: Float32Array;
  /** // (C, 4) */
  readonly winnerBoxes: Float32Array;
  /** All probabilities of each category's winner. // (C, C) */
  readonly winnerProbabilities: Float32Array;
  readonly semanticCodes: Readonly<Record<SemanticBits, Uint32Array>>;
  readonly categoryCodes: Uint32Array;
  readonly appearance: Uint32Array;
  /** // (C · 2,) */
  readonly regionAppearance: Uint32Array;
}

/**
 * The answers as `storedAnswers.json` has them: numbers with a space between, codes as hexadecimal words, boxes that won once each and
 * `winners` the place of each category's among them.
 */
export type Stored = typeof stored;

function float32(text: string): Float32Array {
  return Float32Array.from(text.split(' '), Number);
}

function words(text: string): Uint32Array {
  return Uint32Array.from(text.split(' '), (word) => parseInt(word, 16));
}

function answerOf(size: AnswerSize, { answers }: Stored): Answer {
  const { boxes, probabilities, winners, semanticCodes, ...codes } = answers[size];
  const [winnerBoxes, winnerProbabilities] = [float32(codes.winnerBoxes), float32(codes.winnerProbabilities)];
  const places = winners.split(' ').map(Number);
  const ofWinners = (values: Float32Array, width: number): Float32Array =>
    Float32Array.from(places.flatMap((place) => [...values.subarray(place * width, (place + 1) * width)]));
  return {
    ...ANSWER_SIZES[size],
    boxes,
    probabilities: float32(probabilities),
    winnerBoxes: ofWinners(winnerBoxes, 4),
    winnerProbabilities: ofWinners(winnerProbabilities, places.length),
    semanticCodes: {
      16: words(semanticCodes[16]),
      32: words(semanticCodes[32]),
      48: words(semanticCodes[48]),
      64: words(semanticCodes[64]),
    },
    categoryCodes: words(codes.categoryCodes),
    appearance: words(codes.appearance),
    regionAppearance: words(codes.regionAppearance),
  };
}

/** Answers, and the version of the network that gave them. */
export interface StoredAnswers {
  readonly version: string;
  readonly answers: Readonly<Record<AnswerSize, Answer>>;
}

function answersOf(of: Stored): StoredAnswers {
  return { version: of.version, answers: { photo: answerOf('photo', of), strip: answerOf('strip', of) } };
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('answers' in value)) return false;
  const { version, answers } = value;
  return (
    typeof version === 'string' &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.keys(ANSWER_SIZES).every((size) => size in answers)
  );
}

/**
 * The answers of a network, see `ownNetwork`; those of one whose weights or heads a person brings are loaded.
 * @throws Error when the file does not come or holds no answers.
 */
export async function storedAnswers(
  network: string = DEFAULT_BACKBONE,
  load: ModelLoader = () => Promise.reject(new Error(`storedAnswers: got ${network}, wanted a loader of its file`)),
): Promise<StoredAnswers> {
  if (network === DEFAULT_BACKBONE) return answersOf(stored);
  const name = answersFileOf(network);
  const read: unknown = JSON.parse(new TextDecoder().decode(await load(name)));
  if (!isStored(read)) throw new Error(`storedAnswers: ${name} holds no answers`);
  return answersOf(read);
}

function decimals(values: ArrayLike<number>, places = 6): string {
  return Array.from(values, (value) => String(Number(value.toPrecision(places)))).join(' ');
}

function hexadecimal(values: Uint32Array): string {
  return [...values].map((word) => word.toString(16)).join(' ');
}

/**
 * The inverse of reading: an analysis of the drawn picture as it is stored. Many categories have one winner, which is stored once, its
 * probabilities to a hundredth of what is tolerated.
 */
export function answerToStore(analysis: PhotoAnalysis): Stored['answers'][AnswerSize] {
  const categories = analysis.probabilities.length;
  const distinct = [...new Set(analysis.winners)];
  const ofWinners = (values: Float32Array, width: number): number[] =>
    distinct.flatMap((box) => [...values.subarray(box * width, (box + 1) * width)]);
  const { semanticCodes } = analysis;
  return {
    boxes: analysis.objectness.length,
    probabilities: decimals(analysis.probabilities),
    winners: Array.from(analysis.winners, (box) => distinct.indexOf(box)).join(' '),
    winnerBoxes: decimals(ofWinners(analysis.boxes, 4)),
    winnerProbabilities: decimals(ofWinners(analysis.proposalProbabilities, categories), 4),
    semanticCodes: {
      16: hexadecimal(semanticCodes[16]),
      32: hexadecimal(semanticCodes[32]),
      48: hexadecimal(semanticCodes[48]),
      64: hexadecimal(semanticCodes[64]),
    },
    categoryCodes: hexadecimal(analysis.categoryCodes),
    appearance: hexadecimal(analysis.appearance),
    regionAppearance: hexadecimal(analysis.regionAppearance),
  };
}
