import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { useMarks, useSay, useWords } from '../words/area.js';
import { course as area } from '../words/course.js';
import { office } from '../words/office.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { CourseActions } from './course/CourseActions.js';
import { whileCarrying } from './course/courseQueries.js';
import { Dates } from './course/Dates.js';
import { Meetings } from './course/Meetings.js';
import { Past } from './course/Past.js';
import { NewerCalendar } from './policy/NewerCalendar.js';
import { useCampaignId } from './useCampaign.js';
import './course/course.css';

/** `/office/course`, `/office/campaigns/:id/course`: where the campaign is, what comes next, what may be done now. */
export function CoursePage() {
  const t = useWords(area);
  const words = useWords(office);
  const say = useSay();
  const mark = useMarks();
  const own = useCampaignId();
  const { id = own } = useParams();
  const query = useQuery({
    ...campaignQuery(id),
    refetchInterval: ({ state }) => whileCarrying(state.data?.course ?? undefined),
  });
  const campaign = query.data;
  const course = campaign?.course ?? undefined;
  return (
    <Page
      title={t('course')}
      query={query}
      lead={campaign === undefined ? undefined : <span lang="zh-CN">{campaign.title}</span>}
      actions={
        <>
          <CampaignChoice id={id} />
          <Link to={`/office/campaigns/${id}/policy`}>{words('policy')}</Link>
        </>
      }
    >
      {campaign === undefined || course === undefined ? null : (
        <div className="stack">
          <NewerCalendar campaignId={id} />
          <Panel title={`${t('stands')}${mark.colon}${say(course.words)}`}>
            <p style={{ marginBlockStart: 0 }}>
              {course.next === null ? (
                t('nothingByItself')
              ) : (
                <>
                  {t('nextByItself', { what: say(course.next.words) })} <Instant at={course.next.at} />
                </>
              )}
            </p>
            <CourseActions campaignId={id} course={course} />
          </Panel>
          <Meetings course={course} policy={campaign.policy as Policy} />
          <Dates course={course} />
          <Past campaignId={id} />
        </div>
      )}
    </Page>
  );
}
