import { project } from './base.mjs';

export default project('int');
