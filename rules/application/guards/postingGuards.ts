import { refuse } from '../../refusal.js';
import { dataOf, type Guard, onAct } from './guard.js';

/** Conditions on the unit's posting of the result. */
export const postingGuards = {
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
} as const satisfies Record<string, Guard>;
