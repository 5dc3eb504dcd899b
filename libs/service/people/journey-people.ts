// A teacher's name and address, before they are nominated. What comes back is an opaque id: a command carries it alone.

import { instantFromMs } from "../../calendar/instants.ts";
import { seal } from "../../journey/wire.ts";
import { settlePerson } from "../../people/settle.ts";
import type { Person } from "../../people/people.ts";
import { faultsInWords, sentenceOfRejection } from "../../words/rejection.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";

export const JOURNEY_PEOPLE_ROLES = {
  add: ["school-contact", "hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

export class JourneyPeople {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /**
   * Keeps somebody's name and address, once however often it is asked, for the journey that goes by `id`;
   * where a preview is asked for, only says under which id that would be.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async add(id: string, asked: Asked): Promise<{ person: string } & Partial<Foreseen>> {
    const { caller, body } = asked;
    mustHold(caller, JOURNEY_PEOPLE_ROLES.add);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const names = await named(source, asked, `journeys/${journey}/people`);
    const contact = contactFrom(body, names.newId("person", "person"));
    if (asked.preview)
      return { person: contact.id, ...foreseen("PersonAdded", "Their name and address are kept, under this id.") };
    const receivedAt = instantFromMs(this.settings.clock());
    await claimRequest(source, names, { subject: journey, name: "AddPerson", principal: caller.who, receivedAt });
    return { person: await settlePerson(source, contact, journey) };
  }
}

/** A contact has one shape wherever it is sent: in a command it stands under `contact`, here it is the body itself. */
function contactFrom(body: unknown, id: string): Person {
  const sealed = seal("ExpressInterest", { contact: body }, () => id);
  if ("rejection" in sealed) {
    const errors =
      faultsInWords(sealed.rejection)?.map(({ pointer, detail }) => ({
        pointer: pointer.replace(/^\/contact/u, ""),
        detail,
      })) ?? [];
    throw new Refusal("invalid", sentenceOfRejection(sealed.rejection), { errors });
  }
  if (!sealed.contact) throw new Refusal("invalid", "Send firstName, lastName and email.");
  return sealed.contact;
}
