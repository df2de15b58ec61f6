/**
 * The version of the law that `decide` and `decideCampaign` apply. It is recorded with each event, so that a verifier knows
 * whether it can judge the event again. Raise it with every change after which a recorded act would be decided otherwise.
 */
export const lawVersion = 3;
