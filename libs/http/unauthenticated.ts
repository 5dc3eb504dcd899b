import { Problem } from "./problem.ts";

/** Where one signs in, as RFC 6750 says it. */
export const REALM = 'Bearer realm="school-journeys"';

/** 401, with what RFC 6750 wants said. */
export function unauthenticated(
  detail = "Send a bearer token: Authorization: Bearer …; `npm run -s token` prints one for the embedded sign-in.",
  error?: string,
): Problem {
  return new Problem("unauthenticated", detail, {
    headers: { "WWW-Authenticate": error === undefined ? REALM : `${REALM}, error="${error}"` },
  });
}
