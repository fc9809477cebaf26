import { useEffect, useRef, useState } from 'react';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import type { TeachingPreview } from '../../../pipeline/api/teachingVerbs.ts';
import { useFacet } from '../../shared/facet/FacetProvider.tsx';
import { sentenceOf } from '../../shared/model/errorSentence.ts';
import { summariesOf } from '../../shared/selection/summariesOf.ts';

/** What the examples so far would find, with what tiles show of the photos. */
export interface Shown extends Omit<TeachingPreview, 'found' | 'questions'> {
  readonly found: readonly NumberedSummary[];
  readonly questions: readonly NumberedSummary[];
}

export type PreviewState =
  | { readonly phase: 'looking'; readonly shown: Shown | null }
  | { readonly phase: 'shown'; readonly shown: Shown }
  | { readonly phase: 'failed'; readonly message: string };

/** The eight photos that are being asked about, and how far that is. */
export interface Asking {
  readonly photos: readonly NumberedSummary[];
  readonly place: number;
}

/** What a person said so far, and what it would find: looked up anew after every answer. */
export interface TeachingState {
  readonly yes: readonly PhotoId[];
  readonly no: readonly PhotoId[];
  readonly preview: PreviewState;
  readonly asking: Asking;
  readonly answer: (id: PhotoId, verdict: 'yes' | 'no' | 'skip') => void;
  readonly takeOut: (id: PhotoId) => void;
  readonly askMore: () => void;
}

interface Said {
  readonly yes: readonly PhotoId[];
  readonly no: readonly PhotoId[];
}

const NOBODY: Asking = { photos: [], place: 0 };

export function useTeaching(key: string | null, begun: Said): TeachingState {
  const { pipeline } = useFacet();
  const [said, say] = useState(begun);
  const [preview, setPreview] = useState<PreviewState>({ phase: 'looking', shown: null });
  const [asking, ask] = useState(NOBODY);
  const skipped = useRef(new Set<PhotoId>());
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setPreview((before) => ({ phase: 'looking', shown: before.phase === 'failed' ? null : before.shown }));
    const look = async () => {
      const { found, questions, ...rest } = await pipeline.tryTeaching({ key, ...said }, { signal });
      const [tiles, open] = await Promise.all([summariesOf(pipeline, found), summariesOf(pipeline, questions)]);
      if (signal.aborted) return;
      const shown: Shown = { ...rest, found: tiles, questions: open.filter(({ id }) => !skipped.current.has(id)) };
      setPreview({ phase: 'shown', shown });
      ask((now) => (now === NOBODY ? { photos: shown.questions, place: 0 } : now));
    };
    look().catch((error: unknown) => {
      if (!signal.aborted) setPreview({ phase: 'failed', message: sentenceOf(error) });
    });
    return () => controller.abort();
  }, [pipeline, key, said]);

  const without = (ids: readonly PhotoId[], id: PhotoId) => ids.filter((one) => one !== id);
  return {
    ...said,
    preview,
    asking,
    answer(id, verdict) {
      if (verdict === 'skip') skipped.current.add(id);
      else
        say(({ yes, no }) => ({
          yes: verdict === 'yes' ? [...without(yes, id), id] : without(yes, id),
          no: verdict === 'no' ? [...without(no, id), id] : without(no, id),
        }));
      ask((now) => (now.photos[now.place]?.id === id ? { ...now, place: now.place + 1 } : now));
    },
    takeOut: (id) => say(({ yes, no }) => ({ yes: without(yes, id), no: without(no, id) })),
    askMore() {
      if (preview.phase === 'shown') ask({ photos: preview.shown.questions, place: 0 });
    },
  };
}
