// The programmes as published, every figure with where it comes from. They need no database.

import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { ROLES, type Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";

export class Prospectuses {
  constructor(private readonly settings: Pick<ServiceSettings, "catalogue">) {}

  /** Every programme of every academic year. @throws Refusal `forbidden` */
  list(caller: Principal): readonly Prospectus[] {
    mustHold(caller, ROLES);
    return this.settings.catalogue.all();
  }

  /** One of them, by its id (2020-21/primary-readiness). @throws Refusal `forbidden`, `not-found` */
  one(caller: Principal, id: string): Prospectus {
    mustHold(caller, ROLES);
    return prospectusOf(this.settings.catalogue, id);
  }
}

/** The prospectus of that id. @throws Refusal `not-found` */
export function prospectusOf(catalogue: Catalogue, id: string): Prospectus {
  const prospectus = catalogue.get(id);
  if (prospectus) return prospectus;
  throw new Refusal("not-found", "There is no such prospectus. GET /api/v1/prospectuses lists them.");
}
