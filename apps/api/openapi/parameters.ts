import type { Parameter } from './doc.ts';

export const JOURNEY_ID: Parameter = {
  name: 'id', in: 'path', description: 'The journey, by its id; the id it would have under the URN of a successor school finds it too.',
  schema: { type: 'string' }, example: '100001-primary',
};
