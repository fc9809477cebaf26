import { wordsForBits } from '../../codes/packedCodes.ts';
import type { GalleryFileHeader } from '../../gallery/archive/galleryFile.ts';
import { bitText, type ExportedPhoto } from './exportedPhoto.ts';

/** Tables that the photos are spread over: as many scans at a time, on as many machines, as there are. */
const PARTITIONS = 16;

/** A string of SQL. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A field of COPY's text format; PostgreSQL has no zero in a text. */
function field(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

/** An array as PostgreSQL writes it, of texts. */
function textArray(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
}

/** The years 1 to 9999, whatever a camera's clock said. */
function timestamp(ms: number): string {
  return new Date(Math.min(253_402_300_799_999, Math.max(-62_135_596_800_000, ms))).toISOString();
}

/** What comes before the photos: tables, partitions, categories. For PostgreSQL 14 or later, where `bit_count` came. */
export function postgresStart({ modelVersion, categories, bitsPerCategory, exportedAt }: GalleryFileHeader): string {
  const partitions = Array.from(
    { length: PARTITIONS },
    (_, n) =>
      `CREATE TABLE facet.photos_${n} PARTITION OF facet.photos FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${n});`,
  );
  const rows = categories.map(({ name, gate }, c) => `  (${c + 1}, ${quoted(name)}, ${gate})`);
  return `-- An index of Facet's, for PostgreSQL 14 or later: psql -v ON_ERROR_STOP=1 -f THIS DATABASE
-- Made by the model ${modelVersion.replaceAll('\n', ' ')} at ${new Date(exportedAt).toISOString()}; compare codes of one model alone.
BEGIN;
SET LOCAL client_encoding = 'UTF8';
CREATE SCHEMA facet;

-- number is the place in the arrays of photos, from 1 on; a photo holds a category whose probability is at its gate or above.
CREATE TABLE facet.categories (number int PRIMARY KEY, name text NOT NULL UNIQUE, gate double precision NOT NULL);
${rows.length === 0 ? '' : `INSERT INTO facet.categories VALUES\n${rows.join(',\n')};`}

CREATE TABLE facet.photos (
  id bytea NOT NULL,              -- SHA-256 of the file
  name text NOT NULL,
  path text NOT NULL,
  paths text[] NOT NULL,
  bytes bigint NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  taken_at timestamptz NOT NULL,
  camera text,
  favourite boolean NOT NULL,
  semantic bit(64) NOT NULL,
  appearance bit(128),
  fingerprint bit(64) NOT NULL,
  pieces bit(${bitsPerCategory})[] NOT NULL,
  probabilities real[] NOT NULL,
  PRIMARY KEY (id)
) PARTITION BY HASH (id);
${partitions.join('\n')}

COPY facet.photos FROM stdin;
`;
}

/** A line of the table. */
export function postgresRow(photo: ExportedPhoto, bitsPerCategory: number): string {
  const words = wordsForBits(bitsPerCategory);
  const pieces = Array.from(photo.probabilities, (_, c) => bitText(photo.categoryCodes, bitsPerCategory, c * words));
  return `${[
    `\\\\x${photo.id}`,
    field(photo.name),
    field(photo.path),
    field(textArray(photo.paths)),
    photo.size,
    photo.width,
    photo.height,
    timestamp(photo.takenAt),
    photo.camera === null ? '\\N' : field(photo.camera),
    photo.favourite,
    bitText(photo.semantic, 64),
    photo.appearance === null ? '\\N' : bitText(photo.appearance, 128),
    bitText(photo.fingerprint, 64),
    `{${pieces.join(',')}}`,
    `{${photo.probabilities.join(',')}}`,
  ].join('\t')}\n`;
}

/** What comes after the photos: how they are asked for. */
export function postgresEnd({ bitsPerCategory }: GalleryFileHeader): string {
  return `\\.

-- The k photos whose semantic codes are nearest, equal distances in the order of ids, as the page has them.
CREATE FUNCTION facet.nearest(query bit(64), k int) RETURNS TABLE (id bytea, path text, distance int)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, path, bit_count(semantic # query)::int AS distance FROM facet.photos ORDER BY distance, id LIMIT k
$$;

-- The k photos that hold the category and whose piece of it is nearest.
CREATE FUNCTION facet.nearest_with(category text, query bit(${bitsPerCategory}), k int)
RETURNS TABLE (id bytea, path text, distance int)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, path, bit_count(pieces[c.number] # query)::int AS distance
  FROM facet.photos, (SELECT number, gate FROM facet.categories WHERE name = category) AS c
  WHERE probabilities[c.number] >= c.gate ORDER BY distance, id LIMIT k
$$;
COMMIT;
ANALYZE facet.photos;
`;
}
