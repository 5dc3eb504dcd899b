// Successors that a hub has named, and nobody has confirmed: an operator confirms one (`SucceedSchool`), or sets it
// aside.

import { instantFromMs } from "../../calendar/instants.ts";
import { namedFor, setAside } from "../../store/schools/school-questions.ts";
import type { SecurityLog } from "../access/security-log.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Named, Urn } from "../shape/field.ts";

export const SET_ASIDE_ROLES: Roles = ["operator"];

@Named("SuccessorSetAside")
export class SetAsideBody {
  @Urn({ says: "The school that a hub has named as the successor, and that is not to go on", example: "100021" })
  urn: string;
}

/** `left`: whom the hub has named as well, and an operator has still to decide about. */
export interface SetAside {
  journey: string;
  urn: string;
  left: readonly string[];
}

export class NamedSuccessors {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
    private readonly security: SecurityLog,
  ) {}

  /**
   * Sets aside a successor that a hub has named: the question is gone with the last of them, the journey stays as it
   * is, and the hub may name another. Once, however often it is asked. Where a preview is asked for, says what would be
   * left.
   * @throws Refusal `forbidden`, `not-found` also where nobody has named that school, `invalid`, `key-reused`
   */
  async setAside(id: string, asked: Asked): Promise<SetAside & Partial<Foreseen>> {
    const { caller, request } = asked;
    mustHold(caller, SET_ASIDE_ROLES);
    const { urn } = validated(SetAsideBody, asked.body);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const names = await named(source, asked, `school-questions/${journey}/set-aside`);
    const successors = await namedFor(source, journey);
    if (!successors.includes(urn) && names.known === null) throw notNamed();
    const answer = { journey, urn, left: successors.filter((one) => one !== urn) };
    if (asked.preview)
      return {
        ...answer,
        ...foreseen("SuccessorSetAside", `URN ${urn} waits for nobody any more. The journey stays.`),
      };
    const receivedAt = instantFromMs(this.settings.clock());
    const claim = { subject: journey, name: "SetSuccessorAside", principal: caller.who, receivedAt };
    await claimRequest(source, names, claim);
    if (await setAside(source, journey, urn))
      await this.security.note({
        what: "successor-set-aside",
        by: caller,
        about: `journey ${journey}`,
        code: urn,
        request,
      });
    return answer;
  }
}

function notNamed(): Refusal {
  return new Refusal("not-found", "No hub has named that school as the successor, or it was decided already.");
}
