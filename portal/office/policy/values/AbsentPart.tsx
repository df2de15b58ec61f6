import { Button } from 'antd';
import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';

interface Props {
  readonly name: string;
  /** What it begins with; undefined: it cannot be added here. */
  readonly blank: unknown;
  readonly onAdd: (value: unknown) => void;
}

/** A part of a value that is not set, to be added. */
export function AbsentPart({ name, blank, onAdd }: Props) {
  const t = useLabels(office);
  return (
    <span className="row">
      <span className="quiet">{t('notSet')}</span>
      {blank === undefined ? null : (
        <Button size="small" aria-label={t('addOne', { name })} onClick={() => onAdd(blank)}>
          {t('add')}
        </Button>
      )}
    </span>
  );
}
