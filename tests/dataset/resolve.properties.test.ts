import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveClaims } from './small-dataset.ts';

const anyClaim = fc
  .record({
    kind: fc.constantFrom('established', 'recognised', 'consular', 'upgraded', 'severed', 'resumed'),
    date: fc.constantFrom(
      '1983',
      '1983-04',
      '1983-04-30',
      '1984-04-30',
      '1990-04-07',
      '1990',
      '1994-01-12',
      '1994-01-13',
      '1994',
    ),
    source: fc.constantFrom('agency', 'enwiki-cn', 'enwiki-cn-notes', 'enwiki-ls', 'forum', 'ministry'),
  })
  .map(({ kind, date, source }) => `${kind},${date},${source},`);

test('whatever is claimed, no claim vanishes and the order of the claims does not matter', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyClaim, { minLength: 1, maxLength: 9 }),
      fc.infiniteStream(fc.nat()),
      (claims, numbers) => {
        const events = resolveClaims('CN-LS', claims).join('\n');
        const shuffled = claims.map((claim) => ({ claim, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        expect(
          resolveClaims(
            'CN-LS',
            shuffled.map(({ claim }) => claim),
          ).join('\n'),
        ).toBe(events);
        for (const claim of claims) expect(events).toContain(claim.split(',')[1]);
      },
    ),
    { numRuns: 300, seed: 1994 },
  );
});
