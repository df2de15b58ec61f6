import { Form } from 'antd';
import { useEffect } from 'react';
import { conferral } from '../../labels/conferral.js';
import { useLabels } from '../../labels/labelArea.js';
import { PostingPhotos, usePostingPhotos } from '../dossier/PostingPhotos.js';
import type { FieldsProps } from './fields.js';

/**
 * The photo that proves the posting. It is uploaded at once, so that neither a refusal nor closing the dialog loses it.
 */
export function Posting({ application }: FieldsProps) {
  const t = useLabels(conferral);
  const form = Form.useFormInstance();
  const { missing } = usePostingPhotos(application);
  useEffect(() => {
    if (!missing) form.setFields([{ name: 'photo', errors: [] }]);
  }, [form, missing]);
  return (
    <Form.Item
      name="photo"
      rules={[{ validator: () => (missing ? Promise.reject(new Error(t('photoFirst'))) : Promise.resolve()) }]}
    >
      <PostingPhotos application={application} />
    </Form.Item>
  );
}
