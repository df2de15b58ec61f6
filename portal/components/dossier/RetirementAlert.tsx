import { Alert } from 'antd';
import type { BilingualText } from '../../../rules/bilingualText.js';
import { application } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';

interface Props {
  readonly note: (BilingualText & { readonly clause: string }) | null;
}

/** That the candidate reaches the retirement age between the submission and the meeting; nothing when they do not. */
export function RetirementAlert({ note }: Props) {
  const t = useLabels(application);
  const localize = useLocalized();
  if (note === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('retires')}
      description={`${localize(note)} ${t('basis', { clause: note.clause })}`}
    />
  );
}
