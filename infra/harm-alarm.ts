import { Alarm, type AlarmProps, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

export type HarmAlarmProps = Omit<AlarmProps, 'alarmDescription' | 'evaluationPeriods'> & {
  /** How many periods in a row must be bad; otherwise one. */
  readonly evaluationPeriods?: number;
  /** The harm, and to which people. */
  readonly harm: string;
  /** The heading in docs/runbook.md that says what to do. */
  readonly runbook: string;
};

/** An alarm that goes off only when something is broken. It says what harm that does and where to read on. */
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
