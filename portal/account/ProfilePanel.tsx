import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { urgentTopics } from '../../rules/notifications/urgentLetters.js';
import { type Language, letterWays } from '../../rules/people/membership.js';
import { answer, api } from '../api/client.js';
import { useChannels } from '../api/config.js';
import { meQuery } from '../api/me.js';
import { chooseLanguage } from '../app/appearance.js';
import { FormModal } from '../components/FormModal.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { account } from '../labels/account.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { ContactFields } from '../registration/ContactFields.js';

const key = 'profile';
type Settings = {
  readonly letters: (typeof letterWays)[number];
  readonly language: Language | null;
};

/** Name, address, number, ways of letters, and language; another name is asked for with a reason. */
export function ProfilePanel() {
  const t = useLabels(membership);
  const tAccount = useLabels(account);
  const localize = useLocalized();
  const mark = useMarks();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const sms = useChannels().includes('sms');
  const [open, setOpen] = useState<'name' | 'contact' | null>(null);
  const { data, error } = useQuery({
    queryKey: [key],
    queryFn: ({ signal }) => answer(api.GET('/api/me/profile', { signal })),
  });
  const saving = useMutation({
    mutationFn: (body: Settings) => answer(api.PATCH('/api/me/profile', { body })),
    onSuccess: (_, { language }) => {
      if (language === null) return;
      chooseLanguage(language);
      void i18n.changeLanguage(language);
    },
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  });
  const failed = error ?? saving.error;
  const change = data?.nameChange ?? null;
  const close = () => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Panel title={t('profile')}>
      {failed === null ? null : <Problem error={failed} />}
      {data === undefined ? null : (
        <>
          <ul className="lines">
            <li>
              <span>
                {t('name')} <strong lang="zh-CN">{data.name}</strong> <span className="quiet">{data.idNumber}</span>
                {change === null || change.outcome === 'accepted' ? null : (
                  <div className="quiet">
                    {change.outcome === null
                      ? t('nameWaiting', { name: change.name })
                      : t('nameRefused', { name: change.name })}
                  </div>
                )}
              </span>
              <Button size="small" onClick={() => setOpen('name')}>
                {t('changeName')}
              </Button>
            </li>
            <li>
              <span>
                <div>
                  {tAccount('email')} {data.email ?? <span className="quiet">{t('none')}</span>}
                </div>
                {sms ? (
                  <div>
                    {t('phone')} {data.phone ?? <span className="quiet">{t('none')}</span>}
                  </div>
                ) : null}
              </span>
              <Button size="small" onClick={() => setOpen('contact')}>
                {t('changeContact')}
              </Button>
            </li>
          </ul>
          <Form<Settings>
            layout="vertical"
            requiredMark={false}
            initialValues={{ letters: data.letters, language: data.language }}
            onFinish={({ letters = data.letters, language }: Partial<Settings> & Pick<Settings, 'language'>) =>
              saving.mutate({ letters, language })
            }
          >
            {sms && data.phone !== null ? (
              <Form.Item
                name="letters"
                label={t('letters')}
                extra={t('urgentLetters', { topics: urgentTopics.map(localize).join(mark.comma) })}
              >
                <Radio.Group options={letterWays.map((value) => ({ value, label: t(`letters_${value}`) }))} />
              </Form.Item>
            ) : null}
            <Form.Item name="language" label={t('language')}>
              <Radio.Group
                options={[
                  { value: 'zh', label: '中文' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </Form.Item>
            {saving.isSuccess ? <p role="status">{t('saved')}</p> : null}
            <Button htmlType="submit" loading={saving.isPending}>
              {t('save')}
            </Button>
          </Form>
        </>
      )}
      {open === 'name' ? (
        <FormModal<{ name: string; reason: string }, unknown>
          title={t('changeName')}
          ok={t('changeName')}
          invalidates={key}
          send={(body) => answer(api.POST('/api/me/name-changes', { body }))}
          onClose={close}
          onDone={close}
        >
          <Form.Item
            name="name"
            label={t('newName')}
            rules={[{ required: true, whitespace: true, message: t('required') }]}
          >
            <Input maxLength={50} />
          </Form.Item>
          <RequiredReason label={t('reason')} missing={t('required')} maxLength={500} />
        </FormModal>
      ) : null}
      {open === 'contact' ? (
        <FormModal<{ contact: string; code: string; password: string }, unknown>
          title={t('changeContact')}
          ok={t('save')}
          invalidates={key}
          send={(body) => answer(api.POST('/api/me/contact', { body }))}
          onClose={close}
          onDone={close}
        >
          <ContactFields send={(contact) => answer(api.POST('/api/me/contact-codes', { body: { contact } }))} />
          <Form.Item name="password" label={t('yourPassword')} rules={[{ required: true, message: t('required') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </FormModal>
      ) : null}
    </Panel>
  );
}
