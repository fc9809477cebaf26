import type { PhotoId, PipelineOptions } from './pipeline.ts';

/** What a person said so far of a category that is being taught. */
export interface TeachingDraft {
  /** Of the category that is taught further; null of a new one. */
  readonly key: string | null;
  /** Photos that are of it, those that were said before included. */
  readonly yes: readonly PhotoId[];
  readonly no: readonly PhotoId[];
}

/** What a draft would find. */
export interface TeachingPreview {
  /** Photos over the gate that the person said nothing of, likeliest first, so many that a person can look through them. */
  readonly found: Uint32Array;
  /** How many there are in the whole gallery; of a large one, by a sample of it. */
  readonly foundCount: number;
  /** How many of them are expected to be right, 0..1; null where there are none. */
  readonly precision: number | null;
  /** Photos to ask about next, where an answer teaches most. */
  readonly questions: Uint32Array;
  /** Photos of the gallery that cannot be told, since they were indexed before there was any teaching. */
  readonly untold: number;
}

/** A category that a person taught. */
export interface TaughtSummary {
  readonly key: string;
  readonly name: string;
  readonly examples: readonly PhotoId[];
  readonly counterExamples: readonly PhotoId[];
  /** False where it was learned on another network: it finds nothing until its examples are shown again. */
  readonly inUse: boolean;
}

/** What was changed, and what undoes it for as long as the page lives. */
export interface TaughtChange {
  readonly key: string;
  readonly undo: number;
}

/** Teaching categories; part of `Pipeline`. */
export interface TeachingVerbs {
  /** The oldest first. */
  taught(): Promise<readonly TaughtSummary[]>;
  /** @throws Error, for a person, when none of the examples can be learned from or the network cannot be taught; Cancelled. */
  tryTeaching(draft: TeachingDraft, options?: PipelineOptions): Promise<TeachingPreview>;
  /** From now on it is a category like any other. @throws as `tryTeaching`; Error, for a person, when the name is taken; StorageFull. */
  teach(name: string, draft: TeachingDraft): Promise<TaughtChange>;
  /** @throws Error, for a person, when the name is taken. */
  renameTaught(key: string, name: string): Promise<TaughtChange>;
  forgetTaught(key: string): Promise<TaughtChange>;
  /** @throws Error, for a person, when it is too late. */
  undoTeaching(undo: number): Promise<void>;
  /** Names and weights as a small file that can be given away; no photo and nothing that names one is in it. */
  exportTaught(keys: readonly string[]): Promise<Blob>;
  /** @returns their names @throws Error, for a person, when it is no such file or of another network. */
  importTaught(file: Blob): Promise<readonly string[]>;
}
