import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const States = z.array(z.object({ code: z.string(), name_en: z.string(), kind: z.string() }));
const csv = readFileSync(new URL('../../data/states.csv', import.meta.url), 'utf8');

/** Every state that the data know, former ones too. */
export const states = States.parse(parse(csv, { columns: true, bom: true }));
