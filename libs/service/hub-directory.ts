import type { DataSource } from "typeorm";
import type { Hubs } from "../register/hubs.ts";
import { hasSetUp, hubsAround } from "../store/hubs/known-hubs.ts";
import { Refusal } from "./refusal.ts";

/** Which hub covers which local authorities; read and checked before the API starts. */
export class HubDirectory {
  constructor(readonly hubs: Hubs) {}

  /**
   * A school that went to a hub at which nobody works would be seen by nobody: not by its old hub, and by no new one.
   * A hub that is there: the directory names it, or its own people asked for the school or have set something up here.
   * @throws Refusal `invalid` where `journey` would begin at a hub that is not there, or leave its own for it; rejects
   * with StoreError
   */
  async mayTake(source: DataSource, journey: string, hub: string): Promise<void> {
    const around = await hubsAround(source, journey);
    if (around.includes(hub) || this.hubs.of(hub) !== null) return;
    if (await hasSetUp(source, hub)) return;
    const detail = "There is no such hub: its code is in kebab-case, such as great-north. Nothing was recorded.";
    throw new Refusal("invalid", detail, { errors: [{ pointer: "/hub", detail }] });
  }
}
