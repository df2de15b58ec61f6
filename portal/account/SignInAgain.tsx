import { useQueryClient } from '@tanstack/react-query';
import { Button, type InputRef, Modal } from 'antd';
import { useRef } from 'react';
import { meQuery } from '../api/me.js';
import { signedInAgain } from '../api/session.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { SignInForm } from './SignInForm.js';

/** A dialog over an open page whose session has ended; after signing in the person continues where they were. */
export function SignInAgain() {
  const t = useLabels(account);
  const client = useQueryClient();
  const password = useRef<InputRef>(null);
  const me = client.getQueryData(meQuery.queryKey);

  function processDue(personId: string) {
    // Another person must neither see nor send what was on the screen.
    if (me !== undefined && me.personId !== personId) window.location.assign('/');
    else signedInAgain.settle(true);
  }

  return (
    <Modal
      open
      title={t('again')}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      zIndex={1500}
      afterOpenChange={(open) => open && password.current?.focus()}
    >
      <p>{t('againMore')}</p>
      <SignInForm passwordRef={password} initial={me?.email ? { email: me.email } : {}} onSignedIn={processDue} />
      <Button type="link" block href="/sign-in" style={{ marginBlockStart: 8 }}>
        {t('leave')}
      </Button>
    </Modal>
  );
}
