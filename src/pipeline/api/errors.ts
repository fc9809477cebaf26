/** The file is no photo that this browser can read; the message is the reason, for a person. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto';
}

/** The caller's signal stopped the work. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The gallery knows the photo but holds no picture of it; the message says how to get one, for a person. */
export class PictureGone extends Error {
  override readonly name = 'PictureGone';
}
