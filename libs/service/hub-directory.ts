import type { Hubs } from "../register/hubs.ts";

/** Which hub covers which local authorities; read and checked before the API starts. */
export class HubDirectory {
  constructor(readonly hubs: Hubs) {}
}
