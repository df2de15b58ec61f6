import { z } from 'zod';
import { Attendance } from '../meetings/attendanceRoute.js';
import { CastBallot } from '../meetings/castRoute.js';
import { NewMeeting } from '../meetings/convene.js';
import { MeetingAct } from '../meetings/meetingActs.js';
import { MotionAct } from '../meetings/motionActs.js';
import { PapersRequest } from '../meetings/tokenRoute.js';
import {
  BallotFileAnswer,
  CountedAnswer,
  HeldAnswer,
  MeetingActedAnswer,
  MeetingAnswer,
  MeetingsAnswer,
  MinutesAnswer,
  MotionActedAnswer,
  MotionAnswer,
  MotionsAnswer,
  PapersAnswer,
  SignedPapersAnswer,
} from './meetingAnswers.js';
import type { Operation } from './operation.js';

const tag = '评审会议';
const room = '/api/meetings/{id}';
const motion = `${room}/motions/{motionId}`;
const ofCampaign = '/api/campaigns/{id}/meetings';

/** The review meeting, its votes and its minutes. */
export const meetingOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/me/meetings',
    tag,
    summary: '我所在评审委员会的会议',
    answers: { 200: MeetingsAnswer, 304: null },
  },
  { method: 'get', path: ofCampaign, tag, summary: '一个年度评审的会议', answers: { 200: MeetingsAnswer, 304: null } },
  {
    method: 'post',
    path: ofCampaign,
    tag,
    summary: '召集会议，议程为处于评审环节的申报',
    body: NewMeeting,
    answers: { 201: z.object({ id: z.uuid() }) },
  },
  {
    method: 'get',
    path: room,
    tag,
    summary: '会议现场：出席、法定人数、当前表决',
    answers: { 200: MeetingAnswer, 304: null },
  },
  {
    method: 'put',
    path: `${room}/attendance`,
    tag,
    summary: '本人签到或签退',
    body: Attendance,
    answers: { 200: Attendance },
  },
  {
    method: 'post',
    path: `${room}/actions/{event}`,
    tag,
    summary: '主任委员（不在会场时副主任委员）：开会、休会、结束；主任委员：宣布、签署、更正',
    body: MeetingAct,
    answers: { 200: MeetingActedAnswer },
  },
  { method: 'get', path: `${room}/motions`, tag, summary: '议程与结果', answers: { 200: MotionsAnswer, 304: null } },
  { method: 'get', path: motion, tag, summary: '一项表决', answers: { 200: MotionAnswer, 304: null } },
  {
    method: 'post',
    path: `${motion}/actions/{event}`,
    tag,
    summary: '主持人：开始、结束或作废一项表决；办事机构：无人可主持时指定主持人',
    body: MotionAct,
    answers: { 200: MotionActedAnswer },
  },
  {
    method: 'post',
    path: `${motion}/tokens`,
    tag,
    summary: '领取选票与回执（盲签名，每人一次）',
    body: PapersRequest,
    answers: { 200: SignedPapersAnswer },
  },
  { method: 'get', path: `${motion}/papers`, tag, summary: '计票后公布的选票与回执', answers: { 200: PapersAnswer } },
  {
    method: 'post',
    path: '/api/ballots/{motionId}',
    tag,
    summary: '投票：不登录，不记录来源和时间',
    open: true,
    body: CastBallot,
    answers: { 200: CountedAnswer, 202: HeldAnswer },
  },
  { method: 'get', path: `${room}/minutes`, tag, summary: '会议纪要与更正', answers: { 200: MinutesAnswer } },
  { method: 'get', path: `${room}/minutes.html`, tag, summary: '会议纪要，打印归档用', answers: { 200: 'file' } },
  { method: 'get', path: `${room}/export`, tag, summary: '导出，供离线核验', answers: { 200: BallotFileAnswer } },
];
