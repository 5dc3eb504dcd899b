// A command of one journey: who may, whose journey, carried out once, or only looked at.

import type { DataSource } from "typeorm";
import { mustBeRecent } from "../access/recent.ts";
import { mustHold } from "../access/roles.ts";
import { mayDecideGrant, mayNameGroup } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { ServiceSettings } from "../settings.ts";
import type { Asked } from "./asked.ts";
import type { Answer, CommandSender } from "./command-sender.ts";
import { putHeadteacher } from "./headteacher.ts";
import { journeyBehind } from "./journey-behind.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "./journey-commands.ts";
import { preview, type Foreseen } from "./preview.ts";
import { sealOrRefuse } from "./seal-or-refuse.ts";

export class JourneyCommands {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
    private readonly settings: ServiceSettings,
  ) {}

  /**
   * Sends one command to the journey that goes by `id`.
   * @throws Refusal `forbidden`, `not-found` for a journey that the caller does not see, what the rules say
   */
  async perform(name: RoutedCommand, id: string, asked: Asked): Promise<Answer> {
    const { journey } = await this.allowed(name, id, asked);
    if (JOURNEY_COMMANDS[name].group === "Money") mustBeRecent(asked.caller);
    return this.sender.send(asked, {
      name,
      route: `journeys/${journey}/${slugOf(name)}`,
      prepare: (_source, newId) => {
        const sealed = sealOrRefuse(name, asked.body, newId);
        const head = name === "NameHeadteacher" ? sealed.contact : null;
        return {
          subject: journey,
          sealed,
          after: async (source, again) =>
            head ? putHeadteacher(source, { journey, person: head.id, again }) : undefined,
        };
      },
    });
  }

  /** What would come of it, in words: nothing is kept. @throws Refusal as `perform` */
  async preview(name: RoutedCommand, id: string, asked: Asked): Promise<Foreseen> {
    const { source, journey } = await this.allowed(name, id, asked);
    return preview(source, this.settings, asked, name, journey);
  }

  private async allowed(
    name: RoutedCommand,
    id: string,
    { caller, body }: Asked,
  ): Promise<{ source: DataSource; journey: string }> {
    const { roles, group } = JOURNEY_COMMANDS[name];
    mustHold(caller, roles);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    await mayNameGroup(source, caller, body);
    if (group === "Money") await mayDecideGrant(source, caller, journey, body);
    return { source, journey };
  }
}
