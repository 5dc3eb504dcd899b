// Which requests are heard at all. A page of another site may make a browser send here: so a request names this
// service, and one that says which page it comes from comes from here.

import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";

/** An address is itself; a name may have been made to point here by anyone (DNS rebinding). */
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\]|localhost)$/iu;

/** Express middleware. `publicUrl`: what people call this service. @throws Problem `forbidden` */
export function frontDoor(publicUrl: string) {
  const { host: name, origin: home } = new URL(publicUrl);
  return (request: ApiRequest, _response: unknown, next: () => void): void => {
    const { host, origin } = request.headers;
    if (host === undefined || (host !== name && !ADDRESS.test(host.replace(/:\d+$/u, "")))) {
      throw new Problem("forbidden", "This service does not go by that name: PUBLIC_URL says which one it has.");
    }
    if (origin !== undefined && origin !== home && origin !== `http://${host}`)
      throw new Problem("forbidden", "A page of another site is not answered.");
    next();
  };
}
