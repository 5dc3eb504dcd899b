// What journeys go through, for histories that every later version of the workflow must still replay. In the order of
// time: all share one clock.

import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { turnName } from "../../libs/contract/turn.ts";
import { webhookWorkflowId } from "../../libs/contract/webhook.ts";
import { groupName, groupOfName } from "../../libs/contract/work-group.ts";
import { readRehearsal } from "../../libs/rehearsal/file.ts";
import type {
  CommandData as GroupCommandData,
  CommandName as GroupCommandName,
} from "../../libs/work-group/commands.ts";
import { beginTurn } from "../../libs/service/turn/turns.ts";
import type { Step } from "../../libs/turn/commands.ts";
import { accepted, application, command, place } from "../workflows/commands.ts";
import { actOut } from "../workflows/live-rehearsal.ts";
import { eventually, type Service } from "../workflows/service.ts";
import type { Scene, Stage } from "./stage.ts";
import { aWebhooksDays } from "./webhook-scenes.ts";

const reason = { id: "reason", words: 3 };
const activityIsPending = ({ client, journey }: Stage, name: string): Promise<void> =>
  eventually(async () => {
    const { raw } = await client.workflow.getHandle(workflowIdOf(journey)).describe();
    if (!raw.pendingActivities?.some((one) => one.activityType?.name === name))
      throw new Error(`${name} is not pending`);
  });

const TURN = { hub: "great-north", into: "2027/28" };

/** Those of the time-skipping server. */
export const SCENES: Record<string, Scene> = {
  webhook: {
    journey: "recorded",
    workflowId: webhookWorkflowId("recorded"),
    act: (stage) => aWebhooksDays(stage, "recorded"),
  },
  "rejected-at-once": {
    journey: "400001-primary",
    async act({ service, journey }) {
      await service.send(journey, command("AcceptOffer", {}));
    },
  },
  "many-at-once": {
    journey: "400002-primary",
    async act({ service, journey }) {
      await place(service, journey);
      await Promise.all(Array.from({ length: 20 }, () => service.send(journey, command("RaiseConcern", { reason }))));
      await service.settled(journey);
    },
  },
  "many-in-turn": {
    journey: "400011-primary",
    async act({ service, journey }) {
      await place(service, journey);
      for (let no = 1; no <= 35; no += 1) accepted(await service.send(journey, command("RaiseConcern", { reason })));
      await service.settled(journey);
    },
  },
  "store-away": {
    journey: "400003-primary",
    async act(stage) {
      const { service, journey, away } = stage;
      accepted(await service.send(journey, application("400003", service)));
      await service.settled(journey);
      away.store = true;
      const waiting = service.send(journey, command("OfferPlace", {}));
      await activityIsPending(stage, "advance");
      away.store = false;
      accepted(await waiting);
      await service.settled(journey);
    },
  },
  "mail-away": {
    journey: "400004-primary",
    async act({ service, journey }) {
      service.mailIsDown = true;
      accepted(await service.send(journey, application("400004", service)));
      await service.until("2020-06-02T09:00:00Z");
      service.mailIsDown = false;
      await service.until("2020-06-02T10:00:00Z");
      await eventually(async () => {
        const state = await service.state(journey);
        if (state.status === "none" || state.effects.length > 0) throw new Error("an effect is open");
      });
    },
  },
  exemplary: {
    journey: "400005-primary",
    async act({ service, journey }) {
      await actOut(service, journey, rehearsal(service, 400_005, "exemplary", "2022-09-30"));
      await service.settled(journey);
    },
  },
  silent: {
    journey: "400006-secondary",
    async act({ service, journey }) {
      const start = await service.now();
      await actOut(service, journey, {
        ...rehearsal(service, 400_006, "silent", "2024-08-31", "2023-24/secondary-development", "secondary"),
        start,
      });
      await service.until("2024-09-01T00:00:00Z");
      await service.settled(journey);
    },
  },
  "work-group": { journey: groupName("recorded"), act: aYearOfAGroup },
  "hub-turn": { journey: turnName(TURN), act: aTurn },
};

/**
 * A hub's turn of more steps than one activity takes: a group is formed, schools that are not there are turned down,
 * one by one.
 */
async function aTurn({ service, journey, client, dataSource }: Stage): Promise<void> {
  const startedAt = await service.now();
  const prospectus = "2027-28/primary-embedding";
  const lead: GroupCommandData["FormWorkGroup"] = {
    hub: TURN.hub,
    prospectus,
    lead: "lead-1",
    leadRole: "mastery-specialist",
  };
  const steps: Step[] = [{ no: 1, kind: "group", subject: "turned", type: "FormWorkGroup", data: lead }];
  for (let no = 2; no <= 20; no++)
    steps.push({
      no,
      kind: "school",
      subject: `${400_100 + no}-primary`,
      type: "InviteToNextStage",
      data: { prospectus, workGroup: "turned" },
    });
  await beginTurn(
    { dataSource, rules: service.rules },
    { id: "turn", by: { who: "somebody", role: "hub-lead" }, at: startedAt },
    { ...TURN, plan: { ...TURN, schools: [], groups: [] }, wishesDigest: "", steps },
  );
  await wakeSubject(client, journey, { timeoutMs: 10_000 });
  await client.workflow.getHandle(journey).result();
}

/** A group with one place: two schools are offered it, one declines, the other's turn comes; then its year goes by. */
async function aYearOfAGroup({ service, journey }: Stage): Promise<void> {
  const prospectus = "2025-26/secondary-sustaining";
  const group = groupOfName(journey) ?? journey;
  await service.until("2025-06-02T09:00:00Z");
  const told = <N extends GroupCommandName>(type: N, data: GroupCommandData[N]) =>
    service.sendToGroup(group, {
      id: `${group} ${type}`,
      type,
      by: { who: "somebody", role: "hub-lead" },
      data,
    } as Parameters<Service["sendToGroup"]>[1]);
  accepted(
    await told("FormWorkGroup", {
      hub: "great-north",
      prospectus,
      lead: "lead-1",
      leadRole: "secondary-mastery-specialist",
      secondYearDone: true,
      places: 1,
    }),
  );
  const schools = ["400007-secondary", "400008-secondary"];
  for (const school of schools) {
    accepted(
      await service.send(
        school,
        command("SubmitApplication", {
          school: {
            urn: school.slice(0, 6),
            phase: "secondary",
            funding: "state",
            open: true,
            headteacher: true,
            history: [{ stage: "development", academicYear: "2020/21" }],
          },
          hub: "great-north",
          prospectus,
          reasons: { id: "reasons", words: 40 },
          understandsExpectations: true,
          seniorLeaderSupports: true,
          contact: "applicant",
        }),
      ),
    );
    accepted(await service.send(school, command("OfferPlace", { workGroup: group })));
  }
  accepted(await service.send(schools[0] ?? "", command("DeclineOffer", {})));
  // A place that is given up is offered at nine on the next school day.
  await service.until("2025-06-03T08:00:01Z");
  await eventually(async () => {
    if ((await service.state(schools[1] ?? "")).status !== "offered") throw new Error("its turn has not come");
  });
  for (const type of ["AcceptOffer", "PlaceInWorkGroup"] as const)
    accepted(await service.send(schools[1] ?? "", command(type, {})));
  accepted(
    await told("ChangeLead", {
      lead: "lead-2",
      leadRole: "secondary-mastery-specialist",
      secondYearDone: true,
      reason,
    }),
  );
  await service.until("2026-09-01T09:00:00Z");
  await eventually(async () => {
    if ((await service.group(group)).status !== "ended") throw new Error("the group has not ended");
  });
}

function rehearsal(
  service: Service,
  urn: number,
  behaviour: string,
  until: string,
  prospectus = "2020-21/primary-readiness",
  phase = "primary",
) {
  const school = { urn, name: "Example School", phase, funding: "state", headteacher: true, history: [] };
  const read = readRehearsal(
    { prospectus, school, start: "2020-06-01", until, behaviour, hub: "attentive" },
    service.rules.catalogue,
  );
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.rehearsal;
}
