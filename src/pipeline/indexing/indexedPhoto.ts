import type { IndexedPhoto } from '../../gallery/gallery.ts';
import { analysisRow } from '../../gallery/storedAnalysis.ts';
import type { AnalysedPhoto } from '../analyser/analyser.ts';
import type { CaptureFacts } from '../formats/captureFacts.ts';

/** What is kept of a file beside its bytes: a `PhotoFile` has it. */
export interface FiledPhoto {
  readonly file: Pick<File, 'name' | 'size' | 'lastModified'>;
  readonly path: string;
}

/** What the gallery keeps of an analysed photo. @param capture without a place where none is to be kept @param addedAt milliseconds since 1970 */
export function indexedPhoto(
  { file, path }: FiledPhoto,
  id: string,
  { analysis, engine, version, ...prepared }: AnalysedPhoto,
  capture: CaptureFacts,
  addedAt: number,
): IndexedPhoto {
  const { width, height, fingerprint, thumbnail, preview } = prepared;
  const { probabilities, semanticCodes, categoryCodes, appearance, regionAppearance } = analysis;
  return {
    photo: {
      id,
      name: file.name,
      path,
      size: file.size,
      lastModified: file.lastModified,
      addedAt,
      ...capture,
      width,
      height,
      version,
      engine,
      probabilities,
      semanticCodes,
      categoryCodes,
      appearance,
      regionAppearance,
      fingerprint,
      corrections: {},
    },
    analysis: analysisRow(id, analysis),
    ...(analysis.vectors && { vectors: { id, ...analysis.vectors } }),
    thumbnail: { id, ...thumbnail },
    ...(preview && { preview: { id, ...preview, size: preview.bytes.byteLength } }),
    file: { path, size: file.size, lastModified: file.lastModified, id },
  };
}
