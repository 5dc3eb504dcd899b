import { seal, type Sealed, type WireName } from "../../../libs/journey/wire.ts";
import { problemOf } from "../http/problem.ts";
import type { NewId } from "./command-sender.ts";

/** `seal`, with its rejection as a Problem (422 `invalid`, every fault by pointer). */
export function sealOrThrow(name: WireName, body: unknown, newId: NewId): Sealed {
  const sealed = seal(name, body, newId);
  if ("rejection" in sealed) throw problemOf(sealed.rejection);
  return sealed;
}
