// What a command says of a session's times: do they fit each other?

import type { Arranged } from "../arranged.ts";
import { inField, type Rejection } from "../rejection.ts";
import { invalid } from "../wire.ts";

/** `invalid` for an end without a beginning, or that is not after it. `pointer`: of what it is about. */
export function timesFit({ startsAt, endsAt }: Arranged, pointer = ""): { rejection: Rejection } | null {
  if (endsAt === undefined) return null;
  if (startsAt === undefined) return invalid([inField(`${pointer}/startsAt`, "time-begins")]);
  return endsAt <= startsAt ? invalid([inField(`${pointer}/endsAt`, "time-ends", { startsAt })]) : null;
}
