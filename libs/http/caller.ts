import type { Principal } from "../service/access/principal.ts";
import { Problem } from "./problem.ts";
import type { ApiRequest } from "./request.ts";

/** Who calls; the guard has seen to it. @throws Problem `forbidden` on a route that names no roles */
export function callerOf(request: ApiRequest): Principal {
  if (request.caller) return request.caller;
  throw new Problem("forbidden", "This route names no role that may call it.");
}
