// Addresses, before anybody looks at them: percent-encoding that can be read, and no character that is none.

import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";

const MALFORMED = "The address is malformed: what stands behind a % is no character in UTF-8.";

/**
 * Express middleware, behind the sign-in: no handler meets an address that cannot be kept or looked up.
 * @throws Problem 400 for percent-encoding that is none, 404 for a path with NUL (no such thing is there), 422 with
 * pointers for a parameter with it
 */
export function soundAddress({ originalUrl }: ApiRequest, _response: unknown, next: () => void): void {
  const [path = "", ...query] = originalUrl.split("?");
  if (decoded(path).includes("\0")) throw new Problem("not-found", "There is nothing at this address.");
  const parameters = decoded(query.join("?").replaceAll("+", " "));
  if (parameters.includes("\0")) {
    const unsound = [...new URLSearchParams(query.join("?"))].filter((pair) =>
      pair.some((text) => text.includes("\0")),
    );
    const errors = unsound.map(([name]) => ({
      pointer: `/${name.replaceAll("\0", "")}`,
      detail: "It holds a character that is none (NUL).",
    }));
    throw new Problem("invalid", "A query parameter holds a character that is none (NUL).", { errors });
  }
  next();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) throw new Problem("invalid", MALFORMED, { status: 400 });
    throw error;
  }
}
