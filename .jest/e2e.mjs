import { project } from "./base.mjs";

// Runs the programs as a person does, with all their parts.
export default project("e2e");
