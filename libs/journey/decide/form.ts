// What a school says on the form of an application, as far as its page asks for it.

import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { CommandData } from "../commands.ts";
import { inField, reject, type Rejection } from "../rejection.ts";
import { invalid } from "../wire.ts";

type Fault = { rejection: Rejection } | null;
type Application = CommandData["SubmitApplication"];

/** At least one of those that the page asks for, and no other. */
export function criteriaMet({ criteria }: Application, prospectus: Prospectus): Fault {
  const asked = prospectus.application.criteria?.value;
  if (!asked) return null;
  if (!criteria || criteria.length === 0) {
    return reject("criteria-missing", "none", { criteria: asked.map((one) => one.code) });
  }
  if (criteria.every((code) => asked.some((one) => one.code === code))) return null;
  return reject("criteria-unknown", "not-on-the-list", { criteria: asked.map((one) => one.code) });
}

/** As many words as the page reads. */
export function reasonsGiven({ reasons }: Application, prospectus: Prospectus): Fault {
  const most = prospectus.application.reasonsMostWords?.value;
  if (most === undefined) return null;
  if (!reasons) return reject("reasons-missing", "none", { most });
  return reasons.words > most ? reject("reasons-too-long", "words", { words: reasons.words, most }) : null;
}

/** What is expected is understood. */
export function expectationsAccepted({ understandsExpectations }: Application): Fault {
  return understandsExpectations === true ? null : reject("expectations-not-accepted", "not-ticked");
}

/** Senior leaders support it, where the page asks for that. */
export function seniorLeaders({ seniorLeaderSupports }: Application, prospectus: Prospectus): Fault {
  const asked = prospectus.application.seniorLeaderSupport.value;
  const refused =
    asked === "required" ? seniorLeaderSupports !== true : asked === "expected" && seniorLeaderSupports === false;
  return refused ? reject("slt-support-required", "not-given") : null;
}

/** Somebody applies. */
export function contactNamed({ contact }: Application): Fault {
  if (contact) return null;
  return {
    rejection: { code: "invalid", why: "contact", errors: [inField("/contact", "contact-missing")] },
  };
}

/** What the page has a school say of itself is said in its own codes; the form asks for each, a program need not. */
export function statementsKnown({ statements = [] }: Application, { application }: Prospectus): Fault {
  const codes = application.statements?.value.map(({ code }) => code) ?? [];
  const faults = statements.flatMap((code, index) =>
    codes.length === 0 || codes.includes(code) ? [] : [inField(`/statements/${index}`, "statement-unknown", { codes })],
  );
  return faults.length === 0 ? null : invalid(faults);
}

const MOST_PARTNERS = 3;

/** Up to so many schools, each once and never itself, and of each how they know each other. */
export function groupNamed({ group = [], school }: Application, { application }: Prospectus): Fault {
  if (!application.group.value) return null;
  const faults = group.flatMap(({ urn, relationship }, index) => {
    const at = `/group/schools/${index}`;
    const before = group.slice(0, index).some((one) => one.urn === urn);
    return [
      ...(urn === school.urn ? [inField(`${at}/urn`, "partner-itself")] : []),
      ...(before ? [inField(`${at}/urn`, "partner-twice")] : []),
      ...(relationship ? [] : [inField(`${at}/relationship`, "partner-how")]),
    ];
  });
  const many = group.length > MOST_PARTNERS ? [inField("/group/schools", "partners", { most: MOST_PARTNERS })] : [];
  return faults.length + many.length === 0 ? null : invalid([...many, ...faults]);
}
