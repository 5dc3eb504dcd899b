// The form of an application at its addresses: for this school and programme, with what was typed so far.

import { Injectable } from "@nestjs/common";
import { Drafts } from "../../../libs/service/intake/drafts.ts";
import { Programmes, type Applying } from "../../../libs/service/intake/programmes.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { Schools } from "../../../libs/service/schools/schools.ts";
import { blanksIn } from "../faults.ts";
import { textIn, type FormField, type Typed } from "../form-fields.ts";
import { filledAlready } from "./application-faults.ts";
import { partnersIn } from "./application-body.ts";
import { stepsOf, type Step, type StepName } from "./application-fields.ts";

/** `typed`: what waits, else what is known already; `savedAt`: when it was kept, null where nothing waits. */
export interface ApplicationForm {
  applying: Applying;
  steps: readonly Step[];
  fields: readonly FormField[];
  typed: Typed;
  savedAt: string | null;
}

/** Another page of the same form. */
export type Place = StepName | "check" | "sent" | "interest" | "";

/** The address of a page of a form. */
export function addressIn({ prospectus, urn }: Pick<Applying, "prospectus" | "urn">, place: Place): string {
  return `/apply/${prospectus.id}${place === "" ? "" : `/${place}`}?urn=${urn}`;
}

/** Those pages that somebody who has typed this comes to. */
export const stepsFor = (steps: readonly Step[], typed: Typed): Step[] =>
  steps.filter(({ name }) => name !== "schools" || textIn(typed, "group.wished") === "yes");

/** The first page on which something is still to be answered; all answered: the page that shows them all. */
export function whereToGoOn({ steps, typed }: Pick<ApplicationForm, "steps" | "typed">): StepName | "check" {
  const open = stepsFor(steps, typed).find(({ name, fields }) =>
    name === "schools" ? partnersIn(typed).length === 0 : blanksIn(fields, typed).length > 0,
  );
  return open?.name ?? "check";
}

@Injectable()
export class ApplicationForms {
  constructor(
    private readonly offers: Programmes,
    private readonly drafts: Drafts,
    private readonly schools: Schools,
  ) {}

  /** The form of a programme. @throws Refusal `forbidden`, `not-found` */
  async of(caller: Principal, id: string, asked: unknown): Promise<ApplicationForm> {
    const urn = typeof asked === "string" ? asked : (caller.urns[0] ?? "");
    const applying = await this.offers.applying(caller, id, urn);
    const draft = await this.drafts.find(caller, applying.urn, applying.prospectus.id);
    const steps = stepsOf(applying);
    const fields = steps.flatMap((step) => step.fields);
    return { applying, steps, fields, typed: draft?.typed ?? filledAlready(applying), savedAt: draft?.savedAt ?? null };
  }

  /** Keeps what was typed so far, in place of what waited. @throws Refusal `forbidden` */
  async keep(caller: Principal, { urn, prospectus }: Applying, typed: Typed): Promise<void> {
    await this.drafts.keep(caller, urn, prospectus.id, written(typed));
  }

  /** Forgets it. @throws Refusal `forbidden` */
  async drop(caller: Principal, { urn, prospectus }: Applying): Promise<void> {
    await this.drafts.drop(caller, urn, prospectus.id);
  }

  /** The names of the schools that it would like to be placed with, by URN. @throws Refusal `forbidden` */
  async partners(caller: Principal, typed: Typed): Promise<ReadonlyMap<string, string>> {
    const known = await this.schools.named(
      caller,
      partnersIn(typed).map(({ urn }) => urn),
    );
    return new Map([...known].map(([urn, { name }]) => [urn, name]));
  }
}

/** What every form brings back, and what was left empty, is no part of an answer. */
function written({ token: _, key: __, ...typed }: Typed): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(typed).filter((one): one is [string, string | readonly string[]] => (one[1]?.length ?? 0) > 0),
  );
}
