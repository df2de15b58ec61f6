/** Achievements other than those that were filled in first: what a publicity has shown changes with them. */
export const otherAchievements = {
  achievements: {
    entries: [
      { title: '更正后的业绩', role: '参与', obtainedOn: '2023-05-20', description: '按主管部门意见更正本人作用。' },
    ],
  },
};
