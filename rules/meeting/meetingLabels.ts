import type { BilingualText } from '../bilingualText.js';

/** Message for anybody but the chair. */
export const chairOnly: BilingualText = {
  zh: '只有本评审委员会的主任委员可以办理。',
  en: 'Only the chair of this committee can do this.',
};

/** Message for others about an act the deputy may do while the chair is absent. */
export const chairOrDeputy: BilingualText = {
  zh: '由本评审委员会的主任委员办理；主任委员不在会场时，由副主任委员办理。',
  en: 'This is for the chair of this committee, and for the deputy while the chair is not in the room.',
};

/** Message while another vote of the meeting is open. */
export const otherVote: BilingualText = {
  zh: '还有一项表决没有结束，请先结束或作废这项表决。',
  en: 'Another vote is still open. Please close it, or declare it void, first.',
};

/** Message when password or code is wrong. */
export const wrongSecondFactor: BilingualText = {
  zh: '密码或动态验证码不正确，请重新输入。',
  en: 'The password or the one-time code is wrong. Please enter them again.',
};
