import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";

/**
 * For a parser of bodies: looks at the bytes before they are text. What is not UTF-8 would come through as another
 * word (`Br\uFFFDnt`), and nobody would know. Throws an error of status 400.
 */
export function mustBeUtf8(_request: IncomingMessage, _response: unknown, bytes: Buffer): void {
  if (!isUtf8(bytes)) throw Object.assign(new Error("The body is not UTF-8."), { status: 400 });
}
