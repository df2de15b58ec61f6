import { common } from '../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import './campaignContacts.css';
import { useCampaignAtHand } from './useCampaignAtHand.js';
import { useWide } from './useWide.js';

/** At the foot of each page: whom to ask and where to report in the campaign at hand. On a telephone it is folded. */
export function CampaignContacts() {
  const t = useLabels(common);
  const localize = useLocalized();
  const mark = useMarks();
  const isWide = useWide();
  const campaign = useCampaignAtHand();
  if (campaign === undefined) return null;
  const { id, title, contacts, files } = campaign;
  return (
    <footer className="campaignContacts">
      <details open={isWide}>
        <summary>
          {t('contacts')}
          {mark.colon}
          <span lang="zh-CN">{title}</span>
        </summary>
        <div className="contactLines">
          {contacts.map(({ name, zh, en, value }) => (
            <span key={name}>
              {localize({ zh, en })}
              {mark.colon}
              <span lang="zh-CN">{value}</span>
            </span>
          ))}
          <a href={`/announcements/${id}${files > 0 ? '#files' : ''}`}>
            {t(files > 0 ? 'noticeAndFiles' : 'publicNotices')}
          </a>
        </div>
      </details>
    </footer>
  );
}
