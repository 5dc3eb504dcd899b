// What is kept of one person: given out whole, or erased for good.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import { ERASURE_REASONS, type ErasureReason } from "../../people/erasure-log.ts";
import { erasePerson, type Erased } from "../../people/erasure.ts";
import { exportPerson, type PersonExport } from "../../people/export.ts";
import { claimCommand } from "../../store/command-log.ts";
import { journeysSeen } from "../../views/journeys/read-journeys.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Asked } from "../commands/asked.ts";
import { bodyDigest, commandId } from "../commands/command-id.ts";
import { sameRequest } from "../commands/command-sender.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Named, Text, Word } from "../shape/field.ts";

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
  ) {}

  /** All that is kept under one person's id. @throws Refusal `forbidden`, `not-found` */
  async export(caller: Principal, id: string): Promise<PersonExport> {
    mustHold(caller, PERSON_ROLES.export);
    return seenPerson(await this.database.open(), known(id), caller);
  }

  /**
   * Erases a person, once however often it is asked: their name, address and words can never be read again. Where a
   * preview is asked for, says what would go.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async erase(id: string, asked: Asked): Promise<Erased & Partial<Foreseen>> {
    const { caller, body } = asked;
    mustHold(caller, PERSON_ROLES.erase);
    const source = await this.database.open();
    const { person, erasedAt, roles, texts } = await seenPerson(source, known(id), caller);
    const { reason, reasonCode = "request" } = validated(ErasureBody, body);
    const now = instantFromMs(this.settings.clock());
    if (asked.preview)
      return {
        person,
        erasedAt: erasedAt ?? now,
        ...foreseen(
          "PersonErased",
          erasedAt === null
            ? `Name, address and ${texts.length} texts can be read no more; ${roles.length} roles stay under the id.`
            : "Nothing: this person is erased already.",
        ),
      };
    const digest = bodyDigest(body);
    sameRequest(
      await claimCommand(source, {
        id: commandId(caller.who, `people/${person}/erasure`, asked.key),
        subject: `people/${person}`,
        name: "ErasePerson",
        bodyDigest: digest,
        principal: caller.who,
        receivedAt: now,
      }),
      digest,
    );
    const erased = await erasePerson(source, this.settings.erasureLog, {
      person,
      at: now,
      by: caller.who,
      reason: reasonCode,
      why: reason.trim(),
    });
    if (erased === null) throw noPerson();
    return erased;
  }
}

/**
 * A person as kept, if the caller sees every journey that they have to do with: what is kept of them tells of all of
 * those.
 * @throws Refusal `not-found`
 */
async function seenPerson(source: DataSource, person: string, caller: Principal): Promise<PersonExport> {
  const found = await exportPerson(source, person);
  if (found === null) throw noPerson();
  const within = withinOf(caller);
  if (within === null) return found;
  const journeys = [...new Set([...found.roles, ...found.events].map(({ journey }) => journey))];
  const ofHub = journeys.filter((journey) => journey === `hub/${within.hub}`);
  const seen = await journeysSeen(source, journeys, within);
  if (journeys.length === 0 || seen.length + ofHub.length < journeys.length) throw noPerson();
  return found;
}

function known(id: string): string {
  if (!/^[\w.:-]{1,100}$/u.test(id)) throw noPerson();
  return id;
}

function noPerson(): Refusal {
  return new Refusal(
    "not-found",
    "Nobody is known by this id: leave their name with the journey, and take the id that is answered.",
  );
}
