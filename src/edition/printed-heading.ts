/** A heading and the first words as a volume prints them → who writes to whom, under which number. */

/** A correspondent as the heading prints him: nobody is identified. */
export interface PrintedCorrespondent {
  /** `Gilbert`; absent where the heading gives the office alone. */
  readonly name?: string;
  /** `Chargé in Ruritania`; absent where it gives the name alone: `Mr. Elihu Root`. */
  readonly office?: string;
}

/** The number before the first words; one that begins a count of points is none. */
export function numberBefore([first = '', ...others]: readonly string[]): string | undefined {
  const number = /^((?:[A-Z]{1,4}[–-])?\d+)\./.exec(first)?.[1];
  return number === '1' && others.some((words) => words.startsWith('2. ')) ? undefined : number;
}

/** The number in a line of its own above the text: `No. 412`. */
export const numberInLine = (openers: readonly string[]): string | undefined =>
  openers.flatMap((words) => /^\[?No\.\]? ([^\s\]]+?)\.?\]?$/.exec(words)?.[1] ?? [])[0];

/** Sender and recipient of a heading in one line, as far as it names them. */
export function readHeading(title: string): { sender: PrintedCorrespondent[]; recipient: PrintedCorrespondent[] } {
  // Older volumes end a heading with a full stop.
  const [from, to = ''] = headingHalves(title.replace(/(?<!\b(?:[JS]r|Esq|Mass|Inc|\p{Lu}))\.$/u, ''));
  return { sender: correspondents(from), recipient: correspondents(to) };
}

/** Sender and recipient of a heading: `The Chargé in Egypt (Childs) to the Secretary of State`, `Memorandum by …`. */
function headingHalves(heading: string): [string, string | undefined] {
  const memorandum =
    /^(?:Draft )?Memorandum (?:of (?:an? )?(?:\w+ )?Conversation,? )?by (.+?)(?: of a Conversation.*| to (.+))?$/i.exec(
      heading,
    );
  if (memorandum) return [memorandum[1] ?? '', memorandum[2]];
  // A minister may be one “to” somewhere; the recipient's article, or his title, comes after the last.
  const reviewed =
    /^(?:Circular )?(?:Telegram|Airgram|Despatch|Instruction|Letter|Memorandum|Note|Message|Report|Paper) From (.+?) to (.+)$/.exec(
      heading,
    );
  if (reviewed) return [reviewed[1] ?? '', reviewed[2]];
  const letter = /^(.+) to ((?:the |certain |all |President |Mr\. |Mrs\. |Senator ).+)$/i.exec(heading);
  const personal = letter ?? betweenPersons.exec(heading);
  // What is addressed to somebody says so of itself, not who sends it.
  if (/\b(?:addressed|sent|transmitted)$/.test(personal?.[1] ?? '')) return ['', personal?.[2]];
  return [personal?.[1] ?? '', personal?.[2]];
}

/** By what persons are called before their names. */
const title =
  String.raw`(?:Mr|Mrs|Miss|Messrs|Dr|M|Mme|Señora?|Count|Baron|Prince|Sir|Lord|Lady|Viscount|Earl|King|Queen|Emperor|` +
  String.raw`President|Prime Minister|Premier|Senator|Representative|Governor|Ambassador|Minister|Consul|Secretary|` +
  String.raw`(?:Vice |Rear )?Admiral|(?:Field )?Marshal|(?:(?:Major|Brigadier|Lieutenant) )?General|Generalissimo|` +
  String.raw`Colonel|Captain|Commander|Commodore|Judge|Professor|Chancellor|Chairman)\b\.?`;
const named = String.raw`${title} (?:(?:d[eiu]|del|la|le|van|von|al) )*(?:d’|O’)?\p{Lu}`;
/** `Mr. Seward to Mr. Adams`, `Prime Minister Churchill to Marshal Stalin`. */
const betweenPersons = new RegExp(`^((?:The|${named}).*) to (${named}.*)$`, 'u');
const isNamed = new RegExp(`^${named}`, 'u');

/** `the Chargé in Egypt (Childs) and the Consul (Fish)` → two; names are those in the brackets at the end. */
function correspondents(words: string): PrintedCorrespondent[] {
  if (words === '') return [];
  return words.split(/(?<=\)),? and (?=the )/).map((one): PrintedCorrespondent => {
    const [, before = one, name] = /^(.+?) \(([^()]+)\)$/.exec(one) ?? [];
    const office = before.replace(/^the /i, '');
    if (name !== undefined) return { name, office };
    return isNamed.test(office) ? { name: office } : { office };
  });
}
