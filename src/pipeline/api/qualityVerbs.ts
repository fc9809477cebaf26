import type { PhotoFile } from './photoFile.ts';
import type { PhotoId, PipelineOptions, Region } from './pipeline.ts';

/** A share with its interval for 95 %; `value` is null where nothing was seen. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** How many were looked at. */
  readonly of: number;
}

/** What was said about as surely, and how often it was right. */
export interface CalibrationBin {
  /** Mean P_c of the bin; null where it is empty. */
  readonly said: number | null;
  readonly right: Estimate;
}

export interface CategoryQuality {
  readonly name: string;
  /** Photos that hold it. */
  readonly photos: number;
  readonly ap: number | null;
  readonly gate: number;
  readonly precision: Estimate;
  readonly recall: Estimate;
}

/** What the network said of a photo whose labels are known. */
export interface MeasuredPhoto {
  /** Below the folder. */
  readonly path: string;
  readonly id: PhotoId;
  readonly labels: readonly string[];
  /** What passed its gate, and what is there; surest first. */
  readonly said: readonly {
    readonly category: string;
    readonly probability: number;
    readonly held: boolean;
    readonly box: Region;
  }[];
}

/** Photos that hold `truth` and of which `said` was said; null: where `truth` was missed. Places in `photos`. */
export interface ConfusionCell {
  readonly truth: string;
  readonly said: string | null;
  readonly photos: readonly number[];
}

/** A photo that finds its like badly. Places in `photos`. */
export interface WorstQuery {
  readonly photo: number;
  readonly ap: number;
  readonly first: readonly number[];
}

/** How good a network is on a labelled folder. Photos search each other, leave one out. */
export interface QualityReport {
  readonly key: string;
  readonly folder: string;
  readonly layout: string;
  readonly measuredAt: number;
  /** The network's version, and its name among the networks. */
  readonly version: string;
  readonly network: string;
  readonly photos: readonly MeasuredPhoto[];
  /** What of the labels was not used, in sentences for a person. */
  readonly notes: readonly string[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Labels that the network has no category for. */
  readonly unknown: readonly string[];
  readonly map: number | null;
  readonly ece: number | null;
  readonly bins: readonly CalibrationBin[];
  readonly categories: readonly CategoryQuality[];
  readonly semantic: { readonly map: number | null; readonly ndcg100: number | null; readonly queries: number };
  readonly categoryAware: { readonly map: number | null; readonly pairs: number };
  /** Of the winning boxes; null where the labels have no boxes. */
  readonly boxes: { readonly corloc: Estimate; readonly pointing: Estimate } | null;
  readonly confusions: readonly ConfusionCell[];
  readonly worst: readonly WorstQuery[];
}

export type QualityAnswer = 'yes' | 'no' | 'skip';

/** "Is there a cat in this photo?" */
export interface QualityQuestion {
  readonly id: PhotoId;
  readonly category: string;
  /** As it was when the question was drawn. */
  readonly probability: number;
  readonly box: Region | null;
  /** Place in `strata`. */
  readonly stratum: number;
  readonly answer: QualityAnswer | null;
}

/** Pairs of a photo and a category that were said about as surely. */
export interface QualityStratum {
  /** Whether P_c passes the gate. */
  readonly said: boolean;
  /** How many there are in the gallery. */
  readonly size: number;
}

/** A person's answers about their own photos. */
export interface OwnQuality {
  readonly drawnAt: number;
  readonly version: string;
  readonly strata: readonly QualityStratum[];
  readonly questions: readonly QualityQuestion[];
  readonly figures: {
    readonly answered: number;
    /** Of what is said, how much is right. */
    readonly precision: Estimate;
    /** Of what is there and had a chance of at least 2 %, how much is said. */
    readonly recall: Estimate;
    readonly bins: readonly CalibrationBin[];
  };
}

/** How good Facet is, measured; part of `Pipeline`. */
export interface QualityVerbs {
  /**
   * Analyses the photos of a labelled folder (those of its test or val list, where it has one), apart from the gallery, and measures what is
   * said of them; `measuring` in the snapshot tells how far it is. The report is kept.
   * @throws Error, for a person, when it is no labelled folder or nothing in it can be measured; Cancelled.
   */
  measureFolder(files: readonly PhotoFile[], options?: PipelineOptions): Promise<QualityReport>;
  /** The newest first. */
  qualityReports(): Promise<readonly QualityReport[]>;
  forgetQualityReport(key: string): Promise<void>;
  /** The questions as they stand; null where none were drawn, or they were about another network. */
  ownQuality(): Promise<OwnQuality | null>;
  /** Draws new questions. @throws Error, for a person, when there is too little to ask about. */
  askOwnQuality(): Promise<OwnQuality>;
  /** @param place of the question @param answer null takes it back */
  answerOwnQuality(place: number, answer: QualityAnswer | null): Promise<OwnQuality>;
}
