import { Argument, InvalidArgumentError } from 'commander';
import { mailAddress } from '../../src/requests/address.ts';

/** Creates the argument with a subscriber's mail address. */
export function addressArgument(): Argument {
  return new Argument('<address>', 'the mail address').argParser((text: string) => {
    const { data, error } = mailAddress.safeParse(text);
    if (data === undefined) throw new InvalidArgumentError(error?.issues[0]?.message ?? '');
    return data;
  });
}
