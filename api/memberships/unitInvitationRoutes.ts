import { wakeMail } from '../../engine/wakeMail.js';
import { addInvitations } from '../../records/memberships/addInvitations.js';
import {
  countInvitations,
  invitationsOf,
  resendInvitation,
  withdrawInvitation,
} from '../../records/memberships/invitations.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { channelTo } from '../../rules/people/contact.js';
import { invitationState } from '../../rules/people/invitations.js';
import { isUuid } from '../applications/visible.js';
import { columnsOf } from '../contacts/contactBody.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { PageQuery, pageFrom } from './decisionBody.js';
import { InvitedPeople, InvitedPeopleAnswer, UnitInvitationsAnswer } from './invitationBodies.js';
import { ownUnit } from './ownUnit.js';

const tag = '所在单位';
const path = '/api/units/{id}/invitations';
const clerks = { tag, roles: 'signed in', among: ['unit'], subject: ownUnit } as const;
/** A unit's list is sent once; more in a day is a mistake or misuse. */
const mostADay = 3_000;
const day = 24 * 3_600_000;

/** A unit invites its people and further clerks. Its answers say nothing about accounts that are not its own people's. */
export const unitInvitationRoutes = [
  defineRoute({
    ...clerks,
    method: 'get',
    path,
    summary: '本单位发出的邀请，最近的在前（单位）',
    query: PageQuery.omit({ q: true }),
    answers: { 200: UnitInvitationsAnswer },
    handle: async ({ subject: unitId, query }, { db, wallClock }) => {
      const rows = await invitationsOf(db, { unitId, skip: query.cursor, limit: query.limit + 1 });
      const { items, next } = pageFrom(rows, query);
      return {
        items: items.map(({ email, phone, invitedAt, expiresAt, acceptedAt, withdrawnAt, ...one }) => ({
          ...one,
          contact: email ?? phone ?? '',
          state: invitationState({ acceptedAt, withdrawnAt, expiresAt }, wallClock()),
          invitedAt: isoInBeijing(invitedAt),
          expiresAt: isoInBeijing(expiresAt),
        })),
        next,
      };
    },
  }),
  defineRoute({
    ...clerks,
    method: 'post',
    path,
    summary: '邀请人员加入本单位，或邀请经办人；一次至多500人（单位）',
    freshFactor: true,
    body: InvitedPeople,
    answers: { 201: InvitedPeopleAnswer },
    handle: async ({ subject: unitId, caller, body: { people, role, partTime } }, services) => {
      const { db, wallClock } = services;
      const at = wallClock();
      const unreached = services.sms == null ? people.findIndex(({ contact }) => channelTo(contact) === 'sms') : -1;
      if (unreached >= 0) throw noMessages(unreached);
      if ((await countInvitations(db, unitId, at - day)) + people.length > mostADay) throw tooMany();
      const once = people.filter(({ contact }, index) => people.findIndex((one) => one.contact === contact) === index);
      const invited = once.map(({ name, contact }) => ({
        name,
        ...columnsOf(contact),
        to: { unitId, role, partTime: role === 'applicant' && partTime },
      }));
      const added = await addInvitations(db, invited, { by: caller.personId, at });
      wakeMail(services);
      const sent = new Set(once.filter((_, index) => added.has(index)));
      return { items: people.map((one) => ({ ...one, invited: sent.has(one) })) };
    },
  }),
  ...(
    [
      ['resend', resendInvitation, '再次发出邀请，原链接失效（单位）'],
      ['withdraw', withdrawInvitation, '撤回邀请（单位）'],
    ] as const
  ).map(([act, perform, summary]) =>
    defineRoute({
      ...clerks,
      method: 'post',
      path: `${path}/{invitationId}/${act}`,
      summary,
      answers: { 204: null },
      handle: async ({ subject: unitId, params: { invitationId: id } }, services) => {
        if (!isUuid(id) || !(await perform(services.db, { id, unitId, at: services.wallClock() })))
          throw new Problem('not_found', {
            zh: '没有这份邀请，或已被接受、已撤回。',
            en: 'There is no such invitation, or it was accepted or withdrawn.',
          });
        wakeMail(services);
      },
    }),
  ),
];

const noMessages = (index: number) =>
  new Problem(
    'body_invalid',
    { zh: '目前不能发送短信，请填写邮箱。', en: 'No short messages can be sent here; please give an email address.' },
    { field: `people.${index}.contact` },
  );

const tooMany = () =>
  new Problem(
    'too_many_requests',
    {
      zh: `一个单位一天至多发出${mostADay}份邀请，请明天再发。`,
      en: `A unit sends at most ${mostADay} invitations a day; please go on tomorrow.`,
    },
    { retryAfterSeconds: 3_600 },
  );
