// A command of one journey: who may, whose journey, carried out once, or only looked at.

import { mustHold } from "../access/roles.ts";
import { mayDecideGrant, mayNameGroup } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { Asked } from "./asked.ts";
import type { Answer, CommandSender, Looked, Order } from "./command-sender.ts";
import { putHeadteacher } from "./headteacher.ts";
import { journeyBehind } from "./journey-behind.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "./journey-commands.ts";
import { sealOrRefuse } from "./seal-or-refuse.ts";

export class JourneyCommands {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
  ) {}

  /**
   * Sends one command to the journey that goes by `id`; where a preview is asked for, says what would come of it.
   * @throws Refusal `forbidden`, `not-found` for a journey that the caller does not see, what the rules say
   */
  async perform(name: RoutedCommand, id: string, asked: Asked): Promise<Answer> {
    return this.sender.send(asked, await this.order(name, id, asked));
  }

  /** What it would come to, as events: nothing is kept. @throws Refusal as `perform` */
  async look(name: RoutedCommand, id: string, asked: Asked): Promise<Looked> {
    return this.sender.look(asked, await this.order(name, id, asked));
  }

  private async order(name: RoutedCommand, id: string, asked: Asked): Promise<Order> {
    const journey = await this.allowed(name, id, asked);
    return {
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
    };
  }

  private async allowed(name: RoutedCommand, id: string, { caller, body }: Asked): Promise<string> {
    const { roles, group } = JOURNEY_COMMANDS[name];
    mustHold(caller, roles);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    await mayNameGroup(source, caller, body);
    if (group === "Money") await mayDecideGrant(source, caller, journey, body);
    return journey;
  }
}
