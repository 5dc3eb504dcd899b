// The dates of a school's year with its Work Group: when each is, and where.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { Promised } from "../journey/sentences.ts";
import { type Held, whenHeld, whereHeld } from "./held.ts";
import { type Block, type Envelope, heading, type Row, section } from "./letter.ts";
import { inOrder, MEETS } from "./promises.ts";
import { commitmentName, type Whose } from "./words.ts";

/** A promise, with how it is held where it is a session or hangs on one. */
export interface Dated extends Promised {
  held: Held | null;
}

/** What is in the table of a year, for its reader: the dates on which people meet, and by when the rest is done. */
export function datesOfYear(
  commitments: readonly Dated[],
  { reader }: Pick<Envelope, "reader">,
  title = "The dates of the year",
): Block[] {
  const rows = rowsOfDates(commitments, reader.role === "headteacher" ? "own" : "your");
  return rows.length === 0 ? [] : [heading(title), { kind: "table", columns: ["What", "When"], rows }];
}

/** Earliest first. A session and being there are one row. */
function rowsOfDates(commitments: readonly Dated[], whose: Whose): Row[] {
  return inOrder(commitments).map((each) => {
    const todo = [whereOf(each), each.by === "hub" ? "Your hub arranges this." : null].filter((one) => one !== null);
    return {
      what: commitmentName(each, whose),
      when:
        each.held === null
          ? `${MEETS.includes(each.kind) ? "" : "by "}${dateWithWeekday(each.dueOn)}`
          : whenHeld(each.held),
      ...(todo.length > 0 && { todo: todo.join(" ") }),
    };
  });
}

function whereOf({ held }: Dated): string | null {
  if (held === null) return null;
  const where = whereHeld(held);
  if (where === null) return null;
  const link = held.online && held.link !== null ? `: ${held.link}` : "";
  return `${where.charAt(0).toUpperCase()}${where.slice(1)}${link}`;
}

/** What is known of the group itself. `lead`: by name, as what, or both. */
export const aboutGroup = ({ lead }: { lead: string | null }): Block[] =>
  section("Your Work Group", lead === null ? [] : [`It is led by ${lead}.`]);
