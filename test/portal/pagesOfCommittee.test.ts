import { lookAtPages } from './support/everyPage.js';

describe('On a desk and a telephone each page of the office and the committee fits, is quiet and shuts nobody out, by day and by night:', () =>
  lookAtPages('committee', (route) => /^\/(office|chair|expert)(\/|$)/.test(route)));
