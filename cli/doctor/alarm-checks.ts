import { type Check, fail, failIfAny, inAws, pass } from './finding.ts';

/** The checks that alarms reach somebody, and that none is raised. */
export const alarmChecks: readonly Check[] = [
  {
    name: 'alarms armed',
    about: 'every alarm exists and notifies the topic',
    look: inAws(async ({ alarms, alarmNames }) => {
      const [names, found] = await Promise.all([alarmNames(), alarms()]);
      if (names.length === 0) return fail('the stack has none', 'deploy it again');
      const armed = found.filter(({ isArmed }) => isArmed).map(({ name }) => name);
      return failIfAny(
        names.filter((name) => !armed.includes(name)),
        `${armed.length} are`,
        'aws cloudwatch enable-alarm-actions --alarm-names …; if one is missing deploy again',
      );
    }),
  },
  {
    name: 'alarms heard',
    about: 'somebody is notified of alarms',
    look: inAws(async ({ listeners }) => {
      const count = await listeners();
      return count > 0
        ? pass(`${count} subscribed`)
        : fail(
            'nobody has confirmed',
            'npm run -s jubilee -- setup --alarm-email …, deploy, then click the link that SNS mails',
          );
    }),
  },
  {
    name: 'alarms quiet',
    about: 'no alarm is raised',
    look: inAws(async ({ alarms }) =>
      failIfAny(
        (await alarms()).filter(({ isRaised }) => isRaised).map(({ description }) => description),
        'none is raised',
        'do what docs/runbook.md says under the heading that the alarm names',
      ),
    ),
  },
];
