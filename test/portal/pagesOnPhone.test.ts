import { lookAtEveryPage } from './support/everyPage.js';

describe('On a telephone every page fits, is quiet and shuts nobody out, by day and by night:', () =>
  lookAtEveryPage(390));
