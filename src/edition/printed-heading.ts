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
  openers.flatMap((words) => /^\[?No\.\]? (\S+)$/.exec(words)?.[1] ?? [])[0];

/** Sender and recipient of a heading in one line, as far as it names them. */
export function readHeading(title: string): { sender: PrintedCorrespondent[]; recipient: PrintedCorrespondent[] } {
  const [from, to = ''] = headingHalves(title);
  return { sender: correspondents(from), recipient: correspondents(to) };
}

/** Sender and recipient of a heading: `The Chargé in Egypt (Childs) to the Secretary of State`, `Memorandum by …`. */
function headingHalves(heading: string): [string, string | undefined] {
  const memorandum = /^Memorandum by (.+?)(?: of a Conversation.*| to (.+))?$/i.exec(heading);
  if (memorandum) return [memorandum[1] ?? '', memorandum[2]];
  // A minister may be one “to” somewhere; the recipient's article, or his title, comes after the last.
  const reviewed =
    /^(?:Circular )?(?:Telegram|Airgram|Despatch|Instruction|Letter|Memorandum|Note|Message|Report|Paper) From (.+?) to (.+)$/.exec(
      heading,
    );
  if (reviewed) return [reviewed[1] ?? '', reviewed[2]];
  const letter = /^(.+) to ((?:the |certain |all |President |Mr\. |Mrs\. |Senator ).+)$/i.exec(heading);
  return [letter?.[1] ?? '', letter?.[2]];
}

/** `the Chargé in Egypt (Childs) and the Consul (Fish)` → two; names are those in the brackets at the end. */
function correspondents(words: string): PrintedCorrespondent[] {
  if (words === '') return [];
  return words.split(/(?<=\)),? and (?=the )/).map((one): PrintedCorrespondent => {
    const [, before = one, name] = /^(.+?) \(([^()]+)\)$/.exec(one) ?? [];
    const office = before.replace(/^the /i, '');
    if (name !== undefined) return { name, office };
    return /^(?:Mr|Mrs|Miss|Dr)\. |^(?:President|Senator|Representative) /.test(office) ? { name: office } : { office };
  });
}
