import { beforeEach, expect, test } from 'vitest';
import { mailAddress } from '../../src/requests/address.ts';
import { aSite } from '../support/site.ts';
import { typedAddresses } from '../support/typed-addresses.ts';

const site = await aSite();

beforeEach(() => void site.queued.splice(0));

/** The addresses that would be asked for their consent. */
const asked = () => site.queued.map(({ body }) => JSON.parse(body).email);
const expected = (text: string) => {
  const { data } = mailAddress.safeParse(text);
  return data === undefined ? [] : [data];
};

test.each(typedAddresses)('the API finds %s: %j %s', async (verdict, email) => {
  const { status } = await site.postJson('/v1/subscriptions', { email });
  expect([status, asked()]).toEqual([verdict === 'valid' ? 202 : 400, expected(email)]);
});

test.each(typedAddresses)('the form finds %s: %j %s', async (verdict, email) => {
  const { status } = await site.postForm('/subscribe', { email });
  expect([status, asked()]).toEqual([verdict === 'valid' ? 200 : 422, expected(email)]);
});
