import { useLabels } from '../../../../labels/labelArea.js';
import { office } from '../../../../labels/office.js';
import { MomentInput } from '../MomentInput.js';
import { textOf } from './partOf.js';

interface Props {
  readonly name: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A window: from when, and until when. */
export function WindowInput({ name, value, onChange }: Props) {
  const t = useLabels(office);
  const present = { opens: textOf(value, 'opens'), due: textOf(value, 'due') };
  return (
    <span className="row">
      {(['opens', 'due'] as const).map((edge) => {
        const label = t(edge === 'opens' ? 'from' : 'until');
        return (
          <span key={edge} className="row" style={{ gap: 6 }}>
            <span className="quiet" aria-hidden>
              {label}
            </span>
            <MomentInput
              name={`${name} ${label}`}
              value={present[edge]}
              onChange={(next) => onChange({ ...present, [edge]: next })}
            />
          </span>
        );
      })}
    </span>
  );
}
