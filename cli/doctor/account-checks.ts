import { type Check, fail, inAws, pass } from './finding.ts';

/** The checks that the command uses the right account, and that it has a stack. */
export const accountChecks: readonly Check[] = [
  {
    name: 'credentials',
    about: 'AWS accepts the credentials',
    look: inAws(async ({ account }) => {
      const found = await account().catch(String);
      return /^\d{12}$/.test(found)
        ? pass(`account ${found}`)
        : fail(
            found,
            'set AWS_PROFILE, or sign in: aws sso login; for the local stack set the variables that "jubilee start" prints',
          );
    }),
  },
  {
    name: 'region',
    about: 'a region is chosen',
    look: inAws(async ({ region }) => {
      const found = await region().catch(() => undefined);
      return found ? pass(found) : fail('none', 'set AWS_REGION to the region that the stack was deployed to');
    }),
  },
  {
    name: 'stack',
    about: 'the stack exists, and its last deployment succeeded',
    look: inAws(async ({ stack, stackName }) => {
      const status = await stack().then(({ status }) => status, String);
      if (/^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) return pass(`${stackName}: ${status}`);
      return fail(
        `${stackName}: ${status}`,
        'deploy again: npx cdk deploy; name another stack with --stack, another region with AWS_REGION',
      );
    }),
  },
];
