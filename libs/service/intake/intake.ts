// What begins a school's journey, or takes it up again: an application, or an interest.

import type { DataSource } from "typeorm";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import type { Answer, CommandSender, Prepared } from "../commands/command-sender.ts";
import type { HubDirectory } from "../hub-directory.ts";
import { kept, lookedAt, prepareIntake } from "./prepare-intake.ts";

export const INTAKE_ROLES = {
  begin: ["school-contact", "hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

export class Intake {
  constructor(
    private readonly sender: CommandSender,
    private readonly directory: HubDirectory,
  ) {}

  /** Applies for a programme. @throws Refusal `forbidden`, `invalid`, what the rules say */
  apply(asked: Asked): Promise<Answer> {
    return this.begin("SubmitApplication", "applications", asked);
  }

  /** Expresses an interest, before or outside an application window. @throws Refusal as `apply` */
  expressInterest(asked: Asked): Promise<Answer> {
    return this.begin("ExpressInterest", "interests", asked);
  }

  private async begin(name: "SubmitApplication" | "ExpressInterest", route: string, asked: Asked): Promise<Answer> {
    const { caller, body } = asked;
    mustHold(caller, INTAKE_ROLES.begin);
    let movingAt: Awaited<ReturnType<typeof prepareIntake>>["moving"] | undefined;
    const {
      subject: journey,
      version,
      status,
      beside,
    } = await this.sender.send(asked, {
      name,
      route,
      prepare: async (source, newId, at) => {
        const keep = asked.preview ? lookedAt : kept(source);
        const prepared = await prepareIntake(name, { body, caller, keep }, source, newId, at);
        movingAt = prepared.moving;
        return { ...prepared, check: () => this.mayBegin(source, caller, prepared) };
      },
    });
    const moving = (await movingAt?.(version)) ?? null;
    if (moving === null) return { journey, version, status, ...beside };
    // How the school stands at its own hub is not told to the one that asks for it.
    return { journey, version, status: name === "SubmitApplication" ? "applied" : "interested", moving, ...beside };
  }

  /** A school applies at a hub, or goes to another by its own word: not at one that there is not. */
  private async mayBegin(source: DataSource, caller: Principal, prepared: Prepared): Promise<void> {
    await prepared.check?.(source);
    const { hub } = prepared.sealed.data as { hub: string };
    if (caller.hub !== hub) await this.directory.mayTake(source, prepared.subject, hub);
  }
}
