import type { AddressKey } from '../../src/adapters/dynamodb/address-key.ts';
import type { CountedRequest, LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { ReportTable } from '../../src/adapters/dynamodb/report-table.ts';
import type { ReportRequest } from '../../src/domain/error-report.ts';
import { networkOf, requestLimits } from '../../src/domain/request-limit.ts';

type Ports = {
  readonly addresses: AddressKey;
  readonly limits: Pick<LimitTable, 'takeOnce'>;
  readonly reports: Pick<ReportTable, 'file'>;
};

/** Stores a report, within limits per network and overall that are separate from those of sign-ups. */
export async function fileReport(
  { report, ip }: ReportRequest,
  delivered: CountedRequest,
  { addresses, limits, reports }: Ports,
): Promise<'filed' | 'over-limit'> {
  const counted = { report: networkOf(ip), reports: '' } as const;
  for (const name of ['report', 'reports'] as const) {
    const counter = await addresses.counter(name, counted[name]);
    if (!(await limits.takeOnce(counter, requestLimits[name], delivered))) return 'over-limit';
  }
  await reports.file(report, { requestId: delivered.requestId, at: delivered.askedAt });
  return 'filed';
}
