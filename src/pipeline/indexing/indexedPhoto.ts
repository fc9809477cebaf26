import type { IndexedPhoto } from '../../gallery/gallery.ts';
import { analysisRow } from '../../gallery/storedAnalysis.ts';
import type { AnalysedPhoto } from '../analyser/analyser.ts';
import type { PhotoFile } from '../api/photoFile.ts';

/** What the gallery keeps of an analysed photo. @param addedAt milliseconds since 1970 */
export function indexedPhoto(
  { file, path }: PhotoFile,
  id: string,
  { analysis, engine, version, ...prepared }: AnalysedPhoto,
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
    thumbnail: { id, ...thumbnail },
    ...(preview && { preview: { id, ...preview, size: preview.bytes.byteLength } }),
    file: { path, size: file.size, lastModified: file.lastModified, id },
  };
}
