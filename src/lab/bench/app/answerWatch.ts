/** What a key, a tap or a move is answered by. */
export interface Expected {
  /** The last of these events is what the time counts from. */
  readonly from: 'keydown' | 'pointerup' | 'pointermove';
  /** The part of the page that shows the answer. */
  readonly where: string;
  /** So many pictures of it are in sight at least, and all that are in sight are painted. */
  readonly pictures: number;
  /** It says something else than before; a box that is drawn elsewhere may hold what the one before held. */
  readonly other: boolean;
  /** What is drawn with its lower right corner under the pointer: until it is there, the page has not heard of the last move. */
  readonly corner?: string;
}

declare global {
  interface Window {
    /** Set by `installAnswerWatch`: begins to look for an answer, which `facetAnswer` is. */
    facetExpect?: (expected: Expected, limit: number) => void;
    /** From the event to the frame in which the answer was painted, milliseconds; null after the limit. */
    facetAnswer?: Promise<number | null>;
  }
}

/** Runs in the page: it has to be whole in itself. */
export function installAnswerWatch(): void {
  /** What is shown is the answer once it has stayed for so many frames, without another event: a page may hear of one a task later. */
  const CALM_FRAMES = 4;
  const said = (where: string): string | null => {
    const part = document.querySelector(where);
    if (part === null) return null;
    const names = [...part.querySelectorAll('[data-tile]')].map((one) => one.getAttribute('aria-label'));
    const values = [...part.querySelectorAll('[aria-valuetext]')].map((one) => one.getAttribute('aria-valuetext'));
    return `${part.getAttribute('aria-label')} ${part.textContent} ${names.join()} ${values.join()}`;
  };
  const inSight = (element: Element): boolean => {
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  };
  /** Borders and roundings of the page. */
  const NEAR_PX = 4;
  const pointer = { x: 0, y: 0 };
  window.addEventListener('pointermove', ({ clientX, clientY }) => Object.assign(pointer, { x: clientX, y: clientY }), {
    capture: true,
  });
  const underPointer = (corner: string | undefined): boolean => {
    if (corner === undefined) return true;
    const box = document.querySelector(corner)?.getBoundingClientRect();
    return box !== undefined && Math.max(Math.abs(box.right - pointer.x), Math.abs(box.bottom - pointer.y)) <= NEAR_PX;
  };
  const answered = ({ where, pictures, other, corner }: Expected, before: string | null): boolean => {
    const part = document.querySelector(where);
    if (part === null || !underPointer(corner)) return false;
    if (part.matches('[aria-busy=true]') || part.querySelector('[aria-busy=true]') !== null) return false;
    if (other && said(where) === before) return false;
    // A tile without a picture is one that is still being fetched.
    const tiles = [...part.querySelectorAll('[data-tile]')].filter(inSight);
    if (!tiles.every((tile) => tile.querySelector('img') !== null)) return false;
    const shown = [...part.querySelectorAll('img')].filter(inSight);
    return shown.length >= pictures && shown.every((picture) => picture.complete && picture.naturalWidth > 0);
  };
  window.facetExpect = (expected, limit) => {
    window.facetAnswer = new Promise((resolve) => {
      const before = said(expected.where);
      const armed = performance.now();
      let start: number | null = null;
      let painted: number | null = null;
      let calm = 0;
      const hear = (event: Event) => {
        if (!event.isTrusted) return;
        start = event.timeStamp;
        calm = 0;
      };
      const end = (ms: number | null) => {
        window.removeEventListener(expected.from, hear, { capture: true });
        resolve(ms);
      };
      const look = () => {
        const now = performance.now();
        if (start === null || !answered(expected, before)) calm = 0;
        else {
          // What the frame before showed is painted when this one begins.
          if (calm === 1) painted = now;
          if (calm++ === CALM_FRAMES && painted !== null) return end(painted - start);
        }
        if (now - armed > limit) return end(null);
        requestAnimationFrame(look);
      };
      window.addEventListener(expected.from, hear, { capture: true });
      requestAnimationFrame(look);
    });
  };
}
