import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { Refusal } from "../refusal.ts";

/** The programme of this id, such as 2020-21/primary-readiness. @throws Refusal `not-found` */
export function knownProgramme(catalogue: Catalogue, id: string): Prospectus {
  const prospectus = catalogue.get(id);
  if (prospectus) return prospectus;
  throw new Refusal("not-found", "There is no such prospectus. GET /api/v1/prospectuses lists them.");
}
