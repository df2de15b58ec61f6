import { byDefault } from './campaigns/ruled.js';
import type { Policy, Ruled } from './policy.js';

/** Values that policies have had only since later, with what holds for one that was stored without them. */
const laterValues: Readonly<Record<'correctionViaUnit' | 'postingPhoto', Ruled<boolean>>> = {
  correctionViaUnit: byDefault(false, '通知 四（三）：补正直接上报评委会'),
  postingPhoto: byDefault(false, '通知 三（五）未规定：单位公示不须附照片'),
};

/** Whether a correction goes to the unit before the committee. */
export function correctedViaUnit({ correctionViaUnit = laterValues.correctionViaUnit }: Policy): boolean {
  return correctionViaUnit.value;
}

/** Whether a unit may confirm its posting of the result only with a photo of it. */
export function postingPhotoRequired({ postingPhoto = laterValues.postingPhoto }: Policy): boolean {
  return postingPhoto.value;
}

/** The policy with these values filled in, so that the office can see, confirm and change each. */
export function withLaterValues(policy: Policy): Policy {
  return { ...laterValues, ...policy };
}
