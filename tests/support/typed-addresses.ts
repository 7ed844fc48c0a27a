import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Addresses as people type them, each with the verdict that every way in must give. */
export const typedAddresses = readFileSync(join(import.meta.dirname, '../requests/addresses.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => z.tuple([z.enum(['valid', 'invalid']), z.string(), z.string()]).parse(line.split('\t')))
  .map(([verdict, json, why]) => [verdict, z.string().parse(JSON.parse(json)), why] as const);
