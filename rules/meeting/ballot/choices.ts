/** What a ballot can say (人社部令第40号: 无记名投票). */
export const choices = ['agree', 'disagree', 'abstain'] as const;
export type Choice = (typeof choices)[number];

export const choiceLabels: Readonly<Record<Choice, { readonly zh: string; readonly en: string }>> = {
  agree: { zh: '同意', en: 'Agree' },
  disagree: { zh: '反对', en: 'Disagree' },
  abstain: { zh: '弃权', en: 'Abstain' },
};
