import { Button } from '../../shared/controls/Button.tsx';
import { Message } from '../../shared/controls/Message.tsx';
import { counted } from '../../shared/model/format.ts';

interface NoMatchProps {
  /** Distance of the nearest photo, bits; null when there is none at all. */
  readonly nearest: number | null;
  readonly limit: number;
  readonly onLimit: (bits: number) => void;
}

/** An empty answer stays empty; it says how far away the nearest photo is. */
export function NoMatch({ nearest, limit, onLimit }: NoMatchProps) {
  return (
    <Message title="No match" role="status">
      {nearest === null ? (
        <p>There is no other photo in the gallery to compare with.</p>
      ) : (
        <>
          <p>
            No photo is within {counted(limit, 'bit')} of this one. The nearest is {counted(nearest, 'bit')} away.
          </p>
          <Button label={`Show up to ${counted(nearest, 'bit')}`} onClick={() => onLimit(nearest)} />
        </>
      )}
    </Message>
  );
}
