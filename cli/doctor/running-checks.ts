import { TICK_MINUTES } from '../../src/domain/schedule.ts';
import { type Check, concurrencyFinding, fail, failIfAny, inAws, ofParts, pass } from './finding.ts';

/** The time (ms) after which a tick counts as late. */
const LATE_MS = 2 * TICK_MINUTES * 60_000;

/** The checks that digests are planned and sent, and that none were given up. */
export const runningChecks: readonly Check[] = [
  {
    name: 'last tick',
    about: 'digests are planned up to this half hour',
    look: ofParts(async ({ runs, now }) => {
      const { plannedThrough } = await runs.head();
      const said = `planned through ${plannedThrough?.toISOString() ?? 'nothing'}`;
      const behind = now().getTime() - (plannedThrough?.getTime() ?? 0);
      if (behind < -LATE_MS)
        return fail(`${said}, which is in the future`, 'start again without --at; in AWS: jubilee runs');
      return behind <= LATE_MS
        ? pass(said)
        : fail(said, 'plan now: npm run -s jubilee -- run; for the cause: docs/runbook.md, "No ticks"');
    }),
  },
  {
    name: 'run left',
    about: 'no run of the planner was abandoned',
    look: ofParts(async ({ runs, now }) => {
      const { run, leaseEnds } = await runs.head();
      if (run === undefined) return pass('none');
      return leaseEnds && leaseEnds > now()
        ? pass(`one has been active since ${run.startedAt.toISOString()}`)
        : fail(
            `begun at ${run.startedAt.toISOString()}, and abandoned`,
            'the next tick resumes it; to resume it now: npm run -s jubilee -- run',
          );
    }),
  },
  {
    name: 'workers',
    about: 'every queue invokes its function',
    look: inAws(async ({ idleWorkers }) =>
      failIfAny(
        await idleWorkers(),
        'all are',
        'deploy again, or: aws lambda update-event-source-mapping --enabled --uuid …',
      ),
    ),
  },
  {
    name: 'concurrency',
    about: 'the account runs enough functions at once',
    look: inAws(async ({ concurrency, senders }) => concurrencyFinding(await concurrency(), await senders())),
  },
  {
    name: 'dead letters',
    about: 'nothing was given up',
    look: ofParts(async ({ queues }) => {
      const last = (await queues()).filter(({ isForDeadLetters }) => isForDeadLetters);
      const full = last.filter(({ waiting }) => waiting > 0);
      return failIfAny(
        full.map(({ arn, waiting }) => `${waiting} in ${arn}`),
        `${last.length} queues are empty`,
        'fix the cause (docs/runbook.md, "Digests not sent" and the like), then: npm run -s jubilee -- redrive digests (or notices, feedback, ticks)',
      );
    }),
  },
  {
    name: 'brake',
    about: 'sending is not braked',
    look: ofParts(async ({ brake, now }) =>
      (await brake.isOn(now()))
        ? fail(
            'on: no mail is sent to subscribers',
            'stop the cause (docs/runbook.md, "Sending braked"), then: npm run -s jubilee -- brake release',
          )
        : pass('off'),
    ),
  },
];
