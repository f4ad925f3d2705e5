import { describe } from 'vitest';
import { edition } from '../setup/site.ts';
import { testWholeSite } from './whole-site.ts';

const published = await edition('published');
const trial = await edition('trial');

describe('in the edition, at a domain’s root,', () => testWholeSite(published));
describe('in an edition under a sub-path, with hostile words in every field,', () => testWholeSite(trial));
