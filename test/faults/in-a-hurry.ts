// Bundled with the workflows of the short round: what a worker took with it when it died is noticed after some seconds,
// where it would be half a minute. As an interceptor, so that nothing of the workflows is written twice.

import type { WorkflowInterceptors } from "@temporalio/workflow";

/** More than any activity takes here, on a machine that is busy with all the other tests. */
const NOTICED_AFTER_MS = 6_000;

export const interceptors = (): WorkflowInterceptors => ({
  outbound: [
    {
      scheduleActivity: (input, next) =>
        next({ ...input, options: { ...input.options, startToCloseTimeout: NOTICED_AFTER_MS } }),
    },
  ],
});
