/** The mean loss of one epoch of a stage. */
export interface EpochLoss {
  readonly stage: string;
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
}

/** A training under way. */
export interface TrainingProgress {
  readonly folder: string;
  /** `paused`: it goes on with `resumeTraining`. `unseen`: paused before all photos were looked at, so their folder must be chosen once more. */
  readonly phase: 'reading' | 'looking' | 'training' | 'checking' | 'paused' | 'unseen';
  readonly photos: number;
  readonly looked: number;
  readonly unreadable: number;
  /** Of all stages so far. */
  readonly losses: readonly EpochLoss[];
}

/** How heads came about, and how good they were on photos that were held back. */
export interface HeadsCard {
  readonly folder: string;
  readonly layout: string;
  readonly trainedAt: number;
  readonly backbone: string;
  readonly photos: number;
  readonly unreadable: number;
  /** Photos held back while the figures were taken; what is kept was trained on all. */
  readonly heldOut: number;
  /** Mean of the categories' average precision on those; null where they hold none. */
  readonly map: number | null;
  readonly categories: readonly { readonly name: string; readonly photos: number; readonly ap: number | null }[];
  /** What of the folder was not used, in sentences for a person. */
  readonly notes: readonly string[];
  readonly losses: readonly EpochLoss[];
}

/** Heads that a person trained. */
export interface KeptHeads {
  readonly key: string;
  readonly name: string;
  /** Name of the network with these heads. */
  readonly network: string;
  readonly bytes: number;
  /** Whether they go with the networks that this version of Facet comes with, and their weights are at hand. */
  readonly usable: boolean;
  readonly card: HeadsCard;
}
