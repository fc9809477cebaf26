import type { PhotoAnalysis, SemanticBits } from '../../network/heads/photoAnalysis.ts';
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

/** The answers as `storedAnswers.json` has them: numbers with a space between, codes as hexadecimal words. */
type Stored = typeof stored;

function float32(text: string): Float32Array {
  return Float32Array.from(text.split(' '), Number);
}

function words(text: string): Uint32Array {
  return Uint32Array.from(text.split(' '), (word) => parseInt(word, 16));
}

function answerOf(size: AnswerSize): Answer {
  const { boxes, probabilities, winnerBoxes, winnerProbabilities, semanticCodes, ...codes } = stored.answers[size];
  return {
    ...ANSWER_SIZES[size],
    boxes,
    probabilities: float32(probabilities),
    winnerBoxes: float32(winnerBoxes),
    winnerProbabilities: float32(winnerProbabilities),
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

/** The answers of the shipped weights, and the version of the network that gave them. */
export function storedAnswers(): { readonly version: string; readonly answers: Readonly<Record<AnswerSize, Answer>> } {
  return { version: stored.version, answers: { photo: answerOf('photo'), strip: answerOf('strip') } };
}

function decimals(values: Float32Array): string {
  return [...values].map((value) => String(Number(value.toPrecision(6)))).join(' ');
}

function hexadecimal(values: Uint32Array): string {
  return [...values].map((word) => word.toString(16)).join(' ');
}

/** The inverse of reading: an analysis of the drawn picture as it is stored. */
export function answerToStore(analysis: PhotoAnalysis): Stored['answers'][AnswerSize] {
  const categories = analysis.probabilities.length;
  const ofWinners = (values: Float32Array, width: number): Float32Array =>
    Float32Array.from([...analysis.winners].flatMap((box) => [...values.subarray(box * width, (box + 1) * width)]));
  const { semanticCodes } = analysis;
  return {
    boxes: analysis.objectness.length,
    probabilities: decimals(analysis.probabilities),
    winnerBoxes: decimals(ofWinners(analysis.boxes, 4)),
    winnerProbabilities: decimals(ofWinners(analysis.proposalProbabilities, categories)),
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
