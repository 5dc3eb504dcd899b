// A form that waits until whoever began it comes back: theirs alone, for thirty days.

import { dropDraft, findDraft, putDraft, type Draft, type DraftOf } from "../../people/drafts.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import { mayAskFor } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { INTAKE_ROLES } from "./intake.ts";

/** Far more than a form holds; what is longer is no form of ours. */
const MOST_TYPED = 20_000;

export class Drafts {
  constructor(private readonly database: Database) {}

  /** What this person has typed so far; null where nothing waits. @throws Refusal `forbidden` */
  async find(caller: Principal, urn: string, prospectus: string): Promise<Draft | null> {
    return findDraft(await this.database.open(), this.of(caller, urn, prospectus));
  }

  /** Keeps it, in place of what waited before. @throws Refusal `forbidden` */
  async keep(caller: Principal, urn: string, prospectus: string, typed: Draft["typed"]): Promise<void> {
    const of = this.of(caller, urn, prospectus);
    if (JSON.stringify(typed).length <= MOST_TYPED) await putDraft(await this.database.open(), of, typed);
  }

  /** Forgets it: the form was sent, or is not wanted any more. @throws Refusal `forbidden` */
  async drop(caller: Principal, urn: string, prospectus: string): Promise<void> {
    await dropDraft(await this.database.open(), this.of(caller, urn, prospectus));
  }

  private of(caller: Principal, urn: string, prospectus: string): DraftOf {
    mustHold(caller, INTAKE_ROLES.begin);
    mayAskFor(caller, { urn });
    return { who: caller.who, urn, prospectus };
  }
}
