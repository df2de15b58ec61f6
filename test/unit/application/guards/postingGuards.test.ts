import type { postingGuards } from '../../../../rules/application/guards/postingGuards.js';
import { startOfDay } from '../../../../rules/calendar/instant.js';
import { changed, judging, now, policy, today } from './judging.js';

judging<keyof typeof postingGuards>({
  notice_begun: [
    ['from the first instant of its day', { facts: { noticeFrom: today }, at: startOfDay(today) }, null],
    ['a millisecond before', { facts: { noticeFrom: today }, at: startOfDay(today) - 1 }, ['window_not_open']],
    ['no notice', { at: 0 }, null],
  ],
  posting_displayed: [
    ['a photo', { data: { photo: {} }, policy: changed('postingPhoto', true) }, null],
    ['none', { data: {}, policy: changed('postingPhoto', true) }, ['photo_missing', 'photo']],
    ['none is asked for', { data: {}, policy: changed('postingPhoto', false) }, null],
  ],
  unit_has_posted: [
    ['not asked for', {}, null],
    [
      'not yet',
      { policy: changed('conferralAwaitsPosting', true) },
      ['posting_not_confirmed', null, policy.conferralAwaitsPosting.clause],
    ],
    ['confirmed', { facts: { unitPostedAt: now }, policy: changed('conferralAwaitsPosting', true) }, null],
  ],
});
