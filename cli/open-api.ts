import { Command } from 'commander';
import { openApiDocument } from '../lambdas/api/document/open-api.ts';
import { version } from '../lambdas/api/document/version.ts';
import { formatOption } from './options.ts';
import { print } from './print.ts';

/** `jubilee openapi`: prints the OpenAPI document. */
export function openApiCommand(): Command {
  return new Command('openapi')
    .description('Print the OpenAPI document of the API.')
    .option('--site <url>', 'address of the API', 'http://localhost:8025')
    .addOption(formatOption('json'))
    .action(({ site }: { site: string }) =>
      print([`${JSON.stringify(openApiDocument({ siteUrl: site, version }), null, 2)}\n`]),
    );
}
