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
   * @throws Refusal `invalid` where `journey` would leave its hub for one that is not there; rejects with StoreError
   */
  async mayTake(source: DataSource, journey: string, hub: string): Promise<void> {
    const around = await hubsAround(source, journey);
    if (around.length === 0 || around.includes(hub) || this.hubs.all.some(({ code }) => code === hub)) return;
    if (await hasSetUp(source, hub)) return;
    const detail =
      "There is no such hub: its code is in kebab-case, such as great-north. The school stays where it is.";
    throw new Refusal("invalid", detail, { errors: [{ pointer: "/hub", detail }] });
  }
}
