import { project } from './base.mjs';

export default project('e2e');
