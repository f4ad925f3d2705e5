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
    dateSent: undefined,
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

  it('names the edition by a UUID that outlives a change of its address, and its licence in the words of CMIF', () => {
    const [, own = ''] = /<bibl type="online" xml:id="(edition-[^"]+)">/.exec(xml) ?? [];
    expect(own).toMatch(/^edition-[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(xml).toContain(`source="#${own}"`);
    expect(cmif(settings, 'https://elsewhere.example/x/', [publicationOf()])).toContain(`xml:id="${own}"`);
    expect(cmif({ ...settings, title: 'Another' }, home, [publicationOf()])).not.toContain(own);
    expect(xml).toContain(
      '<licence target="https://creativecommons.org/licenses/by/4.0/">This file is licensed under the terms of the Creative Commons License CC-BY 4.0</licence>',
    );
  });

  it('gives for each whom the register has one identifier, its own where no authority file has one', () => {
    const given = new Set(xml.match(/(?:persName|orgName|placeName) ref="[^"]*"/g));
    expect([...given]).toEqual([
      'persName ref="https://edition.example/register/henderson-loy-w/"',
      'placeName ref="https://www.geonames.org/524901"',
      'persName ref="https://edition.example/register/hull-cordell/"',
      'placeName ref="https://www.geonames.org/4140963"',
    ]);
    expect(xml).toContain('<orgName>Secretary of State</orgName>');
  });

  it('is dated by the newest revision, never by the clock', () => {
    expect(xml).toContain('<date when="2026-12-01"/>');
  });
});
