import { say } from '../language/say.ts';
import { withPath } from './droppedFiles.ts';

/** Files in `public/scenes`, drawn for Facet, and the day that each pretends to have been taken on. */
const SCENES: readonly { readonly file: keyof typeof say.scenes.names; readonly day: string }[] = [
  { file: 'living-room', day: '2024-01-14' },
  { file: 'reading-corner', day: '2024-02-03' },
  { file: 'study', day: '2024-11-22' },
  { file: 'dinner-table', day: '2024-12-24' },
  { file: 'two-cars', day: '2025-03-08' },
  { file: 'at-the-kerb', day: '2025-03-09' },
  { file: 'way-to-work', day: '2025-05-19' },
  { file: 'bicycle-at-the-wall', day: '2025-06-01' },
  { file: 'high-above', day: '2025-07-12' },
  { file: 'landing', day: '2025-07-12' },
  { file: 'sailing', day: '2025-07-20' },
  { file: 'on-the-pier', day: '2025-07-21' },
];

const WIDTH = 640;
const HEIGHT = 480;
const QUALITY = 0.9;

/**
 * The drawn scenes as photos: files like those that a person chooses, painted by this browser, in the folder that `say.scenes` names.
 * @throws Error when one cannot be loaded.
 */
export function drawnScenes(): Promise<File[]> {
  const { folder, names } = say.scenes;
  return Promise.all(
    SCENES.map(async ({ file, day }) => {
      const name = names[file];
      const image = new Image();
      image.src = `${import.meta.env.BASE_URL}scenes/${file}.svg`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = WIDTH;
      canvas.height = HEIGHT;
      canvas.getContext('2d')?.drawImage(image, 0, 0, WIDTH, HEIGHT);
      const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
      if (jpeg === null) throw new Error(say.intake.noJpeg);
      const photo = new File([jpeg], `${name}.jpg`, { type: 'image/jpeg', lastModified: Date.parse(`${day}T12:00`) });
      return withPath(photo, `${folder}/${name}.jpg`);
    }),
  );
}
