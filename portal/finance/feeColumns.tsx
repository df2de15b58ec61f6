import { Link } from 'react-router';
import type { Fee } from '../api/fees.js';
import { useSay, useWords } from '../words/area.js';
import { choiceWords } from '../words/dossier/dossier.js';
import { finance } from '../words/finance.js';
import { yuan } from './yuan.js';

/** Who owes or paid how much. */
export function useFeeColumns() {
  const t = useWords(finance);
  const say = useSay();
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
    { title: t('level'), of: ({ level }: Fee) => say(choiceWords[level] ?? { zh: level, en: level }) },
    { title: t('fee'), amount: true, of: ({ fee }: Fee) => <span className="numbers">{yuan(fee)}</span> },
  ];
}
