import type { PhotoDetail } from '../../../pipeline/api/pipeline.ts';
import { useSnapshot } from '../facet/useSnapshot.ts';
import { say } from '../language/say.ts';
import { percent } from '../model/format.ts';
import { nameInWords, type ObjectName, objectName } from '../model/objectName.ts';
import { proposalRegion, proposalRow } from '../model/proposals.ts';
import { EditableBox } from './EditableBox.tsx';
import { FocusBox } from './FocusBox.tsx';
import { type Focus, NO_FOCUS } from './focus.ts';
import type { FoundBox } from './foundBoxes.ts';

interface FocusedProps {
  readonly detail: PhotoDetail;
  readonly focus: Focus;
  /** These have their names on them already. */
  readonly found: readonly FoundBox[];
  readonly drawnName: ObjectName | null;
  readonly onFocus: (focus: Focus) => void;
}

/** The highlighted box with its name. */
export function Focused({ detail: { analysis }, focus, found, drawnName, onFocus }: FocusedProps) {
  const categories = useSnapshot((snapshot) => snapshot.categories);
  switch (focus.kind) {
    case 'none':
      return null;
    case 'category': {
      const { index } = focus;
      const named = found.some((box) => box.categories.some((category) => category.index === index));
      const text = `${say.category(categories[index]?.name ?? '')} ${percent(analysis.probabilities[index] ?? 0)}`;
      return (
        <FocusBox
          region={proposalRegion(analysis.boxes, analysis.winners[index] ?? 0)}
          category={index}
          text={named ? '' : text}
        />
      );
    }
    case 'proposal': {
      const name = objectName(proposalRow(analysis, focus.index), categories);
      return (
        <FocusBox
          region={proposalRegion(analysis.boxes, focus.index)}
          // Below its gate a category is a guess, and guesses have no colour.
          category={name?.found === true ? name.index : null}
          text={name === null ? '' : nameInWords(name)}
        />
      );
    }
    case 'region':
      return (
        <EditableBox
          region={focus.region}
          category={drawnName?.found === true ? drawnName.index : null}
          text={drawnName === null ? say.object.yourBox : nameInWords(drawnName)}
          onChange={(region) => onFocus({ kind: 'region', region })}
          onRemove={() => onFocus(NO_FOCUS)}
        />
      );
  }
}
