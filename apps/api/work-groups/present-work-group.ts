// A Work Group as the API answers it: its places counted, its waitlist explained.

import { turnInWords, warningOf } from "../../../libs/work-group/describe.ts";
import type { WorkGroupWhole } from "../../../libs/views/work-groups/read-work-groups.ts";

/** One line of a list of Work Groups. */
export function presentGroupRow(row: Omit<WorkGroupWhole, "schools" | "sessions">): object {
  const {
    id,
    hub,
    prospectus,
    academicYear,
    status,
    lead,
    leadRole,
    delivery,
    least,
    most,
    reserved,
    taken,
    waiting,
    version,
    summary,
    formedAt,
    updatedAt,
  } = row;
  const free = most === null ? null : Math.max(0, most - reserved - taken);
  return {
    id,
    hub,
    prospectus,
    academicYear,
    status,
    lead,
    leadRole,
    delivery,
    places: { least, most, reserved, taken, free },
    waiting,
    warning: warningOf(status, reserved + taken, least),
    version,
    summary,
    formedAt,
    updatedAt,
  };
}

/** A Work Group with its schools, its waitlist and its sessions. */
export function presentGroup({ schools, sessions, ...row }: WorkGroupWhole): object {
  const waiting = schools.flatMap(({ journey, position, since, held, together }) =>
    position === null ? [] : [{ journey, position, since, held, together }],
  );
  return {
    ...presentGroupRow(row),
    schools: schools
      .filter(({ position }) => position === null)
      .map(({ journey, status, since }) => ({ journey, status, since })),
    waitlist: waiting.map((one) => ({ ...one, explained: turnInWords(one) })),
    sessions: sessions.map(({ code, on, length, where, status }) => ({ code, on, length, where, status })),
  };
}
