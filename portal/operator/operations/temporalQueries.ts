const day = 24 * 60 * 60_000;
const instant = (at: number) => `'${new Date(at).toISOString()}'`;
const quoted = (text: string) => `'${text.replaceAll(/['\\]/g, '')}'`;
const running = "WorkflowType = 'application' AND ExecutionStatus = 'Running'";

/** Lists of the Temporal UI that operators look at, by its own search. `now`: campaign time. */
export function queriesAt(now: number) {
  return [
    ['query_parked', `${running} AND PingshenNeedsAttention = true`],
    ['query_pastDue', `${running} AND PingshenDue < ${instant(now)}`],
    ['query_week', `${running} AND PingshenDue >= ${instant(now)} AND PingshenDue < ${instant(now + 7 * day)}`],
    ['query_rebuilt', `${running} AND PingshenRebuilt IS NOT NULL`],
    ['query_failed', "ExecutionStatus IN ('Failed', 'Terminated', 'TimedOut')"],
  ] as const;
}

/** What runs of a unit. */
export function queryOfUnit(unitId: string): string {
  return `${running} AND PingshenUnit = ${quoted(unitId)}`;
}
