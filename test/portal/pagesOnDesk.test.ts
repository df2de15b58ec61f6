import { lookAtEveryPage } from './support/everyPage.js';

describe('At a desk every page fits, is quiet and shuts nobody out, by day and by night:', () => lookAtEveryPage(1440));
