/**
 * `/documents/<id>.txt`: the text as printed (design §5). The rule itself is
 * the edition's, because the ledger fingerprints exactly these characters.
 */
export { printedText as plainText } from '../edition/printed-text.ts';
