import { seal, type Sealed, type WireName } from "../../journey/wire.ts";
import { refusalOf } from "../refusal.ts";
import type { NewId } from "./claim.ts";

/** `seal`, with its rejection as a Problem (422 `invalid`, every fault by pointer). */
export function sealOrRefuse(name: WireName, body: unknown, newId: NewId): Sealed {
  const sealed = seal(name, body, newId);
  if ("rejection" in sealed) throw refusalOf(sealed.rejection);
  return sealed;
}
