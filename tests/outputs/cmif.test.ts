import { describe, expect, it } from 'vitest';
import { cmif } from '../../src/outputs/cmif.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { publicationOf, settings, withRecord } from '../fixtures/publications/telegram-39.ts';
import { elements, find, parse } from './read-tei.ts';
import { complaints } from './validate-xml.ts';

const home = 'https://edition.example/';
const unnamed = {
  ...withRecord({
    sender: [],
    recipient: [{ office: 'Secretary of State' }],
    dateSent: { date: '', supplied: [], inferred: [] },
    dateReceived: undefined,
  }),
  id: 'memorandum-moscow-1936',
};
const xml = cmif(settings, home, [publicationOf(), publicationOf(everything), publicationOf(unnamed)]);
const profile = find(parse(xml), 'profileDesc');
const descriptions = profile ? elements(profile) : [];

describe('the CMIF of the edition', () => {
  it('is valid', async () => {
    expect(await complaints('cmif', { 'cmif.xml': xml })).toEqual([]);
  });

  it('describes every document under its permalink', () => {
    expect(descriptions.map(({ attributes }) => attributes['ref'])).toEqual([
      'https://edition.example/documents/moscow-1936-39/',
      'https://edition.example/documents/moscow-despatch-1234/',
      'https://edition.example/documents/memorandum-moscow-1936/',
    ]);
  });

  it('says of an inferred date that it is uncertain, of a printed one nothing', () => {
    expect(xml.match(/<date when="1936[^>]*>/g)).toEqual([
      '<date when="1936-01-31" cert="low"/>',
      '<date when="1936-01-31"/>',
      '<date when="1936-01-31"/>',
      '<date when="1936-02-12" cert="low"/>',
    ]);
  });

  it('gives identifiers only where the register has them', () => {
    const given = new Set(xml.match(/(?:persName|orgName|placeName) ref="[^"]*"/g));
    expect([...given]).toEqual([
      'placeName ref="https://www.geonames.org/524901"',
      'placeName ref="https://www.geonames.org/4140963"',
    ]);
    expect(xml).toContain('<orgName>Secretary of State</orgName>');
  });

  it('is dated by the newest revision, never by the clock', () => {
    expect(xml).toContain('<date when="2026-12-01"/>');
  });
});
