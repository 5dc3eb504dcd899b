import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LIMIT, PageQuery, query } from '../journeys/page.dto.ts';
import type { Parameter } from '../openapi/doc.ts';

const HUB = /^[a-z0-9-]{1,60}$/u;

export class SchoolsQuery extends PageQuery {
  @IsOptional() @IsString() @Matches(/\S/u, { message: 'q is part of a name, or a URN.' }) @MaxLength(100)
  q?: string;

  @IsOptional() @IsString() @Matches(/^\d{3}$/u, { message: 'la is the code of a local authority: three digits.' })
  la?: string;

  @IsOptional() @IsString() @Matches(/^\d{6}$/u, { message: 'after is the `next` of the page before.' })
  after?: string;
}

export class EligibilityQuery {
  @IsString({ message: 'prospectus is missing.' }) @Matches(/^[\w./-]{1,100}$/u, { message: 'prospectus is an id such as 2020-21/primary-readiness.' })
  prospectus: string;

  @IsOptional() @IsString() @Matches(HUB, { message: 'hub is a code such as great-north.' })
  hub?: string;
}

export class SchoolQuestionsQuery extends PageQuery {
  @IsOptional() @IsString() @Matches(HUB, { message: 'hub is a code such as great-north.' })
  hub?: string;

  @IsOptional() @IsString() @Matches(/^[\w./:-]{1,100}$/u, { message: 'after is the `next` of the page before.' })
  after?: string;
}

export const SCHOOL_URN: Parameter = { name: 'urn', in: 'path', description: 'Six digits', schema: { type: 'string', pattern: '^\\d{6}$' }, example: '100001' };

export const SCHOOLS_PARAMETERS: readonly Parameter[] = [
  query('q', 'Part of the name, whatever case, or the URN', { type: 'string', maxLength: 100 }, 'Example'),
  query('la', 'Code of the local authority', { type: 'string', pattern: '^\\d{3}$' }, '391'),
  query('after', 'The `next` of the page before', { type: 'string' }),
  LIMIT,
];
export const ELIGIBILITY_PARAMETERS: readonly Parameter[] = [
  { ...query('prospectus', 'The programme', { type: 'string' }, '2020-21/primary-readiness'), required: true },
  query('hub', 'Whose window holds; else that of the hub which covers the school’s LA, else the page’s', { type: 'string' }, 'great-north'),
];
export const SCHOOL_QUESTIONS_PARAMETERS: readonly Parameter[] = [
  query('hub', 'Of this hub', { type: 'string' }, 'great-north'), query('after', 'The `next` of the page before', { type: 'string' }), LIMIT,
];
