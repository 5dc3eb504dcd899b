// The API as a process: `node --import ./apps/cli/setup/typescript.mjs apps/api/main.ts`.

import { ApiSettings } from './api-settings.ts';
import { LOOPBACK } from './access/loopback.ts';
import { createApi } from './create-api.ts';
import { settingsFrom } from './environment.ts';
import { traceOf, writeLog } from './http/log.ts';

const { port, ...settings } = settingsFrom(process.env);
const app = await createApi(new ApiSettings(settings));
await app.listen(port, LOOPBACK);
writeLog('info', 'listening', { address: `http://${LOOPBACK}:${port}` });

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    writeLog('info', 'stopping', { signal });
    // Requests under way are answered first, then the pools close.
    app.close().then(() => process.exit(0), (error: unknown) => {
      writeLog('error', 'stop failed', traceOf(error));
      process.exit(1);
    });
  });
}
