// The whole hub's turn into the next academic year: looked at, then done.

import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { instantFromMs } from '../../../libs/calendar/instants.ts';
import { ENGLAND } from '../../../libs/calendar/terms.ts';
import { previewTurn } from '../../../libs/views/read-turn.ts';
import { Roles } from '../access/roles.ts';
import { callerOf, sameHub } from '../access/scope.ts';
import { ApiSettings } from '../api-settings.ts';
import { Database } from '../database.ts';
import { hubCode } from '../hubs/hub-code.ts';
import type { ApiRequest, ApiResponse } from '../http/request.ts';
import { validated } from '../http/validated.ts';
import { Doc } from '../openapi/doc.ts';
import { HUB } from '../openapi/parameters.ts';
import { presentPreview } from './present-turn.ts';
import { INTO, TurnQuery } from './turn.dto.ts';
import { turnsInto } from './turn-year.ts';

@Controller('api/v1/hubs/:hub/turn')
export class TurnController {
  constructor(private readonly database: Database, private readonly settings: ApiSettings) {}

  @Get()
  @Roles('hub-coordinator', 'hub-lead', 'operator', 'auditor')
  @Doc({
    id: 'previewTurn', tag: 'Turn', summary: 'The year’s turn of a hub, as it would be done now; nothing is done',
    description: 'Every school that takes part, pauses or may come back, once: how its year ends as things stand, what it still owes, whether it is ready, its next '
      + 'stage, whether it is invited or why not, the themes open to it, and its place in next year’s groups, which are proposed from this year’s. It can be '
      + 'looked at all year. `plan` (and the ETag) names what was looked at.',
    parameters: [HUB, INTO], answer: 'TurnPreview', etag: true, problems: [403, 404, 422, 503],
  })
  async preview(@Param('hub') hub: string, @Query() query: unknown, @Req() request: ApiRequest, @Res({ passthrough: true }) response: ApiResponse): Promise<object> {
    sameHub(callerOf(request), hub);
    const at = instantFromMs(this.settings.clock());
    const { into: asked } = validated(TurnQuery, query, { only: true });
    const preview = await previewTurn(await this.database.open(), { hub: hubCode(hub), into: turnsInto(asked, at), at }, { catalogue: this.settings.catalogue, calendar: ENGLAND });
    response.setHeader('ETag', `"${preview.digest}"`);
    return presentPreview(preview);
  }
}
