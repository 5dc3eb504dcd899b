// Text as it is seen: what comes from spreadsheets, web pages and e-mails brings characters with it that nobody sees,
// and that make two words of one.

/** Joiners, spaces of no width, marks of direction and of byte order, soft hyphens, variation selectors. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0E\uFEFF\uFFF9-\uFFFB]/gu;
/** A joiner between letters of some scripts, and between the parts of an emoji, is seen by what it does. */
const JOINERS =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\uFE0F])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** The same text without what cannot be seen, its letters composed (NFC), so that what looks alike is alike. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, "").replace(JOINERS, "").normalize("NFC");
}
