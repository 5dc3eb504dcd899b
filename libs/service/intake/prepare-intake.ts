// From an application as it is sent to a command, with what it says of the school and of people put where it belongs.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import type { Principal } from "../access/principal.ts";
import type { CommandData, PastStage, SchoolFacts } from "../../journey/commands.ts";
import { factsByRegister, phaseAsked } from "../../register/eligibility.ts";
import { contactsOf, putContacts, type Person } from "../../people/people.ts";
import { settlePeople } from "../../people/settle.ts";
import {
  knownSchool,
  putSchools,
  registerIsKnown,
  type KnownSchool,
  type SchoolRow,
} from "../../store/schools/schools.ts";
import { isListed } from "../../store/hubs/lists.ts";
import { findWindow, windowsOf } from "../../store/hubs/windows.ts";
import { journeyIdOf } from "../../views/journeys/read-journeys.ts";
import { mayApply } from "../access/scope.ts";
import type { NewId } from "../commands/claim.ts";
import type { Prepared } from "../commands/command-sender.ts";
import { asHeadteacher } from "../commands/headteacher.ts";
import { withContactSettled } from "../commands/people-named.ts";
import { sealOrRefuse } from "../commands/seal-or-refuse.ts";
import { Refusal } from "../refusal.ts";
import { validated } from "../shape/checked.ts";
import { movingTo, type Moving } from "./moving.ts";
import { ApplicationBody, type PastStageBody, type SchoolBody } from "./application-body.ts";

/** Keeps people for a journey, and answers the ids that they have in its school, in their order. */
type Keep = (people: readonly Person[], journey: string) => Promise<readonly string[]>;

/** For good. */
export const kept =
  (source: DataSource): Keep =>
  (people, journey) =>
    settlePeople(source, people, journey);
/** For a look at what would come of it: nothing is kept. */
export const lookedAt: Keep = (people) => Promise.resolve(people.map(({ id }) => id));

/**
 * Reads the body of an application or of an interest, first received at `receivedAt`: the hub's window of that moment
 * counts. `moving`: whether its hub waits for the journey's own at a version; read once.
 * @throws Refusal 422 `invalid`, 403 `forbidden` for another's school or hub
 */
export async function prepareIntake(
  name: "SubmitApplication" | "ExpressInterest",
  { body, caller, keep }: { body: unknown; caller: Principal; keep: Keep },
  source: DataSource,
  newId: NewId,
  receivedAt: Instant,
): Promise<Prepared & { moving(version: number): Promise<Moving | null> }> {
  const { school: told, hub, prospectus, address, postcode } = validated(ApplicationBody, body);
  const school = { ...told, ...(address !== undefined && { address }), ...(postcode !== undefined && { postcode }) };
  mayApply(caller, { urn: school.urn, hub });
  const read = sealOrRefuse(name, body, newId);
  const known = await knownSchool(source, school.urn);
  const facts = factsOf(school, known, prospectus);
  const journey = await journeyIdOf(source, facts.urn, facts.phase);
  facts.headteacher = Boolean(school.headteacher) || (await contactsOf(source, journey, ["headteacher"])).length > 0;
  const window =
    name === "SubmitApplication"
      ? {
          ...(await windowAt(source, hub, prospectus, receivedAt)),
          listed: await isListed(source, hub, prospectus, school.urn, receivedAt),
        }
      : { windows: await windowsAt(source, hub, receivedAt) };
  const head = school.headteacher
    ? { id: newId("person", "school/headteacher"), ...namesOf(school.headteacher) }
    : null;
  // Together: neither is kept without the other.
  const brought = [read.contact, head].filter((one) => one !== null);
  const ids = await keep(brought, journey);
  const idOf = (person: Person): string => ids[brought.indexOf(person)] ?? person.id;
  const sealed = await withContactSettled(read, (person) => Promise.resolve(idOf(person)));
  const headteacher = head && idOf(head);
  if (headteacher !== null) facts.headteacherContact = headteacher;
  let asked: Promise<Moving | null> | undefined;
  const moving = (version: number): Promise<Moving | null> => (asked ??= movingTo(source, journey, hub, version));
  return {
    moving,
    subject: journey,
    sealed: { ...sealed, data: { ...sealed.data, school: facts, hub, prospectus, ...window } },
    // Not before a request is known to be new: one that was accepted before the register came has the same answer as
    // then.
    check: async () => {
      await mustBeKnown(source, known);
      await partnersMustBeKnown(source, sealed.data["group"]);
    },
    before: async () => {
      if (known === null) await putSchools(source, [rowOf(school)]);
    },
    after: async (_source, again, version) => {
      // Another hub's school: whom it is written to there is not changed by who asks for it.
      if ((await moving(version)) !== null) return;
      // What nobody knew was put there before; what the register says stands.
      if (!again && known?.source === "application") await putSchools(source, [rowOf(school)]);
      await putContacts(source, journey, [
        ...(sealed.contact ? [{ role: "applicant", person: sealed.contact.id }] : []),
        ...(headteacher === null ? [] : [asHeadteacher(headteacher, again)]),
      ]);
    },
  };
}

/** The window that the hub itself has set; where it has set none, the page's holds. */
async function windowAt(
  source: DataSource,
  hub: string,
  prospectus: string,
  at: Instant,
): Promise<Pick<CommandData["SubmitApplication"], "window">> {
  const set = await findWindow(source, hub, prospectus, at);
  return set === null ? {} : { window: { opensOn: set.opensOn, closesOn: set.closesOn } };
}

/**
 * All windows of the hub, for any of them may be the next to open. One that is set later is told to the journey
 * (activities/tell-windows.ts).
 */
async function windowsAt(
  source: DataSource,
  hub: string,
  at: Instant,
): Promise<CommandData["ExpressInterest"]["windows"]> {
  const set = await windowsOf(source, hub, at);
  return set.map(({ prospectus, opensOn, closesOn }) => ({ prospectus, opensOn, closesOn }));
}

/** What rules go by: the register's word where there is one, else the application's. */
function factsOf(school: SchoolBody, known: KnownSchool | null, prospectus: string): SchoolFacts {
  const stated = { phase: school.phase, funding: school.funding, open: true };
  const says =
    known?.source === "register"
      ? factsByRegister(known, phaseAsked(prospectus) ?? school.phase, school.funding)
      : stated;
  return { urn: school.urn, ...says, headteacher: false, history: (school.history ?? []).map(pastOf) };
}

/** A school that the register does not have cannot apply, once there is a register. @throws Refusal `invalid` */
async function mustBeKnown(source: DataSource, known: Pick<KnownSchool, "source"> | null): Promise<void> {
  if (known?.source !== "register" && (await registerIsKnown(source))) throw unknownUrn();
}

/** A school that it would like to be placed with is in the register. @throws Refusal `invalid`, each at its field */
async function partnersMustBeKnown(source: DataSource, group: unknown): Promise<void> {
  const partners = (group ?? []) as NonNullable<CommandData["SubmitApplication"]["group"]>;
  if (partners.length === 0 || !(await registerIsKnown(source))) return;
  const errors: { pointer: string; detail: string }[] = [];
  for (const [index, { urn }] of partners.entries()) {
    const found = await knownSchool(source, urn);
    const detail = "The register has no school with this URN.";
    if (found?.source !== "register") errors.push({ pointer: `/group/schools/${index}/urn`, detail });
  }
  if (errors.length > 0) throw new Refusal("invalid", "The command does not have the right fields.", { errors });
}

function unknownUrn(): Refusal {
  const detail = "The register has no school with this URN: look for it by its name.";
  return new Refusal("invalid", detail, { errors: [{ pointer: "/school/urn", detail }] });
}

/**
 * A stage that an application says the school went through. Beside `masterySpecialistDepartment` or `unknown` nothing
 * else was looked at.
 */
export function pastOf({ masterySpecialistDepartment, unknown, stage, academicYear, phase }: PastStageBody): PastStage {
  if (unknown === true && masterySpecialistDepartment !== true) return { unknown: true };
  if (masterySpecialistDepartment === true || stage === undefined || academicYear === undefined)
    return { masterySpecialistDepartment: true };
  return { stage, academicYear, ...(phase ? { phase } : {}) };
}

function rowOf(school: SchoolBody): SchoolRow {
  return {
    urn: school.urn,
    name: school.name.trim(),
    phase: school.phase,
    funding: school.funding,
    open: true,
    address: school.address ?? null,
    postcode: school.postcode ?? null,
    source: "application",
  };
}

/** A headteacher's name is one line on the form: the last word is taken for the last name. */
function namesOf(headteacher: { name: string; email: string }): { firstName: string; lastName: string; email: string } {
  const words = headteacher.name.trim().split(/\s+/u);
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? "", email: headteacher.email.trim() };
}
