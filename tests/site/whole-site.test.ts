import { describe } from 'vitest';
import { siteFolder } from '../setup/site.ts';
import { testWholeSite } from './whole-site.ts';

describe('in the edition, at a domain’s root,', () => {
  testWholeSite({ folder: siteFolder, base: '/', origin: 'http://localhost:4321' });
});
