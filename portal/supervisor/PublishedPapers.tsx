import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { choiceLabels } from '../../rules/meeting/ballot/choices.js';
import { Label } from '../components/Label.js';
import { Problem } from '../components/Problem.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { type MotionLine, papersQuery } from '../meeting/meetingQueries.js';
import type { PublishedLists } from '../meeting/publishedPapers.js';

interface Props {
  readonly id: string;
  readonly motion: Pick<MotionLine, 'id' | 'application'>;
}

/** The published ballots and receipts of one vote, and whether they match the roots in the minutes. */
export function PublishedPapers({ id, motion }: Props) {
  const t = useLabels(meeting);
  const [visible, setVisible] = useState(false);
  const { data, error } = useQuery({ ...papersQuery(id, motion.id), enabled: visible });
  return (
    <div className="publishedPapers">
      <Button size="small" aria-expanded={visible} onClick={() => setVisible(!visible)}>
        {t('published')}
        <span className="visuallyHidden">：{motion.application.applicantName}</span>
      </Button>
      {error === null ? null : <Problem error={error} />}
      {visible && data !== undefined ? <Lists papers={data} /> : null}
    </div>
  );
}

function Lists({ papers }: { readonly papers: PublishedLists }) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  const { ballots, receipts, ballotsRoot, receiptsRoot, rooted } = papers;
  return (
    <>
      <p role="status">
        <Label tone={rooted ? 'over' : 'late'}>{t(rooted ? 'rootsAgree' : 'rootsDiffer')}</Label>
      </p>
      <h3>{t('ballotList', { n: ballots.length })}</h3>
      <p>
        {t('root')} <code>{ballotsRoot}</code>
      </p>
      <ul className="receiptLines">
        {ballots.map(({ serial, choice }) => (
          <li key={serial}>
            {localize(choiceLabels[choice])} <code>{serial}</code>
          </li>
        ))}
      </ul>
      <h3>{t('receiptList', { n: receipts.length })}</h3>
      <p>
        {t('root')} <code>{receiptsRoot}</code>
      </p>
      <ul className="receiptLines">
        {receipts.map((serial) => (
          <li key={serial}>
            <code>{serial}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
