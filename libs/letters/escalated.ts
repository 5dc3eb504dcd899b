// A promise was missed: to the lead teachers, then the headteacher, then the hub lead, who has to decide.

import { type Envelope, type Letter, meantFor } from "./letter.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import { toHeadteacher } from "./missed-to-headteacher.ts";
import { toHubLead } from "./missed-to-hub-lead.ts";
import { toLeadTeachers } from "./missed-to-lead-teachers.ts";
import type { EscalationFacts } from "./missed.ts";

/** The letter of a level. Level 3 is a task: it lists the choices, each of which needs a reason. */
export function escalated(envelope: Envelope, facts: EscalationFacts): Letter {
  switch (facts.level) {
    case 1:
      // Their own promise is told to the headteacher first.
      if (isHeadteachers(facts.commitment)) return toHeadteacher(meantFor("headteacher", envelope), facts);
      return toLeadTeachers(meantFor("lead-teacher", envelope), facts);
    case 2:
      return toHeadteacher(meantFor("headteacher", envelope), facts);
    case 3:
      return toHubLead(envelope, facts);
  }
}
