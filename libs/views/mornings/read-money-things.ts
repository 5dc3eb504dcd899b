// Money of a hub that waits for somebody: a grant for its approvals, a release for a payment run, a run for its second
// person.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import type { MorningThing } from "../../letters/morning-lines.ts";
import { grantThing, runThing, type MorningSchool } from "../../letters/morning-things.ts";
import { coded } from "../../store/errors.ts";

/** All of it. Rejects with StoreError. */
export async function moneyThings(db: DataSource, hub: string): Promise<MorningThing[]> {
  return [...(await grants(db, hub)), ...(await runs(db, hub))];
}

interface Grant extends MorningSchool {
  pence: number;
  waits: "first" | "second" | "run";
  at: Date;
}

async function grants(db: DataSource, hub: string): Promise<MorningThing[]> {
  const rows = await coded<Grant[]>(() =>
    db.query(
      `select g.journey, journey.urn, schools.name as school, g.amount_pence as pence,
         case when journey.hub = g.hub then journey.work_group end as "workGroup",
         case when g.status = 'released' then 'run' when cardinality(g.approvers) > 0 then 'second' else 'first' end
           as waits,
         coalesce(g.released_at, (select max(at) from events where stream = 'journey/' || g.journey
           and type in ('GrantPayable', 'GrantApproved') and data ->> 'stage' = g.stage
           and data ->> 'academicYear' = g.academic_year), journey.updated_at) as at
       from grants as g join journeys as journey on journey.id = g.journey
       left join schools on schools.urn = journey.urn
       where g.hub = $1 and (g.status = 'payable' or (g.status = 'released' and g.run is null))
       order by g.journey, g.no`,
      [hub],
    ),
  );
  return rows.map(({ waits, pence, at, ...of }) =>
    grantThing(of, { waits, pence, since: instantFromMs(at.getTime()) }),
  );
}

async function runs(db: DataSource, hub: string): Promise<MorningThing[]> {
  const rows = await coded<{ id: string; pence: string; at: Date }[]>(() =>
    db.query(
      `select id, net_pence as pence, prepared_at as at from payment_runs
       where hub = $1 and status = 'prepared' order by prepared_at, id`,
      [hub],
    ),
  );
  return rows.map(({ id, pence, at }) => runThing(id, Number(pence), instantFromMs(at.getTime())));
}
