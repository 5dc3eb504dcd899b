// `node --import ./apps/cli/setup/with-parent.mjs …`: ends this process in good order when the one that started it is
// gone (killed, so that it could not say goodbye). Otherwise a worker would live on, unseen, beside the next start's.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
