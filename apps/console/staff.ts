import type { Roles } from "../../libs/service/access/roles.ts";

/** Those for whom the pages of a hub are: the people who run it. */
export const STAFF: Roles = ["hub-coordinator", "hub-lead"];
