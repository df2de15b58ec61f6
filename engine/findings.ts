/** What is wrong with a workflow, with the words for the operators. */
export const findings = {
  missing: { zh: '流程引擎中没有这个流程', en: 'the engine has no such workflow' },
  ended: { zh: '流程已终止，而登记簿仍在办理', en: 'the workflow has ended and the record goes on' },
  behind: { zh: '流程落后于登记簿', en: 'the workflow is behind the record' },
  differs: { zh: '流程与登记簿不一致', en: 'the workflow and the record differ' },
  ahead: { zh: '流程超前于登记簿', en: 'the workflow is ahead of the record' },
  failing: { zh: '流程任务反复失败', en: "the workflow's task fails again and again" },
  unrecorded: { zh: '登记簿中没有这一事项', en: 'the record holds nothing of it' },
  asked: { zh: '运维人员要求重建', en: 'an operator asked for it' },
} as const;
export type Finding = keyof typeof findings;
