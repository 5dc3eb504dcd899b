// Until sign-in exists, whoever reaches the API is believed: so it listens on 127.0.0.1, and refuses what a page of
// another site makes a browser send there (a request of another origin, a name that was made to point at this machine).

import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';

/** The only address the API listens on. */
export const LOOPBACK = '127.0.0.1';

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Express middleware. @throws Problem `forbidden` */
export function loopbackOnly(request: ApiRequest, _response: unknown, next: () => void): void {
  const { host, origin } = request.headers;
  if (host === undefined || !NAMES.has(host.replace(/:\d+$/u, ''))) throw new Problem('forbidden', 'Until sign-in exists the API answers to localhost alone.');
  if (origin !== undefined && origin !== `http://${host}`) throw new Problem('forbidden', 'Until sign-in exists the API answers no page of another site.');
  next();
}
