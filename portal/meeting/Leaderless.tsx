import { Alert } from 'antd';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import type { MotionLine } from './meetingQueries.js';

/** Warns the office how many votes no member may lead, before the meeting has to wait for one. */
export function Leaderless({ motions }: { readonly motions: readonly MotionLine[] }) {
  const t = useLabels(meeting);
  const names = motions
    .filter(({ leading }) => leading !== null && leading.nameable.length > 0)
    .map(({ application }) => application.applicantName);
  if (names.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('leaderless', { n: names.length })}
      description={
        <>
          <span lang="zh-CN">{names.slice(0, 10).join('、')}</span>
          {names.length > 10 ? ' …' : ''} {t('leaderlessMore')}
        </>
      }
    />
  );
}
