import type { IndexedPhoto } from '../../gallery/gallery.ts';
import { analysisRow } from '../../gallery/storedAnalysis.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { PreparedPhoto } from '../analyser/preparedPhoto.ts';
import type { PhotoFile } from './photoFile.ts';

/** What the gallery keeps of a photo that has been looked at. @param version of the network that did @param addedAt milliseconds since 1970 */
export function indexedPhoto(
  { file, path }: PhotoFile,
  id: string,
  prepared: PreparedPhoto,
  analysis: PhotoAnalysis,
  version: string,
  addedAt: number,
): IndexedPhoto {
  const { width, height, fingerprint, thumbnail, preview } = prepared;
  const { probabilities, semanticCodes, categoryCodes } = analysis;
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
      probabilities,
      semanticCodes,
      categoryCodes,
      fingerprint,
      corrections: {},
    },
    analysis: analysisRow(id, analysis),
    thumbnail: { id, ...thumbnail },
    ...(preview && { preview: { id, ...preview, size: preview.bytes.byteLength } }),
    file: { path, size: file.size, lastModified: file.lastModified, id },
  };
}
