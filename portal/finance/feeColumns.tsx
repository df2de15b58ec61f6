import { Link } from 'react-router';
import type { Fee } from '../api/fees.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';
import { yuan } from './yuan.js';

/** The columns of a list of fees. */
export function useFeeColumns() {
  const t = useLabels(finance);
  const choiceLabel = useChoiceLabel();
  return [
    {
      title: t('applicant'),
      of: ({ applicationId, applicantName }: Fee) => (
        <Link to={`/applications/${applicationId}`} lang="zh-CN" className="queueName">
          {applicantName}
        </Link>
      ),
    },
    { title: t('unit'), of: ({ unitName }: Fee) => <span lang="zh-CN">{unitName}</span> },
    { title: t('level'), of: ({ level }: Fee) => choiceLabel(level) },
    { title: t('part'), of: ({ part }: Fee) => t(`part_${part}`) },
    { title: t('fee'), amount: true, of: ({ fee }: Fee) => <span className="numbers">{yuan(fee)}</span> },
  ];
}
