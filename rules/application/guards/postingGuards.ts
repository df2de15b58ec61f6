import { startOfDay } from '../../calendar/instant.js';
import { refuse } from '../../refusal.js';
import { dataOf, early, type Guard, onAct, onFacts } from './guard.js';

/** Conditions on the unit's posting of the result. */
export const postingGuards = {
  // 会后次日公示，单位同步公示: on an earlier day there is nothing yet that could hang beside it.
  notice_begun: onFacts('结果公示已开始', 'the public notice has begun', ({ facts, act, clause }) => {
    const begins = facts.noticeFrom === null ? null : startOfDay(facts.noticeFrom);
    return begins !== null && act.receivedAt < begins
      ? early(begins, clause, { zh: '结果公示', en: 'The public notice' })
      : null;
  }),
  posting_displayed: onAct(
    '附张贴照片（政策要求的）',
    'photo of the posting, where asked for',
    ({ act, policy, clause }) =>
      dataOf('posting', act).photo !== undefined || !policy.postingPhoto.value
        ? null
        : refuse(
            'photo_missing',
            clause,
            {
              zh: '请先上传在本单位张贴公示的现场照片，再确认已公示。',
              en: 'Upload a photo of the posting in the unit first, then confirm it.',
            },
            { field: 'photo' },
          ),
  ),
  unit_has_posted: onFacts(
    '用人单位已确认公示（政策要求的）',
    'the unit has confirmed its posting, where the policy asks for that',
    ({ facts, policy }) => {
      const { value, clause } = policy.conferralAwaitsPosting;
      return !value || facts.unitPostedAt !== null
        ? null
        : refuse('posting_not_confirmed', clause, {
            zh: '用人单位尚未确认在本单位公示，确认后才授予资格。',
            en: 'The unit has not confirmed its posting of the result; the title is conferred once it has.',
          });
    },
  ),
} satisfies Record<string, Guard>;
