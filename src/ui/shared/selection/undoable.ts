/** A removal of so many photos can be taken back; more are asked for first. */
export const UNDOABLE = 500;
