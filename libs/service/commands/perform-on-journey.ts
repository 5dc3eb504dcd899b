// A command of one journey: who may, whose journey, carried out once, or only looked at.

import type { DataSource } from "typeorm";
import { settlePerson } from "../../people/settle.ts";
import type { Person } from "../../people/people.ts";
import { mustBeRecent } from "../access/recent.ts";
import { mustHold } from "../access/roles.ts";
import { grantMeant, grantOfTask, mayNameGroup } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { HubDirectory } from "../hub-directory.ts";
import type { Asked } from "./asked.ts";
import { claimAtOnce } from "./claim-at-once.ts";
import type { Answer, CommandSender, Looked, Order, Sent } from "./command-sender.ts";
import { putHeadteacher } from "./headteacher.ts";
import type { Found } from "./claim.ts";
import { commandId } from "./command-id.ts";
import { journeyAndCommand, journeyBehind, journeyPart } from "./journey-behind.ts";
import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "./journey-commands.ts";
import { correctionOf, mustBelong, withContactSettled } from "./people-named.ts";
import { mayBeSucceeded } from "../register/successor.ts";
import { sealOrRefuse } from "./seal-or-refuse.ts";

export class JourneyCommands {
  constructor(
    private readonly sender: CommandSender,
    private readonly database: Database,
    private readonly directory: HubDirectory,
  ) {}

  /**
   * Sends one command to the journey that goes by `id`; where a preview is asked for, says what would come of it.
   * @throws Refusal `forbidden`, `not-found` for a journey that the caller does not see, what the rules say
   */
  async perform(name: RoutedCommand, id: string, asked: Asked): Promise<Answer> {
    const looks = asked.preview === true;
    if (JOURNEY_COMMANDS[name].group === "Money" && !looks) mustBeRecent(asked.caller);
    const atOnce = looks ? null : await this.atOnce(name, id, asked);
    const sent = atOnce ?? (await this.sender.send(asked, await this.order(name, id, asked, looks)));
    return { journey: sent.subject, version: sent.version, status: sent.status, ...sent.beside };
  }

  /** What it would come to, as events: nothing is kept. @throws Refusal as `perform` */
  async look(name: RoutedCommand, id: string, asked: Asked): Promise<Looked> {
    return this.sender.look(asked, await this.order(name, id, asked, true));
  }

  /** By one question of PostgreSQL, where it needs no more than whether its journey is the caller's to see. */
  private async atOnce(name: RoutedCommand, id: string, asked: Asked): Promise<Sent | null> {
    mustHold(asked.caller, JOURNEY_COMMANDS[name].roles);
    const route = routeOf(name, id);
    return this.sender.sendClaimed(asked, name, (source, at) => claimAtOnce(source, { name, id, route, at }, asked));
  }

  /** `looks`: nothing that it brings is kept. */
  private async order(name: RoutedCommand, id: string, asked: Asked, looks: boolean): Promise<Order> {
    const { journey, meant, found } = await this.allowed(name, id, asked, !looks);
    const { hub } = asked.caller;
    return {
      name,
      route: routeOf(name, journey),
      ...(found && { found }),
      prepare: async (source, newId, at) => {
        const read = sealOrRefuse(name, withMeant(asked.body, meant), newId);
        await mustBelong(source, { name, journey, hub, looks }, read.data, at);
        const keep = (contact: Person) => (looks ? contact.id : settlePerson(source, contact, journey));
        const sealed = await withContactSettled(read, async (contact) => keep(contact));
        const { hub: to } = read.data as { hub?: unknown };
        const goes = name === "MoveToHub" && typeof to === "string" ? to : null;
        const head = name === "NameHeadteacher" ? sealed.contact : null;
        return {
          subject: journey,
          sealed,
          ...(goes !== null && { check: () => this.directory.mayTake(source, journey, goes) }),
          ...(head && { after: (_, again) => putHeadteacher(source, { journey, person: head.id, again }) }),
          ...correctionOf(journey, sealed),
        };
      },
    };
  }

  private async allowed(
    name: RoutedCommand,
    id: string,
    asked: Asked,
    keeps: boolean,
  ): Promise<{ journey: string; meant: object; found?: Found }> {
    const { caller, body } = asked;
    const { roles, group } = JOURNEY_COMMANDS[name];
    mustHold(caller, roles);
    const source = await this.database.open();
    const task =
      name === "DecideTask" || name === "AssignTask"
        ? await grantOfTask(source, (await journeyPart(source, id, caller)).journey, body)
        : null;
    const money = group === "Money" || task !== null;
    const { journey, ...more } = money
      ? { journey: (await journeyPart(source, id, caller)).journey }
      : await withCommand(source, id, asked, routeOf(name, id));
    if (task !== null) {
      if (name === "DecideTask" && keeps) mustBeRecent(caller);
      await grantMeant(source, caller, journey, task);
      return { journey, meant: {} };
    }
    await mayNameGroup(source, caller, body);
    // Said out, for the latest grant of the journey may be another hub's.
    const meant = (money ? await grantMeant(source, caller, journey, body) : null) ?? {};
    if (name === "SucceedSchool") await mayBeSucceeded(source, caller, journey, body, keeps);
    return { journey, meant, ...more };
  }
}

const routeOf = (name: RoutedCommand, journey: string): string => `journeys/${journey}/${slugOf(name)}`;

/**
 * The journey behind an id, and what is known of the command under this route. Where another journey is meant by it,
 * the command is another too, and is looked for once its name is known.
 */
async function withCommand(
  source: DataSource,
  id: string,
  asked: Asked,
  route: string,
): Promise<{ journey: string; found?: Found }> {
  const { caller } = asked;
  const key = keyOf(asked);
  if (key === null) return { journey: await journeyBehind(source, id, caller) };
  const command = commandId(caller.who, route, key);
  const { journey, known } = await journeyAndCommand(source, id, caller, command);
  return { journey, found: { id: command, known } };
}

/** Null for what is only looked at, or has a key that is none: that is said once the journey is known to be there. */
function keyOf(asked: Asked): string | null {
  try {
    return asked.preview === true ? null : asked.key;
  } catch {
    return null;
  }
}

/** The body with what it leaves unsaid; one that is no object is turned away as it came. */
function withMeant(body: unknown, meant: object): unknown {
  if (Object.keys(meant).length === 0 || Array.isArray(body)) return body;
  return body === undefined || body === null || typeof body === "object" ? { ...meant, ...body } : body;
}
