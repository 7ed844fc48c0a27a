import { Alarm, type AlarmProps, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export type HarmAlarmProps = Omit<AlarmProps, 'alarmDescription' | 'evaluationPeriods'> & {
  /** The number of bad periods in a row; by default one. */
  readonly evaluationPeriods?: number;
  /** The harm, and who suffers it. */
  readonly harm: string;
  /** The heading in docs/runbook.md with the steps to take. */
  readonly runbook: string;
};

/** An alarm that goes off only if something is broken. Its description names the harm and the heading of the runbook. */
export class HarmAlarm extends Alarm {
  constructor(scope: Construct, id: string, { harm, runbook, ...props }: HarmAlarmProps) {
    super(scope, id, {
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
      alarmDescription: `${harm} See docs/runbook.md: ${runbook}`,
    });
  }
}
