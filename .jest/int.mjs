import { project } from "./base.mjs";

// Needs PostgreSQL, Temporal or another real server of its own.
export default project("int");
