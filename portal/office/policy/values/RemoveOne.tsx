import { Button } from 'antd';
import { useLabels } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';

interface Props {
  /** What is removed, for whoever does not see the line. */
  readonly name: string;
  readonly onRemove: () => void;
}

/** Takes one line out of a list of values. */
export function RemoveOne({ name, onRemove }: Props) {
  const t = useLabels(office);
  return (
    <Button size="small" aria-label={t('removeOne', { name })} onClick={onRemove}>
      {t('remove')}
    </Button>
  );
}
