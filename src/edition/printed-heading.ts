/** A heading and the first words as a volume prints them → who writes to whom, under which number. */
import type { Correspondent } from '../schema/frontmatter.ts';

/** A correspondent as the heading prints him, by name, office or both; nobody is identified. */
export type PrintedCorrespondent = Pick<Correspondent, 'name' | 'office'>;

/** Series of telegrams that go to and from conferences, missions and travellers: `Secto 20.`, `101234/Tosec 30.` */
const series = String.raw`(?:Secto|Tosec|Dulte|Tedul|Actel|Telac|Cahto|Tocah|Martel|Telmar|Polto|Topol|Repto|Torep|Delga|Gadel|Delsec|Secdel|Vipto|Toviper) \d+`;
/** The number of a telegram before its first words: `39.`, `WAR–39.`, `CA 56514.`, `Secto 20.`, after what is withheld of it. */
export const leadingNumber = new RegExp(
  `^(?:\\[[^\\]]+ not declassified\\] )?((?:[A-Z]{1,4}[–-])?\\d+(?:/${series})?|(?:[A-Z]{1,5}|War) \\d{5,6}|${series})\\. ?`,
);

/** The number before the first words; one that begins a count of points is none. */
export function numberBefore([first = '', ...others]: readonly string[]): string | undefined {
  const number = leadingNumber.exec(first)?.[1];
  const counted = others.flatMap((words) => /^(\d+)\. /.exec(words)?.[1] ?? [])[0];
  return Number(counted) === Number(number) + 1 ? undefined : number;
}

/** The number in a line of its own above the text: `No. 412`, of an airgram `A–60`. */
export const numberInLine = (openers: readonly string[]): string | undefined =>
  openers.flatMap((words) => /^(?:\[?No\.\]? |(?=C?A[–-]\d+$))([^\s\]]+?)\.?\]?$/.exec(words)?.[1] ?? [])[0];

/** A heading without the number of its document: `80. Memorandum`, `No. 36. Mr. Gresham`. */
export const withoutNumber = (title: string): string =>
  title.replace(/^(?:No\. \d+[a-z]?\.? |\d+[a-z]?\. ?)(?=\p{L})/u, '');

/** A heading without the full stop that older volumes set at its end; that of an abbreviation or of dots stays. */
export const withoutStop = (title: string): string =>
  title.replace(/(?<!\b(?:[JS]r|Esq|Mass|Inc|Co|Corp|Bros|Ltd|etc|[ap]\. ?m|\p{Lu})|&c|\. ?)\.$/u, '');

/** What a paper is: `Draft Telegram`. */
const paper = String.raw`^(?:\p{Lu}[\p{L}-]* ){0,2}(?:Telegram|Cable|Airgram|D[ei]spatch|Instruction|Letter|Memorandum|Note|Aide-Mémoire|Message|Report|Paper|Circular)`;
const isPaper = new RegExp(`${paper}$`, 'u');
const paperFrom = new RegExp(String.raw`${paper}(?: \S*\d\S*)? From (.+)$`, 'u');

/** Sender and recipient of a heading in one line, as far as it names them, by the names and the sender `marked` in it. */
export function readHeading(title: string, names: readonly string[] = [], marked?: string) {
  // Headings of microfiches have a description after its day.
  const itself = withoutStop(title).replace(/(?<=, \p{Lu}\p{Ll}+ \d{1,2})\. \p{Lu}.*$/u, '');
  const [from, to = ''] = headingHalves(itself, marked);
  // What is sent to somebody is not who sends it.
  return { sender: isPaper.test(from) ? [] : correspondents(from, names), recipient: correspondents(to, names) };
}

/** Sender and recipient of a heading: `The Chargé in Egypt (Childs) to the Secretary of State`, `Memorandum by …`. */
function headingHalves(heading: string, marked = ''): [string, string | undefined] {
  const memorandum = (memorandumBy.exec(heading) ?? by.exec(heading))?.[1];
  const [, to, author] =
    /^(?:\p{Lu}\S* ){0,2}(?:(?:Report|Paper|Note) to|Memorandum for(?! the (?:Record|Files?)\b)) (.+) by (.+)$/u.exec(
      heading,
    ) ?? [];
  if (author !== undefined) return [author, to];
  // A minister may be one “to” somewhere; the recipient's article, or his title, comes after the last.
  const reviewed = paperFrom.exec(heading)?.[1];
  // Whatever office somebody has “to” somebody, the recipient comes after the sender’s name.
  const whole = memorandum ?? reviewed ?? heading;
  const end = whole.lastIndexOf(marked) + marked.length;
  // The mark of a Mission may end before that to which it is one.
  const after = [...whole.matchAll(betweenOffices)].find(({ index }) => index >= end);
  const at = after?.index ?? end + whole.slice(end).search(betweenOffices);
  if (whole.includes(marked) && at >= end) return halvesAt(whole, at);
  if (memorandum !== undefined || reviewed?.includes(' to ')) {
    const between = whole.search(betweenOffices);
    // One who writes for himself may be an Assistant to somebody.
    return halvesAt(whole, between < 0 && memorandum === undefined ? whole.indexOf(' to ') : between);
  }
  // Words that are spoken, written down, taken from others or described are sent by nobody.
  if (described.test(whole)) return ['', undefined];
  const letter = /^(.+) to ((?:the |certain |all |President |Mr\. |Mrs\. |Senator ).+)$/i.exec(whole);
  const personal = letter ?? betweenPersons.exec(whole);
  // What is addressed to somebody says so of itself, not who sends it.
  if (/\b(?:addressed|sent|transmitted|telegram \S*\d\S*)$/i.test(personal?.[1] ?? '')) return ['', personal?.[2]];
  return [personal?.[1] ?? (reviewed && !/ for the /.test(reviewed) ? reviewed : ''), personal?.[2]];
}

/** What a memorandum is of: `of a Trans-Atlantic Telephone Conversation`. */
export const ofConversation = String.raw`of (?:an? )?(?:[\w-]+ ){0,2}Conversation`;
const memorandumBy = new RegExp(
  `^(?:Draft )?Memorandum (?:(?:${ofConversation}|for the (?:Record|Files?))[,;?]? )?by (.+?)(?: of a Conversation.*)?$`,
  'i',
);

/** By whom a paper is, or is handed over: `Progress Report by …`, `Draft Proposal Handed by …` */
const by =
  /^(?:(?:\p{Lu}\S* ){0,2}(?:Report|Paper|Note|Memorandum)|Oral Statement|(?!The )[^()]+ (?:Handed|Presented|Submitted)) by (.+)$/u;

/** A heading that describes a paper: `Position Paper Prepared for the Delegation to …` */
const described =
  /^(?:(?:Address|Remarks|Statement|Diary|Ex(?:cerp|trac)ts?|Synopsis|Instructions|An? |Memorandum touching)\b|(?!The )(?:\p{Lu}\S* ){0,2}(?:Report|Paper|Notes?|Draft|Proposal|Announcement|Resolution|Communiqué|Log|Record|Summary)(?!\p{L}))/u;

/** The words before a “to” and those after it; all where there is none. */
const halvesAt = (words: string, at: number): [string, string | undefined] =>
  at < 0 ? [words, undefined] : [words.slice(0, at), words.slice(at + ' to '.length)];

/** An office may itself be one “to” somebody: the Mission to the United Nations, the Assistant to the President. */
const toSomebody =
  '(?:Mission|Representative(?: of (?:the President|President [A-Z][a-z]+))?|Delegation|Delegate|Ambassador|Assistant|Deputy|Advis[eo]r|Counsell?or|Counsel|Consultant|Envoy|Emissary|Observer|Liaison|Aide)(?:[ -]Designate)?';
const betweenOffices = new RegExp(String.raw`(?<!\b${toSomebody}) to `, 'g');
/** Somebody with such an office after his name, in which another’s may stand: `Mr. A. B. Fish, Deputy to the Consul (Cod)` */
const withOffice = new RegExp(String.raw`^(?![Tt]he )([^,()]+), (?:the )?((?:\p{Lu}\S* )*${toSomebody} to .+)$`, 'u');

/** By what persons are called before their names. */
const personalTitle =
  String.raw`(?:Mr|Mrs|Miss|Messrs|Dr|M|Mme|Madame|Señora?|Don|Count|Baron|Prince|Marquis|Sir|Lord|Lady|Viscount|Earl|King|Queen|Emperor|Pope|` +
  String.raw`President|Prime Minister|Premier|Senator|Representative|Governor|Ambassador|Minister|Consul|Secretary|Generalissimo|` +
  String.raw`(?:(?:Vice|Rear|Fleet|Field|Air|Chief|Major|Brigadier|Lieutenant) )*(?:Admiral|Marshal|General(?: of the Army)?|Colonel|Captain|Major|Lieutenant|Commander|Commodore)|` +
  String.raw`Judge|Professor|Chancellor|Chairman)\b\.?`;
const named = String.raw`${personalTitle} (?:(?:d[eiu]|del|la|le|van|von|al) )*(?:d’|O’)?\p{Lu}`;
/** `Mr. Seward to Mr. Adams`, `Prime Minister Churchill to Marshal Stalin`. */
const betweenPersons = new RegExp(`^((?:The|${named}).*) to (${named}.*)$`, 'u');
/** A middle initial is that of a person too: `Robert W. Komer`, not `Acting U. S. Representative`. */
const isNamed = new RegExp(String.raw`^(?:${named}|\p{Lu}\p{L}+ (?:(?!U\.)\p{Lu}\. )+\p{Lu}\p{Ll})`, 'u');

/** Where another begins: after a name in brackets, or with an office of his own. */
const between =
  /(?<=\)),? and (?=the )|,? and (?=the (?:(?:Acting|Deputy|Under|Assistant|Special|Executive) )*(?:Secretary|Director|Chief|Chairman|Ambassador|Minister|Chargé|Consul|Counselor|Commander|President|Embassy|Legation|Department|Mission|White House)\b)/;

/** `the Chargé in Egypt (Childs) and the Consul (Fish)` → two; names are in brackets at the end, or after a title. */
function correspondents(words: string, names: readonly string[]): PrintedCorrespondent[] {
  if (words === '') return [];
  const each = words.split(between).flatMap((part) => (withOffice.test(part) ? [part] : apart(part, names)));
  return each.map((whole): PrintedCorrespondent => {
    // Where he is may follow: Temporarily in Tokyo; at Nanking.
    const one = whole.replace(/, (?:at|(?:Then|Now|Temporarily) (?:at|in)) (?!Present )\p{Lu}[^,()]*,?$/u, '');
    const [, whose, his] = withOffice.exec(one) ?? [];
    if (whose !== undefined && his !== undefined) return { name: whose, office: his.replace(/,$/, '') };
    const [, before = one, name] = /^(.+?) \( ?([^()]+?) ?\)(?:,[^()]*)?$/.exec(one) ?? [];
    const office = before.replace(/^the |,$/gi, '');
    if (name !== undefined) return { name, office };
    if (!isNamed.test(office)) return markedIn(office, names) ?? { office };
    const [, person = '', of, post = of] =
      /^(.+?)(?:,?(?<!General) of the (.+)|, (?![JS]r\b|Esq\b)(\p{Lu}\p{Ll}+ .+))$/u.exec(office) ?? [];
    if (post === undefined || isNamed.test(post) || /^Messrs\b/.test(person)) return { name: office };
    return { name: person, office: post };
  });
}

/** `Secretary of State Root and Secretary of War Taft` → two, where both names are marked. */
function apart(words: string, names: readonly string[]): string[] {
  const holdsName = (one = ''): boolean => names.some((name) => standsIn(one, name));
  const endsInName = (one = ''): boolean => names.some((name) => one.replace(/\)?,?(?: and)? $/, '').endsWith(name));
  const parts: string[] = [];
  for (const piece of words.split(/(?:(?<=,? and )|(?<=, )(?!and ))(?![^()]*\))/)) {
    const last = parts.at(-1);
    if (endsInName(last) || (holdsName(last) && holdsName(piece))) parts.push(piece);
    else parts.push((parts.pop() ?? '') + piece);
  }
  if (!holdsName(parts.at(-1))) parts.push(parts.splice(-2).join(''));
  return parts.map((part) => part.replace(/,?(?: and)? $/, ''));
}

/** Whether a name stands among words, and nothing that is his: `Root’s Assistant`. */
const standsIn = (words: string, name: string): boolean =>
  new RegExp(String.raw`(?<!\p{L})${name.replace(/\P{L}/gu, '.')}(?![\p{L}’'])`, 'u').test(words);

/** `Secretary of State Root`, `Elihu Root of the Embassy`: name and office, where the name is marked. */
function markedIn(words: string, names: readonly string[]): PrintedCorrespondent | undefined {
  const name = names.find((one) => standsIn(words, one));
  if (name === undefined) return undefined;
  const [before = '', after = ''] = words.split(name);
  const [, of] = /^(?: of (?:the )?|, (?=\p{Lu}\p{Ll}))(.+)$/u.exec(after) ?? [];
  if (after !== '' && (before !== '' || of === undefined)) return undefined;
  return { name, office: before.trim() || of };
}
