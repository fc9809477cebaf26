/** A file cannot be read as a photo, or not as the page reads it; the message is a sentence for a person. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
