import type { ReportRequest } from '../../../src/domain/error-report.ts';
import { errorReportForm } from '../../../src/requests/error-report.ts';
import { toFaults } from '../../../src/requests/invalid-request.ts';
import { missingPage } from '../../../src/web/error-page.tsx';
import { paths } from '../../../src/web/paths.ts';
import { reportedPage, reportPage } from '../../../src/web/report-form.tsx';
import { reportFields } from '../../../src/wording/reading-messages.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { seeOther } from '../query.ts';
import { formBody, formStatus, isRedisplay } from './bodies.ts';

/** Accepts a reader's report of an error and queues it like any request, so that rate limits apply. */
export function reportRoutes(ports: Ports): Handlers<'POST /relations/:pair/report' | 'GET /reported'> {
  return {
    'POST /relations/:pair/report': async (c) => {
      const { timelines } = await ports.dataset();
      const timeline = timelines.find(({ pair }) => pair === c.req.param('pair'));
      const form = await formBody(c);
      if (timeline === undefined) return c.html(missingPage(pageFrame(c, ports), 'events'), 404);
      const result = errorReportForm.safeParse({ ...Object.fromEntries(form), text: form.get('text') ?? '' });
      if (!result.success || isRedisplay(c)) {
        const faulty = toFaults(result.error).map(({ field }) => field);
        const faults = reportFields.filter((name) => faulty.includes(name));
        return c.html(reportPage(pageFrame(c, ports), { timeline, values: form, faults }), formStatus(result.data));
      }
      const { website, ...said } = result.data;
      const ip = ports.connection(c).remote.address ?? 'unknown';
      const request: ReportRequest = { kind: 'report', report: { pair: timeline.pair, ...said }, ip };
      await ports.notices.send([website ? { kind: 'decoy' } : request]);
      return seeOther(c, paths.reported);
    },

    'GET /reported': (c) => c.html(reportedPage(pageFrame(c, ports))),
  };
}
