import { accountChecks } from './account-checks.ts';
import { alarmChecks } from './alarm-checks.ts';
import type { Check } from './finding.ts';
import { mailChecks } from './mail-checks.ts';
import { runningChecks } from './running-checks.ts';
import { siteChecks } from './site-checks.ts';
import { storageChecks } from './storage-checks.ts';

/** Everything that is asked, in the order in which one thing needs the other. */
export const checks: readonly Check[] = [
  ...accountChecks,
  ...storageChecks,
  ...siteChecks,
  ...mailChecks,
  ...runningChecks,
  ...alarmChecks,
];
