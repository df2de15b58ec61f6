import { formatInstantZh } from '../../../rules/calendar/instant.js';
import type { NotificationTemplate } from './notification.js';

type MembershipKind = 'membership_asked' | 'membership_accepted' | 'membership_refused' | 'membership_ended';
type RegistrationKind = 'unit_registration_asked' | 'unit_registration_accepted' | 'unit_registration_refused';

/** Letters about who belongs to a unit, who is invited, and units that register themselves. */
export const membershipNotifications = {
  membership_asked: ({ membership }) => ({
    title: '有人申请加入本单位 / People ask to join the unit',
    happened: `有人申请成为${membership?.unitName ?? '本单位'}的申报人。Somebody asks to join the unit.`,
    todo: '请核对是否本单位人员，同意或说明理由不同意；可以成批办理。Please accept or refuse, in batches if you like.',
    path: '/unit/people',
  }),
  membership_accepted: ({ membership }) => ({
    title: `${membership?.unitName ?? '单位'}已同意您加入`,
    happened: `${membership?.unitName ?? '单位'}已同意您加入，您可以由该单位申报。You have been accepted and can apply from this unit.`,
    todo: '无须回复；需要申报的，请登录后新建申报。',
    path: '/applicant',
  }),
  membership_refused: ({ membership }) => ({
    title: `${membership?.unitName ?? '单位'}未同意您加入`,
    happened: `${membership?.unitName ?? '单位'}未同意您加入。The unit did not accept you.`,
    reason: membership?.reason ?? null,
    todo: '选错单位的，请另选单位申请；有疑问的，请与单位联系。You can ask another unit.',
    path: '/membership',
  }),
  membership_ended: ({ membership, to, detail }) => ({
    title: to === 'unit' ? '有人员离开本单位' : `您已不再是${membership?.unitName ?? '原单位'}的人员`,
    happened:
      to === 'unit'
        ? `${membership?.personName ?? '一名人员'}已不再由${membership?.unitName ?? '本单位'}申报（${formatInstantZh(detail.at)}）。`
        : `${membership?.unitName ?? '单位'}登记您已离开（${formatInstantZh(detail.at)}）。The unit noted that you left it.`,
    reason: detail.reason ?? null,
    todo: '未办结的申报仍由原单位办理，期限不变；以后的申报由新单位办理。Applications under way stay with the unit they were filed at.',
    path: to === 'unit' ? '/unit/people' : '/membership',
  }),
  account_invitation: ({ invitation }) => ({
    title: invitation?.scopeName ? `${invitation.scopeName}邀请您 / Invitation` : '请启用您的账户 / Your account',
    happened:
      invitation?.scopeName === null
        ? '已为您开设职称评审系统的账户。An account has been opened for you.'
        : `${invitation?.scopeName ?? ''}邀请您${invitation?.role === 'applicant' ? '作为本单位人员申报职称 as one of its people' : '担任职称评审经办人 as a clerk'}。`,
    todo: '请打开下面的链接，核对姓名并设置密码。链接只能使用一次，请勿转给他人。不是您本人的，请不必理会。Open the link, check your name and set a password. It works once; if this is not meant for you, ignore it.',
    until: invitation ? [{ zh: '链接有效至', en: 'The link works until', ends: invitation.expiresAt }] : [],
    path: `/join#${invitation?.token ?? ''}`,
  }),
  unit_registration_asked: ({ registration, to }) => ({
    title: '有单位申请登记 / A unit asks to be registered',
    happened: `${registration?.name ?? '一个单位'}申请登记为用人单位。`,
    todo: '请核对统一社会信用代码、名称和隶属关系，同意或说明理由不同意。Please accept or refuse it.',
    path: to === 'unit' ? '/unit/people' : to === 'department' ? '/department/units' : '/office/units',
  }),
  unit_registration_accepted: ({ registration }) => ({
    title: `${registration?.name ?? '单位'}已登记`,
    happened: `${registration?.name ?? '单位'}已登记为用人单位，您是经办人。The unit is registered, and you are its clerk.`,
    todo: '请登录，按提示设置动态验证码，再邀请或同意本单位人员。',
    path: '/unit/people',
  }),
  unit_registration_refused: ({ registration }) => ({
    title: `${registration?.name ?? '单位'}未予登记`,
    happened: `${registration?.name ?? '单位'}的登记申请未获同意。The unit was not registered.`,
    reason: registration?.reason ?? null,
    todo: '请按理由更正后重新申请。',
    path: '/membership',
  }),
} as const satisfies Record<MembershipKind | RegistrationKind | 'account_invitation', NotificationTemplate>;
