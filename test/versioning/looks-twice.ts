// A change of workflow code, for tests: before each question to the store a workflow waits a moment, by a timer that
// stands in its history. As an interceptor, so that nothing of the workflows is written twice.

import { patched, sleep, type WorkflowInterceptors } from "@temporalio/workflow";

/** What the branch is called. */
export const LOOKS_TWICE = "looks-twice";

export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      async scheduleLocalActivity(input, next) {
        if (patched(LOOKS_TWICE)) await sleep(1);
        return next(input);
      },
    },
  ],
});
