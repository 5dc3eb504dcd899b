import { project } from "./base.mjs";

// Pure: no server, no disk, milliseconds.
export default project("unit");
