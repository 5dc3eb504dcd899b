// A command stands in its row whole: who asks, in which role, with what. A worker believes that, and of a message no
// more than the id. A restore begins an epoch, and what goes out after it is named by that.

import type { MigrationInterface, QueryRunner } from "typeorm";

const UP = `
alter table commands add column command jsonb;

-- Of what is named by it outside (Updates, letters): null in the first epoch, whose names are as they always were.
-- By chance, never by number: a second restore of the same backup would begin the same number again.
create function restored_epoch() returns text language sql stable as
  $$ select case when no > 1 then left(id::text, 8) end from feed_epoch order by no desc limit 1 $$;
`;

export class CommandsInFull1700000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop function restored_epoch");
    await runner.query("alter table commands drop column command");
  }
}
