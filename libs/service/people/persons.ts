// What is kept of one person: given out whole, or erased for good.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import { ERASURE_REASONS, type ErasureReason } from "../../people/erasure-log.ts";
import { erasePerson, type Erased } from "../../people/erasure.ts";
import { homesOf, type Home } from "../../people/belonging.ts";
import { exportPerson, type PersonExport } from "../../people/export.ts";
import { groupName, groupOfName } from "../../contract/work-group.ts";
import { journeysSeen } from "../../views/journeys/read-journeys.ts";
import type { Within } from "../../views/within.ts";
import { groupsSeen } from "../../views/work-groups/read-work-groups.ts";
import type { Principal } from "../access/principal.ts";
import { mustBeRecent } from "../access/recent.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { SecurityLog } from "../access/security-log.ts";
import { withinOf } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { ownPartOf } from "./own-part.ts";
import { validated } from "../shape/checked.ts";
import { Named, Text, Word } from "../shape/field.ts";

export type { PersonExport as PersonKept } from "../../people/export.ts";

export const PERSON_ROLES = {
  export: ["hub-lead", "operator"],
  erase: ["hub-lead", "operator"],
} as const satisfies Record<string, Roles>;

@Named("Erasure")
export class ErasureBody {
  @Text({
    shape: /\S/u,
    else: "reason is missing.",
    most: 2_000,
    says: "Why, in words; sealed too, for such words name people",
    example: "Asked for it by letter",
  })
  reason: string;

  @Word(ERASURE_REASONS, { optional: true, says: "request if not sent", example: "request" })
  reasonCode?: ErasureReason;
}

export class Persons {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock" | "erasureLog">,
    private readonly security: SecurityLog,
  ) {}

  /** All that is kept under one person's id; `request`: which asked for it. @throws Refusal `forbidden`, `not-found` */
  async export(caller: Principal, id: string, request: string): Promise<PersonExport> {
    mustHold(caller, PERSON_ROLES.export);
    const source = await this.database.open();
    const found = await seenPerson(source, known(id), caller);
    await this.security.note({ what: "person-exported", by: caller, about: found.person, request });
    return ownPartOf(source, found, withinOf(caller)?.hub ?? null);
  }

  /**
   * Erases a person, once however often it is asked: their name, address and words can never be read again. Where a
   * preview is asked for, says what would go.
   * @throws SignInTooOld, Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async erase(id: string, asked: Asked): Promise<Erased & Partial<Foreseen>> {
    const { caller, body } = asked;
    mustHold(caller, PERSON_ROLES.erase);
    mustBeRecent(caller);
    const source = await this.database.open();
    const { person, erasedAt, roles, texts, letters } = await seenPerson(source, known(id), caller);
    const { reason, reasonCode = "request" } = validated(ErasureBody, body);
    const now = instantFromMs(this.settings.clock());
    if (asked.preview)
      return {
        person,
        erasedAt: erasedAt ?? now,
        ...foreseen(
          "PersonErased",
          erasedAt === null
            ? `Name, address, ${texts.length} texts and ${letters.length} letters can be read no more; ` +
                `${roles.length} roles stay under the id.`
            : "Nothing: this person is erased already.",
        ),
      };
    const claim = { subject: `people/${person}`, name: "ErasePerson", principal: caller.who, receivedAt: now };
    await claimRequest(source, await named(source, asked, `people/${person}/erasure`), claim);
    const erased = await erasePerson(source, this.settings.erasureLog, {
      person,
      at: now,
      by: caller.who,
      reason: reasonCode,
      why: reason.trim(),
    });
    if (erased === null) throw noPerson(person);
    const by = { what: "person-erased", by: caller, about: person } as const;
    await this.security.note({ ...by, code: reasonCode, request: asked.request });
    return erased;
  }
}

/**
 * A person as kept, if the caller sees every school and hub to which they belong: of what they see of it.
 * @throws Refusal `not-found`
 */
async function seenPerson(source: DataSource, person: string, caller: Principal): Promise<PersonExport> {
  const found = await exportPerson(source, person);
  if (found === null) throw noPerson(person);
  const within = withinOf(caller);
  if (within === null) return found;
  const homes = await homesOf(source, person);
  const named = [...new Set([...found.roles, ...found.events].map(({ journey }) => journey))];
  const seen = new Set([`hub/${within.hub}`, ...(await streamsSeen(source, [...named, ...namesOf(homes)], within))]);
  // Who is in a school's journeys of both phases is one person of one school.
  const schools = new Set(homes.filter(({ home }) => seen.has(home)).map(({ urn }) => urn ?? within.hub));
  if (homes.length === 0 || !homes.every(({ home, urn }) => seen.has(home) || (urn !== null && schools.has(urn))))
    throw noPerson(person);
  return {
    ...found,
    roles: found.roles.filter(({ journey }) => seen.has(journey)),
    events: found.events.filter(({ journey }) => seen.has(journey)),
  };
}

const namesOf = (homes: readonly Home[]): string[] => homes.map(({ home }) => home);

/** Those of these journeys and Work Groups that someone sees. */
async function streamsSeen(source: DataSource, names: readonly string[], within: Within): Promise<string[]> {
  const groups = names.flatMap((name) => groupOfName(name) ?? []);
  return [
    ...(await journeysSeen(source, names, within)),
    ...(await groupsSeen(source, groups, within)).map((group) => groupName(group)),
  ];
}

function known(id: string): string {
  if (!/^[\w.:-]{1,100}$/u.test(id)) throw noPerson(id);
  return id;
}

function noPerson(id: string): Refusal {
  return new Refusal(
    "not-found",
    "Nobody is known by this id: leave their name with the journey, and take the id that is answered.",
    { sought: { kind: "person", id } },
  );
}
