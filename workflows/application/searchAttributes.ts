import { defineSearchAttributeKey, type SearchAttributePair, type SearchAttributeUpdatePair } from '@temporalio/common';
import type { Facts } from '../../rules/application/facts.js';

/** What an operator can filter and sort by in the Temporal UI. */
export const searchAttributes = {
  number: defineSearchAttributeKey('PingshenNumber', 'KEYWORD'),
  status: defineSearchAttributeKey('PingshenStatus', 'KEYWORD'),
  campaign: defineSearchAttributeKey('PingshenCampaign', 'KEYWORD'),
  unit: defineSearchAttributeKey('PingshenUnit', 'KEYWORD'),
  level: defineSearchAttributeKey('PingshenLevel', 'KEYWORD'),
  due: defineSearchAttributeKey('PingshenDue', 'DATETIME'),
  submissions: defineSearchAttributeKey('PingshenSubmissions', 'INT'),
  needsAttention: defineSearchAttributeKey('PingshenNeedsAttention', 'BOOL'),
  /** How far the workflow has followed its record: the reconciler compares. */
  seq: defineSearchAttributeKey('PingshenSeq', 'INT'),
  /** Why the workflow was begun again from the record, as the reconciler found it; absent on one that never was. */
  rebuilt: defineSearchAttributeKey('PingshenRebuilt', 'KEYWORD'),
} as const;

/** The attributes that change in the course of an application; `due` is the earliest running deadline, null for none. */
export function searchable(facts: Facts, needsAttention: boolean): readonly SearchAttributeUpdatePair[] {
  const due = Math.min(...Object.values(facts.deadlines).map((deadline) => deadline.due));
  return [
    { key: searchAttributes.status, value: facts.status },
    { key: searchAttributes.due, value: Number.isFinite(due) ? new Date(due) : null },
    { key: searchAttributes.submissions, value: facts.submissions },
    { key: searchAttributes.needsAttention, value: needsAttention },
    { key: searchAttributes.seq, value: facts.seq },
  ];
}

/** The attributes an application starts with. */
export function startingAttributes(number: string, facts: Facts, rebuilt: string | null): SearchAttributePair[] {
  return [
    { key: searchAttributes.number, value: number },
    { key: searchAttributes.campaign, value: facts.campaignId },
    { key: searchAttributes.unit, value: facts.unitId },
    { key: searchAttributes.level, value: facts.profile.level },
    ...(rebuilt === null ? [] : [{ key: searchAttributes.rebuilt, value: rebuilt }]),
    ...searchable(facts, false).filter((pair): pair is SearchAttributePair => pair.value !== null),
  ];
}

/** Whether two pairs of the same attribute have the same value. */
export function sameValue(one: SearchAttributeUpdatePair, other: SearchAttributeUpdatePair | undefined): boolean {
  return other !== undefined && String(one.value) === String(other.value);
}
