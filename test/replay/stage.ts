// Where recorded histories are made: what a scene has at hand.

import type { Client } from "@temporalio/client";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import type { DataSource } from "typeorm";
import type { Service } from "../workflows/service.ts";

/** `journey`: an id, or the name of a Work Group or of a hub's turn. */
export interface Stage {
  service: Service;
  journey: string;
  client: Client;
  away: { store: boolean };
  env: TestWorkflowEnvironment;
  dataSource: DataSource;
}

/**
 * `workflowId`: of what is neither a journey nor a Work Group; where the server makes it up, it is what `act` answers.
 */
export interface Scene {
  journey: string;
  workflowId?: string;
  act(stage: Stage): Promise<string | void>;
}
