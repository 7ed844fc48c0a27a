import { accountChecks } from './account-checks.ts';
import { alarmChecks } from './alarm-checks.ts';
import type { Check } from './finding.ts';
import { mailChecks } from './mail-checks.ts';
import { runningChecks } from './running-checks.ts';
import { siteChecks } from './site-checks.ts';
import { storageChecks } from './storage-checks.ts';

/** All checks, in order of dependency. */
export const checks: readonly Check[] = [
  ...accountChecks,
  ...storageChecks,
  ...siteChecks,
  ...mailChecks,
  ...runningChecks,
  ...alarmChecks,
];
