// A letter that the hub has written itself: its words as they are, and around them only who gets it and why.

import { type Block, type Envelope, type Letter, heading, letter, paragraph, schoolName } from "./letter.ts";
import { hubName, listOf } from "./words.ts";

/**
 * `subject`, `text`: of whoever wrote it, in plain words. `also`: other schools for whose people it is meant too, where
 * the reader is one of theirs. `news`: it tells of a session, and goes to those who want no reminders as well.
 */
export interface Written {
  subject: string;
  text: string;
  also: readonly Envelope["school"][];
  news: boolean;
}

/** The letter as somebody at the hub wrote it. */
export function written(envelope: Envelope, { subject, text, also, news }: Written): Letter {
  const schools = [envelope.school, ...also].map((school) => schoolName({ ...envelope, school }));
  const why = news
    ? "It is news of a session, so it also goes to those who have asked for no reminders."
    : "Whoever has asked for no reminders does not get letters like this one.";
  return letter(envelope, subject, [
    ...asWritten(text),
    heading("Why you have this letter"),
    paragraph(
      `${hubName(envelope.hub)} wrote it to people of schools that it works with. ` +
        `For you it is about ${listOf(schools)}. ${why}`,
    ),
  ]);
}

const ITEM = /^[-*•]\s+/u;

/**
 * A line is a paragraph, and lines that begin with a dash are a list: words are words, whatever signs are among them.
 */
function asWritten(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/u).map((one) => one.trim())) {
    const item = ITEM.exec(line)?.[0];
    const last = blocks.at(-1);
    if (line === "") continue;
    if (item === undefined) blocks.push(paragraph(line));
    else if (last?.kind === "list") blocks[blocks.length - 1] = { ...last, items: [...last.items, rest(line, item)] };
    else blocks.push({ kind: "list", items: [rest(line, item)] });
  }
  return blocks;
}

const rest = (line: string, item: string): string => line.slice(item.length);
