// The links in a school's letters, for its hub: who could answer what without a sign-in, and an end to those of one
// person, such as whose letter was passed on.

import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { thingOf, type Thing } from "../../letters/answers.ts";
import { belongsTo } from "../../people/belonging.ts";
import { answerLinksOf, revokeAnswerLinks, type AnswerLink } from "../../store/answer-links.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { SecurityLog } from "../access/security-log.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import { reject } from "../../journey/rejection.ts";
import type { Database } from "../database.ts";
import { refusalOf } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Named, Text } from "../shape/field.ts";

export const ANSWER_LINK_ROLES: Roles = ["hub-coordinator", "hub-lead"];

@Named("AnswerLinksOf")
export class AnswerLinksBody {
  @Text({
    shape: /^[\w./:-]{1,100}$/u,
    else: "person is an opaque id, such as one of the list.",
    says: "Whose links, by an opaque id",
    example: "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b",
  })
  person: string;
}

/** A link, without its key. `about`: the commitment, by its code, where it is of one. */
export interface AnswerLinkSeen {
  id: string;
  person: string;
  what: Thing["what"];
  about: string | null;
  madeAt: Instant;
  revokedAt: Instant | null;
}

/** `revoked`: how many stood. */
export interface AnswerLinksRevoked {
  journey: string;
  person: string;
  revoked: number;
}

export class AnswerLinks {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
    private readonly security: SecurityLog,
  ) {}

  /** The links in the letters of a journey, newest first. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, id: string): Promise<AnswerLinkSeen[]> {
    mustHold(caller, ANSWER_LINK_ROLES);
    const source = await this.database.open();
    return (await answerLinksOf(source, await journeyBehind(source, id, caller))).flatMap(seen);
  }

  /**
   * The links that somebody has in letters so far answer nothing any more; their next letter has others. Where a
   * preview is asked for, they go on.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`; `unknown-participant` for who is nobody here
   */
  async revoke(id: string, asked: Asked): Promise<AnswerLinksRevoked & Partial<Foreseen>> {
    const { caller } = asked;
    mustHold(caller, ANSWER_LINK_ROLES);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const { person } = validated(AnswerLinksBody, asked.body);
    const theirs = (await answerLinksOf(source, journey)).filter((one) => one.person === person);
    const receivedAt = instantFromMs(this.settings.clock());
    if (theirs.length === 0 && (await belongsTo(source, person, [journey], receivedAt)) !== true)
      throw refusalOf(reject("unknown-participant", "nobody-here").rejection);
    const standing = theirs.filter(({ revokedAt }) => revokedAt === null).length;
    if (asked.preview)
      return {
        journey,
        person,
        revoked: standing,
        ...foreseen("AnswerLinksRevoked", "The links in letters to them so far answer nothing from now on."),
      };
    const names = await named(source, asked, `journeys/${journey}/revoke-answer-links`);
    const claim = { subject: journey, name: "RevokeAnswerLinks", principal: caller.who };
    const { receivedAt: at } = await claimRequest(source, names, { ...claim, receivedAt });
    const revoked = await revokeAnswerLinks(source, { journey, person }, caller.who, at);
    const about = `journey ${journey}`;
    await this.security.note({ what: "answer-links-revoked", by: caller, about, request: asked.request });
    return { journey, person, revoked };
  }
}

function seen({ id, person, thing: code, madeAt, revokedAt }: AnswerLink): AnswerLinkSeen[] {
  const thing = thingOf(code);
  if (thing === null) return [];
  return [{ id, person, what: thing.what, about: "commitment" in thing ? thing.commitment : null, madeAt, revokedAt }];
}
