import { line } from './text.js';

// The codes of a campaign are data of its policy: a request's code is checked against it where it is used.

export const level = line(64).meta({ description: '级别编码，见评审政策 codes.levels' });
export const track = line(64).meta({ description: '申报途径编码，见评审政策 codes.tracks' });
export const employerKind = line(64).meta({ description: '单位类别编码，见评审政策 codes.employerKinds' });
export const employerRank = line(64).meta({ description: '单位层级编码，见评审政策 codes.employerRanks' });
export const skillGrade = line(64).meta({ description: '技能等级编码，见评审政策 codes.skillGrades' });
export const exemptionGround = line(64).meta({ description: '免于答辩事由编码，见评审政策 codes.exemptionGrounds' });
