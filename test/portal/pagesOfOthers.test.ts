import { lookAtPages } from './support/everyPage.js';

describe('On a desk and a telephone each page of everybody else fits, is quiet and shuts nobody out, by day and by night:', () =>
  lookAtPages('others', (route) => !/^\/(office|chair|expert)(\/|$)/.test(route)));
