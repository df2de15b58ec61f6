import { z } from 'zod';
import { Deadline } from '../openapi/deadlineAnswer.js';
import { at, event, json, label, role, sha256, status } from '../openapi/parts.js';

export const TimelineAnswer = z.object({
  events: z.array(
    z
      .object({
        seq: z.int(),
        law: z.int().meta({ description: '据以办理的规则版本' }),
        event,
        eventLabels: label,
        actor: z.object({ role, personId: z.string(), scope: z.string().nullable(), zh: z.string(), en: z.string() }),
        at,
        recordedAt: at,
        from: status,
        to: status,
        key: z.string(),
        data: json,
        changes: json,
        deadlines: z.array(Deadline),
        freeTextHash: sha256.nullable(),
        freeText: json.nullable(),
        freeTextMasked: z
          .boolean()
          .meta({ description: '所附文字与登记的不同：证件号码、电话已隐去，或联系方式已解密' }),
        prevHash: sha256,
        hash: sha256,
      })
      .meta({ id: 'TimelineEvent' }),
  ),
});
