import { Button } from '../../shared/controls/Button.tsx';
import { say } from '../../shared/language/say.ts';

interface PhotoToolsProps {
  readonly allBoxes: boolean;
  readonly onAllBoxes: () => void;
  readonly drawing: boolean;
  readonly onDraw: () => void;
  readonly alone: boolean;
  readonly onAlone: () => void;
}

/** What can be laid over an opened photo, and the way to see it alone. */
export function PhotoTools({ allBoxes, onAllBoxes, drawing, onDraw, alone, onAlone }: PhotoToolsProps) {
  return (
    <>
      <Button
        label={say.photo.allBoxes}
        icon="boxes"
        shape="collapsing"
        aria-pressed={allBoxes}
        aria-keyshortcuts="b"
        title={say.photo.allBoxesKey}
        onClick={onAllBoxes}
      />
      <Button
        label={say.photo.drawBox}
        icon="draw"
        shape="collapsing"
        aria-pressed={drawing}
        aria-keyshortcuts="d"
        title={say.photo.drawBoxKey}
        onClick={onDraw}
      />
      <Button
        label={alone ? say.photo.leaveFullScreen : say.photo.fullScreen}
        icon={alone ? 'shrink' : 'expand'}
        shape="icon"
        aria-keyshortcuts="f"
        title={alone ? say.photo.leaveFullScreenKey : say.photo.fullScreenKey}
        onClick={onAlone}
      />
    </>
  );
}
