// Who was at a session, of all schools of the Work Group at once.

import { firstDay } from "../../calendar/academic-years.ts";
import { localDate } from "../../calendar/instants.ts";
import { needsReason } from "../../journey/decide/common.ts";
import { absenceCodesFit } from "../../journey/decide/evidence.ts";
import { reject, inField } from "../../journey/rejection.ts";
import { invalid } from "../../journey/wire.ts";
import type { SchoolRegister } from "../commands.ts";
import { members, type Formed } from "../state.ts";
import { formed, unknownSession, type Decide, type Fault } from "./common.ts";

export const REGISTER: { TakeRegister: Decide<"TakeRegister"> } = {
  TakeRegister: formed((group, { at, data }, { catalogue }) => {
    const known = group.sessions.find((one) => one.code === data.session);
    if (!known) return unknownSession(group);
    if (known.status === "cancelled") return reject("not-in-this-state", "group-session-called-off");
    if (data.on > localDate(at)) return reject("in-the-future", "register", { on: data.on });
    const first = firstDay(group.academicYear);
    if (data.on < first) return invalid([inField("/on", "before-the-group", { first })]);
    const codes = catalogue.get(group.prospectus)?.commitments.meetings.absence.value.map(({ code }) => code);
    const schools = data.schools.map(({ journey, present, absent = [], headteacher = false }) => ({
      journey,
      present: [...new Set(present)],
      absent,
      headteacher,
    }));
    // A later register is a correction, or a repeat for those who missed it: what each journey makes of it follows
    // there.
    return (
      schoolsFit(group, data.schools) ??
      (codes === undefined ? null : absencesFit(codes, data.schools)) ??
      (data.equivalent === undefined ? null : needsReason(data)) ?? {
        events: [{ type: "RegisterTaken", at, session: data.session, on: data.on, schools }],
      }
    );
  }),
};

function absencesFit(codes: readonly string[], schools: readonly SchoolRegister[]): Fault {
  const faults = schools.map(({ absent = [] }, index) => absenceCodesFit(codes, absent, `/schools/${index}/absent`));
  return faults.find((fault) => fault !== null) ?? null;
}

/** Every school of a register is in the group, and is named once. */
function schoolsFit(group: Formed, schools: readonly SchoolRegister[]): Fault {
  if (schools.length === 0) return invalid([inField("/schools", "each-school")]);
  const inGroup = members(group);
  const faults = schools.flatMap(({ journey }, index) => {
    const pointer = `/schools/${index}/journey`;
    if (!inGroup.includes(journey)) return [inField(pointer, "not-in-the-group")];
    return schools.findIndex((one) => one.journey === journey) < index ? [inField(pointer, "named-twice")] : [];
  });
  return faults.length > 0 ? invalid(faults) : null;
}
