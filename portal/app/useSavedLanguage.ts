import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.js';
import { chooseLanguage, languageTakenOf, takeLanguageOf } from './appearance.js';

/** Turns to the language the person saved, once a sign-in: the button beside it stands until the next. */
export function useSavedLanguage(): void {
  const { personId, language } = useMe();
  const { i18n } = useTranslation();
  useEffect(() => {
    if (languageTakenOf() === personId) return;
    takeLanguageOf(personId);
    if (language === null || language === i18n.language) return;
    chooseLanguage(language);
    void i18n.changeLanguage(language);
  }, [personId, language, i18n]);
}
