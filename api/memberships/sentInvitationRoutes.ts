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
import { type Inviting, invitationState, rolesInvitedBy } from '../../rules/people/invitations.js';
import { isUuid } from '../applications/visible.js';
import { columnsOf } from '../contacts/contactBody.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { PageQuery, pageFrom } from './decisionBody.js';
import { InvitedPeopleAnswer, invitedPeople, SentInvitationsAnswer } from './invitationBodies.js';
import { ownOrganisation } from './ownUnit.js';

/** A list is sent once; more in a day is a mistake or misuse. */
const mostADay = 3_000;
const day = 24 * 3_600_000;
const names = {
  units: { tag: '所在单位', own: '本单位', whom: '人员加入本单位，或邀请经办人', who: '单位', role: 'unit' },
  departments: { tag: '设立', own: '本部门', whom: '经办人', who: '主管部门', role: 'department' },
} as const;

/** A unit invites its people and further clerks, a department its clerks. The answers say nothing about accounts that are not its own people's. */
export const sentInvitationRoutes = [...routesOf('units'), ...routesOf('departments')];

function routesOf(of: Inviting) {
  const { tag, own, whom, who, role: clerk } = names[of];
  const path = `/api/${of}/{id}/invitations` as const;
  const clerks = { tag, roles: 'signed in', among: [clerk], subject: ownOrganisation[of] } as const;
  return [
    defineRoute({
      ...clerks,
      method: 'get',
      path,
      summary: `${own}发出的邀请，最近的在前（${who}）`,
      query: PageQuery.omit({ q: true }),
      answers: { 200: SentInvitationsAnswer },
      handle: async ({ subject: by, query }, { db, wallClock }) => {
        const rows = await invitationsOf(db, { by, skip: query.cursor, limit: query.limit + 1 });
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
      summary: `邀请${whom}；一次至多500人（${who}）`,
      freshFactor: true,
      body: invitedPeople(rolesInvitedBy[of]),
      answers: { 201: InvitedPeopleAnswer },
      handle: async ({ subject: by, caller, body: { people, role, partTime } }, services) => {
        const { db, wallClock } = services;
        const at = wallClock();
        const unreached = services.sms == null ? people.findIndex(({ contact }) => channelTo(contact) === 'sms') : -1;
        if (unreached >= 0) throw noMessages(unreached);
        if ((await countInvitations(db, by, at - day)) + people.length > mostADay) throw tooMany();
        const once = people.filter(
          ({ contact }, index) => people.findIndex((one) => one.contact === contact) === index,
        );
        const to = { ...by, role, partTime: role === 'applicant' && partTime };
        const invited = once.map(({ name, contact }) => ({ name, ...columnsOf(contact), to }));
        const added = await addInvitations(db, invited, { by: caller.personId, at });
        wakeMail(services);
        const sent = new Set(once.filter((_, index) => added.has(index)));
        return { items: people.map((one) => ({ ...one, invited: sent.has(one) })) };
      },
    }),
    ...(
      [
        ['resend', resendInvitation, '再次发出邀请，原链接失效'],
        ['withdraw', withdrawInvitation, '撤回邀请'],
      ] as const
    ).map(([act, perform, summary]) =>
      defineRoute({
        ...clerks,
        method: 'post',
        path: `${path}/{invitationId}/${act}`,
        summary: `${summary}（${who}）`,
        answers: { 204: null },
        handle: async ({ subject: by, params: { invitationId: id } }, services) => {
          if (!isUuid(id) || !(await perform(services.db, { id, by, at: services.wallClock() })))
            throw new Problem('not_found', {
              zh: '没有这份邀请，或已被接受、已撤回。',
              en: 'There is no such invitation, or it was accepted or withdrawn.',
            });
          wakeMail(services);
        },
      }),
    ),
  ];
}

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
      zh: `一个单位或部门一天至多发出${mostADay}份邀请，请明天再发。`,
      en: `At most ${mostADay} invitations are sent a day; please go on tomorrow.`,
    },
    { retryAfterSeconds: 3_600 },
  );
