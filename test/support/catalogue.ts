// The real catalogue, for tests that ask the rules: one for all the files that a process runs.

import { lazyCatalogue } from "../../libs/config/load-catalogue.ts";
import type { Catalogue } from "../../libs/prospectus/lookup.ts";

const catalogue = lazyCatalogue();

/** The catalogue of this repository; a prospectus is built when it is first asked for. */
export const catalogueOfTests = (): Catalogue => catalogue;
